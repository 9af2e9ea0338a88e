/* receipt: the page, and the same for machines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/receipt.h"

#include <stdlib.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "trust/minisign.h"

enum { KEY_SHOWN = 16, FOLD_COLUMNS = 72 };

const char *
receipt_what(struct app *app, enum record_kind k, unsigned edition)
{
	if (k == REC_OBJECT)
		return T(app, "objection");
	return arena_printf(app->a,
			    k == REC_ACK ? T(app, "signed, edition %u") :
			    k == REC_PAPER ?
			    T(app, "signed on paper, edition %u") :
			    T(app, "said no, edition %u"), edition);
}

/* As many as the handbook promises: HR may have set another number. */
static int64_t
object_days(struct app *app)
{
	const char *set;
	struct err none;
	uint64_t n;

	err_init(&none, NULL);
	return app_setting(app, "value.object.days", &set, &none) == 0 &&
	       str_u64(set, 3650, &n) ? (int64_t)n : OBJECT_DAYS;
}

int64_t
receipt_until(struct app *app, int64_t at)
{
	return app_day_of(app, at) + object_days(app);
}

/* ---- what a person reads ---- */

static const char *
person_words(struct app *app, const struct receipt *rc)
{
	return arena_printf(app->a, "%s, %s", *rc->p.name != '\0' ?
			    rc->p.name : T(app, "(erased)"), rc->p.number);
}

/* "Saturday 21 November 2026, 14:32 (Europe/Berlin, UTC+1:00)" */
static const char *
local_words(struct app *app, int64_t t)
{
	struct local l;
	int64_t off;

	zone_local(app->zone, t, &l);
	off = l.days * 86400 + l.hour * 3600 + l.minute * 60 + l.second - t;
	return arena_printf(app->a, "%s, %s (%s, UTC%c%d:%02d)",
			    app_date_words(app, l.days),
			    app_time_words(app, t), app->house.zone,
			    off < 0 ? '-' : '+', (int)(llabs(off) / 3600),
			    (int)(llabs(off) / 60 % 60));
}

static const char *
clock_quality_words(struct app *app, const char *word)
{
	if (str_eq(word, "ntp"))
		return T(app, "set by the network");
	if (str_eq(word, "rtc"))
		return T(app, "the computer's own");
	if (str_eq(word, "stated"))
		return T(app, "set by hand");
	if (str_eq(word, "set"))
		return T(app, "set for a trial");
	return T(app, "in doubt: it stood before an earlier record");
}

static void
said_fields(struct app *app, const struct receipt *rc, struct page *p)
{
	const char *lang = record_get(rc->r, "language"), *said;
	struct leaf_ref ref;
	int64_t day = 0;

	if (lang != NULL)
		page_field(app->a, p, T(app, "Handbook"),
			   arena_printf(app->a, T(app, "edition %u, in %s"),
					(unsigned)record_int(rc->r, "edition",
							     0),
					app_lang_words(app, lang)));
	switch ((int)rc->r->form->kind) {
	case REC_ACK:
		page_field(app->a, p, T(app, "Confirmed"),
			   text_quoted(app->a, lang,
				       record_get(rc->r, "words")));
		return;
	case REC_PAPER:
		date_parse(record_get(rc->r, "on"), &day);
		page_field(app->a, p, T(app, "On paper"),
			   arena_printf(app->a, T(app, "on %s; taken in by "
						       "%s"),
					app_date_words(app, day),
					rc->signer));
		return;
	case REC_DECLINE:
		said = record_free(app->a, rc->r, "why");
		page_field(app->a, p, T(app, "Answer"),
			   T(app, "I do not sign."));
		if (*said != '\0')
			page_field(app->a, p, T(app, "Reason"), said);
		return;
	default:
		if (leaf_ref_parse(record_get(rc->r, "leaf"), &ref))
			page_field(app->a, p, T(app, "Objection to"),
				   arena_printf(app->a, T(app, "number %s"),
						receipt_number(app,
							       ref.terminal,
							       ref.index)));
		page_field(app->a, p, T(app, "Words"),
			   record_free(app->a, rc->r, "words"));
	}
}

