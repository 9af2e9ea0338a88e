#!/bin/sh
# Orientation week of somebody new: Daria Kim, nineteen, waits on tables, reads
# Russian and has never seen a terminal. By numbers and keys alone; she types
# her name, her passphrase and the words she looks for.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

# ---- what the house has done before she comes: her number, a code on paper
TTY_NOW=2026-11-23T08:30
tty_demo
secrets "$(passphrase_of 2001)" "$(passphrase_of 2001)"
feed --now "$TTY_NOW" -u 2001 --passphrase-fd 3 -o json enrol 1061 \
	"Daria Kim" --role staff --team front-desk --lang ru --coach 1042 \
	</dev/null 3<"$T/secrets"
code=$(json code)
[ -n "$code" ] || tty_lost "HR writes her code on paper" "$err"
group() { echo "$code" | cut -d ' ' -f "$1"; } # N

log_in() { # TITLE TEXT...; by her name, in the letters she has
	await "Число или слово"
	answer 3
	await "первые буквы имени:"
	answer дар
	await "Парольная фраза (Daria Kim, 1061"
	login_title=$1
	shift
	turn "$login_title" "$phrase" "$@"
}

# Page by page to the first that says TEXT.
turn_until() { # TEXT
	while ! screen | tr -s ' \n' ' ' | grep -qF -e "$1"; do
		before=$(page_top)
		answer "$(right_answer)"
		tty_until "$TTY_DEADLINE" page_turned ||
			tty_lost "pages go on to '$1'" "$before"
	done
}
# The number of the right answer, as the authors have marked it; of a page:
# Enter alone.
right_answer() {
	asked=$(screen | tr -s ' \n' ' ' |
		sed -n 's/.* \(H[0-9]*\) .* вопрос \([0-9]*\) из .*/\1.q\2/p' |
		tr H h)
	[ -z "$asked" ] ||
		sed -n "s/.*id=\"$asked\.\([a-z]\)\" right=\"yes\".*/\1/p" \
			"$top_srcdir/standards/handbook.xml" | tr abcd 1234
}

# ---- Monday, ten o'clock
tty_start --now 2026-11-23T10:00
see "the door speaks English; the languages are on it, each by its own name" \
	"6 Language English Deutsch Русский"
turn "6 is not hers yet" 6 "6 Sprache English Deutsch Русский"
turn "6 again: now she can read" 6 "6 Язык English Deutsch Русский"
tty_foreign=$tty_english
turn "2: she has a code on paper" 2 "Ваш номер или первые буквы имени:"
turn "her name in her own letters is found, though HR wrote Daria" дар \
	"шаг 1 из 3" "Если никого нет – просто Enter."
turn "she is alone" "" "шаг 2 из 3" "Это код для Daria Kim" "7 декабря" \
	"Группа 1:"
turn "the first group" "$(group 1)" "$(group 1) верно набрано"
slip=$(group 2 | awk '{ print substr($1, 1, 5) (substr($1, 6) + 1) % 10 }')
turn "a slip is told at once, and only these six are asked again" "$slip" \
	"$slip в этих шести опечатка, посмотрите ещё раз"
turn "with better light" "$(group 2)" "$(group 2) верно набрано Группа 3:"
turn "the third" "$(group 3)" "$(group 3) верно набрано"
turn "the fourth" "$(group 4)" "$(group 4) верно набрано"
turn "and in" "$(group 5)" "СВОЯ ПАРОЛЬНАЯ ФРАЗА" "шаг 3 из 3" \
	"Это ваша подпись." "Сейчас у клавиатуры только Daria Kim."
turn "nothing comes to her mind: numbers, they are on every keyboard" 3 \
	"Предложено" "1 Наберу эту или придумаю свою"
phrase=$(screen | sed -n 's/^ *Предложено  *\([0-9 ]*[0-9]\) *$/\1/p')
turn "she takes them" 1 "Сначала проверьте клавиши"
turn "her name with the wrong layout on: she sees what comes" Lfif \
	"Lfif (это латинские буквы)"
turn "with the right one" Даша "Даша (это русские буквы)"
turn "Enter goes on; the numbers still stand there to be copied" "" \
	"Предложено $phrase" "Парольная фраза (не видно):"
turn "once" "$phrase" "длина достаточная" "Ещё раз"
turn "twice, and she is in without another login" "$phrase" \
	"Готово, Daria Kim" "Вход выполнен." \
	"1 Начать руководство, раздел H0 (5 мин) 0 Позже"

# ---- the handbook, until the coffee is cold
turn "Enter begins it; nothing hurries her, and who sees what is said" "" \
	"Как пользоваться этим руководством" "стр. 1 из 5" \
	"Не спешите, время не ограничено." "их видите вы и наставник" \
	"0 стоп с закладкой"
turn_until "H0 Как пользоваться этим руководством и подписывать его вопрос 1"
see "behind the last page a question, its answers have numbers" \
	"1 Подписать сейчас" "3 Выбрать «что-то осталось непонятным»" \
	"можно попробовать ещё раз" "Номер, потом Enter"
