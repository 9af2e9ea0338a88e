#!/bin/sh
# Every kind of question, answered with nothing, nonsense, far too much, control
# characters, pasted lines, half a letter, the end of input, Ctrl-C, a closed
# window: the screen says what it wants, nothing is lost, the terminal is as it
# was.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
pass=$(passphrase_of 1042)
much=$(head -c 10000 /dev/zero | tr '\0' x)

# Starts the program at QUESTION, as ARG... lead there.
start() { # QUESTION [ARG...]
	question=$1
	shift
	# shellcheck disable=SC2016 # for the inner shells
	tty_run sh -c 'trap : INT HUP; stty -g >"$1/before"; T=$1; shift
		sh -c '\''echo $$ >"$0"; exec "$@"'\'' "$T/inner" "$@"
		code=$?; stty -g >"$T/after"; exit $code' sh "$T" \
		"$PRESHIFT" --now "$TTY_NOW" -l en "$@"
	await "$question"
}

# The question comes again behind the last thing that was said.
asked_again() {
	tty_until "$TTY_DEADLINE" ends_in_question
}
ends_in_question() {
	tty_screen=$(screen)
	case $(printf '%s' "$tty_screen" | tr -s ' \n' ' ') in
	*"$question"*" $question" | *"$question") return 0 ;;
	esac
	return 1
}
bad() { # WHAT TEXT; what was just typed
	if wait_words "$2" && asked_again; then
		ok "$kind: $1"
	else
		not_ok "$kind: $1" "no '$2', or not '$question' at the end:" \
			"$tty_screen"
	fi
}
given_back() {
	expect_end "$kind: $1" "$2"
	is "$kind: $1, the terminal is as it was" "$(cat "$T/after")" \
		"$(cat "$T/before")"
}
hang_up() {
	kill -HUP "$(cat "$T/inner")"
	given_back "a closed window" "$1"
}

# What the bad lines are told; an empty TEXT: not tried here.
lines() { # NOTHING NONSENSE MUCH CONTROL PASTE HALF
	[ -z "$1" ] || { answer ""; bad "nothing" "$1"; }
	[ -z "$2" ] || { answer qqq; bad "nonsense" "$2"; }
	[ -z "$3" ] || { answer "$much"; bad "10,000 characters" "$3"; }
	[ -z "$4" ] || {
		tty_tmux send-keys -H 01 02 07 1b 5b 32 4a 0b
		answer q
		bad "control characters" "$4"
	}
	[ -z "$5" ] || {
		tty_tmux send-keys -H 1b 5b 32 30 30 7e 31 0a 32 1b 5b 32 30 31 7e
		keys Enter
		bad "two lines pasted" "$5"
	}
	[ -z "$6" ] || {
		tty_tmux send-keys -H 71 d0 0d
		bad "half a letter" "$6"
	}
}
too_much="That was too long."
unseen="That holds a character that cannot be seen."

kind="command"
start "Number or word, ? for help:"
lines "1 Start the lineup" "I do not know 'qqq'" "$too_much" \
	"I do not know 'q'" "$unseen" "I do not know 'q"
keys C-c
bad "Ctrl-C" "? for help:"
keys C-d
given_back "end of input" 0
start "Number or word, ? for help:"
hang_up 0

kind=choice
start "Which one:" drill
lines "Please choose: 1 2" "\"qqq\" is not one of these" "$too_much" \
	"\"q\" is not one of these" "$unseen" "\"q"
keys C-c
given_back "Ctrl-C" 1
start "Which one:" drill
keys C-d
given_back "end of input" 1
start "Which one:" drill
hang_up 1

# A text, and one that must fit.
kind=text
demo=$SITE SITE=$T/none
start "Name of the house:" init
lines "Name of the house: Name" "" "$too_much" "" "$unseen" ""
tty_tmux send-keys -H 01 02 07 1b 5b 32 4a
question="Short name (a-z, digits, -) [inn-q]:"
answer "Inn q"
bad "control characters are none of it" "Inn q Short name"
lines "" "" "$too_much" "" "$unseen" ""
answer 'Q!'
bad "nonsense" "'Q!' is"
tty_tmux send-keys -H 71 d0 0d
see "$kind: half a letter is none" "[inn-q]: q Languages"
keys C-c
given_back "Ctrl-C" 1
start "Name of the house:" init
keys C-d
given_back "end of input" 1
start "Name of the house:" init
hang_up 1
check "nothing half-made is left" test ! -e "$SITE"
SITE=$demo

kind=key
start "Who leads:" lineup
answer 1
question="Here>"
await "Here>"
lines "Nobody is here yet" "is not understood" "$too_much" \
	"is not understood" "$unseen" "is not understood"
answer 1-8
await "Not said: none"
answer ""
question="Enter goes on:"
await MANTRA
lines "" "'qqq' is not understood here" "$too_much" "" "$unseen" \
	"is not understood"
hang_up 1
start "What now [1]:" lineup
answer 1
await "Enter goes on:"
has "nothing of it is lost" "$(screen)" MANTRA
keys C-c
given_back "Ctrl-C" 1
start "What now [1]:" lineup
answer 1
await "Enter goes on:"
keys C-d
given_back "end of input" 1

kind=passphrase
start "(not shown):" -u 1042 progress
lines "" "" "$too_much" "" "" ""
tty_tmux send-keys -H 01 02 07 1b 5b 41 1b 5b 32 30 30 7e
answer "$pass"
see "$kind: control characters are none of it" "MY PROGRESS"
tty_until "$TTY_DEADLINE" test -s "$T/exit"
start "(not shown):" -u 1042 progress
keys C-c
given_back "Ctrl-C" 1
start "(not shown):" -u 1042 progress
hang_up 1
start "(not shown):" -u 1042 progress
tty_tmux send-keys -H d0 0d
see "$kind: half a letter is a wrong one" "Once more, or 0 to put it away."
answer 0
given_back "half a letter" 1
start "(not shown):" -u 1042 progress
keys C-d
given_back "end of input" 1
done_testing
