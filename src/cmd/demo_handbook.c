/* The demonstration's handbook: published, read, signed, declined, asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/demo.h"

#include <stdio.h>

#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/enrolment.h"
#include "cmd/handbook.h"

enum { DUE_DAYS = 14 };

int
demo_publish(struct demo *d, struct err *e)
{
	static const char *const words[] = { "publish", "--material",
					     "--summary",
					     "First edition of this house." };

	demo_at(d, DEMO_DAYS, 11, 0);
	snprintf(d->app->who, sizeof(d->app->who), "%s",
		 d->people[0].number);
	d->app->role = ROLE_HR;
	player_secret(d->player, d->people[0].passphrase);
	return cmd_handbook_publish(d->app, NELEM(words), words, e);
}

/* Somebody reads everything that must be read, in one sitting. */
static int
read_all(struct demo *d, const struct demo_person *p,
	 const struct app_edition *ed, unsigned seconds, struct err *e)
{
	const struct edition_row *row = &ed->row;
	struct app *app = d->app;
	struct arena *a = app->a;
	struct appended done;
	struct record *r;
	unsigned part = 0;

	if (app_record(app, REC_READ, p->number, &r, e) != 0 ||
	    handbook_put(app, r, p->number, ed, e) != 0)
		return -1;
	for (size_t i = 0; i < row->nsections; i++) {
		const char *id = row->sections[i].id;
		const struct edition_section *s =
			edition_section(&ed->text, id);
		size_t wrong;

		if (!row->sections[i].must || s == NULL)
			continue;
		wrong = part++ % 5 == 0 && s->nquestions > 0;
		if (record_put(a, r, "opened", id, e) != 0 ||
		    record_put(a, r, "answered",
			       arena_printf(a, "%s %zu %zu", id,
					    s->nquestions - wrong,
					    s->nquestions), e) != 0)
			return -1;
	}
	if (record_put(a, r, "bookmark", "H19 0", e) != 0 ||
	    record_put_int(a, r, "seconds", seconds, e) != 0 ||
	    record_put(a, r, "entry", "keyboard", e) != 0)
		return -1;
	return demo_append(d, r, SIG_NONE, NULL, NULL, &done, e);
}

static int
put_ack(struct demo *d, const struct demo_person *p,
	const struct app_edition *ed, struct record *r, unsigned seconds,
	const char *hash, struct err *e)
{
	const struct edition_row *row = &ed->row;
	struct arena *a = d->app->a;

	if (handbook_put(d->app, r, p->number, ed, e) != 0)
		return -1;
	for (size_t i = 0; i < row->nsections; i++)
		if (row->sections[i].must &&
		    record_put(a, r, "section", row->sections[i].id, e) != 0)
			return -1;
	if (record_put_int(a, r, "seconds", seconds, e) != 0 ||
	    record_put(a, r, "quiz", "21 24", e) != 0 ||
	    record_put(a, r, "meaning", "read", e) != 0 ||
	    record_put(a, r, "words",
		       signing_words(d->app->a, app_catalogue(d->app,
							      p->lang),
				     SIGN_READ, ed->row.edition), e) != 0 ||
	    record_put(a, r, "form", "yes", e) != 0 ||
	    record_put(a, r, "name-hash", hash, e) != 0 ||
	    record_put(a, r, "assisted", NULL, e) != 0 ||
	    record_put(a, r, "entry", "keyboard", e) != 0)
		return -1;
	return 0;
}

static int
edition_of(struct demo *d, const struct demo_person *p,
	   struct app_edition *ret, struct err *e)
{
	struct edition_row row;
	bool found;

	if (app_current_edition(d->app, &row, &found, e) != 0)
		return -1;
	return app_edition_text(d->app, &row, p->lang, ret, e);
}

