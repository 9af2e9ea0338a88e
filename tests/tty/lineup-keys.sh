#!/bin/sh
# The keys of a lineup at a terminal: what answers at once, what it says.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo

# ---- l: what the terminal itself says follows
tty_start --now "$TTY_NOW" -l en lineup
await "Who leads:"
turn "roll" 1 "Here>"
turn "who is here" 1-8 "Not said: none"
turn "mantra" "" "2 of 9 MANTRA"
press "l: the page is German" l "2 von 9 LEITSATZ"
press "s: so is what is asked" s "Wie lang soll es sein"
turn "and what a wrong answer is told" 9 "„9“ gehört nicht dazu:"
turn "nothing is shortened" 1 "2 von 9 LEITSATZ"
answer 0
expect_end "0 puts it away" 1

tty_start --now "$TTY_NOW" -l en
await "? for help:"
turn "one that was put away is told so" 1 "This lineup was begun at 06:48" \
	"on the page MANTRA" "1 Go on where it was left" \
	"2 Close it as it stands, ended at 06:" "3 It was held on paper" \
	"0 Back"
turn "0 goes back" 0 "1 Start the lineup"
turn "it is still there" 1 "What now [1]:"
turn "somebody else opens it in their own language" "" "2 of 9 MANTRA"
press "German again" l "2 von 9 LEITSATZ"
turn "put away" 0 "1 Start the lineup"
answer "lineup --form 5"
await "What now [1]:"
answer 1
await "Enter goes on:"
press "in German to the close" l "LEITSATZ"
turn "five minutes" "s 5" "von 5:00" "Jetzt ein Schichtbriefing von 5 Min." \
	"Es entfällt: Gestern erledigt, Lob, Wiederholungsfrage."
for page in HEUTE SERVICEGEBOT Vermeiden "RUNDE 1" "RUNDE 2" ABSCHLUSS; do
	answer ""
	await "$page"
done
turn "the close is German" "" "Ende bei"
turn "the passphrase too" 1 "Eingetragen als Nummer" "du stehst dafür ein" \
	"Passphrase von Maria Keller, 1003 (verdeckt):"
turn "a wrong one can be tried again" "nothing like it" \
	"Falsche Passphrase für 1003" "Noch einmal, oder 0 legt es weg."
keys C-c
see "or left for later: the witness is asked all the same" \
	"Bleibt für später." "Zweite Unterschrift, ausgelost:"
turn "what is recorded as well" 3 "SCHICHTBRIEFING EINGETRAGEN" \
	"In 10 s kommt der Startbildschirm"
turn "the door is as it was" "" "1 Start the lineup"

# ---- a second one of this team and shift
turn "there was one already" 1 "There was one at 06:" "leading: Maria K." \
	"1 This is another one 2 Show the one that was held 0 Back"
turn "it is shown" 2 "LINEUP HELD Sat 21 Nov, early shift" "Led by Maria K." \
	"Signed open" "What now:"
turn "0 goes back to the door" 0 "1 Start the lineup"
turn "asked again" 1 "There was one at"
turn "another one" 1 "Who leads:"
turn "its roll" 1 "1 of 9 ROLL"
turn "who is here" 1-4 "Not said: 5 6 7 8"
turn "put away" 0 "1 Start the lineup"
turn "a supervisor logs in" "login 1003" "(not shown):"
turn "and stays so" "$(passphrase_of 1003)" "(1003)>"
turn "what was put away" lineup "What now [1]:"
turn "is closed as it stands" 2 "ended at 0:" "Here 4, late 0, not here 4" \
	"Maria K. [2]:"
turn "left for later" "" "Recorded as number" "Second signature, drawn by lot"
turn "both" "" "LINEUP RECORDED" "waits until midnight: log" \
	"The door in 10 s. Enter: now"
see "the door comes by itself, and nobody is logged in" "1 Start the lineup" \
	"Number or word, ? for help:"

# ---- what waits for a signature
turn "by number, in words" vouch "WAITING FOR A SIGNATURE" \
	"1 Maria K., as leader: lineup of Sat 21 Nov, Front desk, early shift," \
	"0 Back"
turn "0 goes back" 0 "1 Start the lineup"
turn "one is picked" vouch "Which one:"
turn "by its number" 1 "Passphrase of Maria Keller, 1003 (not shown):"
turn "and signed" "$(passphrase_of 1003)" "Signed as number"
turn "the menu" "" "1 Start the lineup"

# ---- one that was held on paper
turn "for a lineup on paper" "lineup --shift late --date 2026-11-20" \
	"There was one"
turn "asked like any" 1 "p It was held on paper: enter the sheet"
turn "the sheet" p "Who led it:"
turn "who led it" 1 "LINEUP late, Front desk ON PAPER" "It began at"
turn "no time" "at noon" "'at noon' is no time: write it like 06:50"
turn "when it began" 14:51 "It ended at:"
turn "hours later" 19:30 "are more than four hours"
turn "when it ended" 14.59 "Stand together. Who is here?"
turn "nobody yet" "" "Nobody is here yet"
turn "who was there" "1-3 L4 O5" "Here: 1 2 3 (3) Late: 4 Off: 5"
turn "the same close" "" "Held 14:51:00 to 14:59:00 (8 minutes of paid time)." \
	"Here 3, late 1"
