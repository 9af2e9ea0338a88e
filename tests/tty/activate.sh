#!/bin/sh
# A house is made at a terminal; somebody is enrolled and comes for the first
# time, with a slip of the pen in the code.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

hanna='kettle amber window frost'
dmitri='пряжка клумба пума пробка'

# The code that is on the screen: five groups of six.
code_shown() { screen | grep -Eo '([0-9]{6} ){4}[0-9]{6}' | tail -n 1; }

# ---- init
tty_start --now "$TTY_NOW"
await "Set up a house"
turn "init asks for what it needs" 6 "Name of the house:"
turn "a short name" "Test House" "Short name (small letters, digits, hyphens):"
turn "one that is none is told at once" "Test House" "'Test House' is no id:"
turn "languages" test "Languages [en,de,ru]:"
turn "the time zone" "" "Time zone [Europe/Berlin]:"
turn "one that is none" Berlin "Unknown time zone 'Berlin'"
turn "HR, twice" "" "First HR person, NUMBER:NAME, as 2001:Ada Berg:"
turn "a slip is told at once" 2001 "'2001' is not NUMBER:NAME"
turn "and nothing else is lost" "2001:Hanna Reiter" "Second HR person"
turn "an own passphrase" "2002:Omar Said" "YOUR OWN PASSPHRASE" \
	"Nobody here can see it, choose it or sign for you." \
	"Only Hanna Reiter types here." \
	"1 I think of one myself 2 Propose four words"
turn "four words are proposed" 2 "Proposed: "
see_line "they are four" "Proposed: [a-z]+ [a-z]+ [a-z]+ [a-z]+ "
turn "numbers for any keyboard" 3 "(type it below after 1"
see_line "they are sixteen digits" "Proposed: ([0-9]{4} ){3}[0-9]{4} "
turn "one's own" 1 "Own passphrase (not shown):"
turn "too short" "kettle" "Too short"
turn "long enough" "$hanna" "Once more (not shown):"
turn "two that differ" "kettle amber window frosty" "The two are not the same"
answer "$hanna"
see "once more" "not the same: please type it twice again. Own passphrase (not shown): Once more (not shown):"
turn "the charter sheet" "$hanna" "TRIAL CHARTER SHEET" "House Test House" \
	"These eight groups are the charter key of the house." "Fingerprint " \
	"Type group "
groups=$(screen | grep -Eo '\b[0-9]{6}\b' | head -n 8)
is "it has eight groups" "$(echo "$groups" | wc -l)" 8
wanted=$(screen | sed -n 's/^Type group \([1-8]\) .*/\1/p' | tail -n 1)
turn "a wrong group is asked again" 123456 "That is not this group: please look"
turn "the right one" "$(echo "$groups" | sed -n "${wanted}p")" \
	"TRIAL A HOUSE IS MADE" "House Test House" "Code of 2002 " \
	"Hanna Reiter can log in now." "into the safe"
has_not "no passphrase on the screen" "$(scrollback)" "$hanna"

# ---- enrol
turn "the door" "" "1 Start the lineup"
turn "log in" 3 "letters of your name:"
turn "her passphrase" 2001 "Passphrase of 2001 (not shown):"
turn "HR's menu" "$hanna" "2 People" "preshift (2001)>"
turn "enrol" enrol "1 One person" "0 Back"
turn "one person" 1 "Staff number:"
turn "a number that is somebody's is told at once" 2002 \
	"The number '2002' is somebody's already"
turn "name" 1042 "Name:"
turn "role, by number" "Dmitri Sokolov" \
	"1 staff 2 supervisor 3 HR 4 works council Role [1]:"
turn "the team that lineups are of" "" \
	"1 front-desk 2 no team 3 another team: type its short name Team [1]:"
turn "language, by number" "" "1 English 2 Deutsch 3 Русский Language [1]:"
turn "contract" 3 "1 full-time 2 part-time Contract [1]:"
turn "coach" "" "Coach, their number (- for nobody) [-]:"
turn "the code" "" "1 show it on the screen" "The code [1]:"
turn "her signature" "" "Passphrase of 2001 (not shown):"
answer "$hanna"
see_line "the code is shown" "([0-9]{6} ){4}[0-9]{6}"
code=$(code_shown)
see "what comes next is said" "Enter menu ? help"
turn "0 goes back to the menu" 0 "2 People"

# ---- publish: what, before the passphrase
turn "the handbook has a menu of its own" 3 "THE HANDBOOK Hanna Reiter" \
	"5 A new edition, corrections only"
turn "what is published is shown" 4 "PUBLISH THE HANDBOOK edition 1" \
	"de all of it is new" "From Saturday 21 November 2026" \
	"1 publish it 2 stop here"
turn "it can be left" 2 "5 A new edition"
turn "or again" 4 "1 publish it 2 stop here"
turn "then it is signed" 1 "Passphrase of 2001 (not shown):"
turn "and published" "$hanna" "Edition 1 is published"
turn "the menu again" 0 "5 A new edition"
for file in handbook.xml de/handbook.xlf ru/handbook.xlf; do
	mkdir -p "$SITE/content/standards/${file%handbook*}"
	sed 's/is too senior to train/is ever too senior to train/' \
		"$top_srcdir/standards/$file" >"$SITE/content/standards/$file"
done
turn "the part that changed is named" 4 "edition 2" "en H1 "
turn "and it is left" 2 "5 A new edition"
turn "0 goes back to the first menu" 0 "2 People"
turn "0 logs out" 0 "2 I have a code on paper"

# ---- activate
turn "I have a code" 2 "Your number:"
turn "who stands by, in the newcomer's language" 1042 \
	"Кто рядом (номер, - если никого)?"
turn "somebody of the house" 2001 \
	"Код, пять групп по шесть цифр (не видно на экране):"
slip=$(echo "$code" | awk '{ $3 = sprintf("%06d", ($3 + 1) % 1000000)
	print }')
turn "a slip is told with its group" "$slip" \
	"В группе 3 опечатка: пожалуйста, посмотрите на бумагу ещё раз"
turn "the code" "$code" "СВОЯ ПАРОЛЬНАЯ ФРАЗА" "1 "
turn "Russian words are proposed" 2 "Предложено: "
see_line "four of them" "Предложено: [^ a-z]+ [^ a-z]+ [^ a-z]+ [^ a-z]+ "
turn "one's own" 1 "Своя парольная фраза (не видно на экране):"
turn "the letters that came are named" "$dmitri" "(это русские буквы)" \
	"Ещё раз (не видно на экране):"
turn "done" "$dmitri" "ПЕРВЫЙ РАЗ ЗДЕСЬ" "Готово, Dmitri Sokolov:" \
	"отдел кадров даст новый код. Вход выполнен." "preshift (1042)>"
scrolled=$(scrollback)
has_not "the passphrase is nowhere" "$scrolled" "$dmitri"
code_typed=$(echo "$scrolled" | grep -c "$code" || :)
is "nor the code, but where it was given out" "$code_typed" 1

turn "home, in Russian" "" "1 Потренироваться с гостем"
turn "0 logs out: the door has its own language" 0 "1 Start the lineup"
turn "the passphrase is the one" "login 1042" \
	"Passphrase of 1042 (not shown):"
turn "home again" "$dmitri" "1 Потренироваться с гостем"
answer exit
await "1 Start the lineup"
turn "what fails leaves the door its language" "activate 1042" \
	"1042 is active already"
answer exit
expect_end "exit leaves" 0
run verify
expect_exit 0 "the house verifies"
run activate 1042
expect_error 4 "1042 is active already" "a code is good once"
done_testing
