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
see "how to leave is said" "0 leave, nothing is made"
turn "a short name, made from it" "Zur Gans & Söhne" \
	"Short name (a-z, digits, -) [zur-gans-sohne]:"
turn "one that is none is told at once" "Test House" "'Test House' is no id:"
turn "languages" test "3 Русский [1 2 3]:"
turn "one that is none" 4 "'4' is no language of this program"
turn "the time zone" "2 1 3" "Time zone ["
turn "one that is none" Berlin "Unknown time zone 'Berlin'"
turn "HR, twice" Europe/Berlin "who sits here: staff number [2001]:"
turn "the name" "" "Name of 2001:"
turn "the second" "Hanna Reiter" "Second HR person: staff number [2002]:"
turn "who is another" 2001 "The two HR persons need two numbers"
turn "her name" "" "Name of 2002:"
turn "where the sheet goes" "Omar Said" \
	"1 on this screen, and you copy it by hand" \
	"The charter sheet for the safe comes [1]:"
turn "or into a file" 2 "File [" "charter-test.txt]:"
turn "where it can be written" /nowhere/sheet \
	"Nothing can be written into the folder '/nowhere/'"
turn "all is shown before it is made" "$T/sheet" "House Zur Gans & Söhne Short name test" \
	"Languages de,en,ru" "First HR person 2001 Hanna Reiter" \
	"1 Make this house 2 Change something 0 Leave, nothing is made"
turn "something is changed" 2 "Name of the house [Zur Gans & Söhne]:"
turn "the rest stays" "Test House" "Short name (a-z, digits, -) [test]:"
turn "Enter takes it" "" "3 Русский [2 1 3]:"
answer "1 2 3"
for _ in zone number name number; do
	answer ""
done
turn "all of it" "" "The charter sheet for the safe comes [2]:"
turn "on the screen after all" 1 "House Test House" "Languages en,de,ru" \
	"Charter sheet on this screen"
turn "an own passphrase" 1 "YOUR OWN PASSPHRASE" \
	"Nobody here can see it, choose it or sign for you." \
	"Only Hanna Reiter types here." \
	"1 I think of one myself 2 Propose four words (again: 2)"
turn "four words are proposed" 2 "Proposed "
see_line "they are four" "Proposed +[a-z]+ [a-z]+ [a-z]+ [a-z]+$"
turn "numbers for any keyboard" 3 "Proposed "
see_line "they are sixteen digits" "Proposed +([0-9]{4} ){3}[0-9]{4}$"
turn "one's own" 1 "see which letters come. Only Enter goes on." \
	"0 stop Your name, or Enter:"
turn "the keys are tried" "Günter" \
	"Günter (these are Latin letters with ä, ö, ü or ß)"
turn "Caps Lock" "HANNA" "HANNA (these are capitals only: is Caps Lock on?)"
turn "Russian keys" "Рфттф" "Рфттф (these are Russian letters)"
keys Left Enter
see "a number pad without Num Lock" "press Num Lock."
turn "Enter goes on" "" "Passphrase (not shown):"
turn "too short" "kettle" "Too short: 12 characters or more"
turn "s shows what is typed" s "What you type is shown now, until Enter."
type_text "$hanna"
see "it is there" "Passphrase (not shown): $hanna"
keys Enter
see "long enough" "Passphrase (not shown): long enough Once more (not shown):"
has_not "and it is gone again" "$(screen)" "$hanna"
turn "two that differ" "kettle amber window frosty" \
	"not the same: please type both again"
turn "they are hidden again" s "What you type is hidden again."
answer "$hanna"
see "once more" "hidden again. Passphrase (not shown): long enough Once more (not shown):"
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
turn "her passphrase" 2001 "Passphrase of Hanna Reiter, 2001 (not shown):"
turn "HR's menu" "$hanna" "You are the only HR person who is active." \
	"Omar Said still has a code, good until " \
	"2 People" "preshift (2001)>"
turn "enrol" enrol "1 One person" "0 Back"
turn "one person" 1 "Staff number:"
turn "a number that is somebody's is told at once" 2002 \
	"The number '2002' is somebody's already"
turn "name" 1042 "Name:"
turn "role, by number" "Dmitri Sokolov" \
	"1 staff 2 supervisor 3 HR 4 works council Role [1]:"
turn "the team that lineups are of" "" \
	"1 Front desk 2 no team 3 another team: type its short name Team [1]:"
