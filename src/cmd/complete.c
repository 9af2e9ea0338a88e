/* What Tab offers: commands, options, numbers, drills.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/complete.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "model/setting.h"

struct words {
	char **v;
	size_t n, cap;
};

static void
add_word(struct words *w, const char *s)
{
	if (w->n + 2 > w->cap) {
		size_t cap = w->cap == 0 ? 32 : 2 * w->cap;
		char **v = realloc(w->v, cap * sizeof(*v));

		if (v == NULL)
			return;
		w->v = v;
		w->cap = cap;
	}
	w->v[w->n] = strdup(s);
	if (w->v[w->n] != NULL)
		w->n++;
	w->v[w->n] = NULL;
}

static void
add_split(struct words *w, const char *list)
{
	char word[64];

	while (*list != '\0') {
		size_t n = strcspn(list, " ");

		if (n > 0 && n < sizeof(word)) {
			memcpy(word, list, n);
			word[n] = '\0';
			add_word(w, word);
		}
		list += n + (list[n] == ' ');
	}
}

static void
add_numbers(struct app *app, struct arena *a, struct words *w)
{
	struct person *p;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (app->store == NULL || app->who[0] == '\0' ||
	    store_people(app->store, a, &p, &n, &e) != 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (p[i].state != PERSON_LEFT)
			add_word(w, p[i].number);
}

static void
add_drills(struct app *app, struct words *w)
{
	const char **ids;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (app_drill_ids(app, &ids, &n, &e) != 0)
		return;
	for (size_t i = 0; i < n; i++)
		add_word(w, ids[i]);
}

static void
add_values(struct app *app, struct words *w)
{
	struct app_standards st;
	struct err e;

	err_init(&e, NULL);
	if (app_standards(app, true, &st, &e) != 0)
		return;
	for (size_t i = 0; i < st.h->nvalues; i++)
		add_word(w, st.h->values[i].id);
}

/* The words that names of the table have after the first N bytes of LINE. The
 * table is sorted: the same ones stand together. */
static void
add_names(struct words *w, const char *line, size_t n)
{
	char word[64];

	for (size_t i = 0; i < cmd_count; i++) {
		const char *name = cmd_table[i].name, *next = name + n;
		size_t len;

		if (strncmp(name, line, n) != 0)
			continue;
		len = strcspn(next, " ");
		if (len == 0 || len >= sizeof(word))
			continue;
		memcpy(word, next, len);
		word[len] = '\0';
		if (w->n == 0 || !str_eq(w->v[w->n - 1], word))
			add_word(w, word);
	}
}

/* The row with the longest name LINE begins with. */
static const struct cmd *
row_of(const char *line)
{
	const struct cmd *c = NULL;

	for (size_t i = 0; i < cmd_count; i++) {
		size_t n = strlen(cmd_table[i].name);

		if (strncmp(cmd_table[i].name, line, n) == 0 &&
		    line[n] == ' ')
			c = &cmd_table[i]; /* sorted: later is longer */
	}
	return c;
}

char **
complete_line(void *ctx, const char *line, size_t at)
{
	OWN(arena_free) struct arena a = { 0 };
	struct app *app = ctx;
	struct words w = { 0 };
	const struct cmd *c;

	add_names(&w, line, at);
	if (memchr(line, ' ', at) == NULL) {
		add_split(&w, "exit quit");
		return w.v;
	}
	c = row_of(line);
	if (c == NULL)
		return w.v;
	add_split(&w, c->options);
	switch (c->arg) {
	case ARG_NUMBER:
		add_numbers(app, &a, &w);
		break;
	case ARG_DRILL:
		add_drills(app, &w);
		break;
	case ARG_SETTING:
		for (size_t i = 0; i < setting_count; i++)
			add_word(&w, setting_table[i].name);
		break;
	case ARG_VALUE:
		add_values(app, &w);
		break;
	case ARG_COMMAND:
		add_names(&w, "", 0);
		break;
	case ARG_NONE:
	case ARG_FILE:
	case ARG_SECTION:
		break;
	}
	return w.v;
}
