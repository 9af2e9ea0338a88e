#!/bin/sh
# A supervisor's evening and morning, in German, by numbers and keys alone: what
# is to be said is prepared at 22:40, eight people stand before one screen at
# 06:50, and it is signed for at seven. At last: how near the lineup is to
# somebody who has just typed `preshift demo`.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

TTY_NOW=2026-11-20T22:40
tty_demo
tty_foreign=$tty_english
pass=$(passphrase_of 1003)
coach="Reisegruppe 40 Personen um 9:30"
lift="Aufzug 2 steht bis Mittag"
soup="Suppe des Tages mit Sellerie"

opens_at() { # TIME
	tty_start --now "$1" -l de
	see "the door" "Harbour House" "$2" "1 Das Schichtbriefing beginnen"
}
logs_in() { # TITLE FIRST-LETTERS PASSPHRASE TEXT...
	turn "$1: by the first letters of the name" 3 "Deine Nummer oder"
	answer "$2"
	await "Passphrase von"
	number=$(screen | sed -n 's/.*Passphrase von .*, \([0-9]*\) .*/\1/p')
	is "$1: it says whose passphrase it waits for" "$number" "$3"
	title=$1
	shift 3
	turn "$title: the home of the role" "$(passphrase_of "$number")" "$@"
}

# ---- 22:40, the late shift is over: two minutes for tomorrow
opens_at $TTY_NOW "Freitag, 20. November 2026, 22:40"
logs_in "she logs in" mar 1003 "Maria Keller" \
	"2 Ein Schichtbriefing vorbereiten" "0 Abmelden"
turn "2 prepares; in the evening Enter means tomorrow" 2 \
	"2 morgen, Samstag, 21. November 2026" "Für welchen Tag [2]:"
turn "the list is empty, and says what it is for" "" \
	"Noch nichts. Wer kommt, was ist ausverkauft, wo wird es eng?" \
	"Zeile = dazu Nummer = streichen u zurück Enter fertig 0 weglegen"
turn "a coach party comes" "$coach" "1 $coach"
turn "a lift is out" "$lift" "2 $lift"
kill -9 "$(cat "$T/pid")"
tty_until "$TTY_DEADLINE" test -s "$T/exit"
opens_at 2026-11-20T22:44 "Freitag, 20. November 2026, 22:44"
logs_in "the power was gone; she logs in again" mar 1003 "Maria Keller"
turn "2 again" 2 "Für welchen Tag [2]:"
turn "nothing is lost" "" "So hast du es hinterlassen:" \
	"1 $coach 2 $lift"
turn "what the kitchen said" "$soup" "3 $soup"
turn "the lift runs again: its number strikes it" 2 "Gestrichen: $lift" \
	"1 $coach 2 $soup"
turn "Enter, and it is recorded" "" "Eingetragen als Nummer" \
	"unter „Heute“:" "Enter Menü"
turn "home" "" "0 Abmelden"
turn "0 logs her out" 0 "0 Beenden"
answer 0
expect_end "and 0 leaves: good night" 0

# ---- 06:48, nobody wants to type a passphrase before eight people
opens_at 2026-11-21T06:48 "Samstag, 21. November 2026, 06:48"
see "whoever is early reads what the day is about" \
	"Heute: Servicegebot 19, „Hilf über deinen Platz hinaus“."
turn "1 is the lineup; nobody logs in for it" 1 "SCHICHTBRIEFING früh" \
	"10 Minuten. Die Uhr läuft, sobald du gesagt hast, wer leitet." \
	"1 Maria K. 2 Jonas W." "0 Zurück" "Wer leitet:"
see_line "the time of day is there: it begins at ten to seven" " 06:4[89]\$"
turn "she leads: her number, and at 06:50 Enter" 1 "1 von 9 ANWESENHEIT" \
	"Leitung: Maria K." "7 Dmitri S. NEU" "8 Piet V. NEU"
see_line "the clock runs" " 0:[0-5][0-9] von 10:00\$"
turn "too early an Enter says what is wanted, in digits" "" \
	"Noch ist niemand da: sag, wer da ist, zum Beispiel '1-6 8'"
turn "six, and one more; Dmitri is late" "1-6 8" \
	"Da: 1 2 3 4 5 6 8 (7)" "Nicht genannt: 7"
