#!/bin/sh
# The drill of the glass door in Russian, by numbers alone, by somebody who is
# logged in: it is recorded.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
need sqlite3

tty_demo
tty_foreign=$tty_english
tty_start --now "$TTY_NOW"

await "Number or word, ? for help:"
answer 3
await "name:"
answer 1042
await "(not shown):"
turn "a Russian speaker's home is Russian" "$(passphrase_of 1042)" \
	"Harbour House Dmitri Sokolov" "1 Потренироваться с гостем" \
	"2 Читать руководство дальше" "0 Завершить сеанс"
turn "the list of drills" 1 "ТРЕНИРОВКИ" "Стеклянная дверь (лёгкая, 5 мин"
turn "what it is about" 1 "ТРЕНИРОВКА Стеклянная дверь" "для: Dmitri S." \
	"Насколько уверенно с настоящим гостем, от 1 до 5?"
turn "scene 1" 3 "сцена 1" "Гость с чемоданом: спокойствие [ . . . # . . . ]" \
	"(0, шкала -3..+3)" "h подсказка (с отметкой)" "Ваш выбор:"
turn "scene 2: he is at ease" 2 "сцена 2" \
	"Гость с чемоданом: благодушие [ . . . . # . . ] (+1"
turn "scene 3" 3 "сцена 3" "Вы стоите с ним в дверях"
turn "a hint, on a Russian keyboard" р \
	"Подсказка: Что вы можете дать ему наверняка и в какую минуту?"
turn "a number that is none" 7 "«7» – не из этого списка: 1 2 3 4 r l u 0"
turn "nothing is closed here" ц "Все варианты здесь для вас открыты."
turn "scene 4: he is pleased" 1 "сцена 4" \
	"Гость с чемоданом: радость [ . . . . . # . ] (+2"
turn "scene 5" 3 "сцена 5"
turn "the end" 2 "Стеклянная дверь финал" "г-н Адлер"
has_not "who has gone looks at nobody" "$(screen)" "(+3"
turn "debrief" "" "РАЗБОР Стеклянная дверь" \
	"Ваши действия Гость с чемоданом после этого" \
	"1 посмотрели на него и подняли руку благодушие" \
	"5 спросили фамилию, записали на завтра восторг" \
	"Он рассказал бы жене: «У них было ещё закрыто" \
	"Хорошо получилось: приветствие, внимание к гостю, честные обещания." \
	"Результат: ГОТОВО."
turn "then why, and what to talk about" "" "Обсудите или подумайте:" \
	"Насколько уверенно с настоящим гостем, от 1 до 5? (до этого: 3)"
turn "it is recorded; what next" 4 "Сохранено под номером " \
	"1 Снова с начала" "2 Спросить наставника" "3 Другая тренировка" \
	"0 В меню" "Что дальше [0]:"
see_line "with its number" "^Сохранено под номером [1-9][0-9]*\.\$"
turn "home" 0 "1 Потренироваться с гостем" "preshift (1042)>"

turn "another time" "drill glass-door" "уверенно с настоящим гостем"
turn "scene 1 again" "" "сцена 1"
turn "seven fingers" 3 "сцена 2"
turn "through the glass" 2 "сцена 3" \
	"Гость с чемоданом: «Автобус. Без двадцати. Кофе?»"
turn "what is closed says why" 1 \
	"Между вами ещё закрытая дверь. Такое предложение через стекло"
turn "the other answer" 4 "Стеклянная дверь финал"
turn "debrief of that" "" "РАЗБОР Стеклянная дверь" "Переломный момент (*): сцена 3, Автобус в 06:40." \
	"Результат: ЕЩЁ РАЗ."
turn "0 goes to the end; that is recorded too" 0 "Сохранено под номером " \
	"1 Снова со сцены 3"
turn "again from where it turned, as it was" 1 "сцена 3" \
	"Снова тот момент" "Гость с чемоданом: «Автобус. Без двадцати. Кофе?»"
turn "the opening time" 2 "сцена 4"
turn "the kitchen knows" 3 "сцена 5"
turn "the end of that" 2 "Стеклянная дверь финал"
turn "the whole way counts" "" "1 показали семь пальцев" \
	"5 спросили фамилию" "Переломный момент (*): сцена 2"
turn "why, to that" "" "Обсудите или подумайте:"
turn "that is an attempt of its own" 5 "Сохранено под номером"
run -o json verify
last=$(($(json leaves) - 1))
attempt() { # FIELD INDEX
	sqlite3 "$SITE/house.db" "select cast(body as text) from leaf
		where idx = $2 and terminal = 'office'" |
		sed -n "s/^$1: //p" | tr '\n' ' '
}
is "from that scene, of the one before" \
	"$(attempt from $last)$(attempt of $last | cut -d ' ' -f 1,2)" \
	"n3 office $((last - 1))"
turn "another drill: the list" 4 "ТРЕНИРОВКИ" "1 Стеклянная дверь"
turn "0 home" 0 "1 Потренироваться с гостем"
tty_foreign=
turn "0 logs out; the door has its own language" 0 "1 Start the lineup"
answer 0
expect_end "0 leaves" 0

run verify
expect_exit 0 "the house verifies"
done_testing
