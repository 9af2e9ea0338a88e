/* A conversation and a keeper for tests: answers from a list, pages as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake_io.h"

#include <string.h>

#include "base/utf8.h"

static struct fake_io *
of_io(struct io *io)
{
	return (struct fake_io *)(void *)io;
}

static int
called(struct fake_io *f, struct err *e)
{
	f->calls++;
	if (f->calls == f->fail_call)
		return err_set(e, ERR_FAILED, "the terminal is gone");
	return 0;
}

static void
render(struct fake_io *f, const struct page *p, struct str *out)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *right = NULL, *left;

	if (f->clock != NULL) {
		int64_t now = clock_mono_ms(f->clock);

		right = page_clock_text(&a, &p->clock, now, "%s of %s",
					"ended at %s", "paused at %s");
		left = page_clock_left(&a, &p->clock, now);
		if (left != NULL)
			right = arena_printf(&a, "%s left   %s", left, right);
	}
	str_clear(out);
	page_render(out, p, PAGE_SCREEN, 80, 0, right);
}

static void
measure(struct fake_io *f, const char *s)
{
	OWN(arena_free) struct arena a = { 0 };
	size_t lines = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, "\n");
		size_t w = utf8_width(arena_strndup(&a, s, n));

		f->widest = w > f->widest ? w : f->widest;
		lines++;
		s += n + (s[n] == '\n');
	}
	f->longest = lines > f->longest ? lines : f->longest;
}

static int
fake_tell(struct io *io, const struct page *p, struct err *e)
{
	struct fake_io *f = of_io(io);

	if (called(f, e) != 0)
		return -1;
	if (p->news != NULL && !f->io.interactive) {
		str_clear(&f->said);
		str_printf(&f->said, "%s", p->news);
		str_printf(&f->all, "%s\n", p->news);
		return 0;
	}
	f->page = p;
	render(f, p, &f->screen);
	measure(f, str_text(&f->screen));
	if (f->tells++ == 0)
		str_add(&f->first, str_text(&f->screen));
	page_render(&f->all, p, PAGE_PLAIN, 80, 0, NULL);
	return 0;
}

static int
fake_say(struct io *io, const char *line, struct err *e)
{
	struct fake_io *f = of_io(io);

	if (called(f, e) != 0)
		return -1;
	str_clear(&f->said);
	str_add(&f->said, line);
	str_printf(&f->all, "%s\n", line);
	return 0;
}

static int
next(struct fake_io *f, const char *prompt, const char **ret, struct err *e)
{
	uint64_t seconds;

	if (called(f, e) != 0)
		return -1;
	f->asked++;
	if (f->page != NULL)
		render(f, f->page, &f->screen); /* its clock runs on */
	str_printf(&f->all, "[%s]\n", prompt);
	if (f->at >= f->power_after)
		return err_set(e, ERR_FAILED, "the power is gone");
	for (; f->at < f->n; f->at++) {
		const char *s = f->answers[f->at];

		if (s[0] != '+' || !str_u64(s + 1, 100000, &seconds))
			break;
		clock_advance(f->clock, (int64_t)seconds);
	}
	if (f->at >= f->n && f->io.interactive)
		return err_cancel(e);
	if (f->at >= f->n)
		return err_set(e, ERR_USAGE,
			       "the script lacks an answer to: %s", prompt);
	*ret = f->answers[f->at++];
	if (f->clock != NULL)
		clock_advance(f->clock, f->step);
	return 0;
}

static bool
is_option(struct fake_io *f, const struct io_option *o, size_t i,
	  const char *s)
{
	OWN(arena_free) struct arena a = { 0 };

	if (str_eq(s, o[i].word))
		return true;
	if (!f->io.interactive)
		return false;
	return str_eq(s, o[i].key != NULL ? o[i].key :
					    arena_printf(&a, "%zu", i + 1));
}

