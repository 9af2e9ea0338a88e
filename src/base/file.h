/* Files: whole reads with a limit, durable writes, locks, folders.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_FILE_H
#define PRESHIFT_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include "base/arena.h"
#include "base/err.h"

/* The whole file, NUL-terminated behind *ret_n bytes. A file above LIMIT
 * bytes is refused before anything is allocated. Errors: FAILED. */
int file_read(struct arena *a, const char *path, size_t limit,
	      const char **ret_s, size_t *ret_n, struct err *e) MUST_CHECK;

/* The same into BUF, which has room for CAP bytes and a NUL: for secrets. */
int file_read_into(const char *path, char *buf, size_t cap, size_t *ret_n,
		   struct err *e) MUST_CHECK;

/* PATH for reading; a pipe at whose other end nobody is, is empty: it is not
 * waited for. The caller closes what it gets, or -1. */
int file_open(const char *path, struct err *e) MUST_CHECK;

/* After what waits in F, without a copy in its buffer; -1 with errno. */
int file_put(FILE *f, const char *s, size_t n) MUST_CHECK;

/* A new file with MODE; fails if it exists (then nothing is changed). File
 * and folder are synced before it returns 0. */
int file_write_new(const char *path, unsigned mode, const void *s, size_t n,
		   struct err *e) MUST_CHECK;

/* How the temporary file is called of which file_replace() makes PATH. */
#define FILE_TEMP_HEAD ".preshift-"
#define FILE_TEMP_TAIL ".tmp"
/* Replaces PATH at once: temporary file in the same folder, fsync, rename,
 * fsync of the folder. */
int file_replace(const char *path, unsigned mode, const void *s, size_t n,
		 struct err *e) MUST_CHECK;

/* A new name in the same file system; it outlives a power cut where the
 * folder lets itself be synced. */
int file_rename(const char *from, const char *to, struct err *e) MUST_CHECK;

bool file_exists(const char *path);
bool file_is_dir(const char *path);
/* A folder where another file system begins: a stick. */
bool file_is_mount(const char *path);
/* Makes the folder and those above it, MODE for those it makes. */
int file_make_dirs(const char *path, unsigned mode, struct err *e) MUST_CHECK;

/* Names in a folder (no dot files) that end in SUFFIX, sorted bytewise. A
 * folder that is not there has none. */
int file_list(struct arena *a, const char *dir, const char *suffix,
	      const char ***ret_names, size_t *ret_n, struct err *e) MUST_CHECK;

/* The same of what file_replace() left there when it was killed. */
int file_list_temps(struct arena *a, const char *dir, const char ***ret_names,
		    size_t *ret_n, struct err *e) MUST_CHECK;

/* Advisory lock on PATH (made if missing, 0600); waits up to SECONDS. Returns
 * a descriptor to give to file_unlock, or -1. */
int file_lock(const char *path, unsigned seconds, struct err *e) MUST_CHECK;
void file_unlock(int *fd); /* *fd -1 is fine; sets it to -1 */

/* True if PATH lies on a network file system (NFS, CIFS, 9p, FUSE sshfs …). */
bool file_is_remote(const char *path);

char *path_join(struct arena *a, const char *dir, const char *name);

#endif
