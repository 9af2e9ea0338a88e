#!/bin/sh
# Whole screens of the door, the lineup and a drill, in three languages.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/golden-lib.sh"

walk() {
	SITE=$T/$lang
	tty_demo
	tty_start --now "$TTY_NOW" -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	golden door
	to 1 "Who leads:" "Wer leitet:" "Кто ведёт:"
	to 1 "Here>" "Da>" "Здесь>"
	to "1-5 8" "6 7 1-6 8" "6 7 1-6 8" "6 7 1-6 8"
	golden roll
	for page in MANTRA YESTERDAY PRAISE TODAY; do
		case $page in
		MANTRA) to "" "2 of 9" "2 von 9" "2 из 9" ;;
		YESTERDAY) to "" "3 of 9" "3 von 9" "3 из 9" ;;
		PRAISE) to "" "4 of 9" "4 von 9" "4 из 9" ;;
		TODAY) to "" "5 of 9" "5 von 9" "5 из 9" ;;
		esac
	done
	to "" "Enter show" "Enter zeigen" "Enter показать"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden lineup-question
	to "" "Avoid" "Vermeiden" "Избегать"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden commandment
	to "" "ROUND 1" "RUNDE 1" "РАУНД 1"
	type_text 2
	on "heard 1 time" "1-mal" "прозвучало 1 раз"
	keys BSpace # or the next Enter might be taken for habit
	on "? keys Enter goes" "? Tasten Enter geht" "? клавиши Enter –"
	golden practice
	to "" "ROUND 2" "RUNDE 2" "РАУНД 2"
	to "" "8 of 9" "8 von 9" "8 из 9"
	to "" "RIGHT" "RICHTIG" "ВЕРНО"
	to "" "9 of 9" "9 von 9" "9 из 9"
	to "" "K. [2]:" "K. [2]:" "K. [2]:"
	golden close
	keys C-c
	on "? for help:" "? für Hilfe:" "? – справка:"

	to 4 "Which one:" "Welche Nummer:" "Выберите:"
	to 1 "1 to 5?" "1 bis 5?" "от 1 до 5?"
	to "" "Your choice:" "Deine Wahl:" "Ваш выбор:"
	golden scene
	to 2 "scene 2" "Szene 2" "сцена 2"
	to 2 "scene 3" "Szene 3" "сцена 3"
	to 4 "the end" "Ende" "финал"
	to "" "DEBRIEF" "NACHBESPRECHUNG" "РАЗБОР"
	on "[Enter]:" "[Enter]:" "[Enter]:"
	golden debrief
	to 0 "Then [0]:" "Dann [0]:" "Что дальше [0]:"
	golden next
	to 0 "? for help:" "? für Hilfe:" "? – справка:"

	to 5 "looking for" "suchst du" "Что ищете"
	to "15 EUR" "FOUND" "GEFUNDEN" "НАЙДЕНО"
	on "0 back" "0 zurück" "0 назад"
	golden found
	to 0 "5 Find a rule" "5 Regel oder" "5 Найти"
	to 5 "looking for" "suchst du" "Что ищете"
	to "" "21 The" "21 Die" "21 Заповеди"
	on "0 back" "0 zurück" "0 назад"
	golden contents-screen
	to 0 "5 Find a rule" "5 Regel oder" "5 Найти"

	to "login 1042" "(not shown):" "(verdeckt):" "не видно на экране):"
	to "$(passphrase_of 1042)" "(1042)>" "(1042)>" "(1042)>"
	to 4 "Seen by" "Das sehen" "Это видят"
	on "0 back" "0 zurück" "0 назад"
	golden progress-screen
	answer exit
	on "? for help:" "? für Hilfe:" "? – справка:"
	to "login 1003" "(not shown):" "(verdeckt):" "не видно на экране):"
	to "$(passphrase_of 1003)" "(1003)>" "(1003)>" "(1003)>"
	to 3 "COVERAGE" "ÜBERSICHT" "ОБЗОР"
	on "0 back" "0 zurück" "0 назад"
	golden coverage-screen
	tty_stop
}

# No house on this computer.
walk_none() {
	SITE=$T/none
	tty_start -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	golden none
	tty_stop
}