static int
fake_choose(struct io *io, const char *prompt, const struct io_option *o,
	    size_t n, size_t dflt, size_t *ret_i, struct err *e)
{
	struct fake_io *f = of_io(io);
	const char *s;

	/* A lineup that was put away is gone on with, which needs no answer
	 * here: its own page is the first. */
	if (str_eq(prompt, "What now")) {
		str_clear(&f->first);
		f->tells = 0;
		*ret_i = 0;
		return 0;
	}
	for (size_t i = 0; i < n; i++)
		if (o[i].label != NULL)
			str_printf(&f->all, "(%s) %s\n", o[i].word,
				   o[i].label);
	do {
		if (next(f, prompt, &s, e) != 0)
			return -1;
		for (size_t i = 0; i < n; i++) {
			if (!(*s == '\0' ? i == dflt : is_option(f, o, i, s)))
				continue;
			if (o[i].blocked) { /* a terminal says why */
				str_printf(&f->all, "%s\n",
					   o[i].why != NULL ? o[i].why : "");
				break;
			}
			*ret_i = i;
			return 0;
		}
		if (f->io.interactive && str_eq(s, "0"))
			return err_cancel(e);
	} while (f->io.interactive);
	return err_set(e, ERR_USAGE, "'%s' is not one of the words", s);
}

static int
fake_ask(struct io *io, struct arena *a, const char *prompt, const char *dflt,
	 const char **ret_line, struct err *e)
{
	const char *s;

	if (next(of_io(io), prompt, &s, e) != 0)
		return -1;
	*ret_line = arena_strdup(a, *s == '\0' && dflt != NULL ? dflt : s);
	return 0;
}

static int
fake_ask_key(struct io *io, struct arena *a, const char *prompt,
	     const char *keys, const char **ret_line, struct err *e)
{
	of_io(io)->keys = keys;
	return fake_ask(io, a, prompt, NULL, ret_line, e);
}

static int
fake_ask_secret(struct io *io, const char *prompt,
		const struct io_secret *how, struct secret **ret,
		struct err *e)
{
	(void)how;
	(void)io;
	(void)ret;
	return err_set(e, ERR_FAILED, "no secret here: %s", prompt);
}

static int
fake_more(struct io *io)
{
	return of_io(io)->at < of_io(io)->n;
}

static void
fake_speak(struct io *io, const struct messages *m)
{
	of_io(io)->words = m;
}

void
fake_io_init(struct fake_io *f, const char *const *answers, bool interactive)
{
	static const struct io_ops ops = {
		.tell = fake_tell,
		.say = fake_say,
		.choose = fake_choose,
		.ask = fake_ask,
		.ask_key = fake_ask_key,
		.ask_secret = fake_ask_secret,
		.more = fake_more,
		.speak = fake_speak,
	};

	memset(f, 0, sizeof(*f));
	f->io.ops = &ops;
	f->io.interactive = interactive;
	f->answers = answers;
	while (answers[f->n] != NULL)
		f->n++;
	f->power_after = SIZE_MAX;
}

void
fake_io_free(struct fake_io *f)
{
	str_free(&f->all);
	str_free(&f->said);
	str_free(&f->first);
	str_free(&f->screen);
}

bool
fake_io_showed(const struct fake_io *f, const char *text)
{
	return strstr(str_text(&f->all), text) != NULL;
}

/* ---- the keeper ---- */

static int
fake_load(struct keeper *keeper, struct arena *a, const char *key,
	  const char **ret_text, struct err *e)
{
	struct fake_keeper *k = (struct fake_keeper *)(void *)keeper;

	(void)key;
	(void)e;
	*ret_text = k->there ? arena_strdup(a, str_text(&k->text)) : NULL;
	return 0;
}

static int
fake_save(struct keeper *keeper, const char *key, const char *was,
	  const char *text, struct err *e)
{
	struct fake_keeper *k = (struct fake_keeper *)(void *)keeper;

	(void)key;
	if (was != NULL && (!k->there || !str_eq(str_text(&k->text), was)))
		return err_set(e, ERR_REFUSED, "another window went on");
	if (++k->saves == k->fail_save)
		return err_set(e, ERR_FAILED, "the disk is full");
	str_clear(&k->text);
	k->there = text != NULL;
	if (text != NULL)
		str_add(&k->text, text);
	if (k->saves == k->swap_after) {
		str_clear(&k->text);
		str_add(&k->text, "the other window's\n");
	}
	return 0;
}

void
fake_keeper_init(struct fake_keeper *k)
{
	memset(k, 0, sizeof(*k));
	k->keeper.load = fake_load;
	k->keeper.save = fake_save;
}

void
fake_keeper_free(struct fake_keeper *k)
{
	str_free(&k->text);
}
