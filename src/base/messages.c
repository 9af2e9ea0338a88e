/* A reader of gettext's compiled .mo files that does not depend on the
 * process's locale. The file is checked whole when it is opened: a lookup
 * cannot fail later.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/messages.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"

#define MAGIC 0x950412de
#define HEADER_SIZE 20
#define FILE_MAX ((size_t)16 * 1024 * 1024)
#define LANG_MAX_SIZE 16

struct messages {
	struct arena a;
	char *lang;
	const char *data;
	size_t size;
	bool swap;
	uint32_t n, ids, texts; /* count, and where the two tables begin */
};

static uint32_t
word_at(const struct messages *m, size_t at)
{
	uint32_t v;

	memcpy(&v, m->data + at, sizeof(v));
	return m->swap ? __builtin_bswap32(v) : v;
}

/* String I of TABLE. */
static const char *
string_at(const struct messages *m, uint32_t table, uint32_t i, size_t *ret_n)
{
	*ret_n = word_at(m, table + (size_t)8 * i);
	return m->data + word_at(m, table + (size_t)8 * i + 4);
}

/* Whether string I of TABLE lies in the file and ends there with a NUL. */
static bool
string_inside(const struct messages *m, uint32_t table, uint32_t i)
{
	uint64_t n = word_at(m, table + (size_t)8 * i);
	uint64_t at = word_at(m, table + (size_t)8 * i + 4);

	return at + n < m->size && m->data[at + n] == '\0';
}

/* GNU gettext manual 10.3. The hash table and the system-dependent strings of
 * minor revision 1 are passed over. */
static bool
header_ok(struct messages *m)
{
	if (m->size < HEADER_SIZE)
		return false;
	m->swap = word_at(m, 0) != MAGIC;
	if (word_at(m, 0) != MAGIC || word_at(m, 4) >> 16 > 1)
		return false;
	m->n = word_at(m, 8);
	m->ids = word_at(m, 12);
	m->texts = word_at(m, 16);
	return (uint64_t)m->ids + (uint64_t)8 * m->n <= m->size &&
	       (uint64_t)m->texts + (uint64_t)8 * m->n <= m->size;
}

static bool
strings_ok(const struct messages *m)
{
	const char *id, *last = NULL;
	size_t n;

	for (uint32_t i = 0; i < m->n; i++) {
		if (!string_inside(m, m->ids, i) ||
		    !string_inside(m, m->texts, i))
			return false;
		id = string_at(m, m->ids, i, &n);
		/* the search halves: it needs them in order */
		if (last != NULL && strcmp(last, id) >= 0)
			return false;
		last = id;
	}
	return true;
}

static bool
lang_ok(const char *lang)
{
	size_t n = strspn(lang, "abcdefghijklmnopqrstuvwxyz"
				"ABCDEFGHIJKLMNOPQRSTUVWXYZ_@-");

	return n > 0 && n < LANG_MAX_SIZE && lang[n] == '\0';
}

static int
load(struct messages *m, const char *dir, struct err *e)
{
	const char *file = arena_printf(&m->a, "%s.mo", m->lang);
	const char *path = path_join(&m->a, dir, file);

	if (!file_exists(path))
		return err_set(e, ERR_USAGE,
			       "there are no messages in the language '%s'",
			       m->lang);
	if (file_read(&m->a, path, FILE_MAX, &m->data, &m->size, e) != 0)
		return -1;
	if (!header_ok(m) || !strings_ok(m))
		return err_set(e, ERR_FAILED,
			       "the messages in '%s' are damaged; install "
			       "preshift again",
			       path);
	return 0;
}

int
messages_open(const char *dir, const char *lang, struct messages **ret,
	      struct err *e)
{
	struct messages *m;

	if (!lang_ok(lang))
		return err_set(e, ERR_USAGE,
			       "'%s' is not a language; use a code like 'de'",
			       lang);
	m = calloc(1, sizeof(*m));
	if (m == NULL)
		own_no_memory();
	m->lang = arena_strdup(&m->a, lang);
	if (!str_eq(lang, "en") && load(m, dir, e) != 0) {
		messages_free(m);
		return -1;
	}
	*ret = m;
	return 0;
}

void
messages_free(struct messages *m)
{
	if (m == NULL)
		return;
	arena_free(&m->a);
	free(m);
}

const char *
messages_lang(const struct messages *m)
{
	return m == NULL ? "en" : m->lang;
}

/* Compares the stored KEY with ID, or with CTXT "\004" ID. */
static int
compare_key(const char *key, const char *ctxt, const char *id)
{
	size_t n;
	int c;

	if (ctxt == NULL)
		return strcmp(key, id);
	n = strlen(ctxt);
	c = strncmp(key, ctxt, n);
	if (c != 0)
		return c;
	if (key[n] != '\004')
		return (unsigned char)key[n] < 4 ? -1 : 1;
	return strcmp(key + n + 1, id);
}

static bool
find(const struct messages *m, const char *ctxt, const char *id,
     uint32_t *ret_i)
{
	uint32_t low = 0, high = m == NULL ? 0 : m->n;

	if (*id == '\0')
		return false; /* the catalogue's own header */
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		size_t n;
		int c = compare_key(string_at(m, m->ids, mid, &n), ctxt, id);

		if (c == 0) {
			*ret_i = mid;
			return true;
		}
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

/* The text of entry I, or NULL if nobody translated it yet. */
static const char *
text_of(const struct messages *m, uint32_t i)
{
	size_t n;
	const char *s = string_at(m, m->texts, i, &n);

	return n == 0 ? NULL : s;
}

const char *
messages_get(const struct messages *m, const char *id)
{
	const char *s = NULL;
	uint32_t i;

	if (find(m, NULL, id, &i))
		s = text_of(m, i);
	return s == NULL ? id : s;
}

const char *
messages_pget(const struct messages *m, const char *ctxt, const char *id)
{
	const char *s = NULL;
	uint32_t i;

	if (find(m, ctxt, id, &i))
		s = text_of(m, i);
	return s == NULL ? id : s;
}

/* Which form LANG uses for N. */
static unsigned
plural_form(const char *lang, unsigned long n)
{
	if (!str_eq(lang, "ru") && !str_starts(lang, "ru_"))
		return n != 1;
	if (n % 10 == 1 && n % 100 != 11)
		return 0;
	if (n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14))
		return 1;
	return 2;
}

/* Form FORM of entry I: the forms stand behind one another, a NUL between
 * two. NULL if there are not as many. */
static const char *
form_of(const struct messages *m, uint32_t i, unsigned form)
{
	size_t n, len;
	const char *s = string_at(m, m->texts, i, &n);

	for (; form > 0; form--) {
		len = strlen(s) + 1;
		if (len > n)
			return NULL;
		s += len;
		n -= len;
	}
	return *s == '\0' ? NULL : s;
}

/* Whether entry I has the key ONE "\0" MANY. */
static bool
is_plural(const struct messages *m, uint32_t i, const char *one,
	  const char *many)
{
	size_t n, k = strlen(one) + 1;
	const char *key = string_at(m, m->ids, i, &n);

	return n == k + strlen(many) && str_eq(key + k, many);
}

const char *
messages_nget(const struct messages *m, const char *one, const char *many,
	      unsigned long n)
{
	const char *s = NULL;
	uint32_t i;

	if (find(m, NULL, one, &i) && is_plural(m, i, one, many))
		s = form_of(m, i, plural_form(m->lang, n));
	if (s != NULL)
		return s;
	return n == 1 ? one : many;
}
