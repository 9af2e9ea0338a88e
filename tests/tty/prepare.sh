#!/bin/sh
# Preparing a lineup by numbers; what is typed survives kill -9.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
NOW=2026-11-20T22:40

run --now 2026-11-20T22:40 -o json demo "$SITE"
pass=$(passphrase_of 1003)
prepare() {
	tty_start --now "$NOW" -l en -u 1003 prepare
	await "(not shown):"
	answer "$pass"
	await "For which day [2]:"
	answer ""
	await "To be said>"
}

prepare
see "tomorrow's, in the evening" "PREPARE THE LINEUP Sat 21 Nov, Front desk" \
	"Nothing yet. Who comes"
see "what was parked is offered by number" "Left over from last time" \
	"1 key cards"
turn "a line adds an item" "Party of 40 at 09:30" "1 Party of 40" \
	"2 key cards"
turn "a number takes over" 2 "2 key cards One short line each"
turn "an item is struck by its number" 1 "Struck: Party of 40" "1 key cards"
turn "u takes back" u "Taken back." "1 Party of 40"
turn "a number that is not there" 7 "Nothing here has the number 7"
turn "twice is once" "key cards" "'key cards' is on the list already"
kill -9 "$(cat "$T/pid")"
tty_until "$TTY_DEADLINE" test -s "$T/exit"
prepare
see "after kill -9 all is there" "This is how you left it:" \
	"1 Party of 40 at 09:30 2 key cards"
answer ""
await "Recorded as number"
expect_end "Enter records it" 0

run --now 2026-11-21T06:48 lineup --agenda -l en
has "the lineup says it" "$(tr -s ' \n' ' ' <"$T/out")" \
	"Today: Party of 40 at 09:30; key cards;"

# ---- and in the slot itself
tty_start --now 2026-11-21T06:48 -l en lineup
await "Who leads:"
turn "roll" 1 "Here>"
turn "who is here" 1-5 "Not said: 6 7 8"
for page in MANTRA YESTERDAY PRAISE TODAY; do
	answer ""
	await "$page"
done
see "what was prepared stands first" "1 Party of 40 at 09:30 2 key cards"
press "a asks what else" a "What else is to be said (Enter: nothing):"
turn "and adds it" "Lift two is out" "5 Lift two is out"
press "u takes it back" u "Taken back: add Lift two is out"
turn "in one line as well" "a Lift two is out" "5 Lift two is out"
turn "five are enough" "a One more" "5 are said already"
kill -9 "$(cat "$T/pid")"
tty_until "$TTY_DEADLINE" test -s "$T/exit"
done_testing
