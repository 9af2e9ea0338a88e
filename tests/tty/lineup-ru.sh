#!/bin/sh
# A whole lineup in Russian, by numbers alone, and its leader's signature.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC1111 # Russian has its own quotation marks
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
tty_foreign=$tty_english
tty_start --now "$TTY_NOW" -l ru

see "the door is Russian" "Harbour House" "суббота, 21 ноября 2026, 06:48" \
	"19, «Помогайте и за чужой стойкой»" \
	"Каждый гость уходит, услышав „да“." "1 Начать предсменный брифинг" \
	"3 Войти"
turn "1 asks who leads" 1 "Кто ведёт:" "БРИФИНГ утренняя, Front desk" \
	"10 минут." "1 Maria K. 2 Jonas W."
turn "roll" 1 "1 из 9 ПЕРЕКЛИЧКА" "Ведёт: Maria K." "1 Maria K. ведёт" \
	"НОВИЧОК (наставник: Elif K.)" \
	"Здесь: нет Опоздание: нет Выходной: нет" \
	"Не названы: 1 2 3 4 5 6 7 8" "L7 опоздание O7 выходной"
turn "who is here" "1-5 8" "Здесь: 1 2 3 4 5 8 (6)" "Не названы: 6 7"
turn "somebody is late, on a Russian keyboard" "Д7" "Опоздание: 7" \
	"Не названы: 6"
press "taken back, on a Russian keyboard" "г" "Не названы: 6 7"
turn "mantra" "" "2 из 9 ДЕВИЗ" "Все вместе: Каждый гость уходит, услышав" \
	"19, «Помогайте и за чужой стойкой»"
see_line "the clock is minutes and seconds" " 0:[0-5][0-9] из 10:00\$"
turn "yesterday" "" "3 из 9 ИТОГИ ВЧЕРАШНЕГО" "Отложено в прошлый раз: "
turn "praise" "" "4 из 9 ПОХВАЛА" "Поблагодарите одного человека, по имени"
turn "today" "" "5 из 9 СЕГОДНЯ" \
	"Новичок в команде: Dmitri S. (наставник: Elif K.)"
turn "the commandment's question comes first" "" "6 из 9 ЗАПОВЕДЬ 19" \
	"Что каждому из нас стоит знать о работе соседнего отдела?" \
	"Ведущему: Если здесь два отдела" "Enter показать b назад"
has_not "its text is not there yet" "$(screen)" "Помогайте и за чужой"
turn "then its text" "" "Помогайте и за чужой стойкой Делать Знайте, чем" \
	"Сказать «Давайте провожу." "Ответить «Не стоит из-за меня" \
	"Избегать «Вон туда и налево»." "В субботу в спа кончились полотенца." \
	"Enter дальше b назад l английский"
turn "practice, first round" "" "7 из 9 УПРАЖНЕНИЕ В ПАРАХ" \
	"РАУНД 1 из 2, потом поменяйтесь ролями" "Прислушайтесь:" \
	"1 объяснили работу соседей прозвучало 0 раз" \
	"2 назвали, чем помочь прозвучало 0 раз" \
	"3 проводили, а не показали пальцем прозвучало 0 раз"
see_line "what is left of the round is told" "осталось (1:00|0:5[0-9]) "
press "a mark is counted" 2 "2 назвали, чем помочь прозвучало 1 раз"
press "twice" 2 "2 назвали, чем помочь прозвучало 2 раза"
turn "a word is parked, on a Russian keyboard" "з велосипеды" "Отложено: "
turn "practice, second round" "" "РАУНД 2 из 2, роли поменялись" \
	"2 назвали, чем помочь прозвучало 2 раза"
turn "recall, the question" "" "8 из 9 ВСПОМИНАЕМ" \
	"Ведущему: прочитайте вслух; каждый решает про себя. Потом Enter."
turn "recall, the answer" "" "ВЕРНО: " "Из заповеди " \
	"Поднимите руки: сколько из 6 вспомнили?"
turn "how many knew it" 4 "Вспомнили: 4 из 6."
turn "close" "" "9 из 9 ЗАВЕРШЕНИЕ" "Задание на сегодня, «взаимопомощь»:" \
	"Следующий брифинг ведёт: Ben." "Отложено: «велосипеды»" "Enter закончить"
turn "it ends" "" "завершено: " "Проведён с 06:48:" \
	"(1 минута оплаченного времени)." "В упражнении прозвучало: 0-2-0." \
	"1 Подписать сейчас 2 Подписать сегодня позже 3 Оставить без подписи"
turn "the leader signs" 1 "Парольная фраза"
turn "signed; the witness is drawn" "$(passphrase_of 1003)" \
	"Вторая подпись, по жребию: " \
	"1 Сейчас 2 Позже, до полуночи 3 Пропустить (в списке так и указано)"
has_not "no passphrase on the screen" "$(scrollback)" "$(passphrase_of 1003)"
turn "the witness signs later; it is recorded" 2 "БРИФИНГ ЗАПИСАН" \
	"людей: 6, номер "
see_line "with its number" "номер [1-9][0-9]*\\.\$"
turn "and the door is back" "" "1 Начать предсменный брифинг"
answer 0
expect_end "0 leaves" 0

run verify
expect_exit 0 "the house verifies"
done_testing
