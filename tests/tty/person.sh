#!/bin/sh
# One person at a terminal, by numbers: in German and Russian.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

SITE=$T/de
tty_demo
HR=$(passphrase_of 2001)
OTHER=$(passphrase_of 2002)
tty_start --now "$TTY_NOW" -l de
await "? für Hilfe:"
answer "login 2001"
await "(verdeckt):"
answer "$HR"
await "(2001)>"
tty_foreign=$tty_english

# ---- German ----

turn "the list of HR" acks "Gezeigt: 3" "Nummer öffnet eine Person" "r erinnern"
turn "a number opens a person" 1 "Ben Ortiz" "überfällig seit 21. Nov." \
	"1 neuer Code" "4 ausgeschieden"
turn "another name: which of it" 2 "Was ändert sich" "1 Name: Ben Ortiz"
turn "the name" 1 "Name:"
turn "and it is offered to stop" "Ben Lang" "1 Name: Ben Lang" \
	"7 Das ist alles" "Was ändert sich [7]:"
turn "what follows is said" "" "Name: Ben Lang statt Ben Ortiz" \
	"Passphrase von Ina Brandt, 2001"
turn "it is recorded, the person comes back" "$HR" "Eingetragen als Nummer" \
	"1017 Ben Lang"
turn "need not sign: until when" 5 "Muss nicht unterschreiben bis [19.02.2027]"
turn "nonsense is asked again" nie "'nie' ist kein Tag" \
	"Muss nicht unterschreiben bis"
turn "as people write it" 10.1. "Warum:"
turn "words are needed" "" "Hier braucht es ein paar Worte" "Warum:"
turn "what follows is said" "lange krank" "bis 10. Jan. 2027 nicht" \
	"Passphrase von Ina Brandt, 2001"
turn "the state" "$HR" "befreit bis 10. Jan. 2027"
turn "the list knows" "acks --all" "Lang, Ben"
turn "and its number opens the page" "person 1017" "1017 Ben Lang"
turn "a question that is put away" 4 "Letzter Tag [21.11.2026]:"
keys C-c
see_line "the person comes back" '^preshift \(2001\)> *$'
turn "left" 4 "Letzter Tag [21.11.2026]:"
turn "a day to come is none" 24.12. "ist zu spät" "Letzter Tag"
turn "what follows is said" 20.11. "Ben Lang ist am 20. Nov. ausgeschieden" \
	"Passphrase von Ina Brandt, 2001"
turn "a wrong passphrase costs nothing" "falsche graue wolken" \
	"Falsche Passphrase" "Passphrase von Ina Brandt, 2001"
turn "the state" "$HR" "ausgeschieden am 20. Nov." "1 wieder da"
tty_stop

# ---- Russian: a new code, and another pair of eyes ----

tty_start --now "$TTY_NOW" -l ru
await "? – справка:"
tty_foreign=
answer "login 2001"
await "не видно на экране):"
answer "$HR"
await "(2001)>"
turn "two begin alike: a list" "person e" "Elif Kaya" "Eva Horn" "Выберите"
turn "one of them" 1 "1031 Elif Kaya" "1 новый код"
turn "on paper or here" 1 "1 Показать здесь" "Код на бумаге [1]:"
turn "what follows is said" "" "старая парольная фраза больше не действует" \
	"Парольная фраза (Ina Brandt, 2001"
turn "the code" "$HR" "НОВЫЙ КОД" "1031, Elif Kaya" "второй человек"
see_line "five groups" "Код +[0-9]{6}( [0-9]{6}){4}"
turn "Enter is back at the person" "" "но только когда его заверит" \
	"1 новый код"
answer logout
await "? – справка:"
answer "login 2002"
await "не видно на экране):"
answer "$OTHER"
await "(2002)>"
turn "another one is offered to vouch" "person Elif" "1 заверить новый код"
turn "what follows is said" 1 "выдан номером 2001" "Парольная фраза (Tom Reed, 2002"
turn "it is recorded" "$OTHER" "Записано под номером" "действует до 5 дек."
turn "the beginning of a last name" "person Sok" "1042 Dmitri Sokolov"
turn "a day is asked" 5 "Подпись не нужна до"
type_text "$(printf '%05000d' 7)"
keys Enter
see "so long an answer is asked again" "не дата" "Подпись не нужна до"
answer 0
see_line "0 puts it away" '^preshift \(2002\)> *$'
tty_stop
done_testing