turn "language, by number" "" "1 English 2 Deutsch 3 Русский Language [1]:"
turn "contract" 3 "1 full time 2 part time Contract [1]:"
turn "coach" "" "Coach: number or name (- for none) [-]:"
turn "the code" "" "1 show it on the screen" "The code [1]:"
turn "her signature" "" "Passphrase of Hanna Reiter, 2001 (not shown):"
answer "$hanna"
see_line "the code is shown" "([0-9]{6} ){4}[0-9]{6}"
code=$(code_shown)
see "what comes next is said" "Enter menu ? help"
turn "0 goes back to the menu" 0 "2 People"

# ---- publish: what, before the passphrase
turn "the handbook has a menu of its own" 3 "THE HANDBOOK Hanna Reiter" \
	"5 A new edition, corrections only"
turn "what is published is shown" 4 "PUBLISH THE HANDBOOK edition 1" \
	"German all of it is new" "From Saturday 21 November 2026" \
	"1 publish it 2 stop here"
turn "it can be left" 2 "5 A new edition"
turn "or again" 4 "1 publish it 2 stop here"
turn "then it is signed" 1 "Passphrase of Hanna Reiter, 2001 (not shown):"
turn "and published" "$hanna" "Edition 1 is published"
turn "the menu again" 0 "5 A new edition"
for file in handbook.xml de/handbook.xlf ru/handbook.xlf; do
	mkdir -p "$SITE/content/standards/${file%handbook*}"
	sed 's/is too senior to train/is ever too senior to train/' \
		"$top_srcdir/standards/$file" >"$SITE/content/standards/$file"
done
turn "the part that changed is named" 4 "edition 2" "English H1 "
turn "and it is left" 2 "5 A new edition"
turn "0 goes back to the first menu" 0 "2 People"
turn "0 logs out" 0 "2 I have a code on paper"

# ---- activate
turn "I have a code" 2 "Your number, or the first letters of your name:"
turn "the language is asked, the newcomer's own is proposed" Dmi "шаг 1 из 3" \
	"1 English 2 Deutsch 3 Русский" "Ваш язык [3]:"
turn "who stands by, in that language" "" "Если никого нет – просто Enter." \
	"Кто рядом с вами [-]:"
turn "a number that nobody has" 99 "'99' – не номер и не начало имени" \
	"Кто рядом с вами [-]:"
turn "not the newcomer" 1042 "Это должен быть кто-то другой"
turn "somebody of the house, by name in Russian letters" хан "шаг 2 из 3" \
	"Это код для Dmitri Sokolov, он действует до: " "Группа 1:"
turn "what is no group" 12 "Группа 1: 12 нужно шесть цифр"
turn "a group" "${code%% *}" "Группа 1: ${code%% *} верно набрано Группа 2:"
slip=$(echo "${code#* }" | awk '{
	$2 = substr($2, 1, 5) (substr($2, 6) + 1) % 10; print }')
turn "a slip is told with its group" "$slip" \
	"опечатка в группе 3, посмотрите ещё раз" "Группа 3:"
three=$(echo "$slip" | cut -d' ' -f2)
turn "in one group too" "$three" "в этих шести опечатка, посмотрите ещё раз"
turn "the rest of it" "$(echo "$code" | cut -d' ' -f3- | tr ' ' -)" \
	"СВОЯ ПАРОЛЬНАЯ ФРАЗА" "шаг 3 из 3"
turn "Russian words are proposed" 2 "Предложено "
see_line "four of them" "Предложено +[^ a-z]+ [^ a-z]+ [^ a-z]+ [^ a-z]+$"
turn "one's own" 1 "0 прервать, код ещё годен Ваше имя или Enter:"
turn "Enter goes on" "" "Парольная фраза (не видно):"
turn "the letters that came are named" "$dmitri" \
	"длина достаточная (это русские буквы)" \
	"Ещё раз (не видно на экране):"
turn "done" "$dmitri" "ПЕРВЫЙ РАЗ ЗДЕСЬ" "Готово, Dmitri Sokolov:" \
	"отдел кадров даст новый код. Вход выполнен." \
	"1 Начать руководство, раздел H0" "0 Позже Что дальше [1]:"
scrolled=$(scrollback)
has_not "the passphrase is nowhere" "$scrolled" "$dmitri"
turn "home, in Russian" 0 "1 Потренироваться с гостем"
turn "0 logs out: the door has its own language" 0 "1 Start the lineup"
turn "the passphrase is the one" "login 1042" \
	"Passphrase of Dmitri Sokolov, 1042 (not shown):"
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
