/* The house's folder: where it is, opening it, its settings and records.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/start.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/setting.h"
#include "trust/note.h"

#define SHARED_SITE "/var/lib/preshift"
#define HEAD_LIMIT 256

char *
app_path(struct app *app, const char *name)
{
	return path_join(app->a, app->site, name);
}

/* A folder that this account may not look into is taken for the house of its
 * owner: the way to a second one by mistake is short. Where a terminal has its
 * key a house was, even if its book is gone. */
static bool
is_house(struct arena *a, const char *dir)
{
	struct stat st;

	return stat(path_join(a, dir, "house.db"), &st) == 0 ||
	       errno == EACCES || file_exists(path_join(a, dir,
							"terminal.key"));
}

const char *
app_data_home(struct app *app)
{
	const char *xdg = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	const struct passwd *pw;

	if (xdg != NULL && *xdg == '/')
		return xdg;
	/* A service or a cron job has no HOME; its account still has one. */
	if (home == NULL || *home != '/') {
		pw = getpwuid(getuid());
		home = pw != NULL ? pw->pw_dir : "/";
	}
	return path_join(app->life, home, ".local/share");
}

/* Where a new house goes, and where one is looked for, in this order:
 * --site, $PRESHIFT_SITE, the shared place if a house is there, the
 * account's own. */
const char *
app_find_site(struct app *app)
{
	const char *s = app->opt.site;

	if (s == NULL || *s == '\0')
		s = getenv("PRESHIFT_SITE");
	if (s != NULL && *s != '\0')
		return s;
	if (is_house(app->life, SHARED_SITE))
		return SHARED_SITE;
	return path_join(app->life, app_data_home(app), "preshift");
}

bool
app_has_house(struct app *app)
{
	return is_house(app->life, app->site);
}

/* ---- terminal.head: may lag behind the database, never leads it ---- */

static int
head_read(struct app *app, bool *ret_there, struct log_head *ret,
	  struct err *e)
{
	const char *path = app_path(app, "terminal.head");
	const char *s;
	size_t len;

	*ret_there = false;
	if (!file_exists(path))
		return 0;
	if (file_read(app->a, path, HEAD_LIMIT, &s, &len, e) != 0)
		return -1;
	if (len < 1 || s[len - 1] != '\n' ||
	    !head_parse(s, len - 1, &ret->size, ret->root))
		return err_set(e, ERR_UNTRUE, "'%s' is damaged", path);
	*ret_there = true;
	return 0;
}

static int
head_write(struct app *app, const struct log_head *h, struct err *e)
{
	const char *s = arena_printf(app->a, "%s\n",
				     head_print(app->a, h->size, h->root));

	return file_replace(app_path(app, "terminal.head"), 0600, s, strlen(s),
			    e);
}

int
app_note_head(struct app *app, struct err *e)
{
	struct log_head db, noted;
	OWN(file_unlock) int lock = -1;
	bool there;

	lock = file_lock(app_path(app, "terminal.lock"), 10, e);
	if (lock < 0)
		return -1;
	/* Read again under the lock: another seat may have gone further. */
	if (store_head(app->store, &db, e) != 0 ||
	    head_read(app, &there, &noted, e) != 0)
		return -1;
	if (there && noted.size >= db.size)
		return 0;
	return head_write(app, &db, e);
}

/* A database put back alone is found here; a whole folder put back only by a
 * witness, a receipt or another terminal. */
static int
check_head(struct app *app, struct err *e)
{
	struct log_head db, noted;
	uint8_t root[32];
	bool there;

	app->rolled_back = false;
	if (head_read(app, &there, &noted, e) != 0)
		return -1;
	if (!there || store_head(app->store, &db, e) != 0)
		return there ? -1 : 0;
	if (noted.size > db.size) {
		app->rolled_back = true;
		return 0;
	}
	if (noted.size == db.size) {
		app->rolled_back = memcmp(noted.root, db.root, 32) != 0;
		return 0;
	}
	if (store_root_at(app->store, &app->notary, noted.size, root, e) != 0)
		return -1;
	app->rolled_back = memcmp(noted.root, root, 32) != 0;
	/* It lagged: a crash between commit and note. */
	if (!app->rolled_back && app->writable)
		return head_write(app, &db, e);
	return 0;
}

