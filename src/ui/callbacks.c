/* What readline and the system call back: a finished line, Tab, signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

#define HISTORY_LINES 200
#define HABIT_MS 500

/* The terminal that is taken. A global because the callbacks of readline and
 * of signals have no argument for a context; readline itself can serve one
 * terminal a process only. */
static struct ui *taken;

struct ui *
callbacks_ui(void)
{
	return taken;
}

static void
on_signal(int sig)
{
	if (taken == NULL)
		return;
	if (sig == SIGWINCH || sig == SIGCONT)
		taken->resized = 1;
	else if (sig == SIGINT)
		taken->interrupted = 1;
	else
		taken->hung_up = 1;
}

static void
on_line(char *line)
{
	taken->line = line;
	taken->done = true;
	rl_callback_handler_remove();
}

/* How long the common beginning of A and B is, in whole characters. */
static size_t
common(const char *a, const char *b, size_t n)
{
	size_t i = 0;

	while (i < n && a[i] != '\0' && a[i] == b[i])
		i++;
	while (i > 0 && ((unsigned char)a[i] & 0xc0) == 0x80)
		i--;
	return i;
}

/* Keeps those of V that begin with PREFIX, in front of them what they have in
 * common, as readline wants it; NULL if there is none. */
static char **
fitting(char **v, const char *prefix)
{
	size_t n = 0, kept = 1, same = SIZE_MAX;
	char **all;

	while (v[n] != NULL)
		n++;
	all = calloc(n + 2, sizeof(*all));
	if (all == NULL)
		own_no_memory();
	for (size_t i = 0; i < n; i++) {
		if (!str_starts(v[i], prefix)) {
			free(v[i]);
			continue;
		}
		if (kept > 1)
			same = common(all[1], v[i], same);
		all[kept++] = v[i];
	}
	free(v);
	if (kept == 1) {
		free(all);
		return NULL;
	}
	all[0] = same == SIZE_MAX ? strdup(all[1]) : strndup(all[1], same);
	if (all[0] == NULL)
		own_no_memory();
	return all;
}

static char **
on_tab(const char *word, int start, int end)
{
	const struct completer *c = taken->completer;
	char **v;

	(void)end;
	rl_attempted_completion_over = 1; /* never file names by itself */
	if (c == NULL)
		return NULL;
	v = c->words(c->ctx, rl_line_buffer, (size_t)start);
	return v != NULL ? fitting(v, word) : NULL;
}

/* The terminal is in our mode all the time, so that what is typed ahead is
 * neither shown nor changed; readline only adds pasting in one piece. */
static void
on_prepare(int meta)
{
	(void)meta;
	if (!taken->linear)
		put_text("\033[?2004h");
}

static void
on_unprepare(void)
{
	if (!taken->linear)
		put_text("\033[?2004l");
}

static const int signals[UI_SIGNALS] = { SIGINT, SIGHUP, SIGTERM, SIGWINCH,
					  SIGCONT };

static void
take_signals(struct ui *u)
{
	struct sigaction sa = { .sa_handler = on_signal,
				.sa_flags = SA_RESTART };

	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < UI_SIGNALS; i++)
		sigaction(signals[i], &sa, &u->before[i]);
}

/* Whether the terminal can clear itself and put the cursor somewhere. */
static bool
can_move(void)
{
	const char *ce = rl_get_termcap("ce");

	return ce != NULL && str_starts(ce, "\033[");
}

void
callbacks_take(struct ui *u)
{
	taken = u;
	rl_readline_name = "preshift";
	rl_instream = stdin;
	rl_outstream = stdout;
	rl_catch_signals = 0;
	rl_catch_sigwinch = 0;
	rl_change_environment = 0;
	rl_prep_term_function = on_prepare;
	rl_deprep_term_function = on_unprepare;
	rl_attempted_completion_function = on_tab;
	rl_completer_word_break_characters = " \t";
	if (u->linear)
		rl_terminal_name = "dumb"; /* it moves no cursor */
	rl_initialize();
	rl_variable_bind("show-all-if-ambiguous", "on");
	rl_variable_bind("completion-query-items", "-1");
	rl_variable_bind("page-completions", "off");
	rl_tty_set_echoing(1);
	keys_bind();
	if (!can_move())
		u->linear = true;
	take_signals(u);
}

