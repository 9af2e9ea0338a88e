#!/bin/sh
# The prompt: first start, door, completion, history, odd keys, sizes, signals,
# the terminal's modes, poor terminals.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

# ---- S0: no house on this computer
tty_start
see "the first start" "There is no house on this computer yet." \
	"1 English 2 Deutsch 3 Русский" "5 Check this computer" "0 Leave"
turn "2 is German" 2 "Auf diesem Computer ist noch kein Haus." "0 Beenden"
has "languages are called by their own names" "$(screen)" "1  English"
turn "3 is Russian" 3 "0 Закрыть программу"
turn "1 is English" 1 "There is no house on this computer yet."
turn "a number that is none" 9 "There is no number 9 here"
keys C-d
expect_end "Ctrl-D leaves" 0

# ---- the terminal is given back as it was found
tty_demo
pass=$(passphrase_of 1042)
# shellcheck disable=SC2016 # for the inner shell
tty_run sh -c 'trap : INT; stty -a >"$1/before"; "$2" --now "$3" -l en; code=$?
	stty -a >"$1/after"; exit $code' sh "$T" "$PRESHIFT" "$TTY_NOW"
await "Number or word, ? for help:"
keys 3 Enter
await "letters of your name:"
keys C-c
see "Ctrl-C leaves what was begun, not the program" "3 Log in"
turn "the drills" 4 "1 The glass door" "Which one:"
keys C-c
see "Ctrl-C leaves that too" "1 Start the lineup"
answer exit
expect_end "exit leaves" 0
see "whoever leaves a demonstration is told where it lies" \
	"The demonstration house stays in" "$SITE" \
	"Open it again with: preshift --site"
is "the modes of the terminal are as before" "$(cat "$T/after")" \
	"$(cat "$T/before")"

# ---- words
history=$T/home/.local/state/preshift/history
rm -f "$history"
tty_start --now "$TTY_NOW" -l en
see "the door" "Harbour House" "1 Start the lineup"
turn "an unknown word" driil "Did you mean 'drill'?" "1 yes 2 no"
turn "2: it was another" 2 "1 Start the lineup"
turn "a slip" hepl "Did you mean 'help'?"
turn "1: that was meant" 1 "A number chooses. Enter goes on."
turn "back" 0 "1 Start the lineup"
turn "a number that is none" 9 "There is no number 9 here"
turn "?" "?" "A number chooses. Enter goes on." "log in 3 login"
turn "a line as the manual writes it" "preshift help login" \
	"log in with your number login N"
turn "an empty line shows the menu" "" "2 I have a code on paper"
turn "6 is the next language" 6 "1 Das Schichtbriefing beginnen"
turn "and the next" 6 "1 Начать предсменный брифинг"
turn "and the first again" 6 "1 Start the lineup"
type_text dri
keys Tab
see "Tab completes a command" "? for help: drill"
type_text gl
keys Tab
see "and a drill" "? for help: drill glass-door"
keys C-u
type_text "lineup --ag"
keys Tab
see "and an option" "? for help: lineup --agenda"
keys C-u
type_text lo
keys Tab
see "Tab lists what is possible" "login logout"
keys C-u

# ---- history: commands only
turn "a command" "help drill" "drill [ID] [--choices"
answer login
await "letters of your name:"
answer 1042
await "(not shown):"
answer "$pass"
await "preshift (1042)>"
answer "drill glass-door"
await "1 to 5?"
answer 3
await "scene 1"
keys Up
turn "Up finds nothing to repeat inside a drill" "" "Please choose: 1 2 3"
keys C-c
await "preshift (1042)>"
keys Up
see "Up repeats a command" "preshift (1042)> drill glass-door"
keys Up
see "and the one before" "preshift (1042)> login"
keys C-u
answer logout
await "Start the lineup"
is "the history holds the commands and nothing else" "$(cat "$history")" \
	"$(printf '%s\n' 'help drill' login 'drill glass-door' logout)"
is "it is its owner's alone" "$(stat -c %a "$history")" 600

