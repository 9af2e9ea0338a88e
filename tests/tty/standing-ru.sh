#!/bin/sh
# Where somebody stands, and which lineups were held: by numbers, in Russian.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
# Maria K. has led this morning and signs later.
printf '> %s\n' 1003 'here 1-3' '' '' '' '' '' '' '' '' '' '' '' later skip \
	>"$T/answers"
feed --now 2026-11-21T06:46 lineup --team front-desk <"$T/answers"
is "a lineup is held, unsigned" "$code" 0
tty_foreign=$tty_english
tty_start --now "$TTY_NOW" -l ru
await "? – справка:"
answer "login 1042"
await "Парольная фраза"
answer "$(passphrase_of 1042)"
await "(1042)>"
turn "4: where I stand" 4 "МОИ УСПЕХИ" "1 подписать руководство" \
	"Это видят: вы и Elif K." "12 из 12 обязательных разделов"
turn "a step is a number away" 2 "Стеклянная дверь" "от 1 до 5?"
turn "and 0 comes back" 0 "Это видят" "(1042)>"
turn "no such step" 7 "7"
turn "an empty line shows it again" "" "1 подписать руководство"
turn "somebody else's" "progress 1008" "езультаты видят только Chiara L."
answer exit
await "0 Закрыть программу"

answer "login 1003"
await "Парольная фраза"
answer "$(passphrase_of 1003)"
await "(1003)>"
turn "3: the lineups of the team" 3 "ОБЗОР" "вт 17" "1 подписать открытое"
turn "1: what waits for a signature" 1 "ЖДУТ ПОДПИСИ" "1 Maria K., "
turn "0: back" 0 "вт 17"
turn "0: home" 0 "(1003)>" "0 Завершить сеанс"
answer exit
await "0 Закрыть программу"
answer exit
expect_end "it ends" 0
done_testing
