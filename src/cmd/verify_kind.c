/* What a leaf says: whether it may say so, and what follows for later ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verifying.h"

#include <stdlib.h>
#include <string.h>

#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"
#include "model/handbook.h"
#include "trust/hash.h"
#include "trust/note.h"

enum { DAY = 86400, NEAR_RESET = 7 * DAY };

static const char *
get(const struct leaf *l, const char *field)
{
	const char *v = record_get(l->r, field);

	return v == NULL ? "" : v;
}

static struct chain_person *
subject(const struct leaf *l)
{
	return chain_person(&l->run->keys, get(l, "number"));
}

/* HR's kinds of the groups house, people and handbook have one order, that of
 * the office's log. */
static bool
is_office_kind(enum record_kind k)
{
	static const enum record_kind v[] = {
		REC_HOUSE, REC_SETTING, REC_ENROL, REC_CHANGE, REC_RESET,
		REC_REVOKE, REC_LEAVE, REC_HOLD, REC_EDITION, REC_EXEMPT,
	};

	for (size_t i = 0; i < NELEM(v); i++) {
		if (v[i] == k)
			return true;
	}
	return false;
}

/* ---- the house ---- */

static void
found_house(struct leaf *l)
{
	struct run *run = l->run;
	struct err bad;

	if (l->log->id.order != 0 || l->row->index != 0)
		leaf_blame(l, BAD_HOUSE, NULL);
	err_init(&bad, NULL);
	run->founded = pubkey_parse(get(l, "charter-key"), &run->charter,
				    &bad) == 0;
	if (!run->founded)
		leaf_blame(l, BAD_HOUSE, NULL);
	run->charter_shaky = l->blamed;
	run->trial = str_eq(get(l, "trial"), "yes");
	run->v->house = arena_strdup(run->a, get(l, "id"));
}

static void
check_fingerprint(struct leaf *l)
{
	const char *s = charter_fingerprint(l->run->a, &l->run->charter);
	const char *w = l->run->wanted;

	l->run->v->fingerprint = s;
	if (w == NULL)
		return;
	for (; *s != '\0'; s++) {
		if (*s != ' ' && *s != *w++)
			break;
	}
	if (*s != '\0')
		leaf_blame(l, BAD_FINGERPRINT, NULL);
}

static void
mean_house(struct leaf *l)
{
	struct run *run = l->run;
	char key[PUBKEY_TEXT_SIZE];
	struct err bad;

	if (!run->founded) {
		found_house(l);
		check_fingerprint(l);
	} else {
		pubkey_print(key, &run->charter);
		if (!str_eq(get(l, "charter-key"), key) ||
		    !str_eq(get(l, "id"), run->v->house) ||
		    str_eq(get(l, "trial"), "yes") != run->trial)
			leaf_blame(l, BAD_HOUSE, NULL);
	}
	run->v->title = arena_strdup(run->a, get(l, "title"));
	run->v->zone = arena_strdup(run->a, get(l, "zone"));
	err_init(&bad, NULL);
	if (zone_open(&run->zones, get(l, "zone"), &run->zone, &bad) != 0)
		run->zone = NULL;
}

static void
mean_terminal(struct leaf *l)
{
	struct run *run = l->run;
	struct log *log = run_log(run, get(l, "id"));
	const char *name = NULL;
	struct pubkey key;
	struct err bad;

	if (!l->log->id.office && log != l->log)
		leaf_blame(l, BAD_OFFICE, NULL);
	err_init(&bad, NULL);
	if (note_vkey_parse(&run->scratch, get(l, "note-key"), &name, &key,
			    &bad) != 0 ||
	    !str_eq(name, arena_printf(&run->scratch, "%s/%s",
				       get(l, "house"), get(l, "id")))) {
		leaf_blame(l, BAD_TERMINAL, NULL);
		return;
	}
	if (log == NULL)
		return;
	log->note_key = key;
	log->certified = true;
	if (!l->blamed && str_eq(get(l, "duty"), "office"))
		log->id.office = true;
}

