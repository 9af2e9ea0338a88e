/* Folders: what is there, what is made, what lies in them (base/file.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

static void
own_dir(DIR **d)
{
	if (*d != NULL)
		closedir(*d);
}

bool
file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool
file_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
file_is_mount(const char *path)
{
	OWN(arena_free) struct arena a = { 0 };
	struct stat here, above;

	return stat(path, &here) == 0 && S_ISDIR(here.st_mode) &&
	       stat(path_join(&a, path, ".."), &above) == 0 &&
	       here.st_dev != above.st_dev;
}

static int
make_dir(const char *path, unsigned mode, struct err *e)
{
	if (file_is_dir(path) || mkdir(path, mode) == 0)
		return 0;
	/* EEXIST: another process was quicker, or something is in the way */
	if (errno == EEXIST && file_is_dir(path))
		return 0;
	if (errno == EEXIST || errno == ENOTDIR)
		return err_set(e, ERR_FAILED,
			       "cannot make the folder '%s': a file is in the "
			       "way",
			       path);
	return err_set(e, ERR_FAILED, "cannot make the folder '%s': %s", path,
		       err_reason(e, errno));
}

int
file_make_dirs(const char *path, unsigned mode, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	char *p = arena_strdup(&a, path);

	for (size_t i = 1; *p != '\0' && p[i] != '\0'; i++) {
		if (p[i] != '/')
			continue;
		p[i] = '\0';
		if (make_dir(p, mode, e) != 0)
			return -1;
		p[i] = '/';
	}
	return make_dir(p, mode, e);
}

static int
compare_names(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

/* Those of the kind that file_replace() makes, or all but dot files. */
static bool
wanted(const char *name, bool temps, const char *suffix)
{
	if (temps)
		return str_starts(name, FILE_TEMP_HEAD) &&
		       str_ends(name, FILE_TEMP_TAIL);
	return name[0] != '.' && str_ends(name, suffix);
}

static int
list(struct arena *a, const char *dir, bool temps, const char *suffix,
     const char ***ret_names, size_t *ret_n, struct err *e)
{
	OWN(own_dir) DIR *d = opendir(dir);
	const struct dirent *entry;
	const char **names = NULL;
	size_t n = 0, cap = 0;

	if (d == NULL && errno != ENOENT)
		return err_set(e, ERR_FAILED, "cannot open the folder '%s': %s",
			       dir, err_reason(e, errno));
	while (d != NULL) {
		errno = 0;
		entry = readdir(d);
		if (entry == NULL && errno != 0)
			return err_set(e, ERR_FAILED,
				       "cannot read the folder '%s': %s", dir,
				       err_reason(e, errno));
		if (entry == NULL)
			break;
		if (!wanted(entry->d_name, temps, suffix))
			continue;
		ARENA_PUSH(a, names, n, cap, arena_strdup(a, entry->d_name));
	}
	if (n > 1)
		qsort(names, n, sizeof(*names), compare_names);
	*ret_names = names;
	*ret_n = n;
	return 0;
}

int
file_list(struct arena *a, const char *dir, const char *suffix,
	  const char ***ret_names, size_t *ret_n, struct err *e)
{
	return list(a, dir, false, suffix, ret_names, ret_n, e);
}

int
file_list_temps(struct arena *a, const char *dir, const char ***ret_names,
		size_t *ret_n, struct err *e)
{
	return list(a, dir, true, "", ret_names, ret_n, e);
}

char *
path_join(struct arena *a, const char *dir, const char *name)
{
	const char *slash = *dir == '\0' || str_ends(dir, "/") ? "" : "/";

	return arena_printf(a, "%s%s%s", dir, slash, name);
}