turn "Enter alone is no answer: the numbers are named" "" \
	"Пожалуйста, выберите: 1 2 3 t l 0"
turn_until "H1 Зачем мы служим гостям стр. 1 из"
see "answered, and on to H1" "Да, верно." "обязательный раздел 2 из 12"
turn "the next page" "" "стр. 2 из"
turn "what the house promises her" "" "стр. 3 из" "e проще" \
	"На вопросы и идеи вы получаете ответ, и к сроку."
turn "too many words: e says it easier" e "Слова попроще." \
	"На вопросы вам отвечают." "e обычно"
turn "and back to what counts" e "стр. 3 из" "и к сроку."
tty_foreign=
turn "Oksana beside her reads German better" l "H1 Why we serve" "l German"
turn "so once more" l "H1 Warum wir für Gäste da sind" "l Russisch"
tty_foreign=$tty_english
turn "and again her own, at the same place" l \
	"H1 Зачем мы служим гостям стр. 3 из" "и к сроку."
turn "somebody said she had a limit: / asks for the word" / "Какое слово:"
turn "there it is, in another part" лимит "Найдено: лимит" \
	"H2 Двадцать заповедей сервиса" "b: где вы читали"
turn "b, on her Russian keyboard: back where she was reading" и \
	"H1 Зачем мы служим гостям стр. 3 из" "обязательный раздел 2 из 12"

# Somebody calls her to the floor: she shuts the window, in the middle of it.
tty_stop

# ---- Tuesday: a drill
tty_start --now 2026-11-24T10:00 -l ru
log_in "home says what comes next" "Harbour House Daria Kim" "Дальше:" \
	"1 Потренироваться с гостем" "2 Читать руководство дальше"
has_not "her passphrase is not on the screen" "$(screen)" "$phrase"
turn "2: exactly the page she left" 2 "H1 Зачем мы служим гостям стр. 3 из" \
	"и к сроку." "обязательный раздел 2 из 12"
turn "0 puts it away" 0 "Ваше место сохранено." \
	"Открыто обязательных разделов: 1 из 12."
turn "Enter is home" "" "1 Потренироваться с гостем"
turn "4: where she stands, and who sees it" 4 "МОИ УСПЕХИ Daria Kim" \
	"День 2 первой недели. Это видят: вы и Dmitri S." \
	"1 из 12 обязательных разделов" "готово 0" "Без оценок, без рейтинга."
turn "0 is home" 0 "1 Потренироваться с гостем"
turn "1: the drills, how hard, how long" 1 "ТРЕНИРОВКИ" \
	"1 Стеклянная дверь (лёгкая, 5 мин, новая)"
turn "the easy one; first how sure she is" 1 "Стеклянная дверь" \
	"для: Daria K." "Насколько уверенно с настоящим гостем, от 1 до 5?"
turn "not very" 2 "сцена 1" "Гость с чемоданом: спокойствие"
turn "she shows him seven fingers" 3 "сцена 2" "досада"
turn "she calls through the glass" 2 "сцена 3" "злость" \
	"u отменить выбор (с отметкой)"
turn "one answer is closed: w says why" w \
	"Между вами ещё закрытая дверь."
turn "a hint" h "Подсказка: Что вы можете дать ему наверняка"
turn "that was rude, u takes it back" u "сцена 2" "досада"
turn "what would happen otherwise? nothing better comes to her mind" 2 \
	"сцена 3" "злость"
turn "she sends him away" 4 "Стеклянная дверь финал"
turn "Enter: first what happened, then what it was like for him" "" \
	"РАЗБОР Стеклянная дверь" "1 показали семь пальцев" \
	"3 отправили в киоск на автовокзале ярость *" \
	"Он рассказал бы жене:" "Переломный момент (*): сцена 3" \
	"Результат: ЕЩЁ РАЗ."
turn "Enter: why, and what to talk about" "" "Обсудите или подумайте:" \
	"от 1 до 5? (до этого: 2)"
turn "recorded, without any scolding; what next" 1 "Сохранено под номером" \
	"1 Снова со сцены 3" "3 Спросить наставника" "0 В меню"
turn "once more from where it turned" 1 "сцена 3" "Снова тот момент"
turn "she asks him to wait, and asks the kitchen" 3 "сцена 4"
turn "a promise with a minute in it" 3 "сцена 5"
turn "and his name for tomorrow" 2 "Стеклянная дверь финал"
turn "the debrief of it" "" "РАЗБОР Стеклянная дверь" \
	"5 спросили фамилию" "Результат:"
turn "what she said a minute ago stands there" "" \
	"Обсудите или подумайте:" "(до этого: 1)"
turn "she says so" 3 "Сохранено под номером"
turn "home" 0 "1 Потренироваться с гостем"
turn "signing already? it says what is missing, and offers to read on" 3 \
	"Осталось 11: H1 H2" "1 Читать дальше 0 Позже"
