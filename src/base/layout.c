/* Keys by their place: a word typed while the Russian layout was on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/layout.h"

#include <stdint.h>

#include "base/utf8.h"

#define SMALL_A 0x430
#define CAPITAL_A 0x410
#define SMALL_YO 0x451
#define CAPITAL_YO 0x401

/* From а to я. */
static const char by_letter[32] = "f,dult;pbqrkvyjghcnea[wxio]sm'.z";

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

bool
layout_latin(const char *s, char *ret, size_t size)
{
	bool cyrillic = false;
	size_t n = 0;

	while (*s != '\0') {
		uint32_t c;
		size_t len = utf8_next(s, &c);
		char key = key_of(c);

		if (key != '\0')
			cyrillic = true;
		else if (c >= 'A' && c <= 'Z')
			key = (char)(c - 'A' + 'a');
		else if (c < 0x80)
			key = (char)c;
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
