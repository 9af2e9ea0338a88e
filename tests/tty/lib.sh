# shellcheck shell=sh
# For tests at a terminal: the program runs inside a tmux server of its own,
# keys are sent to it and the screen is read. Source it instead of tests/lib.sh:
#
#	. "$top_srcdir/tests/tty/lib.sh"
#	tty_start -l de
#	wait_for "Wer ist da?"
#	keys 1 Enter
#	expect_screen "the menu comes" "1  Lineup"
#	done_testing
#
# Nothing ever sleeps for a guessed time: every wait is for a text, with a
# deadline of TTY_DEADLINE seconds (a machine may be slow, or sanitized).
# SPDX-License-Identifier: GPL-3.0-or-later
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
. "$top_srcdir/tests/lib.sh"

need tmux
: "${TTY_DEADLINE:=30}"
tty_name=preshift

# The socket lies in $T, so no server of the person who runs this is touched.
tty_tmux() {
	env -u TMUX TMUX_TMPDIR="$T" LC_ALL=C.UTF-8 HOME="$T/home" \
		tmux -u -L "$tty_name" -f /dev/null "$@"
}

# Ends what runs (SIGHUP), and waits for it: it may be writing.
tty_stop() {
	tty_tmux kill-server 2>/dev/null
	[ ! -e "$T/start.sh" ] || tty_until 5 test -s "$T/exit"
}
at_end tty_stop

# Starts the program, 80x24 (or TTY_SIZE=40x12), with TTY_TERM as its TERM.
tty_start() { # [ARG...]
	tty_run "$PRESHIFT" "$@"
}

# The same with any program.
tty_run() { # COMMAND [ARG...]
	tty_stop
	tty_size=${TTY_SIZE:-80x24}
	tty_quoted=
	for tty_word in "$@"; do
		tty_quoted="$tty_quoted $(tty_quote "$tty_word")"
	done
	# A script, so that clean() means the same here as in tests/lib.sh. It
	# leaves the exit code where expect_end finds it, and the program's
	# number in $T/pid; a Ctrl-C is for the program alone.
	{
		echo "T=$(tty_quote "$T") SITE=$(tty_quote "$SITE")"
		echo "PRESHIFT_DATADIR=$(tty_quote "$PRESHIFT_DATADIR")"
		echo "PRESHIFT_LOCALEDIR=$(tty_quote "$PRESHIFT_LOCALEDIR")"
		sed -n '/^clean() {/,/^}/p' "$top_srcdir/tests/lib.sh"
		echo "ENV=$(tty_quote "TERM=${TTY_TERM:-screen} ${ENV-}")"
		echo "trap : INT HUP"
		# shellcheck disable=SC2016 # for the shell that becomes it
		echo 'clean sh -c '\''echo $$ >"$0"; exec "$@"'\'' "$T/pid"' \
			"$tty_quoted"
		echo "echo \$? >\"\$T/exit\""
	} >"$T/start.sh"
	rm -f "$T/exit"
	tty_tmux start-server \; set -g remain-on-exit on \; \
		set -g status off \; set -g history-limit 5000 \; \
		set -s escape-time 0 \; \
		new-session -d -c "$T/home" \
			-x "${tty_size%x*}" -y "${tty_size#*x}" \
		"sh '$T/start.sh'" || {
		not_ok "tmux starts"
		exit 1
	}
}

tty_quote() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }

# keys Enter C-c Up: names of keys; type_text: letters as they are
keys() { tty_tmux send-keys "$@"; }
type_text() { tty_tmux send-keys -l -- "$1"; }
answer() { type_text "$1" && keys Enter; } # a line and Enter
resize() { tty_tmux resize-window -x "$1" -y "$2"; } # COLUMNS LINES

screen() { tty_tmux capture-pane -p 2>/dev/null; }
scrollback() { tty_tmux capture-pane -p -S -; } # with what scrolled away

