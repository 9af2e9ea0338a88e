/* What every command has at hand: the house, the person, the time, where to
 * ask and where to answer. Commands open nothing themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_APP_H
#define PRESHIFT_CMD_APP_H

#include "base/args.h"
#include "base/clock.h"
#include "base/messages.h"
#include "base/zone.h"
#include "model/duty.h"
#include "model/explore.h"
#include "model/handbook.h"
#include "model/io.h"
#include "model/keeper.h"
#include "model/plan.h"
#include "out/out.h"
#include "record/record.h"
#include "store/store.h"
#include "trust/key.h"
#include "trust/merkle.h"
#include "ui/ui.h"

enum { LANGS = 3 };
extern const char *const app_langs[LANGS]; /* en de ru */
extern const char *const app_lang_names[LANGS]; /* each in its own words */

/* The options that may stand before or after any command. */
struct app_options {
	const char *site, *as, *lang, *format, *save, *file, *now, *seed;
	const char *passphrase_fd;
	bool linear, yes, excel, help, version, print;
};

struct cmd;
/* Seconds without a key until a screen is nobody's again: of what is private,
 * of what takes time to read. */
enum { APP_IDLE_HOME = 90, APP_IDLE_READING = 300 };

struct app {
	struct arena *a;         /* of the command that runs */
	struct arena *life;      /* of the program */
	struct app_options opt;
	const char *datadir, *localedir;
	const char *site;        /* the house's folder */
	struct clock clock;
	bool clock_put_away;     /* the door has asked for the day */
	struct messages *catalogue[LANGS]; /* opened when first asked */
	const struct messages *m;
	const char *lang;
	const char *door_lang;   /* of this run while nobody is logged in */
	bool lang_chosen;        /* by somebody at the door, or the account's
				  * environment: the house's own does not
				  * replace it */
	struct out out;
	struct io *io;
	struct ui *ui;           /* NULL unless at a terminal */
	struct script *script;   /* NULL at a terminal */
	bool at_prompt;
	/* Whether eyes saw all letters: one look is enough for this screen. */
	enum { FONT_UNSEEN, FONT_WHOLE, FONT_LACKS } font;
	const struct cmd *cmd;   /* that runs */
	bool looks;              /* its result is a place of its own */
	struct shown *shown;     /* at the prompt of a terminal, else NULL */

	struct store *store;     /* NULL until a command needs it */
	bool writable;
	bool rolled_back;        /* the database does not extend terminal.head */
	struct house house;      /* in `life` */
	const struct zone *zone; /* of the house */
	struct signer *terminal_key;
	struct notary notary;
	struct keeper keeper;

	char who[NUMBER_MAX + 1]; /* logged in; "" nobody */
	enum role role;
	bool quit;
};

/* ---- language ---- */
int app_set_lang(struct app *, const char *lang, struct err *) MUST_CHECK;
/* The catalogue of LANG, opened if need be; NULL is English. */
const struct messages *app_catalogue(struct app *, const char *lang);
bool app_lang_known(const char *lang);
#define T(app, s) messages_get((app)->m, s)

/* ---- house (house.c) ---- */
/* $XDG_DATA_HOME or what stands for it: where an account keeps its data. */
const char *app_data_home(struct app *);
/* Finds the folder: --site, $PRESHIFT_SITE, /var/lib/preshift, XDG. */
const char *app_find_site(struct app *);
bool app_has_house(struct app *);
/* REFUSED where the house is another account's, which alone may open it. */
int app_check_owner(struct app *, bool write, struct err *) MUST_CHECK;
int app_open_house(struct app *, bool write, struct err *) MUST_CHECK;
/* The same, and while nobody has chosen another language, in the house's. */
int app_enter_house(struct app *, bool write, struct err *) MUST_CHECK;
void app_close_house(struct app *);
char *app_path(struct app *, const char *name); /* in the house's folder */
/* The key that signs this terminal's log, from its file: FAILED if that is not
 * there, UNTRUE if it is not the one the log names. */
int app_terminal_key(struct app *, struct signer **ret, struct err *)
	MUST_CHECK;
