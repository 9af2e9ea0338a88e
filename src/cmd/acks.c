/* acks: who must sign the handbook, who has, who has not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/args.h"
#include "base/str.h"
#include "model/duty.h"

const char *
app_duty_words(struct app *app, const struct standing *s)
{
	switch ((enum duty_status)s->status) {
	case DUTY_LEFT:
		return T(app, "left");
	case DUTY_DISPUTED:
		return T(app, "in dispute");
	case DUTY_EXEMPT:
		return T(app, "exempt");
	case DUTY_DECLINED:
		return T(app, "said no");
	case DUTY_ACKNOWLEDGED:
		return T(app, "signed");
	case DUTY_OVERDUE:
		return arena_printf(app->a, T(app, "overdue since %s"),
				    app_date_short(app, s->due + 1));
	case DUTY_OUTDATED:
		return T(app, "signed an older edition");
	case DUTY_DUE:
		return arena_printf(app->a, T(app, "to sign by %s"),
				    app_date_short(app, s->due));
	case DUTY_ASKED:
		return T(app, "to sign, reminded");
	case DUTY_NOT_ASKED:
		return T(app, "to sign");
	}
	return "";
}

static const char *
proof_words(struct app *app, char proof)
{
	switch (proof) {
	case 'A':
		return T(app, "strong");
	case 'B':
		return T(app, "fair");
	case 'C':
		return T(app, "weak");
	case 'D':
		return T(app, "in doubt");
	default:
		return "-";
	}
}

static struct value *
row_data(struct app *app, const struct standing *s)
{
	struct value *v = value_map(app->a);
	char *at = NULL;
	char proof[2] = { s->proof, '\0' };

	value_put_text(app->a, v, "number", s->p->number);
	value_put_text(app->a, v, "status",
		       duty_word((enum duty_status)s->status));
	if (s->ack != NULL) {
		at = arena_alloc(app->a, UTC_SIZE);
		utc_print(at, s->ack->at);
		value_put_int(app->a, v, "edition", s->ack->edition);
	} else {
		value_put(app->a, v, "edition", value_null(app->a));
	}
	value_put_text(app->a, v, "language",
		       s->ack != NULL ? s->ack->lang : NULL);
	value_put_text(app->a, v, "at", at);
	value_put(app->a, v, "leaf",
		  s->ack != NULL ? value_int(app->a, (int64_t)s->ack->index) :
				   value_null(app->a));
	value_put_text(app->a, v, "proof",
		       s->proof != '\0' ? arena_strdup(app->a, proof) : NULL);
	value_put_text(app->a, v, "wants", s->wants);
	return v;
}

static const char *
state_words(struct app *app, const struct standing *s)
{
	if (s->wants != NULL)
		return str_eq(s->wants, "paper") ?
		       T(app, "asks for paper") :
		       T(app, "asks to be explained");
	return app_duty_words(app, s);
}

static void
count_line(struct app *app, struct page *page, const struct standing *v,
	   size_t n)
{
	unsigned long c[DUTY_NOT_ASKED + 1] = { 0 };

	for (size_t i = 0; i < n; i++)
		c[v[i].status]++;
	page_para(app->a, page,
		  arena_printf(app->a,
			       T(app, "%zu people: %lu signed, %lu to sign, "
				      "%lu overdue, %lu said no, %lu exempt, "
				      "%lu left."), n,
			       c[DUTY_ACKNOWLEDGED],
			       c[DUTY_DUE] + c[DUTY_ASKED] +
			       c[DUTY_NOT_ASKED] + c[DUTY_OUTDATED],
			       c[DUTY_OVERDUE], c[DUTY_DECLINED],
			       c[DUTY_EXEMPT], c[DUTY_LEFT]));
}

static int
check_status(const char *s, struct err *e)
{
	if (s == NULL)
		return 0;
	for (int i = DUTY_LEFT; i <= DUTY_NOT_ASKED; i++)
		if (str_eq(s, duty_word((enum duty_status)i)))
			return 0;
	return err_set(e, ERR_USAGE, "'%s' is no status: acknowledged, "
		       "overdue, outdated, due, asked, not-asked, declined, "
		       "disputed, exempt or left", s);
}

static int
show(struct app *app, const struct edition_row *ed, const struct standing *v,
     size_t n, const char *status, const char *team, struct err *e)
{
	struct page *page = app_page(app, arena_printf(
		app->a, T(app, "WHO HAS SIGNED   handbook, edition %u"),
		ed->edition));
	const char *head[] = { T(app, "No."), T(app, "Name"), T(app, "Team"),
			       T(app, "State"), T(app, "Proof") };
	struct value *d = app_data(app), *list;

	value_put_int(app->a, d, "edition", ed->edition);
	list = value_put(app->a, d, "people",
			 value_table(app->a, "number status edition language "
					     "at leaf proof wants"));
	count_line(app, page, v, n);
	page_head(app->a, page, NELEM(head), head);
	for (size_t i = 0; i < n; i++) {
		const struct standing *s = &v[i];
		const char *row[] = { s->p->number, s->p->name,
				      str_eq(s->p->team, "-") ? "" :
				      s->p->team, state_words(app, s),
				      proof_words(app, s->proof) };

		if ((status != NULL &&
		     !str_eq(status, duty_word((enum duty_status)
					       s->status))) ||
		    (team != NULL && !str_eq(team, s->p->team)))
			continue;
		value_add(app->a, list, row_data(app, s));
		page_row(app->a, page, NELEM(row), row);
	}
	return app_result(app, d, list, page, e);
}

int
cmd_acks(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *status = NULL, *team = NULL;
	const struct opt spec[] = {
		{ .name = "status", .type = OPT_TEXT, .text = &status },
		{ .name = "team", .type = OPT_TEXT, .text = &team },
	};
	struct edition_row ed = { 0 };
	struct standing *v;
	bool found;
	size_t n;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0)
		return -1;
	if (check_status(status, e) != 0 ||
	    app_current_edition(app, &ed, &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_FAILED, "no edition of the handbook is "
			       "published yet: HR does it with 'handbook "
			       "publish --material'");
	if (app_standings(app, &ed, &v, &n, e) != 0)
		return -1;
	return show(app, &ed, v, n, status, team, e);
}
