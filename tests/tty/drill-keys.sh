#!/bin/sh
# The keys of a drill and of reading at a terminal: l flips all that is said,
# what does nothing is not offered, a small window loses no answer.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo

# ---- l: what the terminal itself says follows
tty_start --now "$TTY_NOW" -l en drill glass-door
await "How sure would you be"
has_not "the question has no [Enter] for a second line" "$(screen)" "[Enter]"
turn "scene 1" 3 "scene 1"
turn "only what does something is offered" 9 \
	"\"9\" is not one of these: 1 2 3 h r l 0 (0 puts this away)"
turn "a key that does nothing says so" u \
	"Nothing is chosen yet that could be taken back."
turn "l: the page is German" l "Szene 1"
turn "what may be a passphrase is not said once more" "grey kettle on the wall" \
	"Bitte wähl: 1 2 3 h r l 0"
turn "so is what a wrong answer is told" 9 "„9“ gehört nicht dazu: 1 2 3 h r l 0"
answer 0
expect_end "0 puts it away" 1

# ---- the end: Ctrl-C at what comes next is no failure, all is recorded
tty_start --now "$TTY_NOW" -l en drill glass-door --from cup
await "How sure would you be"
turn "the last scene" "" "scene 1"
turn "the end" 2 "the end"
turn "without debrief" 0 "Then [0]:"
keys C-c
expect_end "Ctrl-C leaves, nothing has failed" 0

# ---- a small window: who sees what is wanted types it at once
TTY_SIZE=40x12 tty_start --now "$TTY_NOW" -l en drill glass-door
await "There is more"
turn "a digit typed there is the answer" 3 "scene 1"
keys C-c
await "Your choice:"
answer 0
expect_end "put away" 1

# ---- reading
pass=$(passphrase_of 1042)
tty_start --now "$TTY_NOW" -l en -u 1042 handbook read
await "1042"
answer "$pass"
await "0 stop, keep place"
turn "l: the page is in the next language" l "Deutsch"
turn "so is what a wrong key is told" x "„x“ gehört nicht dazu:"
answer 0
expect_end "0 stops" 0
# ---- played without a login, and kept after all
tty_start --now "$TTY_NOW" -l en drill glass-door
await "1 to 5?"
answer 2
await "Your choice:"
for choice in 2 2 4; do
	answer $choice
done
await "the end"
has_not "who has gone does not look at anybody" "$(screen)" "looks:"
answer ""
await "[Enter]:"
answer 0
see "how sure one is now is asked beside what was said before" \
	"Then [0]:" "Keep it: log in"
turn "it can be kept" 3 "Your number, or the first letters of your name"
turn "a name that nobody has" Zorro "'Zorro' is neither a number" \
	"Your number, or the first letters of your name"
turn "loses nothing" "" "Then [0]:"
answer 3
await "first letters of your name"
answer dmit
await "(not shown):"
answer "$(passphrase_of 1042)"
see "then it is recorded" "Kept as number" "for: Dmitri S." "Ask my coach"
has_not "and not asked again" "$(screen)" "Keep it"
turn "the coach is told" 3 "Your coach: Elif K., who can see what came of it"
answer 0
expect_end "home" 0
run -o json verify
expect_exit 0 "the house verifies"
done_testing
