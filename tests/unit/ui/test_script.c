/* Tests of scripts: commands, answers, secrets, the clock, and what is wrong
 * with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "ui/ui.h"
#include "../said.h"

struct secret {
	size_t n, cap;
	char s[2048];
};

static struct secret *
make(size_t cap)
{
	struct secret *s = calloc(1, sizeof(*s));

	assert_true(s != NULL && cap < sizeof(s->s));
	s->cap = cap;
	return s;
}

static char *
bytes(struct secret *s)
{
	return s->s;
}

static void
set_length(struct secret *s, size_t n)
{
	assert_true(n < s->cap);
	s->n = n;
	s->s[n] = '\0';
}

static void
free_secret(struct secret *s)
{
	free(s);
}

static const struct secret_ops ops = { make, bytes, set_length, free_secret };

/* A script and what it printed. */
struct fixture {
	struct arena a;
	struct clock clock;
	struct script *s;
	struct io *io;
	struct err e;
	char *printed;
	size_t n;
	FILE *out;
	int fd, secrets;
};

/* A descriptor that reads TEXT of N bytes. */
static int
reading(const char *text, size_t n)
{
	char path[] = "/tmp/preshift-test-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	unlink(path);
	assert_int_equal(write(fd, text, n), n);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

static void
open_n(struct fixture *f, const char *text, size_t n, const char *secrets)
{
	struct script_options o = { .clock = &f->clock, .secrets = &ops };

	*f = (struct fixture){ .clock = { .fixed = true, .wall = 1000 } };
	err_init(&f->e, NULL);
	f->out = open_memstream(&f->printed, &f->n);
	assert_non_null(f->out);
	f->fd = reading(text, n);
	f->secrets = secrets ? reading(secrets, strlen(secrets)) : -1;
	o.secrets_fd = f->secrets;
	o.out = f->out;
	assert_int_equal(script_new(f->fd, &o, &f->s, &f->e), 0);
	f->io = script_io(f->s);
	assert_false(f->io->interactive);
}

static void
open_script(struct fixture *f, const char *text)
{
	open_n(f, text, strlen(text), NULL);
}

static void
close_script(struct fixture *f)
{
	script_free(f->s);
	fclose(f->out);
	free(f->printed);
	close(f->fd);
	if (f->secrets >= 0)
		close(f->secrets);
	arena_free(&f->a);
}

static void
expect_command(struct fixture *f, const char *line, int number)
{
	const char *got = "?";
	int at = 0;

	assert_int_equal(script_command(f->s, &f->a, &got, &at, &f->e), 0);
	if (line == NULL) {
		assert_null(got);
		return;
	}
	assert_non_null(got);
	assert_string_equal(got, line);
	assert_int_equal(at, number);
}

static void
expect_answer(struct fixture *f, const char *dflt, const char *answer)
{
	const char *got = NULL;

	assert_int_equal(io_ask(f->io, &f->a, "Your name", dflt, &got, &f->e),
			 0);
	assert_string_equal(got, answer);
}

static void
expect_usage(struct fixture *f, int rc, const char *text)
{
	assert_int_equal(rc, -1);
	assert_int_equal(f->e.kind, ERR_USAGE);
	assert_int_equal(f->e.cancelled, 0);
	assert_string_equal(f->e.text, text);
	err_clear(&f->e);
}

static int
ask(struct fixture *f)
{
	const char *got;

	return io_ask(f->io, &f->a, "Your name", NULL, &got, &f->e);
}

static int
command(struct fixture *f)
{
	const char *got;
	int at;

	return script_command(f->s, &f->a, &got, &at, &f->e);
}

static const struct io_option options[] = {
	{ .word = "now", .label = "Sign now", .key = "1" },
	{ .word = "later", .label = "Sign later", .key = "2" },
	{ .word = "paper", .blocked = true, .why = "no printer" },
};

static int
choose(struct fixture *f, size_t dflt, size_t *ret)
{
	return io_choose(f->io, "When", options, 3, dflt, ret, &f->e);
}

static void
test_conversation(void **state)
{
	struct fixture f;
	size_t i = 9;

	(void)state;
	open_script(&f, "\xef\xbb\xbf# a comment\r\n\r\n  sign --read\r\n"
			">  Дмитрий u\xcc\x88\t\r\n"
			"# another\n"
			">\n"
			"> later\n"
			">\n"
			"people\n"
			"help");
	expect_command(&f, "sign --read", 3);
	expect_answer(&f, NULL, "Дмитрий ü");
	expect_answer(&f, "Ina", "Ina");
	assert_int_equal(choose(&f, 3, &i), 0);
	assert_int_equal(i, 1);
	assert_int_equal(choose(&f, 0, &i), 0);
	assert_int_equal(i, 0);
	assert_int_equal(io_say(f.io, "Recorded.\033[2J", &f.e), 0);
	expect_command(&f, "people", 9);
	expect_command(&f, "help", 10);
	expect_command(&f, NULL, 0);
	expect_command(&f, NULL, 0);
	fflush(f.out);
	assert_string_equal(f.printed, "Your name: Дмитрий ü\n"
				       "Your name: Ina\n"
				       "  now  Sign now     later  Sign later\n"
				       "When: later\n"
				       "  now  Sign now     later  Sign later\n"
				       "When: now\n"
				       "Recorded.\xef\xbf\xbd[2J\n");
	close_script(&f);
}

static void
test_missing_answers(void **state)
{
	struct fixture f;

	(void)state;
	open_script(&f, "sign\npeople\n");
	expect_command(&f, "sign", 1);
	expect_usage(&f, ask(&f),
		     "line 2: the script lacks an answer (a line that begins "
		     "'> ') to: Your name");
	expect_command(&f, "people", 2); /* it was not taken */
	expect_usage(&f, ask(&f), "the script lacks an answer to: Your name");
	close_script(&f);
}

static void
test_answer_to_nothing(void **state)
{
	struct fixture f;

	(void)state;
	open_script(&f, "people\n> yes\nhelp\n");
	expect_command(&f, "people", 1);
	expect_usage(&f, command(&f),
		     "line 2: nothing was asked that '> yes' could answer");
	close_script(&f);
}

static void
test_choices(void **state)
{
	struct fixture f;
	size_t i = 7;

	(void)state;
	open_script(&f, "> 1\n> Now\n> paper\n>\n");
	expect_usage(&f, choose(&f, 0, &i),
		     "line 1: '1' is not one of the words that answer this: "
		     "now later");
	expect_usage(&f, choose(&f, 0, &i),
		     "line 2: 'Now' is not one of the words that answer this: "
		     "now later");
	expect_usage(&f, choose(&f, 0, &i),
		     "line 3: 'paper' is not open: no printer");
	expect_usage(&f, choose(&f, 3, &i),
		     "line 4: '' is not one of the words that answer this: "
		     "now later");
	assert_int_equal(i, 7);
	close_script(&f);
}

static void
test_clock(void **state)
{
	struct fixture f;

	(void)state;
	open_script(&f, "lineup\n> +30\n> +5\n> heard 1\n> +Anna\n> +60\n"
			"people\n> +7\n> x\n> +400000000\n");
	expect_command(&f, "lineup", 1);
	script_allow_clock(f.s, true);
	expect_answer(&f, NULL, "heard 1");
	assert_int_equal(f.clock.wall, 1035);
	assert_int_equal(f.clock.mono_ms, 35000);
	expect_answer(&f, NULL, "+Anna"); /* a guest */
	expect_command(&f, "people", 7);
	assert_int_equal(f.clock.wall, 1095);
	script_allow_clock(f.s, false);
	expect_usage(&f, ask(&f),
		     "line 8: only a trial house's clock can be moved by "
		     "'+7'");
	script_allow_clock(f.s, true);
	expect_answer(&f, NULL, "x");
	expect_usage(&f, ask(&f),
		     "line 10: '+400000000' is too far, at most ten years");
	close_script(&f);
}

static void
test_bad_lines(void **state)
{
	struct fixture f;
	OWN(str_free) struct str text = { 0 };
	const char *got;

	(void)state;
	str_add(&text, "> ");
	str_pad(&text, 'x', 8000);
	str_add(&text, "\n> ");
	str_pad(&text, 'x', 8001);
	str_add(&text, "\n");
	str_pad(&text, 'y', 20000);
	str_add(&text, "\n> \xff\n> a");
	str_addn(&text, "\0b\n> ok", 7);
	open_n(&f, text.s, text.n, NULL);
	assert_int_equal(io_ask(f.io, &f.a, "Q", NULL, &got, &f.e), 0);
	assert_int_equal(strlen(got), 8000);
	expect_usage(&f, ask(&f),
		     "line 2 of the script is too long: at most 8000 bytes");
	expect_usage(&f, ask(&f),
		     "line 3 of the script is too long: at most 8000 bytes");
	expect_usage(&f, ask(&f), "line 4 of the script is no text in UTF-8");
	expect_usage(&f, ask(&f), "line 5 of the script is no text in UTF-8");
	expect_answer(&f, NULL, "ok");
	close_script(&f);
}

static void
test_not_readable(void **state)
{
	struct fixture f;
	int fds[2];

	(void)state;
	assert_int_equal(pipe(fds), 0);
	open_script(&f, "");
	assert_int_equal(dup2(fds[1], f.fd), f.fd); /* not for reading */
	assert_int_equal(command(&f), -1);
	assert_int_equal(f.e.kind, ERR_FAILED);
	assert_string_equal(f.e.text, "the script can't be read: it is not open");
	assert_said(&f.e, ERR_FAILED, "there is no script to read",
		    script_new(-1, &(struct script_options){ 0 },
			       &(struct script *){ NULL }, &f.e));
	assert_int_equal(dup2(fds[0], STDIN_FILENO), STDIN_FILENO);
	assert_said(&f.e, ERR_USAGE,
		    "there is no terminal here; give the lines with --file",
		    ui_new(&(struct ui_options){ 0 }, &(struct ui *){ NULL },
			   &f.e));
	close(fds[0]);
	close(fds[1]);
	close_script(&f);
}

static void
test_lazy(void **state)
{
	struct fixture f;
	int fds[2];

	(void)state;
	assert_int_equal(pipe(fds), 0);
	open_script(&f, "");
	assert_int_equal(dup2(fds[0], f.fd), f.fd);
	assert_int_equal(write(fds[1], "one\n> a", 7), 7);
	expect_command(&f, "one", 1);
	assert_int_equal(write(fds[1], "b\n", 2), 2);
	expect_answer(&f, NULL, "ab"); /* would block if it wanted more */
	close(fds[1]);
	close(fds[0]);
	expect_command(&f, NULL, 0);
	close_script(&f);
}

static void
test_secrets(void **state)
{
	struct fixture f;
	struct secret *s = NULL;
	OWN(str_free) struct str long_one = { 0 };

	(void)state;
	open_n(&f, "", 0, "grey kettle \r\nкод\n\nlast");
	assert_int_equal(io_ask_secret(f.io, "Passphrase", &s, &f.e), 0);
	assert_string_equal(s->s, "grey kettle ");
	assert_int_equal(s->n, 12);
	free_secret(s);
	assert_int_equal(io_ask_secret(f.io, "Passphrase", &s, &f.e), 0);
	assert_string_equal(s->s, "код");
	free_secret(s);
	assert_int_equal(io_ask_secret(f.io, "Passphrase", &s, &f.e), 0);
	assert_int_equal(s->n, 0);
	free_secret(s);
	assert_int_equal(io_ask_secret(f.io, "Passphrase", &s, &f.e), 0);
	assert_string_equal(s->s, "last");
	free_secret(s);
	expect_usage(&f, io_ask_secret(f.io, "Passphrase", &s, &f.e),
		     "a passphrase is needed: give one line more to "
		     "--passphrase-fd");
	fflush(f.out);
	assert_null(strstr(f.printed, "kettle"));
	close_script(&f);

	str_pad(&long_one, 'x', 1025);
	open_n(&f, "", 0, long_one.s);
	expect_usage(&f, io_ask_secret(f.io, "Passphrase", &s, &f.e),
		     "a passphrase is too long: at most 1024 bytes");
	close_script(&f);

	open_script(&f, "> grey kettle\n");
	expect_usage(&f, io_ask_secret(f.io, "Passphrase", &s, &f.e),
		     "a passphrase is needed: --passphrase-fd");
	close_script(&f);
}

static void
test_pages(void **state)
{
	struct fixture f;
	struct page *p;

	(void)state;
	open_script(&f, "");
	p = page_new(&f.a, "LINEUP  1 of 11  ROLL");
	p->clock = (struct page_clock){ .on = true, .seconds = 600 };
	clock_advance(&f.clock, 12);
	page_para(&f.a, p, "Who is here?");
	p->keys = "Enter goes on";
	assert_int_equal(io_tell(f.io, p, &f.e), 0);
	fflush(f.out);
	assert_non_null(strstr(f.printed, "0:12 of 10:00"));
	assert_non_null(strstr(f.printed, "Who is here?\n"));
	assert_null(strstr(f.printed, "\033"));
	close_script(&f);
}

static void
test_quiet(void **state)
{
	struct script_options o = { .quiet = true, .secrets_fd = -1 };
	struct fixture f;
	struct script *s;
	const char *got;

	(void)state;
	open_script(&f, "> x\n");
	o.out = f.out;
	assert_int_equal(script_new(f.fd, &o, &s, &f.e), 0);
	assert_int_equal(io_tell(script_io(s), page_new(&f.a, "P"), &f.e), 0);
	assert_int_equal(io_say(script_io(s), "said", &f.e), 0);
	assert_int_equal(io_ask(script_io(s), &f.a, "Q", NULL, &got, &f.e), 0);
	fflush(f.out);
	assert_int_equal(f.n, 0);
	script_free(s);
	script_free(NULL);
	close_script(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_conversation),
		cmocka_unit_test(test_missing_answers),
		cmocka_unit_test(test_answer_to_nothing),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_clock),
		cmocka_unit_test(test_bad_lines),
		cmocka_unit_test(test_not_readable),
		cmocka_unit_test(test_lazy),
		cmocka_unit_test(test_secrets),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_quiet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
