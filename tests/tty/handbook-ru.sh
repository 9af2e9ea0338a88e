#!/bin/sh
# The handbook in Russian: pages, easier words, the language flipped, a search,
# and the signature, by numbers.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
pass=$(passphrase_of 1042)
tty_foreign=$tty_english
tty_start --now "$TTY_NOW" -l ru

await "Число или слово, ? – справка:"
turn "log in" 3 "Ваш номер или первые буквы имени:"
turn "whose passphrase" 1042 "Парольная фраза (Dmitri Sokolov, 1042; не видно на экране):"
turn "a wrong one is told, and the letters that came" "совсем не та фраза" \
	"(это русские буквы)" \
	"Неверная парольная фраза для 1042: следующая попытка через 2 сек."
see "it is asked again" "Ещё раз; 0 откладывает. Парольная фраза (Dmitri Sokolov, 1042"
turn "0 puts it away" 0 "1 Начать предсменный брифинг"
turn "log in again" 3 "Ваш номер или первые буквы имени:"
turn "by the beginning of the name" "dmi" "(Dmitri Sokolov, 1042; не видно на экране):"
turn "home" "$pass" "1042 06:48" "4 Мои успехи"
has_not "the passphrase is not on the screen" "$(screen)" "$pass"

turn "the page where the reader was" 2 "РУКОВОДСТВО, ред. 1" \
	"H19 Список изменений стр. 1 из 2 русский" \
	"Это справочный раздел. Не спешите, время не ограничено." \
	"(Страницы и минуты сохраняются; их видите вы и наставник: раздел" \
	"Enter дальше b назад l английский / поиск 0 стоп с закладкой"
turn "a page back, on a Russian keyboard" и "H18 Ваши данные стр. 3 из 3" \
	"Вы здесь: обязательный раздел 12 из 12."
turn "two more" b "стр. 2 из 3"
turn "the first of the part" b "H18 Ваши данные стр. 1 из 3" "e проще"
plain=$(screen)
answer e
tty_text="1 Программа записывает то, что ей нужно, и говорит, что именно. Она не"
easier() { ! tty_says; }
if tty_until "$TTY_DEADLINE" easier; then
	ok "easier words are other words"
else
	not_ok "easier words are other words" "$plain"
fi
see "they are Russian, of the same page" "H18 Ваши данные стр. 1 из 3"
turn "e again: the text itself" e "$tty_text"
tty_foreign=
turn "English" l "H18 Your data page 1 of " "Must-read part 12 of 12." \
	"Enter next b back l German"
turn "German" l "H18 Deine Daten Seite 1 von " "l Russisch"
tty_foreign=$tty_english
turn "and Russian again" l "H18 Ваши данные стр. 1 из 3"
turn "a search" / "Какое слово:"
turn "finds nothing" "хххх" "«хххх» в этом тексте нет."
turn "0 keeps the place" 0 "Ваше место сохранено." \
	"Открыто обязательных разделов: 12 из 12."
turn "and comes back to it" "handbook read" "H18 Ваши данные стр. 1 из 3"
turn "and leaves" 0 "Ваше место сохранено."

turn "signing: five answers" 3 "ПОДПИСАТЬ РУКОВОДСТВО редакция 1, язык: русский" \
	"шаг 1 из 3 --" "Dmitri Sokolov, вы открыли все обязательные разделы (12)" \
	"и ответили на вопросы к ним." \
	"1 «Подтверждаю получение Руководства по сервису, редакция 1, и" \
	"3 Не подписываю." "4 Что-то осталось непонятным." \
	"5 Хочу подписать на бумаге." "Ваш выбор [1]:"
turn "the sentence that is signed" 1 "Вы подписываете вот это предложение:" \
	"Подтверждаю получение Руководства по сервису, редакция 1, и" \
	"В списке вы записаны так: Dmitri Sokolov." \
	"Ваше имя, как вы его пишете:"
turn "electronically" "Дмитрий Соколов" "1 Да, на этом компьютере 2 Нет"
turn "one's own passphrase" 1 "Парольная фраза (Dmitri Sokolov, 1042; не видно на экране):"
turn "signed" "$pass" "Записано: номер " "суббота, 21 ноября 2026, 06:48." \
	"Срок для возражения: суббота, 5 декабря 2026, на этом компьютере" \
	"1 Напечатать 2 Сохранить файлом 0 Позже"
see_line "with its number" "^Записано: номер [1-9][0-9]*, суббота"
answer 0 # the receipt can wait
see "how it goes on is said" "Квитанция [0]: 0 Enter меню ? справка preshift (1042)>"
turn "the progress says so" progress "Руководство подписано"
has_not "no passphrase anywhere but in the hint at the door" \
	"$(scrollback | grep -v '^(демонстрация)')" "$pass"
turn "0 goes back to the menu" 0 "0 Завершить сеанс"
turn "0 logs out" 0 "1 Начать предсменный брифинг"
answer 0
expect_end "0 leaves" 0

run verify
expect_exit 0 "the house verifies"
secrets "$(passphrase_of 2001)"
run -u 2001 --passphrase-fd 3 -o json acks 3<"$T/secrets"
expect_has "the list says that 1042 signed, in Russian" \
	'"number":"1042","status":"acknowledged","edition":1,"language":"ru"'
done_testing