turn "a guest from the other house" "+ Tom" "Gäste Tom"
turn "on: all say it together" "" "2 von 9 LEITSATZ" \
	"Jeder Gast geht mit einem Ja." "l Russisch p parken s kürzen"
tty_foreign=
press "two speak Russian: l, and they read it" l "2 из 9 ДЕВИЗ" \
	"Каждый гость уходит, услышав «да»." "l английский"
press "l goes round" l "2 of 9 MANTRA" "l German"
tty_foreign=$tty_english
press "and is back" l "2 von 9 LEITSATZ"
turn "yesterday" "" "3 von 9 GESTERN ERLEDIGT"
turn "praise" "" "4 von 9 LOB" "Dankt einer Person mit Namen"
turn "today begins with what she typed last night" "" "5 von 9 HEUTE" \
	"1 $coach 2 $soup" "a dazu"
has_not "what was struck is not said" "$(screen)" "Aufzug"
turn "Dmitri comes in: L7, from any page" L7 "Dmitri S. kam später." \
	"Da 7, später 1, frei 0."
turn "the question first" "" "6 von 9 SERVICEGEBOT 19" "Enter zeigen"
press "Ben starts a debate about bicycles: p" p "Welches Wort (Enter: keins):"
turn "one word parks it" "Leihräder" "Geparkt: Leihräder"
turn "then the text" "" "Hilf über deinen Platz hinaus Tun Wisse" \
	"Vermeiden „Da hinten links.“"
press "the coach party walks in: s" s "7 7 Minuten, ohne: Wiederholungsfrage" \
	"1 so lassen" "Wie lang soll es sein [1]:"
turn "seven minutes will do" 7 "6 von 8 SERVICEGEBOT 19" " von 7:00" \
	"Jetzt ein Schichtbriefing von 7 Min. Es entfällt: Wiederholungsfrage."
turn "practice, in pairs" "" "7 von 8 ÜBUNG ZU ZWEIT" "RUNDE 1 von 2" \
	"Elif + Dmitri" "1 2 3 gehört"
see_line "the round of the short form is shorter" "noch 0:[0-4][0-9] "
press "a mark" 1 "1 erklärte die Arbeit nebenan 1-mal gehört"
press "another" 3 "3 ging mit, statt zu zeigen 1-mal gehört"
resize 40 12
see "on the wall, in large letters: the round and its marks, no more" \
	"7 von 8 ÜBUNG ZU ZWEIT noch 0:" "RUNDE 1 von 2" \
	"1 erklärte die Arbeit nebenan 1-mal gehört" \
	"3 ging mit, statt zu zeigen 1-mal gehört"
turn "they swap" "" "RUNDE 2 von 2"
press "the keys are the same there" 3 "statt zu zeigen 2-mal gehört"
press "one too many: u takes it back" u "Zurückgenommen: ging mit, statt zu zeigen" \
	"statt zu zeigen 1-mal gehört"
resize 80 24
see "back on her own screen nothing is lost" "A ist neu und fragt" \
	"3 ging mit, statt zu zeigen 1-mal gehört" "? Tasten"
press "the party has its coffee first: s" s "Wie lang soll es sein"
turn "ten minutes after all" 10 "7 von 9 ÜBUNG ZU ZWEIT" " von 10:00"
turn "recall: the question" "" "8 von 9 WIEDERHOLUNG" "Enter zeigen"
turn "the answer, and hands up" "" "RICHTIG: " \
	"Hände hoch: Wie viele von 8 wussten es?"
turn "nine of eight cannot be" 9 "'9' geht nicht: da sind 8, also 0 bis 8"
turn "five" 5 "5 von 8 wussten es."
turn "the close" "" "9 von 9 ABSCHLUSS" "Nächste Leitung:" \
	"Geparkt: „Leihräder“" "Unterschrieben wird danach, und das kann warten."
turn "it is over; all of it stands there" "" "Ende bei " "Gehalten von 06:" \
	"Da 7, später 1, nicht da 0." "Gäste: 1." "In der Übung gehört: 1-0-1." \
	"Wiederholung: 5 von 8." "1 Jetzt unterschreiben"
turn "it is recorded; she signs now" 1 "Eingetragen als Nummer" \
	"Passphrase von Maria Keller, 1003 (verdeckt):"
turn "and somebody is drawn" "$pass" "Unterschrieben, " \
	"Zweite Unterschrift, ausgelost: " "2 Später, bis Mitternacht"