/* 64 digits in two halves, which stand below each other where they must. */
static const char *
halves(struct app *app, const char *hex)
{
	return arena_printf(app->a, "%.32s %s", hex, hex + 32);
}

static void
proof_fields(struct app *app, const struct receipt *rc, struct page *p)
{
	const char *text = record_get(rc->r, "text");
	char root[BASE64_SIZE(32)];

	base64_encode(root, rc->book.root, 32);
	page_field(app->a, p, T(app, "Number"),
		   arena_printf(app->a, T(app, "%llu, terminal %s"),
				(unsigned long long)rc->index, rc->terminal));
	if (text != NULL)
		page_field(app->a, p, T(app, "Text (SHA-256)"),
			   halves(app, text));
	page_field(app->a, p, T(app, "Signing key"),
		   arena_printf(app->a, T(app, "%.*s…, of %s alone"),
				KEY_SHOWN, rc->key, rc->signer));
	page_field(app->a, p, T(app, "The book"),
		   arena_printf(app->a, "%s\n%s",
				arena_printf(app->a,
					     T(app, "%llu records, under this "
						    "mark:"),
					     (unsigned long long)
					     rc->book.size), root));
}

static void
what_follows(struct app *app, const struct receipt *rc, struct page *p)
{
	int64_t at = record_time(rc->r, "at");

	page_gap(app->a, p);
	if (receipt_disputable(rc->r->form->kind))
		page_para(app->a, p,
			  arena_printf(app->a,
				       T(app, "Objecting: until %s, at the "
					      "house's computer (Myself, "
					      "number 4) or in writing; later "
					      "too, but then it counts as "
					      "late. Nobody may treat anybody "
					      "worse for it."),
				       app_date_words(app, receipt_until(
								   app, at))));
	else if (rc->r->form->kind == REC_DECLINE)
		page_para(app->a, p, T(app, "Nobody can change this no. "
					    "Signing stays possible on any "
					    "other day."));
	else
		page_para(app->a, p, T(app, "HR sees this objection; what it "
					    "is about counts as disputed."));
	page_para(app->a, p,
		  T(app, "Keep this receipt: with it anybody can show that "
			 "this record was in the book, and that the book was "
			 "not exchanged later."));
}

/* ---- what tools check ---- */

/* Lines longer than a page are folded with "\" at their end, as RFC 8792 has
 * it: they print whole, and `sed` puts them together again. */
static const char *
folded(struct app *app, const char *text)
{
	OWN(str_free) struct str s = { 0 };

	while (*text != '\0') {
		size_t len = strcspn(text, "\n"), fit;
		const char *line = arena_strndup(app->a, text, len);

		text += len + (text[len] == '\n');
		while (utf8_width(line) > FOLD_COLUMNS) {
			fit = utf8_fit(line, FOLD_COLUMNS - 1);
			while (fit > 1 && (line[fit] == ' ' ||
					   line[fit - 1] == ' '))
				fit--;
			str_addn(&s, line, fit);
			str_add(&s, "\\\n");
			line += fit;
		}
		str_printf(&s, "%s%s", line, *text != '\0' ? "\n" : "");
	}
	return arena_strdup(app->a, str_text(&s));
}

/* The names stay as they are: tools look for them. */
static void
block(struct app *app, struct page *p, const char *name, const char *text)
{
	page_gap(app->a, p);
	page_para(app->a, p,
		  arena_printf(app->a, "-----BEGIN PRESHIFT %s-----\n%s\n"
			       "-----END PRESHIFT %s-----", name,
			       folded(app, text), name));
}

