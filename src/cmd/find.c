/* find WORD…: where the handbook, the commandments and the house's values say
 * something about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/contents.h"
#include "cmd/finding.h"

#include "base/args.h"
#include "base/str.h"
#include "base/utf8.h"

enum { HITS_MOST = 9, HITS_LEAST = 3, FRAME_ROWS = 8, FIND_COLS = 80,
       MARGIN = 20, TITLE_MOST = 30, TYPED_MOST = 60 }; /* columns */

/* How many there is room for, two lines each. */
static size_t
hits_shown(struct app *app)
{
	size_t cols, rows;

	if (app->shown == NULL)
		return HITS_MOST;
	ui_size(app->ui, &cols, &rows);
	if (rows > FRAME_ROWS + 2 * HITS_MOST)
		return HITS_MOST;
	return rows > FRAME_ROWS + 2 * HITS_LEAST ? (rows - FRAME_ROWS) / 2 :
						    HITS_LEAST;
}

static struct value *
hit_data(struct app *app, const struct passage *p)
{
	static const char *const kinds[] = { "value", "section",
					     "commandment" };
	struct value *v = value_map(app->a);

	value_put_text(app->a, v, "kind", kinds[p->kind]);
	value_put_text(app->a, v, "id", p->id);
	value_put(app->a, v, "number", p->kind == PASSAGE_COMMANDMENT ?
		  value_int(app->a, p->number) : value_null(app->a));
	value_put(app->a, v, "paragraph", p->kind == PASSAGE_SECTION ?
		  value_int(app->a, p->paragraph) : value_null(app->a));
	value_put_text(app->a, v, "text", p->text);
	value_put_text(app->a, v, "value", p->value);
	return v;
}

static const char *
hit_words(struct app *app, const struct find_query *q,
	  const struct passage *p)
{
	size_t cols = app->out.cols > 0 ? app->out.cols : FIND_COLS, taken;
	const char *head = "", *tail = "";

	if (p->kind == PASSAGE_VALUE)
		tail = arena_printf(app->a, ": %s",
				    find_excerpt(app->a, q, p->value, cols));
	else if (p->kind == PASSAGE_COMMANDMENT)
		head = arena_printf(app->a, T(app, "Commandment %u: "),
				    p->number);
	else if (p->paragraph == 0)
		head = arena_printf(app->a, "%s: ", p->id);
	else
		head = arena_printf(app->a, T(app, "%s, paragraph %u: "),
				    p->id, p->paragraph);
	taken = utf8_width(head) + utf8_width(tail) + MARGIN;
	return arena_printf(app->a, "%s%s%s", head,
			    find_excerpt(app->a, q, p->text,
					 2 * cols > taken + MARGIN ?
					 2 * cols - taken : MARGIN), tail);
}

static void
add_choice(struct app *app, struct page *p, const char *key,
	   const char *words, const char *line)
{
	page_item(app->a, p, key, words);
	app_follow(app, key, line);
}

static const char *
meant_words(struct app *app, const char *meant)
{
	return arena_printf(app->a, T(app, "Did you mean %s?"),
			    text_quoted(app->a, app->lang,
					utf8_short(app->a, meant, TYPED_MOST)));
}

static void
nothing(struct app *app, struct page *p, const char *typed,
	const char *meant)
{
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Nothing says anything about "
					      "%s."),
			       text_quoted(app->a, app->lang,
					   utf8_short(app->a, typed,
						      TYPED_MOST))));
	if (meant != NULL)
		add_choice(app, p, "1", meant_words(app, meant),
			   arena_printf(app->a, "find %s", meant));
	add_choice(app, p, meant != NULL ? "2" : "1",
		   T(app, "What the handbook contains, part by part"),
		   "handbook show");
}

static void
add_hits(struct app *app, struct page *p, const struct find_query *q,
	 const struct passages *hits, size_t from, size_t shown)
{
	for (size_t i = from; i < hits->n && i < from + shown; i++) {
		const char *key = arena_printf(app->a, "%zu", i - from + 1);

		page_item(app->a, p, key, hit_words(app, q, &hits->v[i]));
		if (hits->v[i].line != NULL)
			app_follow(app, key, hits->v[i].line);
	}
	if (from + shown >= hits->n)
		return;
	p->keys = T(app, "m more");
	app_follow(app, "m", arena_printf(app->a, "find %s --from %zu",
					  q->words, from + shown + 1));
}

