#!/bin/sh
# What people do for themselves by numbers alone: German, Russian, and a kill
# in the middle.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
tty_demo

# ---- German: a supervisor who has signed ----

tty_start --now "$TTY_NOW" -l de
see "the door" "Harbour House"
turn "logged in" "login 1003" "Passphrase von Maria Keller, 1003"
turn "the home page" "$(passphrase_of 1003)" "7 Ich selbst"
tty_foreign=$tty_english
turn "my own page" 7 "ICH SELBST" "6 Was über mich gespeichert ist" \
	"0 zurück ? Hilfe"
turn "what I signed" 3 "WAS ICH UNTERSCHRIEBEN HABE" \
	"1 9. Nov. 14:30 unterschrieben, Ausgabe 1 stark" \
	"Nummer öffnet den Beleg"
turn "a receipt" 1 "BELEG Nummer 96" "bis Montag, 23. November 2026" \
	"2 Dieser Unterschrift widersprechen" "d Einzelheiten"
tty_foreign=
turn "p prints it, with all that proves it, or keeps it" p "receipt-" ".txt'"
has "in a file of its own" "$(cat "$SITE"/out/receipt-*.txt)" \
	"-----BEGIN PRESHIFT PROOF-----"
turn "back" 0 "WAS ICH UNTERSCHRIEBEN HABE"
turn "and back" 0 "ICH SELBST"
turn "objecting" 4 "0 Zurück" "Wogegen [1]:"
turn "0 goes back" 0 "ICH SELBST"
turn "objecting all the same" 4 "Wogegen [1]:"
turn "what follows is said first" 1 "WIDERSPRUCH" "Deine Worte:"
turn "- is no word" - "Bitte schreib es in Worten"
turn "0 records nothing" 0 "ICH SELBST"
answer 4
await "Wogegen [1]:"
answer ""
await "Deine Worte:"
turn "signed like anything else" "Ich wurde gedrängt" "Passphrase von Maria Keller, 1003"
turn "recorded" "$(passphrase_of 1003)" "gilt ab jetzt als strittig"
turn "back to my page" "" "ICH SELBST"
turn "it stands in the list" 3 "Widerspruch gegen Nummer 96" \
	"Ausgabe 1; zweifelhaft"
turn "home" 0 "ICH SELBST"

# A change of passphrase that is killed: the old one holds.
turn "the passphrase" 1 "Jetzige Passphrase"
answer "$(passphrase_of 1003)"
await "Deine Wahl [1]:"
answer 1
await "Dein Name oder Enter:"
answer ""
await "Passphrase (verdeckt):"
answer "eine ganz neue Wendung"
await "Noch einmal"
kill -9 "$(cat "$T/pid")"
tty_start --now "$TTY_NOW" -l de
see "again at the door" "Harbour House"
answer "login 1003"
await "Passphrase von Maria Keller, 1003"
turn "the old one opens" "$(passphrase_of 1003)" "7 Ich selbst"
answer "me passphrase"
await "Jetzige Passphrase"
answer "$(passphrase_of 1003)"
await "Deine Wahl [1]:"
answer 1
await "Dein Name oder Enter:"
answer ""
await "Passphrase (verdeckt):"
answer "eine ganz neue Wendung"
await "Noch einmal"
turn "changed" "eine ganz neue Wendung" "Fertig: ab jetzt"
keys C-d
see "the door again" "0 Beenden"
answer "login 1003"
await "Passphrase von Maria Keller, 1003"
turn "the new one opens" "eine ganz neue Wendung" "7 Ich selbst"

# ---- Russian: somebody new, who writes something down ----

tty_start --now "$TTY_NOW" -l ru
see "the door" "Harbour House"
answer "login 1042"
await "Парольная фраза (Dmitri Sokolov, 1042"
turn "home" "$(passphrase_of 1042)" "7 Обо мне"
tty_foreign=$tty_english
turn "a note" 5 "ЗАПИСАТЬ" "без имён гостей" "6 Что-то для следующего"
turn "praise" 2 "Что было хорошо?"
turn "nothing is no praise" "" "Напишите, пожалуйста, словами"
answer "Завтрак вынесли в сад"
await "Кого благодарить?"
kill -9 "$(cat "$T/pid")"
tty_foreign=
tty_start --now "$TTY_NOW" -l ru
see "killed, and back" "Harbour House"
answer "login 1042"
await "Парольная фраза (Dmitri Sokolov, 1042"
turn "at home" "$(passphrase_of 1042)" "7 Обо мне"
tty_foreign=$tty_english
turn "it stands there still" 5 "Начатое вами:" \
	"Похвала: Завтрак вынесли в сад"
turn "go on" "" "Кого благодарить?"
turn "Enter leaves out" "" "Чьи это слова"
tty_foreign=
turn "written down" "гостя" "Записано под номером" \
	"Похвала: Завтрак вынесли в сад; чьи слова: гостя"
turn "home" "" "7 Обо мне"
turn "my own page" 7 "ОБО МНЕ"
turn "asking" 5 "Вопрос – это не подпись"
turn "not understood" 1 "Какой раздел"
turn "a part there is none of" H99 "нет раздела 'H99'"
turn "noted" h5 "вам всё объяснят"
turn "back" "" "ОБО МНЕ"
turn "what is stored" 6 "ЧТО ХРАНИТСЯ" "2 Сохранить всё для другой программы"
turn "all of it as a file" 2 "me-data-"
has "that other programs read" "$(cat "$SITE"/out/me-data-*.json)" \
	'{"format":1,"person":{"number":"1042"'
turn "the language" 0 "ОБО МНЕ"
turn "of this screen" 2 "1 English 2 Deutsch 3 Русский"
turn "until logging out" 1 "English, until you log out."
turn "my page in it" "" "MYSELF"
turn "nothing to object to yet" 4 "You have signed nothing that you could object to"
keys C-d
see "the door" "0 "
keys C-d
expect_end "and leaves" 0
done_testing