/* Writes terminal.head forward to what the log has now. */
int app_note_head(struct app *, struct err *) MUST_CHECK;
int64_t app_today(const struct app *);          /* local day */
int64_t app_day_of(const struct app *, int64_t t);
/* "Saturday 21 November 2026" in the person's language. */
char *app_date_words(struct app *, int64_t day);
/* "21 Nov", with the year if that is not the present one: for tables. */
char *app_date_short(struct app *, int64_t day);
char *app_time_words(struct app *, int64_t t);  /* "06:48" local */
/* Whether this computer keeps the time when it is switched off. */
bool app_battery_clock(void);
/* Finds the clock suspect where it stands before the newest record that is
 * not suspect itself. */
void app_judge_clock(struct app *);
/* The same, and where the clock is in doubt a person at a terminal is asked
 * what day it is: from then on it is as stated. AGAIN false: not if that was
 * put away before. In a script nobody is asked. */
int app_settle_clock(struct app *, bool again, struct err *) MUST_CHECK;
/* A setting's value, or its default. */
int app_setting(struct app *, const char *name, const char **ret,
		struct err *) MUST_CHECK;

/* ---- people (names.c) ---- */
/* The record of leaf INDEX of TERMINAL (NULL: our own); *RET NULL: it is not
 * there any more, or of a kind nobody knows yet. */
int app_leaf_record(struct app *, const char *terminal, uint64_t index,
		    const struct record **ret, struct err *) MUST_CHECK;
int app_person(struct app *, const char *number, struct person *ret,
	       struct err *) MUST_CHECK; /* unknown: USAGE */
/* Who gave the new code that P cannot use before a second person vouches for
 * it; NULL: none waits for that. (person.c) */
int app_code_by(struct app *, const struct person *p, const char **ret,
		struct err *) MUST_CHECK;
/* "Dmitri S." */
char *app_short_name(struct app *, const char *name);
/* The same of whose NUMBER that is; the number, where nobody has a name. */
const char *app_called(struct app *, const char *number);
/* As it stands in a list of names, "Sokolov, Dmitri": the erased ones too. */
const char *app_list_name(struct app *, const char *name);
/* For strcmp, in the order of app_list_name(), the erased ones last. */
const char *app_name_key(struct app *, const char *name);
/* The number of whom somebody means who has TYPED it, or the beginning of a
 * first or last name; several who FIT (NULL: anybody does) are a numbered
 * list. Elsewhere than at a terminal it is *RET as it stands. USAGE: nobody. */
typedef bool app_fits(const struct person *);
int app_whom(struct app *, const char *typed, app_fits *fit, const char **ret,
	     struct err *) MUST_CHECK; /* whom.c */
/* The same; TYPED NULL: asked with PROMPT (NULL: who comes to this screen)
 * until there is such a person. Cancelled: nothing, or 0 at a terminal. */
int app_ask_whom(struct app *, const char *typed, const char *prompt,
		 app_fits *fit, const char **ret, struct err *) MUST_CHECK;
const char *app_role_words(struct app *, enum role);
/* "Russian", in the language of now. */
const char *app_lang_words(struct app *, const char *lang);
/* A team's name in the language of now: the house's own, or made of its short
 * name. */
const char *app_team_words(struct app *, const char *team);
/* "early shift", of a shift's word. */
const char *app_shift_words(struct app *, const char *shift);

/* "objection": what a record is. (verify_words.c) */
const char *app_kind_words(struct app *, enum record_kind);

/* ---- signing (endorse.c): unseal, sign, append ---- */
/* Asks NUMBER's passphrase (PROMPT NULL: the usual words), counts the try,
 * unseals; at a terminal a wrong one is asked again. REFUSED: wrong, or to
 * wait; no key here. */
int app_unseal(struct app *, const char *number, const char *prompt,
	       struct signer **ret, struct err *) MUST_CHECK;
int app_login(struct app *, const char *number, struct err *) MUST_CHECK;
/* What HR is told at every login until two of them are active; *RET NULL:
 * nothing. (login.c) */
int app_hr_warning(struct app *, const char **ret, struct err *) MUST_CHECK;
void app_logout(struct app *, struct err *);
/* A record with its head filled: `after` is the log as it stands. */
int app_record(struct app *, enum record_kind, const char *by,
	       struct record **ret, struct err *) MUST_CHECK;
