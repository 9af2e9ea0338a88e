/* Loaded before the C library: one call of a program fails, or is its last.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* FAULT_AT=N    the Nth of the calls below, from 1; 0: none
 * FAULT_HOW=…   an error's number; `kill` before the call, `killed` after it
 *               (of a write: in its middle); `short`: half a write
 * FAULT_LIST=F  the names of all calls are written to F at the end, one a
 *               line */
enum how { FAULT_NONE, FAULT_ERROR, FAULT_KILL, FAULT_KILLED, FAULT_SHORT };

static long calls;
static char names[1 << 18];
static size_t nnames;

static enum how
how(int *ret_errno)
{
	const char *s = getenv("FAULT_HOW");

	if (s == NULL)
		return FAULT_NONE;
	if (strcmp(s, "kill") == 0)
		return FAULT_KILL;
	if (strcmp(s, "killed") == 0)
		return FAULT_KILLED;
	if (strcmp(s, "short") == 0)
		return FAULT_SHORT;
	*ret_errno = atoi(s);
	return FAULT_ERROR;
}

/* What happens to this call. */
static enum how
next(const char *name, int *ret_errno)
{
	const char *at = getenv("FAULT_AT");
	size_t n = strlen(name);

	calls++;
	if (nnames + n + 1 <= sizeof(names)) {
		memcpy(names + nnames, name, n);
		nnames += n;
		names[nnames++] = '\n';
	}
	if (at == NULL || atol(at) != calls)
		return FAULT_NONE;
	return how(ret_errno);
}

static void
die(void)
{
	syscall(SYS_kill, getpid(), SIGKILL);
}