static void
details(struct app *app, const struct receipt *rc, struct page *p)
{
	struct pubkey key;
	struct err none;

	page_gap(app->a, p);
	page_rule(app->a, p, T(app, "For whoever checks it"));
	page_para(app->a, p,
		  T(app, "Each text stands between its two lines; a line that "
			 "ends in \\ goes on in the next. The signature: "
			 "minisign -Vm RECORD -P KEY. The proof (RFC 6962) "
			 "ends in the seal of the terminal; the manual, "
			 "preshift(1), says how to check it without this "
			 "program."));
	block(app, p, "RECORD", rc->record);
	block(app, p, "SIGNATURE", rc->signature);
	err_init(&none, NULL);
	if (pubkey_parse(rc->key, &key, &none) == 0)
		block(app, p, "KEY", minisign_public_file(app->a, &key));
	block(app, p, "PROOF", rc->proof);
	block(app, p, "TERMINAL KEY", rc->note_key);
}

struct page *
receipt_page(struct app *app, const struct receipt *rc, bool with_details)
{
	struct page *p = app_page(app, arena_printf(
		app->a, T(app, "RECEIPT   number %s"),
		receipt_number(app, rc->terminal, rc->index)));
	int64_t at = record_time(rc->r, "at");
	char utc[UTC_SIZE];

	utc_print(utc, at);
	page_field(app->a, p, T(app, "House"),
		   arena_printf(app->a, "%s (%s)", app->house.title,
				app->house.id));
	page_field(app->a, p, T(app, "Person"), person_words(app, rc));
	if (*rc->written != '\0')
		page_field(app->a, p, T(app, "Written as"), rc->written);
	said_fields(app, rc, p);
	page_field(app->a, p, T(app, "On"), local_words(app, at));
	if (with_details)
		page_field(app->a, p, "UTC", utc);
	page_field(app->a, p, T(app, "Clock"),
		   clock_quality_words(app, record_get(rc->r, "clock")));
	proof_fields(app, rc, p);
	what_follows(app, rc, p);
	if (with_details)
		details(app, rc, p);
	return p;
}

/* ---- the same for machines ---- */

struct value *
receipt_data(struct app *app, const struct receipt *rc)
{
	struct value *d = app_data(app), *v;
	char *at = arena_alloc(app->a, UTC_SIZE);
	char *until = arena_alloc(app->a, DATE_SIZE);
	char *root = arena_alloc(app->a, BASE64_SIZE(32));
	int64_t t = record_time(rc->r, "at");

	utc_print(at, t);
	date_print(until, receipt_until(app, t));
	base64_encode(root, rc->book.root, 32);
	value_put_int(app->a, d, "leaf", (int64_t)rc->index);
	value_put_text(app->a, d, "terminal", rc->terminal);
	v = value_put(app->a, d, "house", value_map(app->a));
	value_put_text(app->a, v, "id", app->house.id);
	value_put_text(app->a, v, "title", app->house.title);
	value_put_bool(app->a, v, "trial", app->house.trial);
	value_put_text(app->a, d, "number", rc->p.number);
	value_put_text(app->a, d, "name", rc->p.name);
	value_put_text(app->a, d, "written",
		       *rc->written != '\0' ? rc->written : NULL);
	value_put_text(app->a, d, "signer", rc->signer);
	value_put_text(app->a, d, "kind", rc->r->form->word);
	value_put(app->a, d, "edition", record_get(rc->r, "edition") == NULL ?
		  value_null(app->a) :
		  value_int(app->a, record_int(rc->r, "edition", 0)));
	value_put_text(app->a, d, "language", record_get(rc->r, "language"));
	value_put_text(app->a, d, "sha256", record_get(rc->r, "text"));
	value_put_text(app->a, d, "at", at);
	value_put_text(app->a, d, "clock", record_get(rc->r, "clock"));
	value_put_text(app->a, d, "object_until",
		       receipt_disputable(rc->r->form->kind) ? until : NULL);
	value_put_text(app->a, d, "record", rc->record);
	value_put_text(app->a, d, "signature", rc->signature);
	value_put_text(app->a, d, "key", rc->key);
	value_put_text(app->a, d, "proof", rc->proof);
	value_put_text(app->a, d, "note", rc->note);
	value_put_text(app->a, d, "note_key", rc->note_key);
	value_put_int(app->a, d, "size", (int64_t)rc->book.size);
	value_put_text(app->a, d, "root", root);
	return d;
}