static int
acknowledge(struct demo *d, const char *number, int days_ago,
	    unsigned seconds, struct err *e)
{
	const struct demo_person *p = demo_find(d, number);
	struct side_name name = enrolment_name(d->app, number, p->name);
	struct append side = { .names = &name, .nnames = 1 };
	struct app_edition ed;
	struct appended done;
	struct record *r;

	demo_at(d, days_ago, 14, 30);
	if (edition_of(d, p, &ed, e) != 0 ||
	    read_all(d, p, &ed, seconds, e) != 0 ||
	    app_record(d->app, REC_ACK, number, &r, e) != 0 ||
	    put_ack(d, p, &ed, r, seconds, name.hash, e) != 0)
		return -1;
	return demo_append(d, r, SIG_PERSON, p->key, &side, &done, e);
}

static int
decline(struct demo *d, const char *number, int days_ago, struct err *e)
{
	const struct demo_person *p = demo_find(d, number);
	struct arena *a = d->app->a;
	struct app_edition ed;
	struct appended done;
	struct record *r;

	demo_at(d, days_ago, 16, 5);
	if (edition_of(d, p, &ed, e) != 0 ||
	    app_record(d->app, REC_DECLINE, number, &r, e) != 0 ||
	    handbook_put(d->app, r, number, &ed, e) != 0 ||
	    record_put_free(a, r, "why", "H17: I want to talk about the "
			    "late shift first.", e) != 0 ||
	    record_put(a, r, "entry", "keyboard", e) != 0)
		return -1;
	return demo_append(d, r, SIG_PERSON, p->key, NULL, &done, e);
}

static int
wish(struct demo *d, const char *number, int days_ago, struct err *e)
{
	struct arena *a = d->app->a;
	struct appended done;
	struct record *r;

	demo_at(d, days_ago, 13, 20);
	if (app_record(d->app, REC_ASK, number, &r, e) != 0 ||
	    record_put(a, r, "number", number, e) != 0 ||
	    record_put_int(a, r, "edition", 1, e) != 0 ||
	    record_put(a, r, "section", "H5", e) != 0 ||
	    record_put(a, r, "want", "explain", e) != 0)
		return -1;
	return demo_append(d, r, SIG_NONE, NULL, NULL, &done, e);
}

static int
remind(struct demo *d, const char *number, int days_ago, struct err *e)
{
	char until[DATE_SIZE];
	struct arena *a = d->app->a;
	struct appended done;
	struct record *r;

	demo_at(d, days_ago, 12, 0);
	date_print(until, d->today - DEMO_DAYS + DUE_DAYS);
	if (app_record(d->app, REC_REMIND, d->people[0].number, &r, e) != 0 ||
	    record_put(a, r, "number", number, e) != 0 ||
	    record_put_int(a, r, "edition", 1, e) != 0 ||
	    record_put(a, r, "until", until, e) != 0)
		return -1;
	return demo_append(d, r, SIG_NONE, NULL, NULL, &done, e);
}

/* Dmitri has read, and signs in the demonstration itself. */
static int
dmitri_reads(struct demo *d, struct err *e)
{
	const struct demo_person *p = demo_find(d, "1042");
	struct app_edition ed;

	demo_at(d, 1, 15, 10);
	if (edition_of(d, p, &ed, e) != 0)
		return -1;
	return read_all(d, p, &ed, 2700, e);
}

int
demo_sign(struct demo *d, struct err *e)
{
	if (acknowledge(d, "2001", 14, 2900, e) != 0 ||
	    acknowledge(d, "2002", 13, 3100, e) != 0 ||
	    acknowledge(d, "1003", 12, 2750, e) != 0 ||
	    acknowledge(d, "3001", 11, 3300, e) != 0 ||
	    decline(d, "1008", 10, e) != 0 ||
	    acknowledge(d, "1005", 6, 420, e) != 0 ||
	    wish(d, "1023", 5, e) != 0 || remind(d, "1017", 4, e) != 0 ||
	    remind(d, "1023", 4, e) != 0 ||
	    acknowledge(d, "1031", 3, 2600, e) != 0)
		return -1;
	return dmitri_reads(d, e);
}