turn "unsigned" 3 "Recorded as number" "Second signature"
turn "skipped" 3 "LINEUP RECORDED" "Held 14:51 to 14:59"
turn "the door" "" "1 Start the lineup"
answer 0
expect_end "0 leaves" 0

# ---- keys that answer without Enter
tty_start --now "$TTY_NOW" -l en lineup --shift night \
	--date 2026-11-21
await "Who leads:"
turn "the roll" 1 "Here>"
press "Space stops the clock" " " "paused at 0:" "The clock stands still." \
	"Space runs on"
press "and lets it run on" " " "The clock runs on." "Space pause"
turn "numbers are a line" 1-4 "Here: 1 2 3 4 (4)"
press "u takes back" u "Here: none" "Taken back: 1-4"
keys u Enter
see "an Enter behind it is habit, it goes nowhere" \
	"There is nothing to take back here"
turn "who is here" "1-8" "Not said: none"
turn "mantra" "" "MANTRA"
press "p asks for a word" p "Which word (Enter: none):"
for bytes in '\342\200\256' '\302\205' '\342\200\213'; do
	turn "nothing unseen is taken" "towel$(printf '%b' "$bytes") trolley" \
		"That holds a character that cannot be seen."
	turn "nor kept" "" "Enter goes on:"
	has_not "no word is parked" "$(screen)" "Parked:"
	press "p asks again" p "Which word (Enter: none):"
done
turn "and parks it" "towel trolley" "Parked: towel trolley"
press "s asks for the form" s "How long shall it be"
turn "0 goes back to the page" 0 "Enter goes on:" "MANTRA"
press "b is a page back" b "Stand together."
for page in MANTRA PRAISE TODAY "Enter show" Avoid "ROUND 1"; do
	answer ""
	await "$page"
done
press "a mark" 2 "heard 1 time"
press "another one" 2 "heard 2 times"
tty_tmux send-keys 2 Enter
see "with Enter it is counted as well" "heard 3 times"
has "the round goes on" "$(screen)" "ROUND 1"
keys Up Left
press "arrows are no marks" u "Taken back: named one way to help" "heard 2 times"
tty_tmux send-keys -H 1b 5b 32 30 30 7e 32 1b 5b 32 30 31 7e
see "nor is what is pasted" "Enter goes on: 2"
keys C-u
press "Russian keys by their place" "д" "RUNDE 1"
press "capitals begin a line" "Д" "Enter geht weiter: Д"
press "and undo as well" "г" "Zurückgenommen:"
turn "0 needs its Enter" 0 ""
expect_end "0 puts it away" 1

# ---- the last minute is told, and stays
tty_start --now "$TTY_NOW" -l en lineup --date 2026-11-23
await "Who leads:"
turn "a lineup" 1 "1 of 8 ROLL"
turn "who is here" 1-8 "Not said: none"
turn "put away" 0 ""
tty_start --now 2026-11-21T06:57:01 -l en lineup --date 2026-11-23
await "What now [1]:"
turn "gone on with at nine minutes" "" "9:00, one minute left"
turn "it stays" "" "MANTRA" "9:00, one minute left"
answer 0
expect_end "put away again" 1
tty_start --now 2026-11-21T06:58:10 -l en lineup --date 2026-11-23
await "What now [1]:"
turn "and at ten" "" "TIME, 10:00" "MANTRA"
has_not "the minute is over" "$(screen)" "one minute left"
answer 0
expect_end "and again" 1

# ---- closed hours after it was paused: the pause ended with it
tty_start --now "$TTY_NOW" -l en lineup --date 2026-11-24
await "Who leads:"
turn "a lineup" 1 "1 of 8 ROLL"
turn "who is here, but for who leads" 2-8 "Not said: 1"
turn "put away" 0 ""
tty_start --now 2026-11-21T06:50:30 -l en lineup --date 2026-11-24
await "What now [1]:"
turn "gone on with" "" "1 of 8 ROLL"
press "paused" " " "paused at 2:"
turn "and put away" 0 ""
tty_start --now 2026-11-21T08:30 -l en lineup --date 2026-11-24
await "What now [1]:"
turn "closed as it stands" 2 "ended at 2:" "Here 8, late 0, not here 0."
answer 0
expect_end "not signed yet" 1

# ---- a screen reader hears what has changed, not the page
on_page() { scrollback | grep -c "$1"; }
TTY_TERM=dumb tty_start --now "$TTY_NOW" -l en lineup --shift late
await "Who leads:"
turn "linear: the roll" 1 "1 of 8, ROLL"
turn "who is here is told in a line" 1-8 "Here 8, late 0, off 0."
is "the roll is not read again" "$(on_page "Stand together.")" 1
for page in MANTRA PRAISE TODAY "empty line show" Avoid "ROUND 1"; do
	answer ""
	await "$page"
done
turn "a count is told in a line" 2 "heard 1 time" "Enter goes on: 2"
turn "and the next" 2 "heard 2 times"
turn "and one taken back" u "Taken back: named one way to help"
turn "Space takes its Enter here" " " "The clock stands still."
turn "and another" " " "The clock runs on."
is "the page is not read again" "$(on_page "Listen for:")" 1
answer 0
expect_end "0 puts it away" 1
done_testing
