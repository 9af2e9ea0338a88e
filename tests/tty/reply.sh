#!/bin/sh
# A drill that asks for one's own words: they are said or typed, then a good
# answer stands beside them, and who gave them rates them line by line. And
# what an author shows of the state.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # German has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
tty_start --now "$TTY_NOW" -l de drill nobody-picks-up
await "Wie sicher wärst du"
turn "scene 1" "" "Szene 1"
turn "she is heard" 3 "deine Worte" "Sag ihr in deinen eigenen Worten" \
	"Deine Worte:"
turn "one word is too few" hallo \
	"Sag es so, wie du es einem Gast sagst: 8 Wörter oder mehr."
turn "said aloud: Enter" "" "Eine gute Antwort:" "Sie haben sechsmal angerufen" \
	"Niemand sieht, was du sagst" "1 ja 2 teilweise 3 nein" \
	"Ich habe gesagt, was ihr passiert ist"
turn "the first line" 1 "Es waren meine Worte"
turn "no fourth answer" 4 "gehört nicht dazu: 1 2 3"
turn "the second" 2 "Eine ehrliche Entschuldigung war dabei"
turn "then the drill goes on" 3 "Szene 2" "Deine Wahl:"
turn "it is not asked again" r "Szene 2" "Deine Wahl:"
answer 0
expect_end "put away" 1

# ---- put away in the middle, it is asked again; typed, it is enough
tty_start --now "$TTY_NOW" -l ru -u 1042 drill nobody-picks-up
await "Парольная фраза"
answer "$(passphrase_of 1042)"
await "Насколько уверенно"
answer ""
await "сцена 1"
turn "her own words in Russian" 3 "Ваши слова:"
answer 0
expect_end "put away" 1
tty_start --now "$TTY_NOW" -l ru -u 1042 drill nobody-picks-up
await "Парольная фраза"
answer "$(passphrase_of 1042)"
turn "going on" 1 "Ваши слова:"
turn "typed" "Вы звонили шесть раз, и вас посылали туда и обратно весь вечер" \
	"Один хороший ответ:" "1 да 2 отчасти 3 нет"
answer 0
expect_end "put away" 1

# ---- a meter, and a hint that costs one
tty_start --now "$TTY_NOW" -l en drill fine-thanks
await "How sure would you be"
answer ""
see "what the author shows" "Minutes until she must go: 3 (0 to 3)"
tty_stop
done_testing
