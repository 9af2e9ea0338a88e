#!/bin/sh
# The drill of the glass door in German, by numbers alone: the best path, then
# one with a choice that is not open. Nobody is logged in: nothing is kept.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
leaves() { run -o json verify && json leaves; }
before=$(leaves)
tty_foreign=$tty_english
tty_start --now "$TTY_NOW" -l de

await "Nummer oder Wort, ? für Hilfe:"
turn "the list of drills" 4 "ÜBUNGEN" "1 Die Glastür (leicht, 5 Min., neu)"
turn "what it is about" 1 "ÜBUNG Die Glastür" \
	"zum Üben, nichts wird gespeichert" "Draußen in der Halle kommt jemand" \
	"Wie sicher wärst du bei einem echten Gast, 1 bis 5?"
turn "scene 1" 3 "Szene 1" "Der Reisende wirkt: ruhig [ . . . # . . . ]" \
	"(0 auf einer Skala von -3 bis +3)" "2 Du legst die Servietten hin" \
	"Nummer, dann Enter r noch einmal lesen h Hinweis (wird vermerkt)" \
	"0 weglegen, ein andermal weiter" "Deine Wahl:"
turn "scene 2: he is at ease" 2 "Szene 2" \
	"Der Reisende wirkt: entspannt [ . . . . # . . ] (+1 auf" \
	"Er lächelt, zeigt auf die Uhr"
turn "scene 3" 3 "Szene 3" "Du stehst mit ihm in der Tür" \
	"Der Reisende: „Mein Bus fährt um zwanzig vor sieben."
turn "a hint" h "Hinweis: Was kannst du ihm sicher geben"
turn "a number that is none" 7 "„7“ gehört nicht dazu: 1 2 3 4 r l u 0"
turn "nothing is closed here" w "Hier steht dir jede Wahl offen."
turn "scene 4: he is pleased" 1 "Szene 4" \
	"Der Reisende wirkt: erfreut [ . . . . . # . ] (+2 auf"
turn "scene 5" 3 "Szene 5" "Der Reisende: „Auf die Minute."
turn "the end" 2 "Die Glastür Ende" "Im Schichtbuch steht: Herr Adler"
has_not "who has gone looks at nobody" "$(screen)" "wirkt:"
turn "debrief" "" "NACHBESPRECHUNG Die Glastür" \
	"Was du getan hast Der Reisende danach" \
	"1 hingeschaut und die Hand gehoben entspannt" \
	"5 nach dem Namen gefragt, für morgen notiert begeistert" \
	"Er würde seiner Frau erzählen: „Die hatten noch gar nicht auf" \
	"Das war gut: Begrüßung, Aufmerksamkeit, ehrliche Zusagen." \
	"Ergebnis: BEREIT."
turn "then why, and what to talk about" "" \
	"4 Rosa legte einen Deckel neben die Maschine" \
	"Zum Besprechen oder zum Nachdenken:" \
	"Wie sicher wärst du bei einem echten Gast, 1 bis 5? (vorher: 3)"
turn "what next" 4 "1 Noch einmal von vorn" \
	"2 Behalten: anmelden" "3 Eine andere Übung" "0 Zum Menü" "Dann [0]:"

turn "again from the start" 1 "Draußen in der Halle kommt jemand"
turn "scene 1 again" "" "Szene 1"
turn "by the pane" 2 "Szene 2"
turn "an offer that is not open" 2 "Szene 3" \
	"Der Reisende: „Bus. Zwanzig vor sieben. Kaffee?“"
turn "chosen, it says why" 1 \
	"Zwischen euch ist noch die geschlossene Scheibe."
turn "and stays" r "1 „Um halb sieben bekommen Sie hier einen zum Mitnehmen."
turn "another one" 3 "Szene 4"
turn "the glasses first" 1 "Szene 5"
keys C-c
see "Ctrl-C goes back to the door" "1 Das Schichtbriefing beginnen"
answer 0
expect_end "0 leaves" 0
is "nothing was recorded" "$(leaves)" "$before"
done_testing
