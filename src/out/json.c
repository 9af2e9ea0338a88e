/* JSON (RFC 8259) on one line: UTF-8 as it is, no binary floating point.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/writers.h"

#include <assert.h>
#include <inttypes.h>

#include "base/utf8.h"

static void
json_char(struct str *s, const char *at, size_t n, uint32_t c)
{
	switch (c) {
	case '"': str_add(s, "\\\""); return;
	case '\\': str_add(s, "\\\\"); return;
	case '\n': str_add(s, "\\n"); return;
	case '\t': str_add(s, "\\t"); return;
	case '\r': str_add(s, "\\r"); return;
	default: break;
	}
	/* also DEL and C1: the same text may be looked at in a terminal */
	if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
		str_printf(s, "\\u%04" PRIx32, c);
	else if (c == 0xfffd)
		str_add(s, "\xef\xbf\xbd"); /* itself, or a byte of no sense */
	else
		str_addn(s, at, n);
}

void
json_text(struct str *s, const char *text)
{
	str_addc(s, '"');
	while (*text != '\0') {
		uint32_t c;
		size_t n = utf8_next(text, &c);

		json_char(s, text, n, c);
		text += n;
	}
	str_addc(s, '"');
}

void
real_text(struct str *s, const struct value *v, char point)
{
	const unsigned __int128 million = 1000000;
	unsigned __int128 x;
	uint64_t whole, part, digit = 100000;
	uint64_t u = v->i < 0 ? -(uint64_t)v->i : (uint64_t)v->i;

	assert(v->scale > 0);
	x = (u * million * 2 + (uint64_t)v->scale) / (uint64_t)v->scale / 2;
	whole = (uint64_t)(x / million);
	part = (uint64_t)(x % million);
	str_printf(s, "%s%" PRIu64 "%c", v->i < 0 && x > 0 ? "-" : "", whole,
		   point);
	do {
		str_addc(s, (char)('0' + part / digit));
		part %= digit;
		digit /= 10;
	} while (part > 0);
}

static void
json_list(struct str *s, const struct value *v)
{
	str_addc(s, '[');
	for (size_t i = 0; i < v->n; i++) {
		if (i > 0)
			str_addc(s, ',');
		json_value(s, v->v[i]);
	}
	str_addc(s, ']');
}

static void
json_map(struct str *s, const struct value *v)
{
	str_addc(s, '{');
	for (size_t i = 0; i < v->n; i++) {
		if (i > 0)
			str_addc(s, ',');
		json_text(s, v->keys[i]);
		str_addc(s, ':');
		json_value(s, v->v[i]);
	}
	str_addc(s, '}');
}

void
json_value(struct str *s, const struct value *v)
{
	if (v == NULL) {
		str_add(s, "null");
		return;
	}
	switch (v->kind) {
	case VAL_NULL: str_add(s, "null"); break;
	case VAL_BOOL: str_add(s, v->b ? "true" : "false"); break;
	case VAL_INT: str_printf(s, "%" PRId64, v->i); break;
	case VAL_REAL: real_text(s, v, '.'); break;
	case VAL_TEXT: json_text(s, v->s); break;
	case VAL_LIST: json_list(s, v); break;
	case VAL_MAP: json_map(s, v); break;
	}
}

void
write_json(struct str *s, const struct out *o, const struct result *r)
{
	(void)o;
	if (r->data == NULL)
		str_add(s, "{\"format\":1}");
	else
		json_value(s, r->data);
	str_addc(s, '\n');
}
