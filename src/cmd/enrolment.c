/* Enrolment: the record, its one-time code, the name beside the log.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolment.h"

#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/code.h"
#include "trust/hash.h"

int
enrolment_check_name(struct app *app, struct enrolment *v, struct err *e)
{
	size_t n = strlen(v->name);

	if (n > NAME_MAX_BYTES)
		return err_set(e, ERR_USAGE,
			       "the name of %s is too long: %zu bytes, at most "
			       "%d", v->number, n, NAME_MAX_BYTES);
	if (!utf8_valid(v->name, n) || !utf8_printable(v->name, n, false))
		return err_set(e, ERR_USAGE,
			       "the name of %s holds characters that cannot "
			       "be shown", v->number);
	v->name = utf8_nfc(app->a, v->name);
	if (n == 0 || v->name[0] == ' ' || str_ends(v->name, " ") ||
	    str_eq(v->name, "-"))
		return err_set(e, ERR_USAGE, "the name of %s is missing, or "
			       "has a space at an end", v->number);
	return 0;
}

static int
check_words(const struct enrolment *v, struct err *e)
{
	enum role role;

	if (!role_parse(v->role, &role))
		return err_set(e, ERR_USAGE, "'%s' is no role: staff, "
			       "supervisor, hr or council", v->role);
	if (!app_lang_known(v->lang))
		return err_set(e, ERR_USAGE, "'%s' is no language of this "
			       "program: en, de or ru", v->lang);
	if (!str_eq(v->team, "-") && !id_valid(v->team))
		return err_set(e, ERR_USAGE, "'%s' is no team: lower-case "
			       "letters, digits, hyphens", v->team);
	if (!str_eq(v->contract, "full") && !str_eq(v->contract, "part"))
		return err_set(e, ERR_USAGE, "'%s' is no contract: full or "
			       "part", v->contract);
	if (!str_eq(v->coach, "-") && !number_valid(v->coach))
		return err_set(e, ERR_USAGE, "'%s' is no staff number: 1 to "
			       "12 capital letters and digits", v->coach);
	return 0;
}

int
enrolment_check(struct app *app, struct enrolment *v, struct err *e)
{
	if (v->number == NULL || !number_valid(v->number))
		return err_set(e, ERR_USAGE,
			       "'%s' is no staff number: 1 to 12 capital "
			       "letters and digits",
			       v->number != NULL ? v->number : "");
	if (v->name == NULL)
		return err_set(e, ERR_USAGE, "the name of %s is missing, or "
			       "has a space at an end", v->number);
	if (v->role == NULL || *v->role == '\0')
		v->role = "staff";
	if (v->lang == NULL || *v->lang == '\0')
		v->lang = app->lang;
	if (v->team == NULL || *v->team == '\0')
		v->team = "-";
	if (v->contract == NULL || *v->contract == '\0')
		v->contract = "full";
	if (v->coach == NULL || *v->coach == '\0')
		v->coach = "-";
	if (v->at == NULL || *v->at == '\0')
		v->at = store_terminal(app->store);
	if (enrolment_check_name(app, v, e) != 0)
		return -1;
	return check_words(v, e);
}

struct side_name
enrolment_name(struct app *app, const char *number, const char *name)
{
	struct side_name n = { .number = number, .name = name };
	char *salt = arena_alloc(app->a, HEX_SIZE(16));
	char *hash = arena_alloc(app->a, 65);
	uint8_t raw[16];

	trust_random(raw, sizeof(raw));
	hex_encode(salt, raw, sizeof(raw));
	name_hash(hash, salt, name);
	n.salt = salt;
	n.hash = hash;
	return n;
}

void
enrolment_code(struct app *app, const char *number, char key[PUBKEY_TEXT_SIZE],
	   const char **ret_shown)
{
	OWN(secret_freep) struct secret *digits = secret_new(64);
	OWN(signer_freep) struct signer *s = NULL;

	code_random(digits, CODE_GROUPS);
	s = signer_from_code(app->house.id, number, digits->s);
	pubkey_print(key, signer_public(s));
	*ret_shown = code_show(app->a, digits->s);
}

int
enrolment_record(struct app *app, const struct enrolment *v, const char *by,
		 const struct record **ret, struct side_name *ret_name,
		 const char **ret_code, struct err *e)
{
	struct arena *a = app->a;
	char from[DATE_SIZE], until[DATE_SIZE], key[PUBKEY_TEXT_SIZE];
	struct side_name name = enrolment_name(app, v->number, v->name);
	struct record *r;
	const char *code;

	date_print(from, app_today(app));
	date_print(until, app_today(app) + CODE_DAYS);
	enrolment_code(app, v->number, key, &code);
	if (app_record(app, REC_ENROL, by, &r, e) != 0 ||
	    record_put(a, r, "number", v->number, e) != 0 ||
	    record_put(a, r, "name-hash", name.hash, e) != 0 ||
	    record_put(a, r, "role", v->role, e) != 0 ||
	    record_put(a, r, "team", str_eq(v->team, "-") ? NULL : v->team,
		       e) != 0 ||
	    record_put(a, r, "contract", v->contract, e) != 0 ||
	    record_put(a, r, "language", v->lang, e) != 0 ||
	    record_put(a, r, "from", v->from != NULL ? v->from : from, e) != 0 ||
	    record_put(a, r, "coach", str_eq(v->coach, "-") ? NULL : v->coach,
		       e) != 0 ||
	    record_put(a, r, "code-key", key, e) != 0 ||
	    record_put(a, r, "code-until", until, e) != 0 ||
	    record_put(a, r, "code-at", v->at, e) != 0)
		return -1;
	*ret = r;
	*ret_name = name;
	*ret_code = code;
	return 0;
}
