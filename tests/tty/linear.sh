#!/bin/sh
# Linear mode, by an option, a variable or the terminal: new lines only, every
# page says its keys, answers take Enter.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo

# What the terminal is sent, from here on.
listen() {
	rm -f "$T/raw"
	tty_tmux pipe-pane -o "cat >'$T/raw'"
}
nothing_but_lines() { # TITLE
	is "$1: no cursor moves" "$(tr -cd '\033' <"$T/raw" | wc -c)" 0
	none "$1: no rule, no bar" "$(grep -E -- '---|\[ ?[.#]' "$T/raw")"
	none "$1: nothing aligned" "$(grep -E '[^ ]  +[^ ]' "$T/raw")"
}

walk() { # TITLE SHIFT ARG...
	linear=$1 shift=$2
	shift 2
	tty_start --now "$TTY_NOW" -l en "$@" lineup --shift "$shift"
	await "Who leads:"
	listen
	turn "$linear: the roll says its keys" 1 \
		"Keys, each with Enter: 1-6 8 are here" "empty line next"
	answer 1-8
	await "Here 8, late 0, off 0."
	for slot in 2 3 4 5 6; do
		answer ""
		await ", $slot of "
		case $tty_screen in *", COMMANDMENT"*) break ;; esac
	done
	for page in Avoid "ROUND 1"; do
		answer ""
		await "$page"
	done
	see "$linear: so does practice" \
		"Keys, each with Enter: 1 2 3 heard it, u undo, Space pause" \
		"empty line swap now" "? keys. Enter goes on:"
	type_text 2
	keys BSpace
	turn "$linear: an answer takes its Enter" 2 "heard 1 time"
	keys Up
	see "$linear: arrows" "press Num Lock."
	turn "$linear: ?" "?" "0 puts the lineup away"
	type_text "L"
	resize 70 20
	turn "$linear: a changed window keeps what was typed" "7" \
		"Here 7, late 1, off 0."
	keys C-c
	expect_end "$linear: Ctrl-C puts away" 1
	nothing_but_lines "$linear: the lineup"

	tty_start --now "$TTY_NOW" -l en "$@" drill glass-door
	await "to 5?"
	listen
	turn "$linear: a scene says its keys" 3 \
		"Keys, each with Enter: Number, then Enter, r read again"
	turn "$linear: the next" 2 "scene 2"
	answer 0
	expect_end "$linear: 0 puts the drill away" 1
	nothing_but_lines "$linear: the drill"
}

walk --linear late --linear
ENV="PRESHIFT_LINEAR=1"
walk PRESHIFT_LINEAR early
ENV=
TTY_TERM=dumb
walk TERM=dumb night
done_testing
