/* A page to be read aloud: sentences, no columns, no bars.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page_sheet.h"

#include <string.h>

#include "base/utf8.h"

/* How long the bar at S is, "[ . . # . ]" and the blanks behind it: what it
 * shows stands in words beside it. 0: none. */
static size_t
bar(const char *s)
{
	size_t n = *s == '[' ? strspn(s + 1, " .#") + 1 : 0;

	return n > 3 && s[n] == ']' ? n + 1 + strspn(s + n + 1, " ") : 0;
}

const char *
sheet_spoken(struct sheet *sh, const char *s)
{
	OWN(str_free) struct str out = { 0 }, apart = { 0 };

	for (; s != NULL && *s != '\0'; s++) {
		str_addc(&apart, *s == '\t' ? ' ' : *s);
		if (*s == '\t') /* the two parts of a text */
			str_addc(&apart, ' ');
	}
	for (s = sheet_clean(sh, str_text(&apart)); *s != '\0';) {
		size_t n = strspn(s, " "), skip = bar(s);
		bool ends = s[n] == '\0' || s[n] == '\n';

		if (skip > 0) {
			s += skip;
			continue;
		}
		if (n == 0) {
			str_addc(&out, *s++);
			continue;
		}
		s += n;
		if (ends || out.n == 0 || out.s[out.n - 1] == '\n')
			continue;
		if (n > 1 && strchr(".,;:!?", out.s[out.n - 1]) == NULL)
			str_addc(&out, ',');
		str_addc(&out, ' ');
	}
	return arena_strdup(sh->a, str_text(&out));
}

/* "label: text" or the text, for the ear; a pick's note behind it. */
static void
speak_blocks(struct sheet *sh)
{
	size_t i = 0;

	while (i < sh->p->n) {
		const struct page_block *b = &sh->p->blocks[i];
		const char *label, *text;

		if (b->kind == PB_HEAD || b->kind == PB_ROW) {
			i = sheet_table(sh, i);
			continue;
		}
		/* a dash is for the eye */
		label = str_eq(b->label, "-") ? "" : sheet_spoken(sh, b->label);
		text = sheet_spoken(sh, b->text);
		if (label[0] != '\0' && !str_ends(label, ":"))
			label = arena_printf(sh->a, "%s:", label);
		if (label[0] != '\0')
			text = arena_printf(sh->a, "%s %s", label, text);
		if (b->kind == PB_PICK && b->cells[0][0] != '\0')
			text = arena_printf(sh->a, "%s, %s", text,
					    sheet_spoken(sh, b->cells[0]));
		if (b->kind != PB_GAP && text[0] != '\0')
			sheet_hang(sh, i, "", 0, text);
		i++;
	}
}

static void
speak_place(struct sheet *sh)
{
	OWN(str_free) struct str out = { 0 };
	const char *right;
	size_t n;

	str_add(&out, sheet_spoken(sh, sh->p->place));
	right = sheet_spoken(sh, sh->right);
	if (right[0] != '\0')
		str_printf(&out, "%s%s", out.n > 0 ? ", " : "", right);
	if (out.n == 0)
		return;
	if (strchr(".!?", out.s[out.n - 1]) == NULL)
		str_addc(&out, '.');
	const char **lines = utf8_wrap(sh->a, out.s, sh->wide, &n);
	for (size_t i = 0; i < n; i++)
		sheet_add(sh, PART_PLACE, 0, lines[i]);
}

/* The key at S, N bytes, as it is said: Enter is an empty line where every key
 * takes one. */
static const char *
spoken_key(struct sheet *sh, const char *s, size_t n)
{
	static const char enter[] = "Enter ";
	const char *key = arena_strndup(sh->a, s, n);

	if (sh->p->ear.enter == NULL || !str_starts(key, enter))
		return key;
	return arena_printf(sh->a, "%s %s", sh->p->ear.enter,
			    key + strlen(enter));
}

static void
end_keys(struct sheet *sh, struct str *line)
{
	size_t n;
	const char **lines = utf8_wrap(sh->a, str_text(line), sh->wide, &n);

	for (size_t i = 0; i < n; i++)
		sheet_add(sh, PART_KEYS, 0, lines[i]);
	str_clear(line);
}

/* No line ends between a key and what it does. */
static void
speak_keys(struct sheet *sh)
{
	const char *s = sheet_clean(sh, sh->p->keys), *key;
	OWN(str_free) struct str line = { 0 };
	size_t n;

	s += strspn(s, " \n");
	if (*s == '\0')
		return;
	if (sh->p->ear.keys != NULL)
		str_add(&line, sh->p->ear.keys);
	while (*s != '\0') {
		n = sheet_key(s);
		key = spoken_key(sh, s, n);
		s += n + strspn(s + n, " \n");
		if (*s != '\0')
			key = arena_printf(sh->a, "%s,", key);
		else if (sh->p->ear.keys != NULL &&
			 strchr(".!?", key[strlen(key) - 1]) == NULL)
			key = arena_printf(sh->a, "%s.", key);
		if (line.n > 0 && utf8_width(line.s) + 1 + utf8_width(key) >
					  sh->wide)
			end_keys(sh, &line);
		str_printf(&line, "%s%s", line.n > 0 ? " " : "", key);
	}
	end_keys(sh, &line);
}

void
sheet_speak(struct sheet *sh)
{
	speak_place(sh);
	speak_blocks(sh);
	speak_keys(sh);
}
