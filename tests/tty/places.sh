#!/bin/sh
# What is shown at the prompt is a place: its keys, the table for Excel, the
# printer, the way back.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
tty_demo

tty_start --now "$TTY_NOW" -l de
see "the door" "Harbour House"
turn "HR logs in" "login 2001" "Passphrase von Ina Brandt, 2001"
turn "her home" "$(passphrase_of 2001)" "1 Wer unterschrieben hat" "0 Abmelden"
turn "a list" 2 "PERSONEN" "x Tabelle für Excel p drucken 0 zurück"
turn "x is a table for Excel" x "Gespeichert als $SITE/out/people-"
list=$(ls "$SITE"/out/people-*.csv)
has "with the words of the screen" "$(sed 's/^\xef\xbb\xbf//' "$list" |
	head -n 1)" "Nr.;Name;"
has "the list stands there still" "$(screen)" "PERSONEN"
turn "p prints, or says what is in the way" p "people-" ".txt'"
turn "l is the next language, at the same place" l "ЛЮДИ"
turn "and the next" l "PEOPLE" \
	"x table for Excel p print 0 back"
turn "help comes from anywhere" "?" "A number chooses. Enter goes on."
helped() { screen | grep -qE "help all|There is more"; }
tty_until "$TTY_DEADLINE" helped
# a long list has more than one screen
screen | grep -q "help all" || answer 0
turn "and goes back there" 0 "PEOPLE"
turn "0 is the way back" 0 "1 Who has signed" "0 Log out"
turn "a menu in the menu" 3 "THE HANDBOOK" "0 Back"
turn "back again" 0 "1 Who has signed"
turn "a receipt" receipt "RECEIPT number" "1 What I signed"
turn "is printed, or kept for it" p "receipt-" ".txt'"
has_not "without what can be chosen on a screen" \
	"$(cat "$SITE"/out/receipt-*.txt)" "What I signed"
turn "home" 0 "1 Who has signed"
keys C-d
see "Ctrl-D logs out; the door speaks its own language" \
	"1 Das Schichtbriefing beginnen" "0 Beenden"
keys C-d
expect_end "and leaves" 0

# A stick is offered; here every place with a file system of its own is one.
ENV="${ENV-} PRESHIFT_MEDIA=/dev"
tty_start --now "$TTY_NOW" -l en
see "the door" "Harbour House"
turn "HR logs in" "login 2001" "Passphrase of Ina Brandt, 2001"
turn "her home" "$(passphrase_of 2001)" "1 Who has signed"
turn "a list" 2 "PEOPLE"
if [ -d /dev/shm ] && [ "$(stat -c %d /dev/shm)" != "$(stat -c %d /dev)" ]
then
	turn "where to" x "1 this computer, in the house's folder" \
		'stick "shm"' "Where to [1]:"
	turn "0 saves nothing" 0 "PEOPLE"
fi
answer exit
see "exit logs out first" "0 Leave"
done_testing
