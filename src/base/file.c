/* Files: whole reads with a limit, durable writes, locks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"

#define TEMP_TRIES 100
#define LOCK_PAUSE_MS 50

static void
own_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
own_stream(FILE **f)
{
	if (*f != NULL)
		fclose(*f);
}

static void
own_string(char **s)
{
	free(*s);
}

static int
write_failed(const char *path, struct err *e)
{
	return err_set(e, ERR_FAILED, "cannot write '%s': %s", path,
		       err_reason(e, errno));
}

int
file_open(const char *path, struct err *e)
{
	/* not to wait for somebody to write into a pipe that lies there */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return err_set(e, ERR_FAILED, "cannot open '%s': %s", path,
			       err_reason(e, errno));
	(void)fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	return fd;
}

static int
read_failed(const char *path, struct err *e)
{
	return err_set(e, ERR_FAILED, "cannot read '%s': %s", path,
		       err_reason(e, errno));
}

static int
too_large(const char *path, size_t limit, struct err *e)
{
	return err_set(e, ERR_FAILED,
		       "cannot read '%s': it is larger than %zu bytes", path,
		       limit);
}

/* Fills BUF with up to N bytes; *RET_N less than N at the end of the file. */
static int
read_all(int fd, char *buf, size_t n, size_t *ret_n)
{
	size_t done = 0;

	while (done < n) {
		ssize_t k = read(fd, buf + done, n - done);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return -1;
		if (k == 0)
			break;
		done += (size_t)k;
	}
	*ret_n = done;
	return 0;
}

/* A pipe, or a file of /proc: its size shows only by reading. */
static int
read_stream(struct arena *a, int fd, const char *path, size_t limit,
	    const char **ret_s, size_t *ret_n, struct err *e)
{
	OWN(str_free) struct str s = { 0 };
	char buf[4096];
	size_t n;

	do {
		if (read_all(fd, buf, sizeof(buf), &n) != 0)
			return read_failed(path, e);
		if (n > limit - s.n)
			return too_large(path, limit, e);
		str_addn(&s, buf, n);
	} while (n == sizeof(buf));
	/* not arena_strndup: there may be a NUL inside */
	*ret_s = memcpy(arena_alloc(a, s.n + 1), s.s, s.n);
	*ret_n = s.n;
	return 0;
}

int
file_read(struct arena *a, const char *path, size_t limit, const char **ret_s,
	  size_t *ret_n, struct err *e)
{
	OWN(own_fd) int fd = file_open(path, e);
	struct stat st;
	char *s;
	size_t n;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) != 0)
		return read_failed(path, e);
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return read_failed(path, e);
	}
	if (!S_ISREG(st.st_mode) || st.st_size == 0)
		return read_stream(a, fd, path, limit, ret_s, ret_n, e);
	if ((uintmax_t)st.st_size > limit)
		return too_large(path, limit, e);
	n = (size_t)st.st_size;
	s = arena_alloc(a, n + 1);
	if (read_all(fd, s, n, &n) != 0)
		return read_failed(path, e);
	*ret_s = s;
	*ret_n = n;
	return 0;
}

int
file_read_into(const char *path, char *buf, size_t cap, size_t *ret_n,
	       struct err *e)
{
	OWN(own_fd) int fd = file_open(path, e);
	size_t n;

	if (fd < 0)
		return -1;
	if (read_all(fd, buf, cap + 1, &n) != 0)
		return read_failed(path, e);
	if (n > cap)
		return too_large(path, cap, e);
	buf[n] = '\0';
	*ret_n = n;
	return 0;
}

/* The folder that PATH lies in. */
static char *
parent(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return arena_strdup(a, ".");
	if (slash == path)
		return arena_strdup(a, "/");
	return arena_strndup(a, path, (size_t)(slash - path));
}

/* Makes a new name in the folder of PATH survive a power cut. */
static int
sync_folder(const char *path, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(own_fd) int fd = -1;

	fd = open(parent(&a, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* a folder that may be written but not read cannot be synced, nor can
	 * those of some file systems: the file itself is there */
	if (fd < 0)
		return errno == EACCES ? 0 : write_failed(path, e);
	if (fsync(fd) != 0 && errno != EINVAL && errno != EOPNOTSUPP)
		return write_failed(path, e);
	return 0;
}

/* -1 with errno. */
static int
write_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, s, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return -1;
		s += k;
		n -= (size_t)k;
	}
	return 0;
}

int
file_put(FILE *f, const char *s, size_t n)
{
	int fd = fileno(f);

	if (fflush(f) != 0)
		return -1;
	if (fd < 0) /* a stream in memory */
		return fwrite(s, 1, n, f) == n && fflush(f) == 0 ? 0 : -1;
	return write_all(fd, s, n);
}

/* Writes, syncs and closes FD, whatever happens. -1 with errno. */
static int
write_and_close(int fd, const char *s, size_t n)
{
	OWN(own_fd) int owned = fd;
	int rc;

	if (write_all(fd, s, n) != 0)
		return -1;
	if (fsync(fd) != 0 && errno != EINVAL)
		return -1;
	owned = -1;
	rc = close(fd); /* network file systems report a full disk here */
	return rc;
}

