#!/bin/sh
# Help by task and role, in three languages.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/golden-lib.sh"

help_of() { # NAME
	to "?" "More: help" "Mehr: help" "Подробнее: help"
	on "? help" "? Hilfe" "? справка"
	golden "help-$1"
	keys C-u
	answer 0
}

SITE=$T/house
tty_demo
for lang in en de ru; do
	tty_start --now "$TTY_NOW" -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	help_of door
	for who in 1008:staff 1003:supervisor 2001:hr; do
		enter "${who%:*}"
		help_of "${who#*:}"
		[ "$who" != 2001:hr ] || break
		answer exit
		on "? for help:" "? für Hilfe:" "? – справка:"
	done
	to "?" "More: help" "Mehr: help" "Подробнее: help"
	to "" "Log out" Abmelden "Завершить сеанс"
	to "help authors" "WORDS FOR" "WÖRTER FÜR" "СЛОВА ДЛЯ"
	to "help all" "ALL WORDS" "ALLE WÖRTER" "ВСЕ СЛОВА"
	tty_stop
done

# Where there are no keys, none is named.
run help
expect_has "in a shell help lists the words" "activate"
expect_not "but no column of numbers" "number  word"
expect_not "nor keys" "goes back"

# In the largest letters it is read in parts.
lang=en
TTY_SIZE=40x12 tty_start --now "$TTY_NOW"
on "? for help:"
to "?" "There is more"
golden small-help-door
to "" "find a rule"
to "" "help authors"
to 4 "There is more"
done_testing