# ---- odd input
long=$(head -c 8000 /dev/zero | tr '\0' x)
answer "$long"
see "8,000 characters are one unknown word" "for help:"
tty_tmux send-keys -H 66 6f 6f d0
turn "half a character is no harm" "" "I do not know 'foo"
tty_tmux send-keys -H 01 02 07 1b 5b 32 4a
turn "control characters neither" bar "I do not know 'bar'"
turn "the program is well" "" "1 Start the lineup" "6 Language"

# ---- a changed size is followed
turn "a lineup" lineup "Who leads:"
turn "its roll" 1 "Leading: Maria K."
resize 40 12
see "40x12: the roll is there" "1 Maria K. leads" "Here>"
turn "all are here" 1-8
turn "the next page" "" "MANTRA" "Every guest leaves with a yes."
is "nothing is wider than 40" "$(screen | awk 'length > 40')" ""
keys C-s
see "what is told in a full window pushes nothing out" \
	"All is saved up to your last Enter." "2 of 9"
resize 80 24
see_line "80x24 again" "^-{78}\$"
see "with all that was there" "All together: Every guest leaves with a yes." \
	"p park s shorten Space pause ? keys"
keys C-c
see "Ctrl-C puts the lineup away" "1 Start the lineup"

answer 0
expect_end "0 leaves" 0
TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l ru
see "40x12: the door shows all that can be chosen" \
	"1 Начать предсменный брифинг" "0 Закрыть программу Число или слово"
turn "HR's menu is longer" "login 2001" "Парольная фраза (Ina Brandt, 2001"
answer "$(passphrase_of 2001)"
see "and stands whole, too" "9 Моё обучение" "(2001)>"
turn "a list is read in parts" people "Есть продолжение, Enter"
resize 50 12
see_line "it is drawn anew at once" "^.{41,48}\$"
await "Есть продолжение, Enter"
resize 80 24
see "nothing is left to wait for when all of it fits" "(2001)>"
has_not "so nobody waits" "$(screen)" "Есть продолжение"
answer exit
await "0 Закрыть программу"
answer exit
expect_end "and leaves" 0
tty_start --now "$TTY_NOW" -l en

# ---- somebody closes the window
turn "the lineup is where it was" 1 "MANTRA"
kill -HUP "$(cat "$T/pid")"
expect_end "SIGHUP ends the program in good order" 0
tty_start --now "$TTY_NOW" -l en lineup
await "What now [1]:"
turn "nothing of the lineup is lost" "" "Every guest leaves with a yes." "MANTRA"
kill -TERM "$(cat "$T/pid")"
tty_until "$TTY_DEADLINE" test -s "$T/exit"
tty_start --now "$TTY_NOW" -l en lineup
see "nor by a kill" "MANTRA"
answer 0
tty_until "$TTY_DEADLINE" test -s "$T/exit"

# ---- poor terminals
ENV="LC_ALL=C" tty_start --now "$TTY_NOW" -l ru
await "справка:"
type_text "дом ü"
see "LC_ALL=C: letters come as they are" "справка: дом ü"
keys BSpace BSpace BSpace
turn "three Backspaces take three letters" "" "'до'"
answer 0
expect_end "0 leaves" 0

TTY_TERM=dumb tty_start --now "$TTY_NOW" -l en
await "Number or word, ? for help:"
tty_tmux pipe-pane -o "cat >'$T/raw'"
answer lineup
await "What now [1]:"
turn "TERM=dumb: the lineup goes on" "" "TRIAL, LINEUP, 2 of 9, MANTRA, 0:0"
turn "a page is printed under the one before" "" "3 of 9, YESTERDAY CLOSED"
has "which stays" "$(screen)" "MANTRA"
has_not "without rules" "$(screen)" "-----"
turn "0 puts away" 0 "YESTERDAY CLOSED" "1: Start the lineup"
answer 0
expect_end "0 leaves a dumb terminal" 0
is "no cursor moves at all" "$(tr -cd '\033' <"$T/raw" | wc -c)" 0
done_testing
