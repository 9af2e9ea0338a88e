/* Leaves of the log: a record and its signature blocks; references to leaves;
 * whose signature belongs where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/record.h"

#include <inttypes.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "record/shape.h"

static int
not_a_leaf(struct err *e)
{
	return err_set(e, ERR_UNTRUE, "what is kept here is not a record with "
		       "its signatures: it was changed or damaged");
}

/* The bytes of the four lines at S, or 0 if there are not four. */
static size_t
four_lines(const char *s, size_t n)
{
	static const char first[] = "untrusted comment: ";
	const char *p = s, *end = s + n;

	if (n < strlen(first) || memcmp(s, first, strlen(first)) != 0)
		return 0;
	for (int i = 0; i < 4; i++) {
		p = memchr(p, '\n', (size_t)(end - p));
		if (p == NULL)
			return 0;
		p++;
	}
	return (size_t)(p - s);
}

int
leaf_split(const char *body, size_t n, struct leaf_parts *ret, struct err *e)
{
	static const char last_line[] = "\nend\n";
	struct leaf_parts parts = { .record = body };
	const char *p, *end = body + n;

	if (n > LEAF_MAX)
		return not_a_leaf(e);
	p = memmem(body, n, last_line, strlen(last_line));
	if (p == NULL)
		return not_a_leaf(e);
	p += strlen(last_line);
	parts.nrecord = (size_t)(p - body);
	if (parts.nrecord > RECORD_MAX)
		return not_a_leaf(e);
	while (p < end) {
		size_t k = four_lines(p, (size_t)(end - p));

		if (k == 0 || parts.nsigs == LEAF_SIGS_MAX)
			return not_a_leaf(e);
		parts.sigs[parts.nsigs] = p;
		parts.nsig[parts.nsigs++] = k;
		p += k;
	}
	*ret = parts;
	return 0;
}

bool
leaf_ref_parse(const char *s, struct leaf_ref *ret)
{
	struct leaf_ref r = { .index = 0 };
	const char *index = strchr(s, ' '), *hash;
	char digits[24];
	size_t n;

	if (index == NULL || !shape_is_id(s, (size_t)(index - s)))
		return false;
	memcpy(r.terminal, s, (size_t)(index - s));
	hash = strchr(++index, ' ');
	if (hash == NULL || (size_t)(hash - index) >= sizeof(digits))
		return false;
	n = (size_t)(hash - index);
	memcpy(digits, index, n);
	digits[n] = '\0';
	hash++;
	if (!str_u64(digits, UINT64_MAX, &r.index) ||
	    !base64_decode(r.hash, sizeof(r.hash), hash, strlen(hash)))
		return false;
	*ret = r;
	return true;
}

char *
leaf_ref_print(struct arena *a, const char *terminal, uint64_t index,
	       const uint8_t hash[32])
{
	char text[BASE64_SIZE(32)];

	base64_encode(text, hash, 32);
	return arena_printf(a, "%s %" PRIu64 " %s", terminal, index, text);
}

char *
record_sig_comment(struct arena *a, const struct record *r,
		   enum slot_bit slot, const char *number)
{
	return arena_printf(a, "%s %s %s", r->form->word, slot_name(slot),
			    number == NULL ? "-" : number);
}

const char *
record_signer(const struct record *r, enum slot_bit slot)
{
	if ((r->form->slots & (unsigned)slot) == 0)
		return NULL;
	switch (slot) {
	case SIG_CHARTER:
		return "-";
	case SIG_HR:
	case SIG_SUPERVISOR:
		return record_get(r, "by");
	case SIG_CODE:
	case SIG_KEY:
	case SIG_PERSON:
		return record_get(r, "number");
	case SIG_OBSERVER:
		return record_get(r, "observer");
	case SIG_COACH:
		return record_get(r, "coach");
	case SIG_NONE:
		break;
	}
	return NULL;
}

bool
head_parse(const char *s, size_t n, uint64_t *ret_size, uint8_t ret_root[32])
{
	const char *sp = memchr(s, ' ', n);
	char size[24];
	size_t k;

	if (sp == NULL || (k = (size_t)(sp - s)) >= sizeof(size))
		return false;
	memcpy(size, s, k);
	size[k] = '\0';
	return strlen(size) == k && str_u64(size, INT64_MAX, ret_size) &&
	       base64_decode(ret_root, 32, sp + 1, n - k - 1);
}

char *
head_print(struct arena *a, uint64_t size, const uint8_t root[32])
{
	char text[BASE64_SIZE(32)];

	base64_encode(text, root, 32);
	return arena_printf(a, "%llu %s", (unsigned long long)size, text);
}
