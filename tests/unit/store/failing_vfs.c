/* A disk that fails at the n-th write: SQLite's own file functions, counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "failing_vfs.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct file {
	sqlite3_file base;
	sqlite3_file *real; /* behind this struct */
};

static struct {
	unsigned left;
	int rc;
	bool for_ever, fired;
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	sqlite3_io_methods methods;
} disk;

static int
fails(void)
{
	if (disk.fired && disk.for_ever)
		return disk.rc;
	if (disk.left == 0 || --disk.left > 0)
		return SQLITE_OK;
	disk.fired = true;
	return disk.rc;
}

static sqlite3_file *
real_of(sqlite3_file *f)
{
	return ((struct file *)(void *)f)->real;
}

#define REAL(f, method, ...) \
	(real_of(f)->pMethods->method(real_of(f), ##__VA_ARGS__))

static int
f_close(sqlite3_file *f)
{
	return REAL(f, xClose);
}

static int
f_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return REAL(f, xRead, p, n, at);
}

static int
f_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	int rc = fails();

	if (rc == SQLITE_OK)
		return REAL(f, xWrite, p, n, at);
	/* As a disk does: a part of it may be written. */
	(void)REAL(f, xWrite, p, n / 2, at);
	return rc;
}

static int
f_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	int rc = fails();

	return rc != SQLITE_OK ? rc : REAL(f, xTruncate, n);
}

static int
f_sync(sqlite3_file *f, int flags)
{
	int rc = fails();

	return rc != SQLITE_OK ? rc : REAL(f, xSync, flags);
}

static int
f_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return REAL(f, xFileSize, n);
}

static int
f_lock(sqlite3_file *f, int how)
{
	return REAL(f, xLock, how);
}

static int
f_unlock(sqlite3_file *f, int how)
{
	return REAL(f, xUnlock, how);
}

static int
f_reserved(sqlite3_file *f, int *out)
{
	return REAL(f, xCheckReservedLock, out);
}

static int
f_control(sqlite3_file *f, int op, void *arg)
{
	return REAL(f, xFileControl, op, arg);
}

static int
f_sector(sqlite3_file *f)
{
	return REAL(f, xSectorSize);
}

static int
f_device(sqlite3_file *f)
{
	return REAL(f, xDeviceCharacteristics);
}

static int
f_shm_map(sqlite3_file *f, int page, int size, int extend,
	  void volatile **out)
{
	int rc = extend ? fails() : SQLITE_OK;

	return rc != SQLITE_OK ? rc :
				 REAL(f, xShmMap, page, size, extend, out);
}

static int
f_shm_lock(sqlite3_file *f, int from, int n, int flags)
{
	return REAL(f, xShmLock, from, n, flags);
}

static void
f_shm_barrier(sqlite3_file *f)
{
	REAL(f, xShmBarrier);
}

static int
f_shm_unmap(sqlite3_file *f, int drop)
{
	return REAL(f, xShmUnmap, drop);
}

static int
v_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags,
       int *out)
{
	struct file *mine = (struct file *)(void *)f;
	int rc;

	(void)v;
	mine->real = (sqlite3_file *)(void *)(mine + 1);
	rc = disk.real->xOpen(disk.real, name, mine->real, flags, out);
	f->pMethods = mine->real->pMethods == NULL ? NULL : &disk.methods;
	return rc;
}

static int
v_delete(sqlite3_vfs *v, const char *name, int sync)
{
	int rc = fails();

	(void)v;
	return rc != SQLITE_OK ? rc :
				 disk.real->xDelete(disk.real, name, sync);
}

void
failing_vfs_install(void)
{
	disk.real = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.real;
	disk.vfs.pNext = NULL;
	disk.vfs.zName = "failing";
	disk.vfs.szOsFile = (int)sizeof(struct file) + disk.real->szOsFile;
	disk.vfs.xOpen = v_open;
	disk.vfs.xDelete = v_delete;
	disk.methods = (sqlite3_io_methods){
		.iVersion = 2, .xClose = f_close, .xRead = f_read,
		.xWrite = f_write, .xTruncate = f_truncate, .xSync = f_sync,
		.xFileSize = f_size, .xLock = f_lock, .xUnlock = f_unlock,
		.xCheckReservedLock = f_reserved, .xFileControl = f_control,
		.xSectorSize = f_sector, .xDeviceCharacteristics = f_device,
		.xShmMap = f_shm_map, .xShmLock = f_shm_lock,
		.xShmBarrier = f_shm_barrier, .xShmUnmap = f_shm_unmap,
	};
	sqlite3_vfs_register(&disk.vfs, 1);
}

void
failing_vfs_arm(unsigned n, int rc, bool for_ever)
{
	disk.left = n;
	disk.rc = rc;
	disk.for_ever = for_ever;
	disk.fired = false;
}

bool
failing_vfs_fired(void)
{
	return disk.fired;
}
