/* Tests of the clock on the screen, and of what is said of it where there is
 * no corner to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ui/terminal.h"

/* What is written to the terminal meanwhile. */
struct heard {
	FILE *file;
	int out;
	char text[4096];
};

static void
listen(struct heard *h)
{
	fflush(stdout);
	h->file = tmpfile();
	h->out = dup(STDOUT_FILENO);
	assert_non_null(h->file);
	assert_true(h->out >= 0);
	assert_true(dup2(fileno(h->file), STDOUT_FILENO) >= 0);
}

static const char *
heard(struct heard *h)
{
	size_t n;

	fflush(stdout);
	dup2(h->out, STDOUT_FILENO);
	close(h->out);
	rewind(h->file);
	n = fread(h->text, 1, sizeof(h->text) - 1, h->file);
	h->text[n] = '\0';
	fclose(h->file);
	return h->text;
}

static struct page *
lineup_page(struct arena *a, unsigned seconds, unsigned round)
{
	struct page *p = page_new(a, "LINEUP");

	p->clock.on = true;
	p->clock.seconds = seconds;
	p->clock.slot_left_of = round;
	return p;
}

/* A second at a time for SECONDS, from the moment the page is shown. */
static const char *
run_linear(struct heard *h, unsigned whole, unsigned round, unsigned seconds)
{
	OWN(arena_free) struct arena a = { 0 };
	struct clock c = { .fixed = true };
	struct ui u = { .linear = true, .cols = 80, .room = 24,
			.o = { .clock = &c },
			.bells = { INT64_MIN, INT64_MIN, INT64_MIN, 0 } };

	u.screen.page = lineup_page(&a, whole, round);
	listen(h);
	for (unsigned i = 0; i <= seconds; i++) {
		ticks_run(&u);
		c.mono_ms += 1000;
	}
	str_free(&u.screen.under);
	return heard(h);
}

static void
test_round(void **state)
{
	struct heard h;

	(void)state;
	assert_string_equal(run_linear(&h, 600, 75, 200),
			    "60 seconds.\n30 seconds.\n10 seconds.\n"
			    "\aTime for this round is over.\n");
}

static void
test_whole(void **state)
{
	struct heard h;

	(void)state;
	assert_string_equal(run_linear(&h, 300, 0, 400),
			    "4:00, one minute left\n30 seconds.\n"
			    "10 seconds.\n\aTIME, 5:00\n");
}

/* A round as long as a mark is not told what it has just been told. */
static void
test_short_round(void **state)
{
	struct heard h;

	(void)state;
	assert_string_equal(run_linear(&h, 600, 30, 31),
			    "10 seconds.\n\aTime for this round is over.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_short_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
