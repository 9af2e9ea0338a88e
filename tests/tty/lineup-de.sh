#!/bin/sh
# A whole lineup in German, by numbers alone, and its leader's signature.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
tty_foreign=$tty_english
tty_start --now "$TTY_NOW" -l de

see "the door is German" "Harbour House" "Samstag, 21. November 2026, 06:48" \
	"19, „Hilf über deinen Platz hinaus“" "„Jeder Gast geht mit einem Ja.“" \
	"1 Das Schichtbriefing beginnen" "3 Anmelden"
turn "1 asks who leads" 1 "Wer leitet:" "SCHICHTBRIEFING früh, Front desk" \
	"10 Minuten." "1 Maria K. 2 Jonas W."
turn "roll" 1 "1 von 9 ANWESENHEIT" "Leitung: Maria K." "1 Maria K. leitet" \
	"NEU (Coach: Elif K.)" "Da: niemand Später: niemand Frei: niemand" \
	"Nicht genannt: 1 2 3 4 5 6 7 8" "L7 später O7 frei" "+ und ein Name: ein Gast" "Enter weiter ? Tasten"
turn "who is here" "1-5 8" "Da: 1 2 3 4 5 8 (6)" "Nicht genannt: 6 7"
turn "mantra" "" "2 von 9 LEITSATZ" "Alle zusammen: Jeder Gast geht mit einem" \
	"19, „Hilf über deinen Platz hinaus“"
see_line "the clock is minutes and seconds" " 0:[0-5][0-9] von 10:00\$"
turn "yesterday" "" "3 von 9 GESTERN ERLEDIGT" "Beim letzten Mal geparkt: "
turn "praise" "" "4 von 9 LOB" "Dankt einer Person mit Namen"
turn "today" "" "5 von 9 HEUTE" "Neu im Team: Dmitri S. (Coach: Elif K.)"
turn "the commandment's question comes first" "" "6 von 9 SERVICEGEBOT 19" \
	"Was sollte jeder von uns über die Arbeit des Teams nebenan wissen?" \
	"Leitung: Sind zwei Abteilungen da" "Enter zeigen b zurück"
has_not "its text is not there yet" "$(screen)" "Hilf über deinen Platz"
turn "then its text" "" "Hilf über deinen Platz hinaus Tun Wisse, was das" \
	"Sagen „Ich bringe Sie hin." "Antworten „Sie müssen doch" \
	"Vermeiden „Da hinten links.“" "Am Samstag gingen im Spa" \
	"Enter weiter b zurück l Russisch"
turn "practice, first round" "" "7 von 9 ÜBUNG ZU ZWEIT" \
	"RUNDE 1 von 2, dann Rollen tauschen" "Achtet auf:" \
	"1 erklärte die Arbeit nebenan 0-mal gehört" \
	"2 nannte eine Hilfe 0-mal gehört" \
	"3 ging mit, statt zu zeigen 0-mal gehört"
see_line "what is left of the round is told" "noch (1:00|0:5[0-9]) "
press "a mark is counted" 1 "1 erklärte die Arbeit nebenan 1-mal gehört"
press "another one" 3 "3 ging mit, statt zu zeigen 1-mal gehört"
turn "a word is parked" "p Leihräder" "Geparkt: "
turn "practice, second round" "" "RUNDE 2 von 2, mit getauschten Rollen" \
	"1 erklärte die Arbeit nebenan 1-mal gehört"
turn "recall, the question" "" "8 von 9 WIEDERHOLUNG" \
	"Leitung: Lies es vor, alle entscheiden still für sich."
turn "recall, the answer" "" "RICHTIG: " "Aus Servicegebot " \
	"Hände hoch: Wie viele von 6 wussten es?"
turn "how many knew it" 4 "4 von 6 wussten es."
turn "close" "" "9 von 9 ABSCHLUSS" "Aufgabe heute, „Mithelfen“:" \
	"Nächste Leitung: Ben." "Geparkt: „Leihräder“" "Enter beenden"
turn "it ends" "" "Ende bei " "Gehalten von 06:48:" \
	"(1 Minute bezahlte Zeit)." "In der Übung gehört: 1-0-1." \
	"1 Jetzt unterschreiben 2 Später heute unterschreiben" \
	"3 Ohne Unterschrift lassen"
turn "the leader signs" 1 "Passphrase"
turn "signed; the witness is drawn" "$(passphrase_of 1003)" \
	"Unterschrieben, " "Zweite Unterschrift, ausgelost: " \
	"1 Jetzt 2 Später, bis Mitternacht 3 Auslassen (die Liste sagt das)"
has_not "no passphrase on the screen" "$(scrollback)" "$(passphrase_of 1003)"
turn "the witness signs later; it is recorded" 2 "SCHICHTBRIEFING EINGETRAGEN" \
	"Personen: 6, Nummer "
see_line "with its number" "Nummer [1-9][0-9]*\\.\$"
turn "and the door is back" "" "1 Das Schichtbriefing beginnen"
answer 0
expect_end "0 leaves" 0

run verify
expect_exit 0 "the house verifies"
done_testing
