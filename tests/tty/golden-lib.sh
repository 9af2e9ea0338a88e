# shellcheck shell=sh
# Whole screens against tests/golden/SCREEN.LL.txt.
#
#	UPDATE_GOLDEN=1 make check TESTS=tests/tty/golden.sh
#
# writes them anew; look at the difference before it is committed. Masked are
# the clocks (M:SS, HH:MM:SS), codes, digests, numbers of records, and the
# passphrase of the demonstration.
# With $from only what stands from the last line on that holds it.
# Source it instead of tests/tty/lib.sh.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

masked() {
	screen | tac | awk -v from="${from-}" '{ print }
		from != "" && index($0, from) { exit }' | tac |
		sed -E 's/[0-9]{2}:[0-9]{2}:[0-9]{2}/HH:MM:SS/g
		s/[0-9a-f]{64}/DIGEST/g
		s/(^|[^0-9])[0-9]:[0-5][0-9]/\1M:SS/g
		s/[0-9]{6}/NNNNNN/g
		s/((number|Nummer|номер) )[0-9]{3}([^0-9])/\1NNN\3/
		s/06:(49|5[0-5])(\.?)$/06:48\2/' |
		awk '/^\((demo|Vorf|демо)/ { hint = 1; print "(the hint of the demonstration)" }
			/\?/ { hint = 0 } !hint' |
		sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'
}
fits() {
	masked >"$T/screen"
	cmp -s "$T/screen" "$golden"
}

# The screen that ends in the question TEXT is that of tests/golden.
golden() { # SCREEN
	golden=$top_srcdir/tests/golden/$1.$lang.txt
	if [ -n "${UPDATE_GOLDEN-}" ]; then
		masked >"$golden"
		ok "$1 $lang is written"
	elif tty_until 5 fits; then
		ok "$1 $lang"
	else
		not_ok "$1 $lang" "$(diff -u "$golden" "$T/screen")"
	fi
}

# Types KEYS, waits for the words of this language; the last of them stand in
# the question, so the screen is whole.
to() { # KEYS ENGLISH GERMAN RUSSIAN
	answer "$1"
	on "$2" "$3" "$4"
}
on() { # ENGLISH GERMAN RUSSIAN
	case $lang in
	de) set -- "$2" ;;
	ru) set -- "$3" ;;
	esac
	wait_words "$1" || tty_lost "$lang: the way" "no '$1':" "$tty_screen"
}

# Somebody of the demonstration logs in, from the door, and keeps $lang.
enter() { # NUMBER
	to "login $1" ", $1 (not shown)" ", $1 (verdeckt)" \
		", $1; не видно"
	answer "$(passphrase_of "$1")"
	wait_words "preshift ($1)>" || tty_lost "$1 logs in" "$tty_screen"
	case $lang in
	en) tty_text="Log out" ;;
	de) tty_text=Abmelden ;;
	ru) tty_text="Завершить сеанс" ;;
	esac
	# The person's own language comes first.
	until tty_says; do
		before=$(page_top)
		answer l
		tty_until "$TTY_DEADLINE" other_top
	done
}
other_top() { [ "$(page_top)" != "$before" ]; }