/* The same with `after` as it was ("SIZE ROOT"). */
int app_record_after(struct app *, enum record_kind, const char *by,
		     const char *after, struct record **ret, struct err *)
	MUST_CHECK;

/* One record with the signatures it is to carry. */
struct endorsed {
	const struct record *r;
	struct {
		enum slot_bit slot;
		const struct signer *key;
	} sig[LEAF_SIGS_MAX];
	size_t nsig;
};
struct appended {
	uint64_t first;       /* leaf index of the first */
	const char **records; /* texts as signed */
	const char **sigs;    /* first signature of each, NULL */
};
/* Prints, signs, appends all in one transaction, moves terminal.head on. */
int app_append(struct app *, const struct endorsed *v, size_t n,
	       const struct append *side, struct appended *ret, struct err *)
	MUST_CHECK;
/* texts/SHA256.EXT in the house's folder. */
const char *app_text_path(struct app *, const char *sha, const char *ext);
/* Copies a file's bytes there, once. */
int app_keep_text(struct app *, const char *sha, const char *ext,
		  const void *p, size_t n, struct err *) MUST_CHECK;

/* ---- content (content.c) ---- */
struct source { const char *path, *bytes, *sha; size_t n; };
/* A document and its translation (sha NULL: none), as a record names them. */
int app_keep_sources(struct app *, const struct source *doc,
		     const struct source *translation, struct err *)
	MUST_CHECK;
struct app_standards {
	struct commandments *c;
	struct translation *ctr[LANGS]; /* by app_langs; NULL: none */
	struct source csrc, ctrsrc[LANGS];
	struct handbook *h;
	struct translation *htr[LANGS];
	struct source hsrc, htrsrc[LANGS];
};
/* Reads the commandments, with the handbook too if HANDBOOK. */
int app_standards(struct app *, bool handbook, struct app_standards *ret,
		  struct err *) MUST_CHECK;
/* The handbook's values as the house has set them. */
int app_values(struct app *, const struct handbook *, struct value_source *ret,
	       struct err *) MUST_CHECK;
/* The commandments and their words in the language of now, nothing else: the
 * door is to be there at once. */
int app_commandments(struct app *, const struct commandments **ret,
		     const struct translation **ret_tr, struct err *)
	MUST_CHECK;
struct app_drill {
	struct drill *d;
	struct translation *tr[LANGS];
	struct source src, trsrc[LANGS];
};
int app_drill(struct app *, const char *id, struct app_drill *ret,
	      struct err *) MUST_CHECK;
/* A drill's file by its path, without translations: for authors. */
int app_drill_file(struct app *, const char *path, struct drill **ret,
		   struct err *e) MUST_CHECK;
/* What a list of drills shows of one, in the language of now. */
struct drill_brief {
	const char *title;
	int difficulty, minutes;
};
int app_drill_brief(struct app *, const char *id, struct drill_brief *ret,
		    struct err *) MUST_CHECK;
/* Ids of all drills, sorted; from file names alone. */
int app_drill_ids(struct app *, const char ***ret, size_t *ret_n,
		  struct err *) MUST_CHECK;
size_t app_lang_index(const char *lang); /* LANGS: unknown */

/* ---- handbook as published (editions.c) ---- */
struct app_edition {
	struct edition_row row;
	struct edition_text text;
	const char *lang, *sha;
	const char *bytes;
	size_t n;
};
/* The newest edition in force or to come; *ret_found false: none. */
int app_current_edition(struct app *, struct edition_row *ret,
			bool *ret_found, struct err *) MUST_CHECK;
/* Its text in LANG, or the house's first language if it has none in LANG;
 * re-hashed before it is parsed (UNTRUE if it is not the text signed). */
int app_edition_text(struct app *, const struct edition_row *,
		     const char *lang, struct app_edition *ret, struct err *)
	MUST_CHECK;

/* The row's sections as they count today: an editorial edition that nobody has
 * seconded is a material change. */
int app_sections(struct app *, const struct edition_row *,
		 struct duty_section **ret, struct err *) MUST_CHECK;