/* What is said above the hits. */
static void
add_notes(struct app *app, struct page *p, const struct passages *hits,
	  bool all, size_t from, size_t shown)
{
	size_t last = from + shown < hits->n ? from + shown : hits->n;
	const char *s;

	if (from == 0 && last == hits->n)
		s = arena_printf(app->a,
				 messages_nget(app->m, "%lu place.",
					       "%lu places.", hits->n),
				 (unsigned long)hits->n);
	else
		s = arena_printf(app->a, T(app, "%zu to %zu of %zu places."),
				 from + 1, last, hits->n);
	if (!all)
		s = arena_printf(app->a, "%s %s", s,
				 T(app, "None has all of these words."));
	if (hits->edition == 0)
		s = arena_printf(app->a, "%s %s", s,
				 T(app, "No edition is published yet: this is "
					"the text as it stands."));
	page_para(app->a, p, s);
}

static int
show(struct app *app, const struct find_query *q, const char *typed,
     size_t from, struct err *e)
{
	struct page *p = app_page(app, arena_printf(
		app->a, T(app, "FOUND: %s"),
		utf8_short(app->a, typed, TITLE_MOST)));
	struct value *d = app_data(app), *list;
	size_t shown = hits_shown(app);
	struct passages all, hits;
	const char *meant;
	bool whole;

	if (find_passages(app, &all, e) != 0)
		return -1;
	hits = all;
	hits.v = ARENA_ARRAY(app->a, struct passage, all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		hits.v[i] = all.v[i];
	find_best(app->a, q, &hits, &whole);
	if (app_keeps(app))
		shown = hits.n;
	meant = whole && hits.n > 0 ? NULL : find_meant(app->a, q, &all);
	if (from >= hits.n)
		from = 0;
	value_put_text(app->a, d, "query", typed);
	list = value_put(app->a, d, "hits",
			 value_table(app->a, "kind id number paragraph text "
					     "value"));
	for (size_t i = from; i < hits.n; i++)
		value_add(app->a, list, hit_data(app, &hits.v[i]));
	value_put_text(app->a, d, "meant", meant);
	if (hits.n == 0) {
		nothing(app, p, typed, meant);
		return app_result(app, d, list, p, e);
	}
	add_notes(app, p, &hits, whole, from, shown);
	add_hits(app, p, q, &hits, from, shown);
	if (meant != NULL)
		add_choice(app, p, "d", meant_words(app, meant),
			   arena_printf(app->a, "find %s", meant));
	return app_result(app, d, list, p, e);
}

/* What is shown is shown again without asking again. */
static void
stay(struct app *app, const char *line)
{
	if (app->shown != NULL)
		app->shown->line = arena_strdup(&app->shown->a, line);
}

/* *RET "": the whole list is wanted. */
static int
asked(struct app *app, const char *const *words, int n, const char **ret,
      struct err *e)
{
	if (n == 0 && !app->io->interactive)
		return err_set(e, ERR_USAGE, "what is to be found? Such as "
			       "'find limit'");
	if (n == 0)
		return io_ask(app->io, app->a,
			      T(app, "What are you looking for? (Enter: the "
				     "list) "), NULL, ret, e);
	*ret = "";
	for (int i = 0; i < n; i++)
		*ret = arena_printf(app->a, "%s%s%s", *ret, i > 0 ? " " : "",
				    utf8_clean(app->a, words[i], false));
	return 0;
}

int
cmd_find_words(struct app *app, int argc, const char *const *argv,
	       struct err *e)
{
	const char *from = NULL, **words, *typed;
	const struct opt spec[] = {
		{ .name = "from", .type = OPT_TEXT, .text = &from },
	};
	struct find_query q;
	uint64_t first = 1;
	int n;

	if (args_parse(app->a, spec, NELEM(spec), argv + 1, argc - 1, false,
		       &words, &n, e) != 0)
		return -1;
	if (from != NULL && (!str_u64(from, INT32_MAX, &first) || first == 0))
		return err_set(e, ERR_USAGE, "--from %s: the number of a "
			       "place is needed", from);
	if (asked(app, words, n, &typed, e) != 0)
		return -1;
	if (*typed == '\0') {
		stay(app, "handbook show");
		return contents_list(app, e);
	}
	find_query(app->a, app->lang, typed, &q);
	if (q.n > 0)
		stay(app, arena_printf(app->a, "find %s --from %llu", q.words,
				       (unsigned long long)first));
	return show(app, &q, typed, (size_t)first - 1, e);
}