/* ---- people ---- */

static struct chain_event *
add_event(struct leaf *l, struct chain_event *ev)
{
	struct err bad;

	ev->kind = l->r->form->kind;
	ev->log = &l->log->id;
	ev->idx = l->row->index;
	memcpy(ev->hash, l->row->hash, sizeof(ev->hash));
	ev->at = l->place.at;
	ev->by = record_get(l->r, "by");
	ev->shaky = l->blamed || l->rests;
	err_init(&bad, NULL);
	if (record_get(l->r, "code-key") != NULL &&
	    pubkey_parse(get(l, "code-key"), &ev->key, &bad) != 0)
		leaf_blame(l, BAD_CODE, NULL);
	return chain_add(&l->run->keys, get(l, "number"), ev);
}

/* HR's people are the charter's, so that HR cannot renew itself unseen. */
static void
check_charter(struct leaf *l, bool hr)
{
	if (hr && l->slots != 0 && (l->slots & SIG_CHARTER) == 0)
		leaf_blame(l, BAD_CHARTER, NULL);
}

static void
mean_person(struct leaf *l)
{
	struct chain_event ev = { .code_at = record_get(l->r, "code-at"),
				  .since = record_time(l->r, "since") };
	enum record_kind k = l->r->form->kind;
	struct chain_standing st;
	bool was_hr, hr;

	chain_standing(subject(l), &l->place, &st);
	was_hr = hr = st.role == ROLE_HR;
	if (role_parse(get(l, "role"), &ev.role))
		hr = ev.role == ROLE_HR;
	if (k == REC_ENROL && st.known)
		leaf_blame(l, BAD_NUMBER, NULL);
	if (k == REC_ENROL)
		check_charter(l, hr);
	else if (k == REC_CHANGE)
		check_charter(l, hr != was_hr);
	else if (k != REC_LEAVE)
		check_charter(l, was_hr);
	ev.returns = k == REC_CHANGE && str_eq(get(l, "state"), "active");
	if (!date_parse(get(l, "code-until"), &ev.code_until))
		ev.code_until = INT64_MAX;
	add_event(l, &ev);
}

static void
check_code(struct leaf *l, struct chain_event *code)
{
	struct chain_standing st;

	if (!str_eq(code->code_at, l->log->id.terminal)) {
		leaf_blame(l, BAD_CODE, NULL);
		return;
	}
	chain_standing(subject(l), &l->place, &st);
	if (l->log->id.office && st.left)
		leaf_blame(l, BAD_RIGHTS, NULL);
	if (chain_code(subject(l), &l->place) != code) {
		if (l->log->id.office)
			leaf_blame(l, BAD_CODE, NULL);
		else
			leaf_mark(l, MARK_MEANWHILE, NULL);
	}
	if (run_day(l->run, l->place.at) > code->code_until)
		leaf_mark(l, MARK_CODE_LATE, NULL);
	if (chain_again(subject(l), code) && !code->seconded)
		leaf_mark(l, MARK_RESET_ALONE, NULL);
}

static void
mean_activate(struct leaf *l)
{
	struct chain_event ev = { .since = 0 }, *code = leaf_code(l);
	struct err bad;

	if (code == NULL)
		leaf_blame(l, BAD_CODE, NULL);
	else
		check_code(l, code);
	if (code != NULL && code->used) {
		leaf_mark(l, MARK_CODE_TWICE, NULL);
		return; /* the first that names the code has it */
	}
	err_init(&bad, NULL);
	if (pubkey_parse(get(l, "key"), &ev.key, &bad) != 0) {
		leaf_blame(l, BAD_SIGNATURE, NULL);
		return;
	}
	ev.code = code;
	if (code != NULL)
		code->used = true;
	add_event(l, &ev);
}

/* ---- the handbook ---- */

