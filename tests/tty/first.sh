#!/bin/sh
# Whole screens: a house is set up; the way somebody new goes: the code on paper, an own
# passphrase, the handbook, its questions, the signature; in three languages.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/golden-lib.sh"

pass='Kettle amber window frost 7'

# A house is asked for, and left: nothing is made.
found() {
	SITE=$T/none
	tty_start --now "$TTY_NOW" -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	to 6 "Name of the house:" "Name des Hauses:" "Название дома:"
	golden init
	to "Harbour House" "[harbour-house]:" "[harbour-house]:" \
		"[harbour-house]:"
	to "" "Русский [1 2 3]:" "Русский [2 1 3]:" "Русский [3 1 2]:"
	to "1 2 3" "Time zone [" "Zeitzone [" "Часовой пояс ["
	to Europe/Berlin "[2001]:" "[2001]:" "[2001]:"
	to "" "of 2001:" "von 2001:" "для 2001:"
	to "Hanna Reiter" "[2002]:" "[2002]:" "[2002]:"
	to "" "of 2002:" "von 2002:" "для 2002:"
	to "Omar Said" "comes [1]:" "kommt [1]:" "будет [1]:"
	to 1 "Is that right [1]:" "Stimmt das so [1]:" "Всё верно [1]:"
	golden init-all
	answer 0
	on "?" "?" "?"
	tty_stop
	check "$lang: nothing is made" test ! -e "$SITE"
}

activate() {
	code=$(sed -n 's/.*code //p' "$SITE/DEMO.txt")
	# shellcheck disable=SC2086 # its groups
	set -- $code
	slip=${2%?}$(((${2#?????} + 1) % 10))
	to 2 "first letters of your name:" "Buchstaben deines Namens:" \
		"первые буквы имени:"
	to Pie "by you [-]:" "bei dir [-]:" "с вами [-]:"
	golden first-with
	to "" "Group 1:" "Gruppe 1:" "Группа 1:"
	to "$1" "Group 2:" "Gruppe 2:" "Группа 2:"
	to "$slip" "look again Group 2:" "nachsehen Gruppe 2:" \
		"ещё раз Группа 2:"
	golden first-code
	to "$2 $3 $4 $5" "Your choice [1]:" "Deine Wahl [1]:" "Ваш выбор [1]:"
	golden first-passphrase
	to 1 "or Enter:" "oder Enter:" "или Enter:"
	to "Günter" "ß) Your name, or Enter:" "ß) Dein Name oder Enter:" \
		"ß) Ваше имя или Enter:"
	to "" "(not shown):" "(verdeckt):" "(не видно):"
	to kettle "four words Passphrase" "vier Wörter Passphrase" \
		"четыре слова"
	golden first-keys
	to "$pass" "Once more" "Noch einmal" "Ещё раз"
	to "$pass" "What next [1]:" "Wie weiter [1]:" "Что дальше [1]:"
	golden first-done
}

# The questions come behind the last page of a part.
read_on() {
	to 1 "Enter next" "Enter weiter" "Enter дальше"
	golden page
	while ! screen | grep -qE '^(Your answer|Deine Antwort|Ваш ответ)'; do
		before=$(page_top)
		keys Enter
		tty_until "$TTY_DEADLINE" page_turned || tty_lost "the next page" \
			"$before"
	done
	on "Your answer:" "Deine Antwort:" "Ваш ответ:"
	golden question
	to 0 "Your place is kept." "Deine Stelle" "Ваше место"
	to "" "(1050)>" "(1050)>" "(1050)>"
	to 3 "What next [1]:" "Wie weiter [1]:" "Что дальше [1]:"
	golden sign-unread
	to 0 "(1050)>" "(1050)>" "(1050)>"
}

sign() {
	to "login 1042" "(not shown):" "(verdeckt):" "не видно на экране):"
	to "$(passphrase_of 1042)" "(1042)>" "(1042)>" "(1042)>"
	to 3 "Your choice [1]:" "Deine Wahl [1]:" "Ваш выбор [1]:"
	golden sign
	to 3 "only Enter:" "nur Enter:" "или только Enter:"
	golden sign-no
	to 0 "(1042)>" "(1042)>" "(1042)>"
	to 3 "Your choice [1]:" "Deine Wahl [1]:" "Ваш выбор [1]:"
	to 2 "as you write it:" "so wie du ihn schreibst:" "как вы его пишете:"
	to "Дмитрий Соколов" "2 No" "2 Nein" "2 Нет"
	golden sign-name
	to 1 "(not shown):" "(verdeckt):" "не видно на экране):"
	to "$(passphrase_of 1042)" "in writing" "schriftlich" "письменно"
	on "[0]:" "[0]:" "[0]:"
	golden signed
}

for lang in en de ru; do
	found
	SITE=$T/$lang
	tty_demo
	tty_start --now "$TTY_NOW" -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	activate
	read_on
	sign
	tty_stop
done
done_testing