void
callbacks_give_back(struct ui *u)
{
	for (size_t i = 0; i < UI_SIGNALS; i++)
		sigaction(signals[i], &u->before[i], NULL);
	callbacks_history_use(u, true);
	clear_history();
	free(u->commands);
	u->commands = NULL;
	taken = NULL;
}

/* Takes the line away (its text stays with readline), or in linear mode ends
 * it; `show` writes it anew. */
static void
hide_line(struct ui *u)
{
	if (u->linear)
		put_text("\n");
	else
		rl_clear_visible_line();
	fflush(stdout);
}

static void
show_line(struct ui *u)
{
	rl_set_screen_size((int)u->room, (int)u->cols);
	rl_on_new_line();
	rl_redisplay();
	fflush(stdout);
}

void
callbacks_keep(struct ui *u)
{
	if (rl_end == 0)
		return;
	free(u->kept);
	u->kept = strdup(rl_line_buffer);
	if (u->kept == NULL)
		own_no_memory();
	u->kept_for_more = u->till_resize;
}

/* "There is more" is no place for what was typed elsewhere. */
static void
put_kept(struct ui *u)
{
	if (u->kept == NULL || (u->till_resize && !u->kept_for_more))
		return;
	rl_insert_text(u->kept);
	rl_redisplay();
	free(u->kept);
	u->kept = NULL;
}

enum wake
callbacks_line(struct ui *u, const char *prompt)
{
	int64_t habit_ms = u->by_key ? clock_mono_ms(u->o.clock) + HABIT_MS :
				       INT64_MIN;
	enum wake w = WAKE_INPUT;

	u->line = NULL;
	u->done = u->by_key = u->num_lock_told = false;
	rl_set_screen_size((int)u->room, (int)u->cols);
	rl_callback_handler_install(prompt, on_line);
	u->hide = hide_line;
	u->show = show_line;
	put_kept(u);
	while (!u->done && w == WAKE_INPUT) {
		w = ui_wait(u);
		if (w == WAKE_INPUT &&
		    !keys_take(u, clock_mono_ms(u->o.clock) < habit_ms))
			rl_callback_read_char();
		habit_ms = INT64_MIN;
	}
	u->hide = u->show = NULL;
	if (u->done)
		return w;
	if (w == WAKE_RESIZED)
		callbacks_keep(u);
	rl_free_line_state();
	rl_callback_sigcleanup();
	rl_callback_handler_remove();
	put_text("\n");
	u->screen.rows++;
	return w;
}

/* ---- history: commands only ---- */

void
callbacks_history_use(struct ui *u, bool on)
{
	HISTORY_STATE none = { 0 };

	if (on) {
		history_set_history_state(u->commands);
		using_history();
	} else {
		free(u->commands);
		u->commands = history_get_history_state();
		history_set_history_state(&none);
	}
}

void
callbacks_history_load(struct ui *u)
{
	using_history();
	if (u->history != NULL) {
		history_truncate_file(u->history, HISTORY_LINES);
		read_history(u->history);
	}
	callbacks_history_use(u, false);
}

/* Whether LINE begins with a word that C knows as the first of a line. */
static bool
is_command(const struct completer *c, const char *line)
{
	size_t n = strcspn(line, " ");
	bool found = false;
	char **v;

	v = c != NULL && n > 0 ? c->words(c->ctx, line, 0) : NULL;
	for (size_t i = 0; v != NULL && v[i] != NULL; i++) {
		found |= strlen(v[i]) == n && memcmp(v[i], line, n) == 0;
		free(v[i]);
	}
	free(v);
	return found;
}

void
callbacks_history_add(struct ui *u, const char *line)
{
	int fd;

	if (!is_command(u->completer, line))
		return;
	callbacks_history_use(u, true);
	add_history(line);
	callbacks_history_use(u, false);
	if (u->history == NULL)
		return;
	fd = open(u->history, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (fd < 0)
		return; /* a convenience: nobody is stopped for it */
	if (fchmod(fd, 0600) == 0)
		dprintf(fd, "%s\n", line);
	close(fd);
}