__attribute__((destructor)) static void
tell_names(void)
{
	const char *path = getenv("FAULT_LIST");
	int fd;

	if (path == NULL)
		return;
	fd = (int)syscall(SYS_openat, AT_FDCWD, path,
			  O_WRONLY | O_CREAT | O_TRUNC, 0600);
	syscall(SYS_write, fd, names, nnames);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* RESULT is what the call gives when nothing is wrong. */
#define CALL(type, fails, result)                        \
	do {                                             \
		int wrong = 0;                           \
		enum how h = next(__func__, &wrong);               \
		type out;                                \
                                                         \
		if (h == FAULT_KILL)                     \
			die();                           \
		if (h == FAULT_ERROR) {                  \
			errno = wrong;                   \
			return (fails);                  \
		}                                        \
		out = (result);                          \
		if (h == FAULT_KILLED)                   \
			die();                           \
		return out;                              \
	} while (0)

#define CALL_1(type, fails, name, A)                     \
	type name(A a)                                   \
	{                                                \
		CALL(type, fails, REAL(name)(a));        \
	}
#define CALL_2(type, fails, name, A, B)                  \
	type name(A a, B b)                              \
	{                                                \
		CALL(type, fails, REAL(name)(a, b));     \
	}
#define CALL_3(type, fails, name, A, B, C)               \
	type name(A a, B b, C c)                         \
	{                                                \
		CALL(type, fails, REAL(name)(a, b, c));  \
	}

CALL_1(int, -1, fsync, int)
CALL_1(int, -1, fdatasync, int)
CALL_1(int, -1, unlink, const char *)
CALL_1(int, -1, rmdir, const char *)
CALL_2(int, -1, rename, const char *, const char *)
CALL_2(int, -1, mkdir, const char *, mode_t)
CALL_2(int, -1, chmod, const char *, mode_t)
CALL_2(int, -1, flock, int, int)
CALL_2(int, -1, fchmod, int, mode_t)
CALL_2(int, -1, ftruncate, int, off_t)
CALL_2(int, -1, ftruncate64, int, off64_t)
CALL_2(int, -1, stat, const char *, struct stat *)
CALL_2(int, -1, lstat, const char *, struct stat *)
CALL_2(int, -1, fstat, int, struct stat *)
CALL_2(int, -1, stat64, const char *, struct stat64 *)
CALL_2(int, -1, fstat64, int, struct stat64 *)
CALL_2(int, -1, access, const char *, int)
CALL_3(int, -1, fchown, int, uid_t, gid_t)
CALL_3(ssize_t, -1, read, int, void *, size_t)

ssize_t
pread(int fd, void *p, size_t n, off_t at)
{
	CALL(ssize_t, -1, REAL(pread)(fd, p, n, at));
}

ssize_t
pread64(int fd, void *p, size_t n, off64_t at)
{
	CALL(ssize_t, -1, REAL(pread64)(fd, p, n, at));
}

/* Half of N, if this is the call that is to be cut short. */
#define CALL_WRITE(result)                                          \
	do {                                                        \
		int wrong = 0;                                      \
		enum how h = next(__func__, &wrong);                          \
		ssize_t out;                                        \
                                                                    \
		if (h == FAULT_KILL)                                \
			die();                                      \
		if (h == FAULT_ERROR) {                             \
			errno = wrong;                              \
			return -1;                                  \
		}                                                   \
		if (h == FAULT_SHORT || h == FAULT_KILLED)          \
			n = n / 2 + (n == 1);                       \
		out = (result);                                     \
		if (h == FAULT_KILLED)                              \
			die();                                      \
		return out;                                         \
	} while (0)

ssize_t
write(int fd, const void *p, size_t n)
{
	CALL_WRITE(REAL(write)(fd, p, n));
}

ssize_t
pwrite(int fd, const void *p, size_t n, off_t at)
{
	CALL_WRITE(REAL(pwrite)(fd, p, n, at));
}

ssize_t
pwrite64(int fd, const void *p, size_t n, off64_t at)
{
	CALL_WRITE(REAL(pwrite64)(fd, p, n, at));
}

/* A third argument is there only when a file may be made. */
#define MODE(flags, last)                                     \
	mode_t mode = 0;                                      \
	va_list va;                                           \
                                                              \
	if (((flags) & (O_CREAT | __O_TMPFILE)) != 0) {       \
		va_start(va, last);                           \
		mode = (mode_t)va_arg(va, int);               \
		va_end(va);                                   \
	}

int
open(const char *path, int flags, ...)
{
	MODE(flags, flags)
	CALL(int, -1, REAL(open)(path, flags, mode));
}

int
open64(const char *path, int flags, ...)
{
	MODE(flags, flags)
	CALL(int, -1, REAL(open64)(path, flags, mode));
}

int
openat(int dir, const char *path, int flags, ...)
{
	MODE(flags, flags)
	CALL(int, -1, REAL(openat)(dir, path, flags, mode));
}

int
openat64(int dir, const char *path, int flags, ...)
{
	MODE(flags, flags)
	CALL(int, -1, REAL(openat64)(dir, path, flags, mode));
}

int
__open_2(const char *path, int flags);

int
__open_2(const char *path, int flags)
{
	CALL(int, -1, REAL(open)(path, flags));
}

int
__open64_2(const char *path, int flags);

int
__open64_2(const char *path, int flags)
{
	CALL(int, -1, REAL(open64)(path, flags));
}

int
fcntl(int fd, int cmd, ...)
{
	va_list va;
	void *arg;

	va_start(va, cmd);
	arg = va_arg(va, void *);
	va_end(va);
	CALL(int, -1, REAL(fcntl)(fd, cmd, arg));
}

int
fcntl64(int fd, int cmd, ...)
{
	va_list va;
	void *arg;

	va_start(va, cmd);
	arg = va_arg(va, void *);
	va_end(va);
	CALL(int, -1, REAL(fcntl64)(fd, cmd, arg));
}

void *
mmap(void *at, size_t n, int prot, int flags, int fd, off_t off)
{
	if (fd < 0)
		return REAL(mmap)(at, n, prot, flags, fd, off);
	CALL(void *, MAP_FAILED, REAL(mmap)(at, n, prot, flags, fd, off));
}

void *
mmap64(void *at, size_t n, int prot, int flags, int fd, off64_t off)
{
	if (fd < 0)
		return REAL(mmap64)(at, n, prot, flags, fd, off);
	CALL(void *, MAP_FAILED, REAL(mmap64)(at, n, prot, flags, fd, off));
}