static void
check_text(struct leaf *l, const struct edition_file *text)
{
	struct arena *a = &l->run->scratch;
	struct finding f = {
		.code = BAD_TEXT, .terminal = l->log->id.terminal,
		.of_leaf = true, .index = l->row->index,
		.until = l->row->index, .kind = l->r->form->word,
		.number = l->number, .at = l->place.at,
		.detail = text->lang,
	};
	const char *path = path_join(a, path_join(a, l->run->site, "texts"),
				     arena_printf(a, "%s.txt", text->sha));
	const char *bytes;
	char have[65];
	struct err bad;
	size_t n;

	err_init(&bad, NULL);
	if (!file_exists(path)) {
		f.code = BAD_TEXT_MISSING;
	} else if (file_read(a, path, EDITION_TEXT_MAX, &bytes, &n,
			     &bad) == 0) {
		sha256_hex(have, bytes, n);
		if (str_eq(have, text->sha) && n == text->bytes)
			return;
	}
	l->blamed = true;
	run_add(l->run, &f);
}

static const struct known_edition *
edition_of(const struct run *run, int64_t number)
{
	for (size_t i = run->neditions; i > 0; i--) {
		if (run->editions[i - 1].number == number)
			return &run->editions[i - 1];
	}
	return NULL;
}

static void
mean_edition(struct leaf *l)
{
	struct run *run = l->run;
	struct known_edition ed = {
		.log = l->log, .idx = l->row->index, .at = l->place.at,
		.number = record_int(l->r, "edition", 0),
		.editorial = str_eq(get(l, "change"), "editorial"),
		.by = arena_strdup(run->a, get(l, "by")),
	};
	size_t n;
	const char *const *texts = record_all(l->r, "text", &n);
	const struct known_edition *last =
		run->neditions == 0 ? NULL :
				      &run->editions[run->neditions - 1];

	if (ed.number != (last == NULL ? 1 : last->number + 1) &&
	    !l->log->gap)
		leaf_blame(l, BAD_EDITION, NULL);
	ed.texts = ARENA_ARRAY(run->a, struct edition_file, n + 1);
	for (size_t i = 0; i < n; i++)
		if (edition_file_parse(run->a, texts[i], &ed.texts[ed.ntexts]))
			check_text(l, &ed.texts[ed.ntexts++]);
	run->v->editions++;
	ARENA_PUSH(run->a, run->editions, run->neditions, run->capeditions,
		   ed);
}

/* Whether the edition has that text in that language. */
static void
check_text_named(struct leaf *l)
{
	const struct known_edition *ed =
		edition_of(l->run, record_int(l->r, "edition", 0));
	const char *lang = get(l, "language"), *sha = get(l, "text");

	for (size_t i = 0; ed != NULL && i < ed->ntexts; i++)
		if (str_eq(ed->texts[i].lang, lang) &&
		    str_eq(ed->texts[i].sha, sha))
			return;
	leaf_blame(l, BAD_TEXT_NAMED, NULL);
}

/* Who signs soon after a new code may have got it from somebody else. */
static void
check_near_reset(struct leaf *l)
{
	const struct chain_person *p = subject(l);
	const struct chain_event *ev = p == NULL ? NULL : p->first;

	for (; ev != NULL; ev = ev->next) {
		int64_t since = l->place.at - ev->at;

		if (since < 0 || since > NEAR_RESET || !chain_again(p, ev))
			continue;
		leaf_mark(l, MARK_NEAR_RESET,
			  arena_printf(&l->run->scratch, "%lld",
				       (long long)(since / DAY)));
		return;
	}
}

/* ---- vouching, audits, erasures ---- */

