/* Keys by their place: what was typed while another layout was on, and the
 * keys that the screens have.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/layout.h"

#include <stdint.h>
#include <string.h>

#include "base/own.h"
#include "base/utf8.h"

#define SMALL_A 0x430
#define CAPITAL_A 0x410
#define SMALL_YO 0x451
#define CAPITAL_YO 0x401

/* From а to я. */
static const char by_letter[32] = "f,dult;pbqrkvyjghcnea[wxio]sm'.z";

/* The keys of all screens beside the digits; a screen has none that is not
 * here. A letter lies at the same place on an English, a German and a Russian
 * keyboard, so neither y nor z is among them: the German one swaps the two.
 * `elsewhere` is what the others print where the English one has a sign. */
static const struct {
	char key;
	const char *elsewhere;
} keys[] = {
	{ ' ', "" },   /* stops the clock, and lets it run on */
	{ '?', "_," }, /* what the keys do here; F1 as well */
	{ '/', "-." }, /* find a word */
	{ '+', "" },   /* a guest joins the roll */
	{ 'a', "" },   /* all of a list; an answer */
	{ 'b', "" },   /* one page back; an answer */
	{ 'c', "" },   /* an answer */
	{ 'd', "" },   /* an answer */
	{ 'e', "" },   /* easier words */
	{ 'h', "" },   /* a hint */
	{ 'l', "" },   /* the next language; L7: number 7 comes late */
	{ 'm', "" },   /* more of what was found */
	{ 'n', "" },   /* by name */
	{ 'o', "" },   /* what is overdue; O7: number 7 is off */
	{ 'p', "" },   /* park a word; print a list */
	{ 'r', "" },   /* read again; remind */
	{ 's', "" },   /* shorten; show what is typed; sign */
	{ 't', "" },   /* back to the text; by team */
	{ 'u', "" },   /* take the last one back */
	{ 'w', "" },   /* why */
	{ 'x', "" },   /* a table for a spreadsheet */
};

static char
key_of(uint32_t c)
{
	if (c >= CAPITAL_A && c < SMALL_A)
		c += SMALL_A - CAPITAL_A;
	if (c >= SMALL_A && c < SMALL_A + sizeof(by_letter))
		return by_letter[c - SMALL_A];
	if (c == SMALL_YO || c == CAPITAL_YO)
		return '`';
	return '\0';
}

/* The letter that C is on a Latin keyboard, small; other ASCII stays. */
static char
small_latin(uint32_t c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c < 0x80 ? (char)c : key_of(c);
}

bool
layout_latin(const char *s, char *ret, size_t size)
{
	bool cyrillic = false;
	size_t n = 0;

	while (*s != '\0') {
		uint32_t c;
		size_t len = utf8_next(s, &c);
		char key = small_latin(c);

		cyrillic |= c >= 0x80;
		if (key == '\0' || n + 1 >= size)
			return false;
		ret[n++] = key;
		s += len;
	}
	if (!cyrillic)
		return false;
	ret[n] = '\0';
	return true;
}

char
layout_key(const char *c)
{
	uint32_t point;
	size_t len = utf8_next(c, &point);
	char key = small_latin(point);

	if (key == '\0' || c[len] != '\0')
		return '\0';
	if (key >= '0' && key <= '9')
		return key;
	for (size_t i = 0; i < NELEM(keys); i++)
		if (keys[i].key == key ||
		    (point < 0x80 && strchr(keys[i].elsewhere, key) != NULL))
			return keys[i].key;
	return '\0';
}
