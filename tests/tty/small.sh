#!/bin/sh
# Letters as large as they get, 40x12: what people see of the other main
# screens (the lineup's own are in golden.sh), in three languages. What finds
# no room is read in parts, and nothing to choose is left out.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/golden-lib.sh"

# Reads on to the end of a page of parts.
more() { # ENGLISH GERMAN RUSSIAN
	case $lang in
	de) want=$2 ;;
	ru) want=$3 ;;
	*) want=$1 ;;
	esac
	while tty_until "$TTY_DEADLINE" arrived && goes_on; do
		before=$(page_top)
		keys Enter
		tty_until "$TTY_DEADLINE" turned
	done
	on "$@"
}
goes_on() { screen | grep -qE 'There is more|Es geht weiter|Есть продолжение'; }
arrived() { goes_on || screen | tr -s ' \n' ' ' | grep -qF -e "$want"; }
turned() { [ "$(page_top)" != "$before" ]; }

home() { # SCREEN NUMBER; from the door
	to "login $2" "(not shown):" "(verdeckt):" "экране):"
	answer "$(passphrase_of "$2")"
	wait_words " $2 06:4" || tty_lost "$2 logs in" "$tty_screen"
	golden "small-$1"
}

lead() {
	on "? for help:" "? für Hilfe:" "? – справка:"
	golden small-door
	to 1 "Who leads:" "Wer leitet:" "Кто ведёт:"
	golden small-leader
	to 1 "Here>" "Da>" "Здесь>"
	to "1-5 8" "(6)" "(6)" "(6)"
	to "" "MANTRA" "LEITSATZ" "ДЕВИЗ"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden small-mantra
	to "" "YESTERDAY" "GESTERN" "ВЧЕРА"
	to "" "PRAISE" "LOB" "ПОХВАЛА"
	to "" "TODAY" "HEUTE" "СЕГОДНЯ"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden small-today
	keys C-c
	on "? for help:" "? für Hilfe:" "? – справка:"
}

try_drill() {
	to 4 "There is more" "Es geht weiter" "Есть продолжение"
	golden small-drills
	more "Which one:" "Welche Nummer:" "Выберите:"
	to 1 "There is more" "Es geht weiter" "Есть продолжение"
	more "1 to 5?" "1 bis 5?" "от 1 до 5?"
	to "" "There is more" "Es geht weiter" "Есть продолжение"
	for n in 2 2 4; do
		more "choice:" "Wahl:" "выбор:"
		before=$(page_top)
		answer "$n"
		tty_until "$TTY_DEADLINE" turned
	done
	more "[Enter]:" "[Enter]:" "[Enter]:"
	golden small-end
	to "" "DEBRIEF" "NACHBESPRECHUNG" "РАЗБОР"
	golden small-debrief
	more "[Enter]:" "[Enter]:" "[Enter]:"
	golden small-debrief-end
	to 0 "Then [0]:" "Dann [0]:" "Что дальше [0]:"
	to 0 "? for help:" "? für Hilfe:" "? – справка:"
}

begin() {
	home home-staff 1042
	to 4 "There is more" "Es geht weiter" "Есть продолжение"
	golden small-progress
	more "(1042)>" "(1042)>" "(1042)>"
	golden small-progress-end
	to 0 "6 Find" "5 Etwas" "6 Найти"
	to 3 "SIGN" "UNTERSCHREIBEN" "ПОДПИСАТЬ"
	golden small-sign
	more "[1]:" "[1]:" "[1]:"
	golden small-sign-end
	to 0 "6 Find" "5 Etwas" "6 Найти"
	to "handbook read" "There is more" "Es geht weiter" "Есть продолжение"
	golden small-page
	keys C-c # to its end
	on "[Enter]:" "[Enter]:" "[Enter]:"
	golden small-page-end
	keys C-c
	on "6 Find" "5 Etwas" "6 Найти"
	answer exit
	on "? for help:" "? für Hilfe:" "? – справка:"
}

for lang in en de ru; do
	SITE=$T/$lang
	tty_demo
	TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l "$lang"
	lead
	try_drill
	begin
	home home-hr 2001
	tty_stop
done
done_testing
