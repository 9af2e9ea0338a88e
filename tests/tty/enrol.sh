#!/bin/sh
# HR enrols people at a terminal by numbers alone: a list from Excel in German,
# one person and an empty list in Russian.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
ina=$(passphrase_of 2001)
mkdir "$T/home/Downloads"
{
	printf 'Personalnummer;Name;Rolle;Sprache\r\n'
	printf '0201;J\374rgen Wei\337;Mitarbeiter;Deutsch\r\n'
	printf '0202;Ren\351 \326zt\374rk;Schichtleitung;Russisch\r\n'
	printf '1003;Maria Keller;;\r\n# 1;Beispiel;;\r\n'
} >"$T/home/Downloads/Liste.csv"
printf 'Nr;Name;Rolle\r\n0203;A;Koch\r\n' >"$T/home/Downloads/kaputt.CSV"
touch -d '2026-11-20 10:00' "$T/home/Downloads/kaputt.CSV"

start() { # LANG
	tty_start --now "$TTY_NOW" -l "$1" -u 2001 enrol
	await 2001
	turn "HR's page ($1)" "$ina" "$2" "1 " "2 " "3 " "0 "
}
codes() { screen | grep -Ec '([0-9]{6} ){4}[0-9]{6}' || :; }

# ---- a list, in German
start de "JEMAND NEUES AUFNEHMEN"
turn "the newest lists of the usual places" 2 "1 ~/Downloads/Liste.csv" \
	"2 ~/Downloads/kaputt.CSV, 20. Nov." \
	"3 eine andere Datei: Namen tippen" "0 Zurück" "Welche Datei [1]:"
turn "what is wrong in one is told" 2 "falsche Zeilen: 1" "'Koch' ist keine" \
	"Welche Datei [1]:"
turn "a file may be typed" 3 "Name der Datei (0 zurück):"
turn "one that is not there is told" nirgends.csv \
	"Es gibt keine Datei 'nirgends.csv'"
# shellcheck disable=SC2088 # as it is typed
turn "so is a folder" "~/Downloads" "ist ein Ordner"
turn "as it is pasted" "'~/Downloads/Liste.csv'" "EINE LISTE AUFNEHMEN" \
	"Neu 2" "Schon auf der Liste 1" "Beispiele und Notizen (#) 1" \
	"Windows-1252; stimmt dieser Name: Jürgen Weiß" \
	"0201 Jürgen Weiß Belegschaft Deutsch" \
	"0202 René Öztürk Schichtleitung Russisch" "1 Aufnehmen" \
	"2 Die Buchstaben stimmen nicht" "0 Zurück: niemand wird aufgenommen"
turn "or they are read another way" 2 "Windows-1251" "Jьrgen WeiЯ"
turn "and back" 2 "Windows-1252"
turn "codes on the screen or on paper" 1 "1 auf dem Bildschirm zeigen" \
	"2 eine Seite zum Drucken schreiben" "Der Code [2]:"
turn "her signature" "" "Passphrase von Ina Brandt, 2001 (verdeckt):"
turn "where the slips lie" "$ina" "2 Personen aufgenommen." \
	"Zettel zum Drucken $SITE/out/preshift-" \
	"dann die Datei löschen"
is "no code is on the screen" "$(codes)" 0
expect_end "that was all" 0
slips=$SITE/out/preshift-slips-2026-11-21.html
is "two slips, for nobody else's eyes" \
	"$(grep -c 'class="slip"' "$slips") $(stat -c %a "$slips")" "2 600"

start de "JEMAND NEUES AUFNEHMEN"
turn "a second time" 2 "Welche Datei"
turn "nobody is new" 1 "0 Personen aufgenommen." "schon auf der Liste: 3."
expect_end "and nothing is to be signed" 0

# ---- one person, in Russian
tty_foreign=
start ru "ВНЕСТИ В СПИСОК НОВОГО ЧЕЛОВЕКА"
turn "the number" 1 "Личный номер:"
turn "nonsense is told at once" 'no!' "'no!'"
turn "one that is taken too" 1003 "'1003'"
turn "name" 0042 "Имя:"
turn "one that is none is told" - "Имя:"
turn "role" "Анна Йодль" "1 сотрудник 2 старший смены" "Роль [1]:"
turn "team, by number" 2 "1 Front desk 2 без команды 3 другая команда" \
	"Команда [1]:"
turn "another is typed" 3 "Короткое имя команды:"
turn "one that is none is told" "Front Desk" "'Front Desk'"
turn "language" kitchen "1 English 2 Deutsch 3 Русский"
turn "contract" 3 "1 полный день 2 неполный день Договор [1]:"
turn "coach" 2 "Наставник: номер или имя (- если никого) [-]:"
turn "one that is nobody is told" 7777 "7777"
turn "the code" 1003 "1 показать на экране 2 записать страницу" "Код [1]:"
turn "her signature" "" "Парольная фраза (Ina Brandt, 2001"
turn "the code is shown" "$ina" "1 человек внесён в список." "Анна Йодль"
is "one" "$(codes)" 1
expect_end "that was all" 0
secrets "$ina"
run --passphrase-fd 3 -u 2001 -o json people 3<"$T/secrets"
expect_has "she is as said" '"number":"0042","name":"Анна Йодль","role":"supervisor","team":"kitchen","contract":"part","language":"ru","coach":"1003","state":"enrolled"'

# ---- an empty list, and back
start ru "ВНЕСТИ В СПИСОК НОВОГО ЧЕЛОВЕКА"
turn "an empty list" 3 "ПУСТОЙ СПИСОК" "$SITE/out/preshift-people.csv"
has "for Russian Excel" "$(cat "$SITE/out/preshift-people.csv")" \
	"Номер;Имя;Роль;Команда;Язык;Договор;Наставник"
start ru "ВНЕСТИ В СПИСОК НОВОГО ЧЕЛОВЕКА"
answer 0
expect_end "0 goes back" 1

# ---- what only this path tells
# The end of a sentence, behind its last directive.
says() { # MSGID
	said=$(sentence "$lang" "$1")
	see "$1 ($lang)" "${said##*\*}"
}
for lang in en de ru; do
	start $lang "2001"
	answer 2
	await "[1]:"
	answer 4
	await "(0 "
	answer nowhere.csv
	says "there is no file '%s': type its name with its folder"
	answer /
	says "'%s' is a folder: type the name of a file in it"
done
done_testing