/* A second person's word for what one alone did. */
static void
second(struct leaf *l, const struct leaf_ref *ref, const struct record *about)
{
	const char *who = get(l, "number"), *by = record_get(about, "by");
	const char *whom = record_get(about, "number");
	struct run *run = l->run;
	struct chain_event *ev;

	if ((by != NULL && str_eq(by, who)) ||
	    (whom != NULL && str_eq(whom, who)) || l->blamed)
		return;
	if (whom != NULL) {
		ev = chain_find(chain_person(&run->keys, whom), ref->terminal,
				ref->index);
		if (ev != NULL)
			ev->seconded = true;
	}
	for (size_t i = 0; i < run->neditions; i++) {
		struct known_edition *ed = &run->editions[i];

		if (ed->idx == ref->index &&
		    str_eq(ed->log->id.terminal, ref->terminal))
			ed->seconded = true;
	}
	for (size_t i = 0; i < run->nerasures; i++) {
		struct known_erasure *er = &run->erasures[i];

		if (er->idx == ref->index &&
		    str_eq(er->log->id.terminal, ref->terminal))
			er->seconded = true;
	}
}

static int
mean_vouch(struct leaf *l, struct err *e)
{
	struct arena *a = &l->run->scratch;
	const struct record *about = NULL;
	const char *as = get(l, "as");
	struct leaf_parts parts;
	struct leaf_ref ref;
	struct leaf_row row;
	bool found = false;
	struct err bad;

	if (!leaf_ref_parse(get(l, "leaf"), &ref))
		return 0;
	if (store_leaf(l->run->s, a, ref.terminal, ref.index, &row, &found,
		       e) != 0)
		return -1;
	err_init(&bad, NULL);
	if (!found || row.body == NULL ||
	    leaf_split(row.body, row.n, &parts, &bad) != 0 ||
	    record_parse(a, parts.record, parts.nrecord, &about, &bad) != 0 ||
	    about == NULL)
		return 0;
	if (str_eq(as, "second"))
		second(l, &ref, about);
	if ((str_eq(as, "leader") || str_eq(as, "witness")) &&
	    run_day(l->run, l->place.at) >
		    run_day(l->run, record_time(about, "at")))
		leaf_mark(l, MARK_VOUCH_LATE, NULL);
	return 0;
}

static void
mean_audit(struct leaf *l)
{
	const char *text = arena_printf(&l->run->scratch, "%s %s",
					get(l, "size"), get(l, "root"));
	uint8_t root[32];
	uint64_t size;

	if (!head_parse(text, strlen(text), &size, root) ||
	    size > l->row->index)
		leaf_blame(l, BAD_AUDIT, NULL);
	else if (size < l->run->nroots &&
		 memcmp(l->run->roots[size], root, sizeof(root)) != 0)
		leaf_blame(l, BAD_AUDIT, NULL);
}

static void
mean_erase(struct leaf *l)
{
	struct run *run = l->run;
	struct known_erasure er = { .log = l->log, .idx = l->row->index,
				    .at = l->place.at,
				    .by = arena_strdup(run->a,
						       get(l, "by")) };

	ARENA_PUSH(run->a, run->erasures, run->nerasures, run->caperasures,
		   er);
}

int
leaf_meaning(struct leaf *l, struct err *e)
{
	enum record_kind k = l->r->form->kind;

	if (is_office_kind(k) && !l->log->id.office)
		leaf_blame(l, BAD_OFFICE, NULL);
	if (k == REC_HOUSE)
		mean_house(l);
	else if (k == REC_TERMINAL)
		mean_terminal(l);
	else if (k == REC_ENROL || k == REC_CHANGE || k == REC_RESET ||
		 k == REC_REVOKE || k == REC_LEAVE)
		mean_person(l);
	else if (k == REC_ACTIVATE)
		mean_activate(l);
	else if (k == REC_EDITION)
		mean_edition(l);
	else if (k == REC_ACK || k == REC_DECLINE || k == REC_PAPER)
		check_text_named(l);
	else if (k == REC_VOUCH)
		return mean_vouch(l, e);
	else if (k == REC_AUDIT)
		mean_audit(l);
	else if (k == REC_ERASE)
		mean_erase(l);
	if (k == REC_ACK)
		check_near_reset(l);
	return 0;
}