# The lineup in letters as large as they get.
walk_small() {
	SITE=$T/small-$lang
	tty_demo
	TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l "$lang" lineup
	on "Who leads:" "Wer leitet:" "Кто ведёт:"
	to 1 "Here>" "Da>" "Здесь>"
	to "1-5 8" "(6)" "(6)" "(6)"
	on "? keys Here>" "? Tasten Da>" "? клавиши Здесь>"
	golden small-roll
	to "" "MANTRA" "LEITSATZ" "ДЕВИЗ"
	to "" "YESTERDAY" "GESTERN" "ВЧЕРА"
	to "" "PRAISE" "LOB" "ПОХВАЛА"
	to "" "TODAY" "HEUTE" "СЕГОДНЯ"
	to "" "Enter show" "Enter zeigen" "Enter показать"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden small-question
	to "" "Enter next" "Enter weiter" "Enter дальше"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden small-commandment
	to "" "ROUND 1" "RUNDE 1" "РАУНД 1"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden small-practice
	to "" "ROUND 2" "RUNDE 2" "РАУНД 2"
	to "" "8 of 9" "8 von 9" "8 из 9"
	to "" "RIGHT" "RICHTIG" "ВЕРНО"
	on "Enter goes on:" "Enter geht weiter:" "Enter – дальше:"
	golden small-recall
	to "" "9 of 9" "9 von 9" "9 из 9"
	to "" "K. [2]:" "K. [2]:" "K. [2]:"
	golden small-close
	tty_stop
}

# Read aloud: S21, without rule, bar or column, TERM=dumb.
walk_linear() {
	TTY_TERM=dumb tty_start --now "$TTY_NOW" -l "$lang" lineup \
		--shift night
	on "Who leads:" "Wer leitet:" "Кто ведёт:"
	to 1 "Here>" "Da>" "Здесь>"
	to "1-5 8" "late 0" "später 0" "опоздание: 0"
	for slot in 2 3 4 5; do
		to "" "$slot of " "$slot von " "$slot из "
	done
	to "" "empty line show" "leere Zeile zeigen" "пустая строка: показать"
	to "" "Avoid" "Vermeiden" "Избегать"
	to "" "ROUND 1" "RUNDE 1" "РАУНД 1"
	on "? keys. Enter goes" "? Tasten. Enter geht" "? клавиши. Enter –"
	case $lang in en) from="7 of" ;; de) from="7 von" ;; ru) from="7 из" ;; esac
	golden practice-linear
	from=
	tty_stop
}

# Help and a scene in such letters: what has no room is read in parts.
walk_parts() {
	TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l "$lang" lineup \
		--shift late
	on "Who leads:" "Wer leitet:" "Кто ведёт:"
	to 1 "Here>" "Da>" "Здесь>"
	type_text "?"
	more
	golden small-help
	keys BSpace Enter
	on "0 puts the lineup away" "0 legt das Schichtbriefing weg" "0 отклад"
	on "Here>" "Da>" "Здесь>"
	golden small-help-end
	TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l "$lang" drill glass-door
	more
	to "" "1 to 5?" "1 bis 5?" "от 1 до 5?"
	to "" "scene 1" "Szene 1" "сцена 1"
	more
	golden small-scene
	to 0 "Your choice:" "Deine Wahl:" "Ваш выбор:"
	golden small-scene-end
	tty_stop
}
more() { on "There is more: Enter" "Es geht weiter: Enter" \
	"Есть продолжение: Enter"; }

# HR's lists: who has signed, and one person.
walk_hr() {
	SITE=$T/hr-$lang
	tty_demo
	tty_start --now "$TTY_NOW" -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	to "login 2001" "(not shown):" "(verdeckt):" "не видно на экране):"
	to "$(passphrase_of 2001)" "(2001)>" "(2001)>" "(2001)>"
	to acks "0 back ? help" "0 zurück ? Hilfe" "0 назад ? справка"
	golden acks
	to 2 "Handbook, the" "Handbuch, das" "Руководство, сначала"
	on "0 back ? help" "0 zurück ? Hilfe" "0 назад ? справка"
	golden person
	tty_stop
}

for lang in en de ru; do
	walk_none
	walk
	walk_hr
	walk_small
	walk_parts
	walk_linear
done
done_testing
