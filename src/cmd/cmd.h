/* The command table: one row a verb, read by argv, prompt, scripts, help and
 * completion alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_CMD_H
#define PRESHIFT_CMD_CMD_H

#include <stddef.h>
#include "base/err.h"

struct app;

/* What a row needs before it runs; dispatch sees to it, in this order. */
enum cmd_need {
	NEED_READ = 1,     /* a house, opened for reading */
	NEED_WRITE = 2,    /* a house, opened for writing */
	NEED_SESSION = 4,  /* somebody logged in, of one of `roles` */
	NEED_TERMINAL = 8, /* makes sense at the prompt only */
	ANY_HISTORY = 16,  /* runs even if the database was rolled back */
	ANYBODY = 32,      /* whoever is logged in or named by --as; nobody is
			    * fine, and then nothing is kept */
	LOOKS = 256,       /* changes nothing: what it shows can be shown
			    * again, with keys of its own */
	/* Whom `help` shows it to: all, if neither is set. */
	FOR_INSTALLER = 64, /* while there is no house */
	FOR_AUTHOR = 128,   /* when asked for all words */
};

enum arg_kind { ARG_NONE, ARG_NUMBER, ARG_DRILL, ARG_FILE, ARG_SECTION,
		ARG_COMMAND, ARG_SETTING, ARG_VALUE };

struct cmd {
	const char *name;     /* a word or two: "handbook publish" */
	int (*run)(struct app *, int argc, const char *const *argv,
		   struct err *) MUST_CHECK; /* argv[0]: its last word */
	unsigned needs;
	unsigned roles;       /* ROLE_BITs; 0: any */
	enum arg_kind arg;    /* what the first argument completes to */
	const char *synopsis; /* lines; equals the manual's */
	const char *options;  /* words that complete: "--team --date" */
	const char *summary;  /* msgid */
};

extern const struct cmd cmd_table[]; /* sorted by name */
extern const size_t cmd_count;

const struct cmd *cmd_find(const char *name); /* NULL: none */
/* The row whose name ARGV begins with, two words before one; *RET_USED: how
 * many. A word typed with the Russian layout on is meant as it lies. NULL:
 * none. */
const struct cmd *cmd_of(int argc, const char *const *argv, int *ret_used);
/* The word meant by one typed in another keyboard layout (ЙЦУКЕН), or the
 * nearest by spelling; NULL. */
const struct cmd *cmd_nearest(const char *name);

/* Runs one command line (argv[0] the verb): needs first, then the verb. */
int cmd_dispatch(struct app *, int argc, const char *const *argv,
		 struct err *) MUST_CHECK;

/* What a row needs, or one of its options that needs more: NEEDS of `enum
 * cmd_need`. NAME is what a refusal calls it. */
int cmd_meet(struct app *, const char *name, unsigned needs, unsigned roles,
	     struct err *) MUST_CHECK;

#define CMD(n) int cmd_##n(struct app *, int, const char *const *, struct err *)
CMD(acks);
CMD(activate);
CMD(check);
CMD(commandments);
CMD(commandments_edit);
CMD(coverage);
CMD(demo);
CMD(drill);
CMD(enrol);
CMD(explore);
CMD(find_words);
CMD(graph);
CMD(handbook);
CMD(handbook_edit);
CMD(handbook_publish);
CMD(handbook_show);
CMD(help);
CMD(init);
CMD(lineup);
CMD(lineups);
CMD(lint);
CMD(login);
CMD(logout);
CMD(me);
CMD(me_ask);
CMD(me_data);
CMD(me_language);
CMD(me_object);
CMD(me_passphrase);
CMD(me_signed);
CMD(note);
CMD(people);
CMD(prepare);
CMD(person);
CMD(progress);
CMD(settings);
CMD(receipt);
CMD(sign);
CMD(values);
CMD(verify);
CMD(vouch);
#undef CMD

#endif
