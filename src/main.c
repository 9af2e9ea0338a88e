/* preshift: options in, one command, the prompt or a script, exit code out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/start.h"
#include "trust/secret.h"

static const char usage[] =
	"preshift [OPTION…] [COMMAND [ARG…]]\n"
	"\n"
	"  -s, --site DIR        the house's folder\n"
	"  -u, --as NUMBER       who is acting\n"
	"  -l, --lang LL         en, de or ru\n"
	"  -o, --format F        screen, plain, json, csv or html\n"
	"      --excel           csv as spreadsheets like it\n"
	"      --save [FILE]     the result as a file (a name with a dot or a "
	"slash)\n"
	"      --print           the result on paper\n"
	"  -f, --file FILE       command lines from a file; - standard input\n"
	"      --linear          new lines only, for screen readers\n"
	"      --now TIME        another time (trial houses)\n"
	"      --seed N          draws inside drills\n"
	"      --passphrase-fd N secrets, one a line\n"
	"      --yes             no confirmations\n"
	"      --version, --help\n"
	"\n"
	"preshift help all lists the commands.\n";

static int
finish(struct app *app, int rc, struct err *e)
{
	int code = 0;

	if (rc != 0 && !e->cancelled) {
		out_error(&app->out, e);
		out_complain(e);
		code = (int)e->kind;
	} else if (rc != 0) {
		code = (int)ERR_FAILED;
	}
	start_close(app);
	return code;
}

static int
run(struct app *app, int argc, const char *const *argv, struct err *e)
{
	if (argc > 0 && app->opt.file != NULL)
		return err_set(e, ERR_USAGE, "either --file or a command, not "
			       "both");
	if (argc > 0 && app->opt.help) {
		const char *const words[] = { "help", argv[0] };

		return cmd_dispatch(app, 2, words, e);
	}
	if (argc > 0)
		return cmd_dispatch(app, argc, argv, e);
	if (app->ui != NULL)
		return app_prompt(app, e);
	return app_script(app, e);
}

int
main(int argc, char **argv)
{
	OWN(arena_free) struct arena life = { 0 }, once = { 0 };
	struct app app = { .life = &life, .a = &once };
	const char **rest;
	struct err e;
	int nrest, rc;

	err_init(&e, NULL);
	/* A limit on the size of files is told as a full disk is. */
	(void)signal(SIGXFSZ, SIG_IGN);
	rc = start_options(&app, argc - 1, (const char *const *)argv + 1,
			   &rest, &nrest, &e);
	if (rc == 0 && app.opt.version)
		rc = out_text(&app.out, "preshift " PACKAGE_VERSION "\n", &e);
	else if (rc == 0 && app.opt.help && nrest == 0)
		rc = out_text(&app.out, usage, &e);
	else if (rc == 0)
		rc = start_open(&app, &e) != 0 ? -1 :
		     run(&app, nrest, rest, &e);
	return finish(&app, rc, &e);
}
