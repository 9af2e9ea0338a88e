#!/bin/sh
# Keys by their place on other keyboards, large and small; the keypad, with Num
# Lock and without; help, Ctrl-S, Ctrl-Z, Ctrl-D; a window that changes.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
pass=$(passphrase_of 1042)

# keypad 17: the digits as a keypad in application mode sends them
keypad() {
	for digit in $(printf '%s' "$1" | fold -w 1); do
		tty_tmux send-keys -H 1b 4f 7"$digit"
	done
}
escape() { tty_tmux send-keys -H 1b "$@"; }

# ---- the door
tty_start --now "$TTY_NOW" -l en
await "? for help:"
turn "F1 on an empty line is help" "" "1 Start the lineup"
escape 4f 50
see "F1 is help" "A number chooses. Enter goes on." "log in 3 login"
turn "back" "" "1 Start the lineup"
type_text dri
escape 4f 50
see "F1 keeps what was typed" "log in 3 login" "for help: dri"
type_text vel
turn "it goes on there" "" "I do not know 'drivel'"
turn "that was not meant" 2 "A number chooses."
turn "back" "" "1 Start the lineup"
turn "the place of ? on a German keyboard" _ "A number chooses."
turn "back" "" "1 Start the lineup"
turn "and on a Russian one" , "A number chooses."
turn "back" "" "1 Start the lineup"
keys Left Home PPage
see "arrows on an empty line: Num Lock" \
	"Arrows do nothing here. For the digits on the right press Num Lock."
is "it is said once" "$(screen | grep -c 'press Num Lock')" 1
keypad 4
keys Enter
see "keypad digits are digits, whatever its mode" "Which one:"
keys Down
see "in a list, too" "press Num Lock. Which one:"
keys C-s
see "Ctrl-S: all is saved" "All is saved up to your last Enter. Which one:"
keys C-z
turn "Ctrl-Z does nothing, the program goes on" 99 "\"99\" is not one of these"
escape 0d
see "Escape and Enter is Enter" "Please choose:"
keys C-d
see "Ctrl-D on an empty line puts away" "1 Start the lineup"
escape 34 0d
see "Escape and 4 is 4" "Which one:"
keys C-c
await "1 Start the lineup"
turn "a Russian capital is the command on that key" "ВКШДД" "Which one:"
keys C-c
await "1 Start the lineup"

# ---- a text, a passphrase
turn "log in" 3 "letters of your name:"
escape 4f 50
see "F1 where a text is asked for" "Type what is asked for, then Enter."
keypad 1042
keys Enter
await "(not shown):"
keys C-s
see "Ctrl-S at a passphrase" "All is saved up to your last Enter. Passphrase"
keys Up
see "arrows at a passphrase" "press Num Lock. Passphrase"
keys C-z
escape 5b 5b 41
for part in $pass; do
	case $part in
	[0-9]*) keypad "$part" ;;
	*) type_text "$part" ;;
	esac
	type_text " "
done
keys BSpace Enter
see "numbers from the keypad are a passphrase" "preshift (1042)>"

# ---- reading: the slash
turn "the handbook" "handbook read" "0 stop, keep place"
for key in - . /; do
	turn "$key finds a word" "$key" "Which word:"
	turn "no word" "" "0 stop, keep place"
done
turn "L is l" L "Deutsch"
turn "д as well" "Д" "русский"
turn "Russian: arrows" "9" "не из этого списка"
keys Right
see "it says Num Lock in Russian" "Для цифр справа нажмите Num Lock."
keys C-s
see "and that all is saved" "Всё сохранено"
turn "stop" 0 "preshift (1042)>"
answer exit
await "1 Start the lineup"
answer 0
expect_end "0 leaves" 0

# ---- a lineup: keys that answer alone
tty_start --now "$TTY_NOW" -l de lineup --shift late
await "Wer leitet:"
keys Up
see "Num Lock in German" "Für die Ziffern rechts: Num Lock (Num) drücken."
turn "the roll" 1 "Da>"
turn "who is here" 1-7 "Da: 1 2 3 4 5 6 7 (7)"
press "Caps Lock: U takes back" U "Zurückgenommen: 1-7"
turn "who is here" 1-8 "Nicht genannt: niemand"
for page in LEITSATZ GESTERN LOB HEUTE "Enter zeigen" Vermeiden "RUNDE 1"; do
	answer ""
	await "$page"
done
keypad 2
see "a mark from the keypad" "1-mal gehört"
keys BSpace
press "_ is ?" _ "0 legt das Schichtbriefing weg"
press "and ," , "b eine Seite zurück"
escape 4f 50
see "F1 as well" "Die Leertaste hält die Uhr an"
keys BSpace
turn "L with Enter is the language" L "РАУНД 1"
turn "and the next" L "ROUND 1"

# ---- stopped by a shell, which takes the terminal, and let run on
program=$(cat "$T/pid")
kill -STOP "$program"
tty_tmux send-keys -R
stty sane <"$(tty_tmux display-message -p '#{pane_tty}')"
kill -CONT "$program"
see "stopped and let run on: the page stands there again" "ROUND 1" \
	"Enter goes on:"
press "and a key still answers alone" 1 "heard 1 time 2 named"

# ---- the window changes in the middle of an answer
type_text p
await "Which word (Enter: none):"
type_text trolley
resize 40 12
see "40x12: what was typed stands there" "Which word (Enter: none): trolley"
resize 80 24
keys Enter
see "and is taken" "Parked: trolley"
type_text "L7"
resize 60 20
see "so on a page" "Enter goes on: L7"
keys C-u
resize 80 24
keys C-d
expect_end "Ctrl-D puts the lineup away" 1

TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l en drill glass-door
await "There is more"
type_text 3
resize 38 12
see "so where more of a page is shown" "(0: to the end): 3"
turn "it answers the page" "" "scene 1"
keys C-d
await "Your choice:"
keys C-d
expect_end "Ctrl-D puts the drill away" 1
done_testing
