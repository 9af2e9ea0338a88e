#!/bin/sh
# Looking something up by numbers, in German.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
tty_foreign=$tty_english
tty_start --now "$TTY_NOW" -l de
await "? für Hilfe:"
turn "5 asks what is wanted" 5 "Was suchst du?"
turn "a word" Beschwerde "1 H6: Sieben Schritte" "*Beschwerde*" "m mehr"
turn "m: more" m "9 bis 1"
turn "0: back" 0 "1 bis 8"
turn "a number opens it there" 1 "1 Eine Beschwerde ist geschenkte" \
	"Es geht weiter"
turn "and 0 comes back" 0 "GEFUNDEN: Beschwerde"
turn "a slip of the finger" "find Beshwerde" "Meinst du"
has_not "an empty table is not offered" "$tty_screen" "x Tabelle"
turn "is put right by 1" 1 "Sieben Schritte"
turn "0: the door" 0 "Meinst du"
turn "and again" 0 "1 Das Schichtbriefing beginnen"
turn "the search" 5 "Was suchst du?"
turn "nothing typed: the list" "" "H5" "21 Die Servicegebote"
turn "its numbers open" 21 "DIE SERVICEGEBOTE" "Hilf über deinen Platz hinaus"
turn "one commandment" 2 "SERVICEGEBOT 2" "Vermeiden"
turn "and back" 0 "Hilf über deinen Platz hinaus"
answer exit
expect_end "it ends" 0
done_testing
