/* A list of new people, as a spreadsheet wrote it: read, checked whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolling.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/csv.h"
#include "model/text.h"

enum { TOLD_LINES = 5 }; /* in the error itself */

struct list_reading {
	struct app *app;
	struct people_list *list;
	int at[LIST_COLUMNS]; /* where each column stands; -1: it is not there */
	struct person *known; /* everybody of the house */
	size_t nknown;
	const char *padded;   /* the shortest number that begins with 0, NULL */
	const char **bad;     /* a sentence for each wrong line */
	size_t nbad, cap;
	unsigned *lines;      /* of list->b.v */
	size_t nlines, caplines;
};

/* ---- the headings ---- */

/* "Name" beside "Vorname" is the family name, "Имя" beside "Фамилия" the
 * first. */
static void
join_names(int at[LIST_COLUMNS])
{
	if (at[LIST_NAME] < 0)
		return;
	if (at[LIST_FIRST] >= 0 && at[LIST_LAST] < 0)
		at[LIST_LAST] = at[LIST_NAME];
	else if (at[LIST_LAST] >= 0 && at[LIST_FIRST] < 0)
		at[LIST_FIRST] = at[LIST_NAME];
}

static int
read_headings(struct list_reading *r, const struct csv_row *row, struct err *e)
{
	for (size_t i = 0; i < LIST_COLUMNS; i++)
		r->at[i] = -1;
	for (size_t i = 0; i < row->n; i++) {
		const char *s = row->cells[i];
		enum list_column c = list_heading(r->app->a, s);

		if (*s == '\0')
			continue;
		if (c == LIST_COLUMNS)
			return err_set(e, ERR_CONTENT,
				       "line %u: unknown heading '%s': number, "
				       "name, role, team, contract, language "
				       "and coach are known", row->line, s);
		if (r->at[c] >= 0)
			return err_set(e, ERR_CONTENT,
				       "line %u: the heading '%s' stands there "
				       "twice", row->line, s);
		r->at[c] = (int)i;
	}
	join_names(r->at);
	if (r->at[LIST_NUMBER] < 0 ||
	    (r->at[LIST_NAME] < 0 &&
	     (r->at[LIST_FIRST] < 0 || r->at[LIST_LAST] < 0)))
		return err_set(e, ERR_CONTENT, "line %u: the headings number "
			       "and name are missing", row->line);
	return 0;
}

/* ---- one line ---- */

static const char *
cell(const struct list_reading *r, const struct csv_row *row, enum list_column c)
{
	return r->at[c] < 0 ? NULL : row->cells[r->at[c]];
}

/* Without the ="…" by which a spreadsheet keeps the zeros of our own lists. */
static const char *
number_cell(const struct list_reading *r, const struct csv_row *row,
	    enum list_column c)
{
	const char *s = cell(r, row, c);
	size_t n = s != NULL ? strlen(s) : 0;

	if (n >= 3 && str_starts(s, "=\"") && s[n - 1] == '"')
		return arena_strndup(r->app->a, s + 2, n - 3);
	return s;
}

static const char *
name_cell(const struct list_reading *r, const struct csv_row *row)
{
	const char *first = cell(r, row, LIST_FIRST);
	const char *last = cell(r, row, LIST_LAST);

	if (first == NULL || last == NULL)
		return cell(r, row, LIST_NAME);
	if (*first == '\0' || *last == '\0')
		return *first == '\0' ? last : first;
	return arena_printf(r->app->a, "%s %s", first, last);
}

static const char *
word_cell(const struct list_reading *r, const struct csv_row *row,
	  enum list_column c)
{
	const char *s = cell(r, row, c);

	return s != NULL ? list_word(r->app->a, c, s) : NULL;
}

static struct enrolment
take_row(const struct list_reading *r, const struct csv_row *row)
{
	return (struct enrolment){
		.number = number_cell(r, row, LIST_NUMBER),
		.name = name_cell(r, row),
		.role = word_cell(r, row, LIST_ROLE),
		.team = word_cell(r, row, LIST_TEAM),
		.contract = word_cell(r, row, LIST_CONTRACT),
		.lang = word_cell(r, row, LIST_LANG),
		.coach = number_cell(r, row, LIST_COACH),
	};
}

