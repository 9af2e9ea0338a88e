#!/bin/sh
# The keys of a lineup at a terminal: what answers at once, what it says.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo

# ---- l: what the terminal itself says follows
tty_start --now "$TTY_NOW" -l en lineup
await "Who leads:"
turn "roll" 1 "Here>"
turn "who is here" 1-8 "Not said: none"
turn "mantra" "" "2 of 9 MANTRA"
turn "l: the page is German" l "2 von 9 LEITSATZ"
turn "s: so is what is asked" s "Wie lang soll es sein"
turn "and what a wrong answer is told" 9 "„9“ gehört nicht dazu:"
turn "nothing is shortened" 1 "2 von 9 LEITSATZ"
answer 0
expect_end "0 puts it away" 1

tty_start --now "$TTY_NOW" -l en
await "? for help:"
turn "somebody else opens it in their own language" 1 "2 of 9 MANTRA"
turn "German again" l "2 von 9 LEITSATZ"
turn "put away" 0 "1 Start the lineup"
answer "lineup --form 5"
await "Enter goes on:"
turn "in German to the close" l "LEITSATZ"
turn "five minutes" "s 5" "von 5:00"
for page in HEUTE SERVICEGEBOT Vermeiden "RUNDE 1" "RUNDE 2" ABSCHLUSS; do
	answer ""
	await "$page"
done
turn "the close is German" "" "Ende bei"
turn "the passphrase too" 1 "Passphrase von 1003 (verdeckt):"
turn "a wrong one can be tried again" "nothing like it" \
	"falsche Passphrase für 1003" "Noch einmal, oder Strg-C legt es weg."
keys C-c
see "or left for later: the witness is asked all the same" \
	"Bleibt für später." "Zweite Unterschrift, ausgelost:"
turn "what is recorded as well" 3 "SCHICHTBRIEFING EINGETRAGEN"
turn "the door is as it was" "" "1 Start the lineup"
answer 0
expect_end "0 leaves" 0

# ---- a screen reader hears what has changed, not the page
on_page() { scrollback | grep -c "$1"; }
TTY_TERM=dumb tty_start --now "$TTY_NOW" -l en lineup --shift late
await "Who leads:"
turn "linear: the roll" 1 "1 of 8, ROLL"
turn "who is here is told in a line" 1-8 "Here 8, late 0, off 0."
is "the roll is not read again" "$(on_page "Stand together.")" 1
for page in MANTRA PRAISE TODAY "Enter show" Avoid "ROUND 1"; do
	answer ""
	await "$page"
done
turn "a count is told in a line" 2 "heard 1 time" "Enter goes on: 2"
turn "and the next" 2 "heard 2 times"
turn "and one taken back" u "Taken back: heard 2"
is "the page is not read again" "$(on_page "Listen for:")" 1
answer 0
expect_end "0 puts it away" 1
done_testing