int
app_terminal_key(struct app *app, struct signer **ret, struct err *e)
{
	OWN(signer_freep) struct signer *s = NULL;
	const char *path = app_path(app, "terminal.key");
	OWN(secret_freep) struct secret *text = secret_new(SECRET_MAX);
	const char *origin = store_origin(app->a, app->store), *known;

	if (!file_exists(path))
		return err_set(e, ERR_UNTRUE,
			       "the key of this computer, 'terminal.key', is "
			       "missing: nothing can be recorded. Put the file "
			       "back where the rest of the house lies; no "
			       "backup holds it. If it is lost, the charter "
			       "sheet from the safe is needed");
	if (file_read_into(path, text->s, text->cap, &text->n, e) != 0 ||
	    terminal_key_parse(text, origin, &s, e) != 0 ||
	    store_terminal_key(app->store, app->a, store_terminal(app->store),
			       &known, e) != 0)
		return -1;
	/* Another key of the same name would sign what nobody believes. */
	if (known == NULL ||
	    !str_eq(known, note_vkey(app->a, origin, signer_public(s))))
		return err_set(e, ERR_UNTRUE,
			       "the key of the terminal '%s' is damaged or "
			       "belongs to another terminal: put its file "
			       "'terminal.key' back as it was", origin);
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

/* Whom a file belongs to; the name of the account, or its number. */
static const char *
owner_name(struct app *app, uid_t uid)
{
	const struct passwd *pw = getpwuid(uid);

	return pw != NULL ? arena_strdup(app->a, pw->pw_name) :
			    arena_printf(app->a, "%u", (unsigned)uid);
}

/* What root wrote would be root's, and lost to the owner. */
int
app_check_owner(struct app *app, bool write, struct err *e)
{
	const char *db = app_path(app, "house.db");
	bool barred = access(db, R_OK) != 0 && errno == EACCES;
	struct stat st;

	if (stat(db, &st) != 0 && stat(app->site, &st) != 0)
		return 0;
	if (st.st_uid == geteuid() ||
	    !(barred || (geteuid() == 0 && write)))
		return 0;
	return err_set(e, ERR_REFUSED,
		       "the house in '%s' belongs to the account '%s': open "
		       "it with 'preshift-house', or log in to this computer "
		       "as that account", app->site,
		       owner_name(app, st.st_uid));
}

/* SQLite takes an empty file for a database without tables. */
static int
check_book(struct app *app, const char *db, struct err *e)
{
	struct stat st;
	bool lost = stat(db, &st) != 0 ? errno == ENOENT :
		    S_ISREG(st.st_mode) && st.st_size == 0;

	if (!lost || !file_exists(app_path(app, "terminal.key")))
		return 0;
	return err_set(e, ERR_UNTRUE,
		       "the book of this house, '%s', is missing or empty: "
		       "put it back from the newest backup", db);
}

int
app_open_house(struct app *app, bool write, struct err *e)
{
	const char *db = app_path(app, "house.db");

	if (app->store != NULL && (app->writable || !write))
		return 0;
	app_close_house(app);
	if (!app_has_house(app))
		return err_set(e, ERR_FAILED,
			       "there is no house in '%s': make one with "
			       "'preshift init', look around with 'preshift "
			       "demo', or name its folder with --site",
			       app->site);
	if (app_check_owner(app, write, e) != 0)
		return -1;
	if (check_book(app, db, e) != 0 ||
	    store_open(db, write, &app->store, e) != 0)
		return -1;
	app->writable = write;
	if (store_house(app->store, app->life, &app->house, e) != 0 ||
	    zone_open(app->life, app->house.zone, &app->zone, e) != 0)
		return -1;
	if (app->opt.now != NULL && write && !app->house.trial)
		return err_set(e, ERR_REFUSED,
			       "--now is for trial houses: '%s' is a real one",
			       app->house.title);
	start_set_now(app, app->zone);
	if (write && app_terminal_key(app, &app->terminal_key, e) != 0)
		return -1;
	notary_init(&app->notary, app->terminal_key);
	app_judge_clock(app);
	if (app->script != NULL)
		script_allow_clock(app->script, app->house.trial);
	return check_head(app, e);
}

int
app_enter_house(struct app *app, bool write, struct err *e)
{
	const char *all, *first;

	if (app_open_house(app, write, e) != 0)
		return -1;
	all = app->house.languages;
	first = arena_strndup(app->a, all, strcspn(all, " "));
	if (app->opt.lang != NULL || app->who[0] != '\0' ||
	    !app_lang_known(first) ||
	    (app->lang_chosen && strstr(all, app->lang) != NULL))
		return 0;
	return app_set_lang(app, first, e);
}

void
app_close_house(struct app *app)
{
	store_close(app->store);
	app->store = NULL;
	signer_free(app->terminal_key);
	app->terminal_key = NULL;
	app->writable = false;
}

/* ---- time ---- */

int64_t
app_day_of(const struct app *app, int64_t t)
{
	struct local l;

	zone_local(app->zone, t, &l);
	return l.days;
}

int64_t
app_today(const struct app *app)
{
	return app_day_of(app, clock_now(&app->clock));
}

char *
app_date_words(struct app *app, int64_t day)
{
	static const char *const days[] = {
		N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
		N_("Friday"), N_("Saturday"), N_("Sunday"),
	};
	static const char *const months[] = {
		N_("January"), N_("February"), N_("March"), N_("April"),
		N_("May"), N_("June"), N_("July"), N_("August"),
		N_("September"), N_("October"), N_("November"),
		N_("December"),
	};
	int y, m, d;

	civil_from_days(day, &y, &m, &d);
	/* translators: weekday, day of the month, month (in the form used
	 * after a day), year */
	return arena_printf(app->a, T(app, "%s %d %s %d"),
			    T(app, days[weekday(day)]), d,
			    T(app, months[m - 1]), y);
}

char *
app_date_short(struct app *app, int64_t day)
{
	static const char *const months[] = {
		N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"),
		N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
		N_("Nov"), N_("Dec"),
	};
	int y, m, d, now;
	const char *month;

	civil_from_days(app_today(app), &now, &m, &d);
	civil_from_days(day, &y, &m, &d);
	month = T(app, months[m - 1]);
	/* translators: day of the month, month, year */
	return y == now ? arena_printf(app->a, T(app, "%d %s"), d, month) :
			  arena_printf(app->a, T(app, "%d %s %d"), d, month,
				       y);
}

char *
app_time_words(struct app *app, int64_t t)
{
	struct local l;

	zone_local(app->zone, t, &l);
	return arena_printf(app->a, "%02d:%02d", l.hour, l.minute);
}

/* ---- settings and people ---- */

int
app_setting(struct app *app, const char *name, const char **ret,
	    struct err *e)
{
	const struct setting *s = setting_find(name);
	const char *v;

	if (str_starts(name, "house.")) {
		*ret = str_eq(name, SETTING_TITLE) ? app->house.title :
						     app->house.languages;
		return 0;
	}
	if (store_setting(app->store, app->a, name, &v, e) != 0)
		return -1;
	*ret = v != NULL ? v : s != NULL && s->dflt != NULL ? s->dflt : "";
	return 0;
}

int
app_leaf_record(struct app *app, const char *terminal, uint64_t index,
		const struct record **ret, struct err *e)
{
	struct leaf_parts parts;
	struct leaf_row leaf;
	bool found;

	*ret = NULL;
	if (store_leaf(app->store, app->a, terminal, index, &leaf, &found,
		       e) != 0)
		return -1;
	if (!found || leaf.body == NULL)
		return 0;
	return leaf_split(leaf.body, leaf.n, &parts, e) != 0 ||
	       record_parse(app->a, parts.record, parts.nrecord, ret, e) != 0 ?
		       -1 : 0;
}