static bool
all_digits(const char *s)
{
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

/* What a spreadsheet made of a number. */
static int
check_number(const struct list_reading *r, const char *s, struct err *e)
{
	if (s != NULL && strstr(s, "E+") != NULL)
		return err_set(e, ERR_CONTENT, "'%s' is what a spreadsheet "
			       "made of a long number: format the column as "
			       "text and type the number again", s);
	if (s != NULL && r->padded != NULL && all_digits(s) && *s != '0' &&
	    strlen(s) < strlen(r->padded))
		return err_set(e, ERR_CONTENT, "'%s' is shorter than '%s': "
			       "Excel has dropped the zeros in front; format "
			       "the column as text and type the number again",
			       s, r->padded);
	return 0;
}

static const struct person *
known(const struct list_reading *r, const char *number)
{
	for (size_t i = 0; i < r->nknown; i++)
		if (str_eq(r->known[i].number, number))
			return &r->known[i];
	return NULL;
}

static bool
same_name(struct arena *a, const char *x, const char *y)
{
	return str_eq(utf8_fold(a, x), utf8_fold(a, y));
}

static int
check_new(const struct list_reading *r, const struct enrolment *v, struct err *e)
{
	const struct batch *b = &r->list->b;

	if (str_eq(v->role, "hr"))
		return err_set(e, ERR_CONTENT, "HR persons are enrolled one "
			       "by one");
	for (size_t i = 0; i < b->n; i++)
		if (str_eq(b->v[i].number, v->number))
			return err_set(e, ERR_CONTENT, "the number %s stands "
				       "in the list twice", v->number);
	return 0;
}

/* 1: is here already, under this name. */
static int
check_row(const struct list_reading *r, struct enrolment *v, struct err *e)
{
	const struct person *p;

	if (check_number(r, v->number, e) != 0 ||
	    enrolment_check(r->app, v, e) != 0)
		return -1;
	p = known(r, v->number);
	if (p == NULL)
		return check_new(r, v, e);
	if (same_name(r->app->a, p->name, v->name))
		return 1;
	return err_set(e, ERR_CONTENT, "the number %s is the one of %s, not "
		       "of %s", v->number,
		       *p->name != '\0' ? p->name : T(r->app, "(erased)"),
		       v->name);
}

static void
bad_line(struct list_reading *r, unsigned line, const struct err *why)
{
	ARENA_PUSH(r->app->a, r->bad, r->nbad, r->cap,
		   arena_printf(r->app->a, T(r->app, "line %u: %s"), line,
				why->text));
}

static bool
is_plain(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

static void
read_row(struct list_reading *r, const struct csv_row *row)
{
	struct people_list *l = r->list;
	struct enrolment v = take_row(r, row);
	struct err e;
	int rc;

	if (row->cells[0][0] == '#' ||
	    (v.number != NULL && v.number[0] == '#')) {
		l->examples++;
		return;
	}
	if (l->special == NULL && v.name != NULL && !is_plain(v.name))
		l->special = v.name;
	err_init(&e, r->app->m);
	rc = check_row(r, &v, &e);
	if (rc < 0) {
		bad_line(r, row->line, &e);
	} else if (rc == 1) {
		l->skipped++;
	} else {
		ARENA_PUSH(r->app->a, r->lines, r->nlines, r->caplines,
			   row->line);
		ARENA_PUSH(r->app->a, l->b.v, l->b.n, l->b.cap, v);
	}
}

/* ---- all of them ---- */

static void
look_for_zeros(struct list_reading *r, const char *number)
{
	if (number != NULL && number[0] == '0' && all_digits(number) &&
	    (r->padded == NULL || strlen(number) < strlen(r->padded)))
		r->padded = number;
}

/* A number shorter than all in the house: perhaps it had zeros. */
static const char *
find_shorter(const struct list_reading *r)
{
	const struct batch *b = &r->list->b;
	size_t least = NUMBER_MAX + 1;

	for (size_t i = 0; i < r->nknown; i++)
		if (strlen(r->known[i].number) < least)
			least = strlen(r->known[i].number);
	for (size_t i = 0; i < b->n; i++)
		if (all_digits(b->v[i].number) &&
		    strlen(b->v[i].number) < least)
			return b->v[i].number;
	return NULL;
}

/* The coach may stand further down in the list. */
static void
check_coaches(struct list_reading *r)
{
	const struct batch *b = &r->list->b;
	struct err e;
	size_t k;

	for (size_t i = 0; i < b->n; i++) {
		const char *coach = b->v[i].coach;

		for (k = 0; k < b->n && !str_eq(b->v[k].number, coach); k++)
			;
		if (k < b->n || str_eq(coach, "-") || known(r, coach) != NULL)
			continue;
		err_init(&e, r->app->m);
		err_set(&e, ERR_CONTENT, "nobody has the number %s of the "
			"coach, here or in the list", coach);
		bad_line(r, r->lines[i], &e);
	}
}

static int
tell_bad(struct list_reading *r, struct err *e)
{
	struct app *app = r->app;
	struct page *page = app_page(app, T(app, "WRONG LINES"));
	OWN(str_free) struct str all = { 0 }, some = { 0 };

	for (size_t i = 0; i < r->nbad; i++) {
		page_para(app->a, page, r->bad[i]);
		str_printf(&all, "%s%s", i > 0 ? "\n" : "", r->bad[i]);
		if (i < TOLD_LINES)
			str_printf(&some, "%s%s", i > 0 ? "\n" : "",
				   r->bad[i]);
	}
	if (r->nbad > TOLD_LINES) {
		if (!app->io->interactive)
			out_note(str_text(&all));
		else if (io_tell(app->io, page, e) != 0)
			return -1;
	}
	return err_set(e, ERR_CONTENT,
		       "'%s': wrong lines: %u; nobody was enrolled.\n%s",
		       r->list->path, (unsigned)r->nbad, str_text(&some));
}

static int
read_rows(struct list_reading *r, const struct csv *csv, struct err *e)
{
	if (csv->n == 0)
		return err_set(e, ERR_CONTENT, "'%s' is empty", r->list->path);
	if (read_headings(r, &csv->rows[0], e) != 0)
		return err_wrap(e, "%s", r->list->path);
	if (csv->n == 1)
		return err_set(e, ERR_CONTENT, "'%s' has headings and nobody "
			       "below them", r->list->path);
	for (size_t i = 0; i < r->nknown; i++)
		look_for_zeros(r, r->known[i].number);
	for (size_t i = 1; i < csv->n; i++)
		look_for_zeros(r, number_cell(r, &csv->rows[i], LIST_NUMBER));
	for (size_t i = 1; i < csv->n; i++)
		read_row(r, &csv->rows[i]);
	check_coaches(r);
	r->list->shorter = find_shorter(r);
	return r->nbad > 0 ? tell_bad(r, e) : 0;
}

/* ---- the file ---- */

static bool
is_workbook(const char *s, size_t n)
{
	return n >= 4 && (memcmp(s, "PK\3\4", 4) == 0 ||
			  memcmp(s, "\xd0\xcf\x11\xe0", 4) == 0);
}

static int
decode(struct app *app, struct people_list *l, const enum charset *set,
       const char **s, size_t *n, struct err *e)
{
	const char *text;

	if (is_workbook(*s, *n))
		return err_set(e, ERR_CONTENT, "'%s' is a workbook, not a "
			       "list: open it, choose File, Save As, 'CSV "
			       "UTF-8', and take the file that makes",
			       l->path);
	l->set = charset_guess(*s, *n, &l->sure);
	if (set != NULL && !l->sure)
		l->set = *set;
	text = charset_decode(app->a, l->set, *s, *n, n);
	if (text == NULL)
		return err_set(e, ERR_CONTENT, "'%s' is no list that can be "
			       "read: save it as 'CSV UTF-8'", l->path);
	*s = text;
	return 0;
}

int
list_read(struct app *app, const char *path, const enum charset *set,
	  struct people_list *ret, struct err *e)
{
	struct people_list list = { .path = path };
	struct list_reading r = { .app = app, .list = &list };
	struct csv csv;
	const char *s;
	size_t n;

	if (file_read(app->a, path, CSV_MAX_BYTES, &s, &n, e) != 0 ||
	    decode(app, &list, set, &s, &n, e) != 0)
		return -1;
	if (csv_read(app->a, s, n, &csv, e) != 0)
		return err_wrap(e, "%s", path);
	if (store_people(app->store, app->a, &r.known, &r.nknown, e) != 0 ||
	    read_rows(&r, &csv, e) != 0)
		return -1;
	*ret = list;
	return 0;
}