has_not "no passphrase was seen" "$(scrollback)" "$pass"
drawn=$(screen | sed -n 's/^Zweite Unterschrift, ausgelost: //p')
turn "guests wait: later; the screen says who, until when and how" 2 \
	"SCHICHTBRIEFING EINGETRAGEN" "Von der Leitung unterschrieben." \
	"Die zweite Unterschrift, $drawn, wartet bis Mitternacht: anmelden, dann"
way=$(screen | tr -s '\n ' ' ' | sed -n 's/.*anmelden, dann \([0-9]\)\..*/\1/p')
see "everybody walks away, and the door comes by itself" \
	"1 Das Schichtbriefing beginnen" "Nummer oder Wort, ? für Hilfe:"
has_not "nobody is logged in" "$(screen)" "1003"
see "what waits has a number there" "7 Unterschreiben" \
	"1 Briefing wartet auf eine Unterschrift 0 Beenden"
turn "it says whose, to whoever comes" 7 "WARTET AUF UNTERSCHRIFT" \
	"als zweite Unterschrift: Schichtbriefing Sa 21. Nov., Front desk,"
turn "back at the door" 0 "3 Anmelden" "7 Unterschreiben"

# ---- after breakfast: who was drawn signs, by the numbers that were told
first=${drawn%% *}
drawn_number=
case $first in
Jonas) drawn_number=1005 ;; Chiara) drawn_number=1008 ;;
Ben) drawn_number=1017 ;; Ольга) drawn_number=1023 ;;
Elif) drawn_number=1031 ;; Dmitri) drawn_number=1042 ;;
esac
logs_in "who was drawn logs in" "$first" "$drawn_number" \
	"1 Briefing wartet auf eine Unterschrift" "0 Abmelden"
turn "there is one thing to sign" "$way" "WARTET AUF UNTERSCHRIFT" \
	"als zweite Unterschrift: Schichtbriefing Sa 21. Nov., Front desk," \
	"0 Zurück"
turn "it asks for the passphrase of who signs" 1 ", $drawn_number (verdeckt)"
turn "signed" "$(passphrase_of "$drawn_number")" "Unterschrieben als Nummer" \
	"Enter Menü"
turn "home" "" "0 Abmelden"
turn "logged out" 0 "0 Beenden"

# ---- the list, for her and for payroll
logs_in "she logs in once more" mar 1003 "Maria Keller" "0 Abmelden"
turn "who heard what, in counts" 3 "1 gehaltene Briefings"
turn "the lineups held, today's first" 1 "GEHALTENE SCHICHTBRIEFINGS" \
	"Sa 21. Nov. früh 06:"
see_line "each on one line, with who signed" \
	"^  Sa 21\. Nov\.  früh .* Maria K\.  7\+1 .* ja .* ${first#* }"
see "its keys stand below" "Es geht weiter" \
	"x Tabelle für Excel p drucken 0 zurück"
turn "x is a table for Excel" x "Gespeichert als $SITE/out/lineups-"
table=$(sed 's/^\xef\xbb\xbf//' "$SITE"/out/lineups-*.csv)
has "with German headings and semicolons" "$(printf '%s' "$table" |
	head -n 1)" ";"
has "and today's lineup in it" "$table" "2026-11-21"
turn "0 is the way back" 0 "1 gehaltene Briefings"
turn "home" 0 "0 Abmelden"
turn "and out" 0 "0 Beenden"
answer 0
expect_end "the day can begin" 0
run verify
expect_exit 0 "and the house verifies"

# ---- a newcomer with the demonstration
tty_foreign=
strokes=0
stroke() { keys "$@" && strokes=$((strokes + $#)); }
tty_start demo "$T/demo"
await "1 Start the lineup"
stroke 1 Enter
await "Who leads:"
stroke 1 Enter
see "preshift demo: from its door to the roll" "ROLL" "Who is here?"
check "in $strokes keystrokes, which are fewer than ten" test "$strokes" -lt 10
keys 1 - 8 Enter
await "Not said: none"
for page in MANTRA YESTERDAY PRAISE TODAY COMMANDMENT Avoid "ROUND 1" \
	"ROUND 2" RECALL RIGHT CLOSE; do
	keys Enter
	await "$page"
done
keys Enter
see "and Enter leads on to the end" "ended at"
done_testing