# Waits until TEXT is on the screen; 1 (and the screen in $tty_screen) if the
# deadline passes. tty_until COMMAND... waits for anything else.
wait_for() { # TEXT [SECONDS]
	tty_text=$1
	tty_until "${2:-$TTY_DEADLINE}" tty_shows
}
tty_shows() {
	tty_screen=$(screen)
	case $tty_screen in *"$tty_text"*) return 0 ;; esac
	return 1
}
# The same where line breaks and runs of blanks count as one blank: long texts
# are wrapped.
wait_words() { # TEXT [SECONDS]
	tty_text=$1
	tty_until "${2:-$TTY_DEADLINE}" tty_says
}
tty_says() {
	tty_screen=$(screen)
	case $(printf '%s' "$tty_screen" | tr -s ' \n' ' ') in
	*"$tty_text"*) return 0 ;;
	esac
	return 1
}
# For who goes from page to page: $before=$(page_top), a key, then wait till
# page_turned. What is typed changes the last line, what comes next the first
# ones; and its question stands below it.
page_top() { screen | head -n 6; }
page_turned() {
	[ "$(page_top)" != "$before" ] &&
		screen | grep -v '^ *$' | tail -n 1 | grep -q ':$'
}
tty_until() { # SECONDS COMMAND [ARG...]
	tty_end=$(($(date +%s) + $1))
	shift
	until "$@"; do
		[ "$(date +%s)" -le "$tty_end" ] || return 1
		sleep 0.05
	done
}

expect_screen() { # TITLE TEXT [SECONDS]
	if wait_for "$2" "${3:-$TTY_DEADLINE}"; then
		ok "$1"
	else
		not_ok "$1" "no '$2' on the screen:" "$tty_screen"
	fi
}

# Waits for the program's end; its exit code must be CODE.
expect_end() { # TITLE CODE
	if ! tty_until "$TTY_DEADLINE" test -s "$T/exit"; then
		not_ok "$1" "it still runs:" "$(screen)"
		return
	fi
	is "$1" "$(cat "$T/exit")" "$2"
}

# A walk in one language: every screen of it is searched for words of English
# (whole words, an extended regular expression; empty: no search).
tty_english='the|and|is|of|you|your|with|who|from|next|page|scene|keys|choice'
tty_english="$tty_english|heard|goes|later|signed|again|back|until|what"
tty_foreign=

# Somebody who took a wrong turn never arrives: the rest is not tried, each
# step of it would wait for its deadline.
tty_lost() { # TITLE LINE...
	not_ok "$@"
	done_testing
	exit 1
}

# Waits on the way to something else.
await() { # TEXT
	wait_words "$1" || tty_lost "'$1' comes" "the screen:" "$tty_screen"
}

# One step: types KEYS and Enter, waits until the screen says each TEXT. The
# first TEXT must be one that the screen before does not say.
turn() { # TITLE KEYS TEXT...
	tty_title=$1
	answer "$2"
	shift 2
	see "$tty_title" "$@"
}

# The same with keys that answer without Enter. One that comes at once behind
# such a key is taken for habit and dropped: the Backspace ends that.
press() { # TITLE KEYS TEXT...
	tty_title=$1
	type_text "$2"
	shift 2
	see "$tty_title" "$@"
	keys BSpace
}

see() { # TITLE TEXT...
	tty_title=$1
	shift
	for tty_word in "$@"; do
		wait_words "$tty_word" && continue
		tty_lost "$tty_title" "no '$tty_word' on the screen:" \
			"$tty_screen"
	done
	if [ -n "$tty_foreign" ] && tty_found=$(printf '%s' "$tty_screen" |
		grep -iwE "$tty_foreign"); then
		not_ok "$tty_title" "not in this language:" "$tty_found"
		return
	fi
	ok "$tty_title"
}

# The screen has a line that fits the extended regular expression.
see_line() { # TITLE EXPRESSION
	tty_text=$2
	if tty_until "$TTY_DEADLINE" tty_fits; then
		ok "$1"
	else
		not_ok "$1" "no line like '$2':" "$tty_screen"
	fi
}
tty_fits() {
	tty_screen=$(screen)
	printf '%s\n' "$tty_screen" | grep -qE -e "$tty_text"
}

# The demonstration house at one point of time, without the show that `demo`
# plays where there is no terminal.
TTY_NOW=2026-11-21T06:48
tty_demo() {
	run --now "$TTY_NOW" -o json demo "$SITE"
	[ -s "$SITE/DEMO.txt" ] && return
	not_ok "the demonstration house is made" "$err"
	exit 1
}