turn "later" 0 "(1061)>"
answer 0
await "0 Закрыть программу"
tty_stop

# ---- Friday: the rest of the handbook, and her name under it
tty_start --now 2026-11-27T14:20 -l ru
log_in "home" "2 Читать руководство дальше"
turn "she goes to sign, and is led to what is left" 3 "Осталось 11: H1 H2" \
	"1 Читать дальше"
turn "Enter: the page of Tuesday" "" "H1 Зачем мы служим гостям стр. 3 из"
turn_until "H1 Зачем мы служим гостям вопрос 1"
turn "a wrong answer costs nothing; where it stands is said" 3 \
	"Не совсем, и это не беда." "t снова покажет текст"
turn "t, where her keyboard has е: the text" е "стр. 1 из"
turn_until "H2 Двадцать заповедей сервиса стр. 1 из"
see "right at the second try" "Да, верно." "обязательный раздел 3 из 12"
turn_until "H5 Что вы решаете сами стр. 1 из"
see "her own decisions" "решаете вы сами, с первого дня"
turn_until "Это справочный раздел."
ok "an hour later: what follows is for looking up"
turn "0: all of it was opened" 0 "Открыто обязательных разделов: 12 из 12."
turn "home knows" "" "3 Подписать руководство или сказать, почему нет"
turn "and her page" 4 "12 из 12 обязательных разделов" "подписать"
answer 0
await "(1061)>"
turn "five answers, no is as near as yes" 3 "ПОДПИСАТЬ РУКОВОДСТВО" \
	"3 Не подписываю." "4 Что-то осталось непонятным." \
	"5 Хочу подписать на бумаге." "Ваш выбор [1]:"
turn "what would 4 be? somebody explains; nothing is noted yet" 4 \
	"Вам всё объяснят" "0 Назад, ничего не записывать"
turn "0 is back at the five" 0 "5 Хочу подписать на бумаге."
turn "she agrees: the sentence, and how the list has her" 2 \
	"Вы подписываете вот это предложение:" \
	"В списке вы записаны так: Daria Kim." "Ваше имя, как вы его пишете:"
turn "she is Дарья, whatever the list says" "Дарья Ким" \
	"1 Да, на этом компьютере 2 Нет"
turn "her passphrase is her signature" 1 "Парольная фраза (Daria Kim, 1061"
turn "signed, and how long she may change her mind" "$phrase" \
	"Записано: номер" "пятница, 27 ноября 2026, 14:2" \
	"Срок для возражения: пятница, 11 декабря 2026" \
	"1 Напечатать 2 Сохранить файлом 0 Позже Квитанция [0]:"
turn "she keeps a receipt" 2 "Сохранено: $SITE/out/receipt-2026-11-27.txt"
receipt=$(cat "$SITE/out/receipt-2026-11-27.txt")
has "it is in Russian" "$receipt" "КВИТАНЦИЯ"
has "and anybody can check it" "$receipt" "-----BEGIN PRESHIFT PROOF-----"
turn "home, and what comes next is no handbook any more" "" \
	"Дальше: тренировка" "7 Обо мне"
turn "her page says so too" 4 "МОИ УСПЕХИ Daria Kim" \
	"Руководство подписано" "День 5 первой недели."
answer 0
await "7 Обо мне"
turn "7: what is hers" 7 "ОБО МНЕ" "3 Что мною подписано"
turn "the receipt stays there" 3 "подписано, редакция 1" "номер – квитанция"
turn "and opens by its number" 1 "КВИТАНЦИЯ номер" \
	"Кто Daria Kim, 1061" \
	"Срок для возражения: пятница, 11 декабря 2026" \
	"2 Возразить против этого"
answer exit
await "0 Закрыть программу"
has_not "her passphrase was nowhere on the screen" "$(scrollback)" "$phrase"
tty_stop

# ---- Saturday, noon: a guest is waiting, she has one hand free
tty_start --now 2026-11-28T12:00 -l ru
await "5 Найти правило или лимит"
turn "5, without a login" 5 "Что ищете?"
turn "in her own words: the sum is the first line" "мой лимит" \
	"НАЙДЕНО: мой лимит" \
	"1 *Лимит* каждого сотрудника на гостя и визит: 15 EUR"
turn "its number: the paragraph, and the same in easier words" 1 \
	"H5 Что вы решаете сами" "До 15 EUR на гостя и визит решаете вы сами" \
	"Простыми словами: На одного гостя за один визит"
turn "0: the list" 0 "НАЙДЕНО: лимит"
turn "0: the door, for whoever comes next" 0 "1 Начать предсменный брифинг"
answer 0
expect_end "the day goes on" 0

# ---- what the house has of her week
run verify
expect_exit 0 "the house verifies"
secrets "$(passphrase_of 2001)"
run -u 2001 --passphrase-fd 3 -o json acks 3<"$T/secrets"
expect_has "HR sees that she signed, in Russian" \
	'"number":"1061","status":"acknowledged","edition":1,"language":"ru"'
done_testing
