#!/bin/sh
# A list longer than the screen is left, and chosen from, at each of its parts;
# sorted or filtered it is the same place; a file and a print have all of it.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
tty_demo

tty_start --now "$TTY_NOW" -l en
see "the door" "Harbour House"
turn "HR logs in" "login 2001" "Passphrase of Ina Brandt, 2001"
turn "her home" "$(passphrase_of 2001)" "1 Who has signed"

# ---- each part says what can be typed, and takes it
answer values
see "a long list: the first part has its keys" "1 Limit of every employee" \
	"A number opens one. x table for Excel p print 0 back ? help" \
	"There is more, Enter shows it:"
turn "Enter is the next part, with the same keys" "" \
	"11 Days in which you" "x table for Excel p print 0 back" \
	"There is more, Enter shows it:"
turn "a number opens what stands on another part" 2 \
	"Limit of a supervisor per guest and visit" "0 back"
turn "and 0 comes back" 0 "1 Limit of every employee" "There is more"
turn "0 goes back from the first part" 0 "1 Who has signed" "0 Log out"
answer values
await "There is more"
turn "x saves from there" x "Saved as $SITE/out/values-2026-11-21.csv"
turn "an empty line shows the list" "" "There is more"
turn "a number of no row" 99 "There is no number 99 here"
turn "the list again" "" "There is more"
answer ""
await "11 Days in which you"
turn "what only begins like a key is none" l7 "I do not know 'l7'"
has "and the language stays" "$(screen)" "0 back"
turn "the list again" "" "There is more"
turn "help" "?" "A number chooses. Enter goes on."
helped() { screen | grep -qE "help all|There is more"; }
tty_until "$TTY_DEADLINE" helped
screen | grep -q "help all" || answer ""
turn "and back" 0 "1 Limit of every employee"
turn "the next language" l "ZAHLEN UND NAMEN IM HANDBUCH" "Es geht weiter"
keys C-c
see "Ctrl-C leaves the list" "1 Wer unterschrieben hat" "0 Abmelden"
answer l
await "0 Завершить сеанс"
turn "English again" l "0 Log out"

# ---- one place, however it is sorted
turn "who has signed: a few of them" 1 "WHO HAS SIGNED" \
	"Shown: 3 that need you"
turn "x saves them all" x "acks-2026-11-21.csv"
list=$SITE/out/acks-2026-11-21.csv
is "with a heading" "$(wc -l <"$list")" 12
has "and in the words of the screen" "$(cat "$list")" \
	'3001,"Horn, Eva",,signed on 10 Nov,strong'
turn "only who is late" O "1 1017 Ortiz, Ben Front desk overdue since 21 Nov - 2"
answer Ч # x, large, with the Russian layout on
await "acks-2026-11-21-2.csv"
is "then only those are saved" "$(wc -l <"$SITE/out/acks-2026-11-21-2.csv")" 3
turn "everybody" a "11 3001 Horn, Eva"
turn "by name" n "1 2001 Brandt, Ina"
turn "why" w "WHY A PROOF IS AS IT IS"
turn "back from there" 0 "1 2001 Brandt, Ina"
turn "once more: home, whatever was pressed" 0 "0 Log out"

# ---- what a search does not show at once
answer "find guest"
await "m more"
turn "x has every place" x "find-2026-11-21.csv"
is "more than are shown" "$(($(wc -l <"$SITE/out/find-2026-11-21.csv") > 12))" 1
answer exit
await "0 Leave"
answer exit
expect_end "and leaves" 0
done_testing
