#!/bin/sh
# Killed without warning after each Enter of a whole lineup, of a drill and of
# reading, and opened again: the same page, roll and counts; the lineup's clock
# has run on.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

run -o json demo "$SITE"
pass=$(passphrase_of 1042)

# The screen without its clocks, without the time of day, and without what the
# last answer was told.
masked() {
	screen | sed -E '/^(Zurückgenommen:|Die Uhr )/d
		s/[0-9]+:[0-9][0-9] von/M:SS von/
		s/Pause bei [0-9]+:[0-9][0-9]/Pause bei M:SS/
		s/noch [0-9]+:[0-9][0-9]/noch M:SS/
		s/, [0-9][0-9]:[0-9][0-9]$/, HH:MM/'
}
is_as_before() { [ "$(masked)" = "$before" ]; }

# The lineup's clock in seconds.
clock() {
	screen | sed -n -e 's/.* \([0-9]*\):\([0-9][0-9]\) von 10:00$/\1 \2/p' \
		-e 's/.* Pause bei \([0-9]*\):\([0-9][0-9]\)$/\1 \2/p' |
		awk '{ print $1 * 60 + $2; exit }'
}

killed() {
	kill -9 "$(cat "$T/pid")"
	tty_until "$TTY_DEADLINE" test -s "$T/exit"
}

# Kills what runs, opens it again as $again says, and compares.
reopened() { # TITLE
	before=$(masked)
	killed
	"$again"
	if tty_until "$TTY_DEADLINE" is_as_before; then
		ok "$1"
	else
		not_ok "$1" "before:" "$before" "after:" "$(masked)"
	fi
}

# ---- a lineup
lineup() { tty_start -l de lineup; }
lineup_on() {
	lineup
	await "Was nun [1]:"
	answer 1
}
again=lineup_on
step() { # TITLE KEYS TEXT [answer|type_text]
	"${4:-answer}" "$2"
	wait_words "$3" || tty_lost "$1" "no '$3':" "$tty_screen"
	then=$(date +%s%3N) at=$(clock)
	reopened "$1: the same after kill -9"
	# What is shown are whole seconds: two such differ by less than one
	# from the truth, which may be off by one.
	off=$((($(clock) - at) * 1000 - ($(date +%s%3N) - then)))
	if [ "$off" -gt -2000 ] && [ "$off" -lt 2000 ]; then
		ok "$1: the clock too"
	else
		not_ok "$1: the clock too" "off by $off ms" "$(screen)"
	fi
}

after_seconds() { [ $(($(date +%s%3N) - then)) -gt "${1}000" ]; }

lineup
await "Wer leitet:"
case $(screen) in
*"1  Maria K."*) leader=1003 ;;
*) leader=1005 ;;
esac
step "the leader" 1 "1 von "
step "the roll" "1-5 l6 o7" "Da: 1 2 3 4 5 (5) Später: 6 Frei: 7"
step "a guest" "+ Tom" "Gäste Tom"
answer o8
await "Nicht genannt: niemand"
step "one taken back" u "Nicht genannt: 8" type_text
type_text " "
await "Pause bei"
at=$(clock)
reopened "a pause: the same after kill -9"
then=$(date +%s%3N)
tty_until "$TTY_DEADLINE" after_seconds 2
reopened "a pause: the same after another"
is "the clock stands" "$(clock)" "$at"
step "it runs on" " " "Leertaste Pause" type_text
[ $(($(clock) - at)) -lt 3 ] || tty_lost "from where it stood" "$(screen)"
step "mantra" "" "LEITSATZ"
step "yesterday" "" "GESTERN ERLEDIGT"
step "praise" "" "LOB"
step "today" "" "HEUTE"
step "the question" "" "Enter zeigen"
step "the commandment" "" "Vermeiden"
step "round 1" "" "RUNDE 1 von 2"
step "a mark" 2 "1-mal gehört" type_text
step "round 2" "" "RUNDE 2 von 2"
step "recall" "" "WIEDERHOLUNG"
step "its answer" "" "Hände hoch:"
step "how many" 3 "3 von "
step "close" "" "ABSCHLUSS"
step "a parked word" "p Leihrad" "Geparkt: „Leihrad“"

again=lineup
answer ""
await "Ende bei"
reopened "the end: the same after kill -9"
ended=$(screen | grep "Gehalten von")
answer 1
await "Passphrase"
killed
lineup
see "killed at the passphrase: it is asked again" "Ende bei" "Passphrase"
is "the end stands" "$(screen | grep "Gehalten von")" "$ended"
answer "$(passphrase_of $leader)"
await "Zweite Unterschrift, ausgelost:"
run -o json verify
leaves=$(json leaves)
killed
lineup
see "killed when it is signed: only the witness is left" \
	"Zweite Unterschrift, ausgelost:"
answer 3
await "SCHICHTBRIEFING EINGETRAGEN"
run -o json verify
is "nothing was recorded twice" "$(json leaves)" "$leaves"
tty_until "$TTY_DEADLINE" test -s "$T/exit"
lineup
see "the one that was held is told first" "gab es schon eines" \
	"1 Das hier ist ein weiteres"
turn "it can be looked at" 2 "SCHICHTBRIEFING GEHALTEN"
turn "and another one held" 1 "Wer leitet:"
has_not "a new lineup does not know the old one" "$(screen)" "Ende bei"
killed

# ---- a drill and reading; a login for each opening
stepped() { # TITLE KEYS TEXT
	answer "$2"
	wait_words "$3" || tty_lost "$1" "no '$3':" "$tty_screen"
	reopened "$1: the same after kill -9"
}
login() { # COMMAND...
	tty_start -l de -u 1042 "$@"
	await "Passphrase"
	answer "$pass"
}
login drill glass-door
await "Wie sicher wärst du"
drill() {
	login drill glass-door
	await "1 Weitermachen, wo du aufgehört hast"
	answer 1
}
again=drill
stepped "scene 1" 3 "Szene 1"
stepped "scene 2" 2 "Szene 2"
stepped "scene 3" 3 "Szene 3"
answer h
await "Hinweis:"
stepped "scene 4" 1 "Szene 4"
stepped "scene 5" 3 "Szene 5"
stepped "a choice taken back" u "Szene 4"
stepped "it once more" 3 "Szene 5"
stepped "the end" 2 "Die Glastür Ende"
stepped "the last one taken back" u "Szene 5"
stepped "the end again" 2 "Die Glastür Ende"
stepped "the debrief" "" "Ergebnis: BEREIT."
stepped "its second page" "" "Zum Besprechen"
run -o json verify
is "nothing is recorded before the last answer" "$(json leaves)" "$leaves"
login drill glass-door
see "it is called what it is, not a scene 6" "Nur die Nachbesprechung fehlt"
answer 1
await "Zum Besprechen"
answer 4
await "Gespeichert als Nummer"
killed
run -o json verify
is "the drill is recorded, once" "$(json leaves)" $((leaves + 1))
login drill glass-door
see "and there is nothing left to go on with" "Wie sicher wärst du"
killed

reading() { login handbook read; }
again=reading
reading
await "H19 Verzeichnis der Änderungen Seite 1 von 2"
stepped "a page back" b "H18 Deine Daten"
stepped "another one" b "Seite 4 von 5"
answer 0
tty_until "$TTY_DEADLINE" test -s "$T/exit"
run verify
expect_exit 0 "the house verifies"
done_testing
