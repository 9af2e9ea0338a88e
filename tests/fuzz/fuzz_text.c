/* Readers of what people type: text, codes, words of a command line, lists,
 * conditions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <string.h>
#include <unistd.h>

#include "base/args.h"
#include "base/charset.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/csv.h"
#include "model/code.h"
#include "model/expr.h"
#include "model/passphrase.h"
#include "model/playtest.h"
#include "xml/content.h"

void
fuzz_args(struct arena *a, const char *s, size_t len)
{
	const char **argv;
	struct err e;
	int argc = -1;

	(void)len;
	err_init(&e, NULL);
	if (args_split(a, s, &argv, &argc, &e) != 0) {
		PROMISE(e.kind == ERR_USAGE);
		return;
	}
	PROMISE(argc >= 0 && argv[argc] == NULL);
}

void
fuzz_code(struct arena *a, const char *s, size_t len)
{
	char digits[64];
	int bad;

	(void)a;
	(void)len;
	bad = code_read(s, CODE_GROUPS, digits);
	PROMISE(bad <= CODE_GROUPS);
	if (bad != 0)
		return;
	PROMISE(strspn(digits, "0123456789") == strlen(digits));
	for (size_t i = 0; i < CODE_GROUPS; i++)
		PROMISE(code_group_ok(digits + 6 * i, 6));
}

void
fuzz_csv(struct arena *a, const char *s, size_t len)
{
	struct csv csv = { 0 };
	bool sure;
	struct err e;

	err_init(&e, NULL);
	s = charset_decode(a, charset_guess(s, len, &sure), s, len, &len);
	if (s == NULL)
		return;
	PROMISE(utf8_valid(s, len) && strlen(s) == len);
	if (csv_read(a, s, len, &csv, &e) != 0) {
		PROMISE(e.kind == ERR_CONTENT && e.text[0] != '\0');
		return;
	}
	for (size_t i = 0; i < csv.n; i++) {
		PROMISE(csv.rows[i].n == csv.rows[0].n);
		for (size_t k = 0; k < csv.rows[i].n; k++)
			PROMISE(utf8_valid(csv.rows[i].cells[k],
					   strlen(csv.rows[i].cells[k])));
	}
}

void
fuzz_expr(struct arena *a, const char *s, size_t len)
{
	static const char *const names[] = { "low", "mid", "high" };
	struct drill_var v[] = {
		{ .id = "n", .type = VAR_INT, .min = -9, .max = 9 },
		{ .id = "b", .type = VAR_BOOL, .max = 1 },
		{ .id = "e", .type = VAR_ENUM, .max = 2, .nvalues = 3 },
	};
	struct drill d = { .vars = v, .nvars = NELEM(v) };
	struct drill_state *st;
	struct expr *x = NULL;
	struct err e;

	(void)len;
	v[2].values = (const char **)(uintptr_t)names;
	st = drill_state_new(a, &d);
	for (int type = EXT_INT; type <= EXT_ENUM; type++) {
		err_init(&e, NULL);
		if (expr_parse(a, s, &d, (enum expr_type)type, &x, &e) != 0) {
			PROMISE(e.kind == ERR_CONTENT && e.text[0] != '\0');
			continue;
		}
		int64_t n = expr_eval(x, &d, st);

		PROMISE(n >= INT32_MIN && n <= INT32_MAX);
		if (type == EXT_BOOL)
			PROMISE(n == 0 || n == 1);
	}
}

void
fuzz_messages(struct arena *a, const char *s, size_t len)
{
	char dir[] = "/tmp/preshift-fuzz-XXXXXX";
	struct messages *m = NULL;
	const char *path, *t;
	struct err e;

	PROMISE(mkdtemp(dir) != NULL);
	path = path_join(a, dir, "xx.mo");
	err_init(&e, NULL);
	PROMISE(file_write_new(path, 0600, s, len, &e) == 0);
	if (messages_open(dir, "xx", &m, &e) == 0) {
		t = messages_get(m, "Leave");
		PROMISE(t != NULL && strlen(t) < len + 16);
		for (unsigned long n = 0; n < 120; n++) {
			t = messages_nget(m, "%lu record", "%lu records", n);
			PROMISE(t != NULL && strlen(t) < len + 16);
		}
	}
	messages_free(m);
	unlink(path);
	rmdir(dir);
}

void
fuzz_passphrase(struct arena *a, const char *s, size_t len)
{
	enum { CAP = 4096 };
	char *text = arena_alloc(a, CAP), *scratch = arena_alloc(a, CAP);
	size_t n = len < CAP / 4 ? len : CAP / 4, again;
	static const char *const common[] = { "123456789012", "password1234" };

	memcpy(text, s, n);
	if (!passphrase_normalise(text, &n, CAP, scratch))
		return;
	PROMISE(n < CAP && utf8_valid(text, n));
	again = n;
	PROMISE(passphrase_normalise(text, &again, CAP, scratch));
	PROMISE(again == n);
	passphrase_check(text, n, "Dmitri Sokolov", "1042", common,
			 NELEM(common));
}

void
fuzz_playtest(struct arena *a, const char *s, size_t len)
{
	struct playtests t = { 0 };
	struct err e;

	err_init(&e, NULL);
	if (playtest_parse(a, "x.tests", s, len, &t, &e) != 0)
		PROMISE(e.kind == ERR_CONTENT && e.text[0] != '\0');
}

void
fuzz_text(struct arena *a, const char *s, size_t len)
{
	const char *clean = utf8_clean(a, s, true), **lines;
	char small[40];
	size_t n, cols = 1 + len % 90;

	PROMISE(utf8_valid(clean, strlen(clean)));
	PROMISE(utf8_printable(clean, strlen(clean), true));
	PROMISE(str_eq(utf8_clean(a, clean, true), clean));
	n = utf8_clean_into(small, sizeof(small), s, false);
	PROMISE(n < sizeof(small) && utf8_printable(small, n, false));
	PROMISE(utf8_is_nfc(utf8_nfc(a, clean), strlen(utf8_nfc(a, clean))));
	PROMISE(str_eq(utf8_fold(a, utf8_fold(a, clean)),
		       utf8_fold(a, clean)));
	lines = utf8_wrap(a, clean, cols, &n);
	PROMISE(n >= 1);
	for (size_t i = 0; i < n; i++)
		PROMISE(cols < 2 || utf8_width(lines[i]) <= cols);
	PROMISE(utf8_fit(clean, cols) <= strlen(clean));
	PROMISE(utf8_words(clean) <= utf8_chars(clean));
}
