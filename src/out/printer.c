/* Results on paper, by the printers of the system (CUPS).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/out.h"

#include <string.h>
#include <time.h>

#include "base/tool.h"

enum { ASKING_SECONDS = 5 };

/* The job in "request id is Office-12 (1 file(s))"; NULL: it says no such
 * thing. */
static const char *
job_of(struct arena *a, const char *said)
{
	static const char before[] = "request id is ";
	const char *p = strstr(said, before);

	return p == NULL ? NULL :
	       arena_strndup(a, p + strlen(before),
			     strcspn(p + strlen(before), " \n"));
}

/* Whether JOB is still among those that wait, the first word of a line. */
static bool
waits(const char *job, struct err *e)
{
	static const char *const argv[] = { "lpstat", "-W", "not-completed",
					    "-o", NULL };
	OWN(str_free) struct str said = { 0 };
	size_t n = strlen(job);

	/* Who cannot be asked has taken it. */
	if (tool_run(argv, "", 0, &said, ASKING_SECONDS, e) != 0) {
		err_clear(e);
		return false;
	}
	for (const char *p = str_text(&said); *p != '\0';) {
		if (strncmp(p, job, n) == 0 && (p[n] == ' ' || p[n] == '\t'))
			return true;
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	return false;
}

int
out_print(const struct out *o, const struct result *r, const char *printer,
	  unsigned seconds, struct err *e)
{
	const char *argv[] = { "lp", "-t", "preshift", "-d", printer, NULL };
	OWN(str_free) struct str text = { 0 }, said = { 0 };
	OWN(arena_free) struct arena a = { 0 };
	static const struct timespec second = { .tv_sec = 1 };
	struct out paper = *o;
	const char *job;

	paper.format = OUT_PLAIN;
	paper.cols = 0;
	out_compose(&paper, r, &text);
	if (printer == NULL)
		argv[3] = NULL;
	if (tool_run(argv, str_text(&text), text.n, &said, seconds, e) != 0)
		return -1;
	job = job_of(&a, str_text(&said));
	for (; job != NULL && waits(job, e); seconds--) {
		if (seconds == 0)
			return err_set(e, ERR_FAILED, "the printer has it "
				       "(%s) and does not print: is it "
				       "switched on, is there paper?", job);
		nanosleep(&second, NULL);
	}
	return 0;
}