int
file_write_new(const char *path, unsigned mode, const void *s, size_t n,
	       struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

	if (fd < 0)
		return write_failed(path, e);
	if (write_and_close(fd, s, n) != 0) {
		write_failed(path, e);
		unlink(path);
		return -1;
	}
	if (sync_folder(path, e) != 0) {
		unlink(path); /* what failed is not there */
		return -1;
	}
	return 0;
}

/* An open, empty file beside PATH, its name in *RET_NAME; -1 with errno. A
 * leftover of a process that died with our number is stepped over. */
static int
open_temp(struct arena *a, const char *path, unsigned mode,
	  const char **ret_name)
{
	const char *dir = parent(a, path);

	for (int i = 0; i < TEMP_TRIES; i++) {
		char *base = arena_printf(a,
					  FILE_TEMP_HEAD "%ld-%d"
					  FILE_TEMP_TAIL,
					  (long)getpid(), i);
		char *name = path_join(a, dir, base);
		int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			      mode);

		if (fd >= 0)
			*ret_name = name;
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

int
file_replace(const char *path, unsigned mode, const void *s, size_t n,
	     struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(own_string) char *real = realpath(path, NULL);
	const char *temp, *target = real == NULL ? path : real;
	struct stat st;
	int fd;

	/* the target of a link is replaced, the link stays; a device or a
	 * folder must not be */
	if (real != NULL && stat(real, &st) == 0 && !S_ISREG(st.st_mode))
		return err_set(e, ERR_FAILED,
			       "cannot write '%s': it is not an ordinary file",
			       path);
	fd = open_temp(&a, target, mode, &temp);
	if (fd < 0)
		return write_failed(path, e);
	if (write_and_close(fd, s, n) != 0 || rename(temp, target) != 0) {
		write_failed(path, e);
		unlink(temp);
		return -1;
	}
	return sync_folder(target, e);
}

int
file_rename(const char *from, const char *to, struct err *e)
{
	struct err late;

	if (rename(from, to) != 0)
		return write_failed(to, e);
	/* It has its name: nobody is told otherwise. */
	err_init(&late, NULL);
	(void)!sync_folder(to, &late);
	return 0;
}

static int64_t
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int
file_lock(const char *path, unsigned seconds, struct err *e)
{
	const struct timespec pause = { 0, LOCK_PAUSE_MS * 1000000L };
	int64_t deadline = now_ms() + (int64_t)seconds * 1000;
	OWN(own_fd) int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	int held;

	if (fd < 0)
		return write_failed(path, e);
	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return err_set(e, ERR_FAILED, "cannot lock '%s': %s",
				       path, err_reason(e, errno));
		if (now_ms() >= deadline)
			return err_set(e, ERR_FAILED,
				       "'%s' is in use by another preshift; "
				       "try again when that one is done",
				       path);
		nanosleep(&pause, NULL);
	}
	held = fd;
	fd = -1; /* transferred */
	return held;
}

void
file_unlock(int *fd)
{
	/* a child that inherited the descriptor must not keep the lock */
	if (*fd >= 0)
		flock(*fd, LOCK_UN);
	own_fd(fd);
}

/* Whether the FUSE file system that PATH lies on is a local disk after all:
 * fuseblk (NTFS and exFAT sticks) or an overlay. */
static bool
fuse_is_local(const char *path)
{
	OWN(own_stream) FILE *f = fopen("/proc/self/mountinfo", "re");
	OWN(own_string) char *line = NULL;
	struct stat st;
	size_t cap = 0;
	char id[32];

	if (f == NULL || stat(path, &st) != 0)
		return false;
	snprintf(id, sizeof(id), " %u:%u ", major(st.st_dev),
		 minor(st.st_dev));
	while (getline(&line, &cap, f) > 0) {
		const char *type = strstr(line, " - ");

		if (type == NULL || strstr(line, id) == NULL)
			continue;
		return str_starts(type, " - fuseblk ") ||
		       str_starts(type, " - fuse.fuse-overlayfs ");
	}
	return false;
}

bool
file_is_remote(const char *path)
{
	static const unsigned long remote[] = {
		0x6969,     /* NFS */
		0x517b,     /* SMB */
		0xff534d42, /* CIFS */
		0xfe534d42, /* SMB 2 */
		0x01021997, /* 9p */
		0x5346414f, /* OpenAFS */
		0x6b414653, /* AFS */
		0x73757245, /* Coda */
		0x564c,     /* NCP */
		0x00c36400, /* Ceph */
		0x0bd00bd0, /* Lustre */
		0x01161970, /* GFS2 */
		0x7461636f, /* OCFS2 */
	};
	OWN(arena_free) struct arena a = { 0 };
	struct statfs fs;
	unsigned long type;

	/* a file that is not there yet will lie where its folder does */
	if (!file_exists(path))
		path = parent(&a, path);
	if (statfs(path, &fs) != 0)
		return false;
	type = (unsigned long)fs.f_type & 0xffffffff;
	for (size_t i = 0; i < NELEM(remote); i++) {
		if (type == remote[i])
			return true;
	}
	return type == 0x65735546 && !fuse_is_local(path); /* FUSE */
}