/* ---- words ---- */
/* Takes the options of SPEC out of what follows the verb ARGV[0]; at most MOST
 * words are left, to ret_words[MOST], NULL where nothing stands. What is too
 * much, or no option of it: USAGE. */
int app_args(struct app *, const struct opt *spec, size_t nspec, int argc,
	     const char *const *argv, int most, const char **ret_words,
	     struct err *) MUST_CHECK;

/* ---- results (result.c) ---- */
/* A result goes where the options say: on the screen, to a file (--save), to
 * the printer. */
int app_result(struct app *, const struct value *data,
	       const struct value *rows, const struct page *page,
	       struct err *) MUST_CHECK;
struct page *app_page(struct app *, const char *place);
/* Whether it goes to a file or the printer: there a list is not abridged. */
bool app_keeps(const struct app *);
/* Whether it is shown at the prompt, where its keys work. */
bool app_has_keys(const struct app *);

/* At the prompt a result of a row that LOOKS is a place of its own, to which 0
 * comes back from what was opened there (the line is run again). Its keys are
 * these, called before app_result(), for a command line each (the page shows
 * them as items, or names them in its `keys`); `x`, the table of a result with
 * rows for a spreadsheet; `p`, the printer. Elsewhere there are none. */
void app_follow(struct app *, const char *key, const char *line);
/* The same of a key that shows this place otherwise (sorted, more of it): 0
 * leaves it in one go, however often such a key was pressed. */
void app_turn(struct app *, const char *key, const char *line);
/* What runs has changed something, and must not run again when its result is
 * shown again: LINE shows it then; NULL: it is no place of its own. */
void app_show_as(struct app *, const char *line);
/* What is shown at the prompt, for the keys pressed there. */
struct shown {
	struct arena a;
	const char *line; /* the command line that runs */
	const char *view; /* the line of the view that is shown; NULL: none */
	struct follow {
		const char *key, *line;
		bool turns;
	} *follow;
	size_t n, cap;
	bool table;
	bool inside; /* a view: where there is nothing more to see here, back
		      * is back there */
	bool told;   /* the keys stand on the screen */
};

/* {"format":1} */
struct value *app_data(struct app *);
/* {"format":1,"leaf":N,"terminal":"…"} */
struct value *app_leaf_data(struct app *, uint64_t leaf);

/* Asks a person until the answer is fit: what CHECK finds wrong is told at
 * once, so that nothing else is lost; NULL: anything but nothing is fit. 0
 * puts away (cancelled). Enter alone is DFLT, if there is one. A script's
 * unfit answer is the error that CHECK makes of it. */
typedef int app_check(struct app *, const char *answer, struct err *);
int app_ask_fit(struct app *, const char *prompt, const char *dflt,
		app_check *, const char **ret, struct err *) MUST_CHECK;

/* ---- prompt (prompt.c, scripts: line.c) ---- */
int app_prompt(struct app *, struct err *) MUST_CHECK;
int app_script(struct app *, struct err *) MUST_CHECK;
/* The number at which that command line stands in the menu of a role, for
 * those who press numbers; NULL: nowhere, or nobody sits at the prompt. */
const char *app_menu_key(struct app *, enum role, const char *line);

/* ---- shared by commands ---- */
/* How one person stands towards an edition (standing.c, in words
 * standing_words.c). */
struct standing {
	const struct person *p;
	int status;           /* enum duty_status */
	int64_t due;          /* local day */
	const struct handbook_row *ack; /* newest that counts, NULL */
	char proof;           /* 'A' … 'D', 0: none */
	unsigned why;
	const char *wants;    /* explain paper NULL */
	bool reminded;        /* for this edition */
	int64_t declined_at;  /* UTC, 0: never */
	int64_t exempt_until; /* local day; while the status is exempt */
};
const char *app_duty_words(struct app *, const struct standing *);
int app_standings(struct app *, const struct edition_row *,
		  struct standing **ret, size_t *ret_n, struct err *)
	MUST_CHECK;
/* Of one person. */
int app_standing(struct app *, const struct edition_row *, const char *number,
		 struct standing *ret, struct err *) MUST_CHECK;

#endif
