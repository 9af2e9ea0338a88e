#!/bin/sh
# Who goes away is logged out, and stands in nobody's way.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
tty_demo

tty_start --now "$TTY_NOW" -l de
see "the door" "Harbour House"
turn "HR logs in" "login 2001" "Passphrase von Ina Brandt, 2001"
turn "her home" "$(passphrase_of 2001)" "1 Wer unterschrieben hat"
turn "a list with names" 2 "PERSONEN" "0 zurück"
TTY_DEADLINE=120
see "after 90 seconds without a key it is the door" \
	"2001 ist abgemeldet: niemand hat eine Taste gedrückt." \
	"1 Das Schichtbriefing beginnen" "3 Anmelden"
has_not "with no name left on it" "$(screen)" "Ben Ortiz"
TTY_DEADLINE=30
turn "the supervisor begins the lineup" 1 "Wer leitet:"
keys C-c
await "3 Anmelden"
answer 0
expect_end "and leaves" 0
done_testing
