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
note() { # WORDS
	passphrase_of 1042 >"$T/secret"
	printf '> lineup\n> %s\n' "$1" >"$T/note"
	feed --now "$NOW" -u 1042 --passphrase-fd 3 note <"$T/note" \
		3<"$T/secret"
	expect_exit 0 "somebody else writes down: $1"
}
note "Pool closed till noon"
prepare
see "after kill -9 all is there" "This is how you left it:" \
	"1 Party of 40 at 09:30 2 key cards"
see "and what somebody else wrote down since" \
	"1 line was written down by somebody else meanwhile" \
	"3 Pool closed till noon"
turn "which can be struck" 3 "Struck: Pool closed till noon"
turn "so can another" 2 "Struck: key cards"
note "Bus at nine"
answer ""
await "Recorded as number"
see "what came while it stood open is told" \
	"1 line was written down by somebody else meanwhile" \
	"- Party of 40 at 09:30 - Bus at nine"
expect_end "Enter records it" 0

run --now 2026-11-21T06:48 lineup --agenda -l en
has "the lineup says it" "$(tr -s ' \n' ' ' <"$T/out")" \
	"Today: Party of 40 at 09:30; Bus at nine;"

# ---- and in the slot itself
tty_start --now 2026-11-21T06:48 -l en lineup
await "Who leads:"
turn "roll" 1 "Here>"
turn "who is here" 1-5 "Not said: 6 7 8"
for page in MANTRA YESTERDAY PRAISE TODAY; do
	answer ""
	await "$page"
done
see "what was prepared stands first" "1 Party of 40 at 09:30 2 Bus at nine"
press "a asks what else" a "What else is to be said (Enter: nothing):"
turn "and adds it" "Lift two is out" "5 Lift two is out"
press "u takes it back" u "Taken back: Lift two is out"
turn "in one line as well" "a Lift two is out" "5 Lift two is out"
turn "what has no room on the page is on the next" "a One more" \
	"5 Lift two is out 1 more on the next page."
turn "which is an Enter away" "" "6 One more"
kill -9 "$(cat "$T/pid")"
tty_until "$TTY_DEADLINE" test -s "$T/exit"

# ---- what there was no time for is left over
NOW=2026-11-22T06:30
for n in 1 2 3 4 5 6 7; do
	note "Thing $n"
done
tty_start --now 2026-11-22T06:48 -l en lineup
await "Who leads:"
turn "the next day" 1 "Here>"
turn "who is here" 1-5 "Not said: 6 7 8"
for page in MANTRA YESTERDAY PRAISE TODAY; do
	answer ""
	await "$page"
done
see "nine things are said today" "5 Thing 5 4 more on the next page."
answer 0
expect_end "called away on the first page" 1
tty_start --now 2026-11-22T07:10 -l en lineup
await "What now [1]:"
turn "closed as it stands" 2 "ended at"
turn "unsigned" 3 "Second signature"
answer 3
await "LINEUP RECORDED"
run --now 2026-11-23T06:48 lineup --agenda -l en
has "the day after says what was not said" "$(tr -s ' \n' ' ' <"$T/out")" \
	"Not said last time: Thing 6; Not said last time: Thing 7. "
has_not "and not what was" "$out" "Thing 5"
tty_start --now 2026-11-23T06:30 -l en -u 1003 prepare --date 2026-11-23
await "(not shown):"
answer "$(passphrase_of 1003)"
see "and it is offered for that day" "Left over from last time" \
	"1 Thing 6 2 Thing 7 One short line"
answer 0
expect_end "0 puts away" 1

# ---- a house with more than one team
passphrase_of 2001 >"$T/hr"
passphrase_of 2001 >>"$T/hr"
feed -u 2001 --passphrase-fd 3 enrol 1201 'Karl Brand' --role staff --lang de \
	--team kitchen </dev/null 3<"$T/hr"
expect_exit 0 "somebody works in the kitchen"
tty_start --now 2026-11-24T06:48 -l en lineup
see "whose lineup it is, is picked by number" "1 Front desk 2 Kitchen" \
	"Which team:"
turn "then who leads" 1 "LINEUP early, Front desk" "Who leads:"
answer 0
expect_end "0 goes back" 1
tty_start --now 2026-11-24T06:48 -l en -u 1003 prepare
await "(not shown):"
turn "who is logged in prepares for the own team" "$(passphrase_of 1003)" \
	"For which day [1]:"
answer ""
await "Tue 24 Nov, Front desk"
answer 0
expect_end "0 puts away" 1
done_testing
