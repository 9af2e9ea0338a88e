/* verify --copy: the house as it is, for whoever is to judge what was changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/result.h"
#include "cmd/verify.h"

#include <sys/stat.h>

#include "base/file.h"

enum { FILE_MOST = 64 << 20, DEPTH_MOST = 8 };

static int
copy_file(const char *from, const char *to, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *s;
	size_t n;

	return file_read(&a, from, FILE_MOST, &s, &n, e) == 0 ?
	       file_write_new(to, 0600, s, n, e) : -1;
}

static int
copy_folder(struct arena *a, const char *from, const char *to, int depth,
	    struct err *e)
{
	const char **names;
	size_t n;

	if (file_make_dirs(to, 0700, e) != 0 ||
	    file_list(a, from, "", &names, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		const char *in = path_join(a, from, names[i]);
		const char *out = path_join(a, to, names[i]);
		int rc = !file_is_dir(in) ? copy_file(in, out, e) :
			 depth < DEPTH_MOST ?
			 copy_folder(a, in, out, depth + 1, e) : 0;

		if (rc != 0)
			return -1;
	}
	return 0;
}

/* All but terminal.key, which no copy may hold, and what is made anew. */
static int
copy_house(struct app *app, const char *to, struct err *e)
{
	static const char *const folders[] = { "texts", "content", "keys" };
	const char *head = app_path(app, "terminal.head");

	if (file_make_dirs(to, 0700, e) != 0 ||
	    store_backup(app->store, path_join(app->a, to, "house.db"),
			 e) != 0)
		return -1;
	if (file_exists(head) &&
	    copy_file(head, path_join(app->a, to, "terminal.head"), e) != 0)
		return -1;
	for (size_t i = 0; i < NELEM(folders); i++) {
		const char *from = app_path(app, folders[i]);

		if (file_is_dir(from) &&
		    copy_folder(app->a, from,
				path_join(app->a, to, folders[i]), 0, e) != 0)
			return -1;
	}
	return 0;
}

int
verify_copy(struct app *app, struct err *e)
{
	struct value *d = app_data(app);
	struct page *p = app_page(app, T(app, "COPY AS EVIDENCE"));
	char date[DATE_SIZE];
	const char *to, *said;

	date_print(date, app_today(app));
	if (result_place(app, app_path(app, "out"),
			 arena_printf(app->a, "copy-%s", date), "", &to,
			 e) != 0)
		return -1;
	if (copy_house(app, to, e) != 0)
		return err_wrap(e, "not all of the house was copied to '%s'",
				to);
	said = arena_printf(app->a, T(app,
		"Everything is copied as it is to %s. It is evidence: change "
		"nothing in it, and keep it locked away."), to);
	if (app->shown != NULL)
		return io_say(app->io, said, e);
	value_put_text(app->a, d, "saved", to);
	page_para(app->a, p, said);
	return app_result(app, d, NULL, p, e);
}
