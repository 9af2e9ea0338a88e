#!/bin/sh
# The check of the computer at a terminal, before there is a house: only eyes
# can tell what letters are missing, and the size of the screen counts.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
SITE=$T/none

letters() { # LANG QUESTION MISSING COUNTED
	tty_start -l "$1" check
	see "$1: the letters are asked for" "$2" "1 " "2 " "ä" "ß" "Ж" "ё" "€"
	turn "$1: no says what to do" 2 "$3" "dpkg-reconfigure" "16x32" "$4"
	expect_end "$1: and nothing is broken" 0
}
letters en "Do you see" "LOOK Letters are missing" "before the first lineup."
letters de "Siehst du" "ACHTUNG Es fehlen" "vor dem ersten Schichtbriefing"
letters ru "Видны ли" "ВНИМАНИЕ Не хватает букв" "до первого брифинга"

size() { # COLUMNSxROWS WORDS
	TTY_SIZE=$1 tty_start -l en check
	see "on $1" "Screen $2"
	turn "on $1: Enter is yes" '' "Nothing is broken."
	expect_end "on $1: nothing is broken" 0
}
size 120x33 "120 x 33; in big letters for the lineup 60 x 16"
size 80x24 "80 x 24; in big letters for the lineup 40 x 12"
size 60x20 "60 x 20; a lineup needs 40 x 12"
size 60x11 "60 x 11: too small, 40 x 12 is the least"

# ---- what else may be typed
tty_start -l en check
await "Do you see"
answer maybe
answer "$(printf '%0500d' 0)"
turn "nonsense is asked again" 1 "Letters: all there"
expect_end "and nothing is broken" 0
tty_start -l en check
await "Do you see"
keys C-c
see "Ctrl-C skips the question only" "Nothing is broken."
expect_end "the rest is checked" 0

# ---- one look is enough
tty_start -l en
turn "5: this computer" 5 "Do you see"
turn "the letters are there" 1 "Letters: all there"
turn "its table is made without asking again" x "check-" ".csv"
done_testing
