#!/bin/sh
# A clock that stands before the newest record: the door and the lineup ask
# what day it is, in three languages; what is recorded then says so.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
need sqlite3

# Whatever the day is here, the records are later.
TTY_NOW=2099-03-04T06:48
tty_demo
pass=$(passphrase_of 1042)
clock_of_newest() {
	sqlite3 "$SITE/house.db" "select cast(body as text) from leaf
		order by idx desc limit 1" | sed -n 's/^clock: //p'
}

# The end of a sentence, behind what it quotes, is on the screen.
answer_said() { # MSGID
	text=$(sentence "$lang" "$1")
	see "$1 ($lang)" "${text##*\*}"
}

ask() { # LANG TITLE NEWEST DATE TIME QUESTION DOOR
	lang=$1
	tty_start -l "$lang"
	see "$lang: the door asks what day it is" "$2" "$3" "1 " "2 " "0 "
	turn "$lang: no asks for the date" 2 "$4"
	answer ''
	answer "$(printf '%0500d' 0)"
	answer 32.1.
	answer_said "'%s' is no date: day and month, for example 21.11."
	turn "$lang: a day that no month has" 30.2. "'30.2.'"
	turn "$lang: the year is that of the records" 5.3. "$5"
	turn "$lang: no hour" 24:00 "'24:00'"
	answer_said "'%s' is no time: hour and minutes, for example 6:48"
	turn "$lang: it is asked once more" 6:49 "$6"
	turn "$lang: yes opens the door on that day" 1 "$7"
	see_line "$lang: line 1 shows it" "2099, 06:(49|5.)$"
}
ask ru "КАКОЙ СЕГОДНЯ ДЕНЬ?" \
	"Последняя запись сделана: вторник, 3 марта 2099, 17:15." \
	"Дата, например" "Время, например" \
	"Сейчас четверг, 5 марта 2099, 06:49?" "1 Начать"
ask de "WELCHER TAG IST HEUTE?" \
	"Der neueste Eintrag ist von Dienstag, 3. März 2099, 17:15." \
	"Das Datum, zum" "Die Uhrzeit, zum" \
	"Ist es Donnerstag, 5. März 2099, 06:49?" "0 Beenden"
ask en "WHAT DAY IS IT?" \
	"The newest record is of Tuesday 3 March 2099, 17:15." \
	"The date, for" "The time, for" \
	"Is it Thursday 5 March 2099, 06:49?" "1 Start the lineup"

# ---- from then on
turn "somebody logs in" "login 1042" "(not shown):"
turn "and trains" "$pass" "(1042)>"
answer "drill glass-door --choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name"
await "There is more"
turn "0 leaves the debrief" 0 "1 Train with a guest"
is "the record says that the time was stated" "$(clock_of_newest)" stated
answer exit
await "1 Start the lineup"
answer exit
expect_end "the door closes" 0
run -o json verify
expect_has "verify marks it" '"why":"clock stated"'
run verify
expect_has "in words" "the clock had been set by hand"

# ---- not now
tty_start -l en
await "Is it "
turn "0 leaves it open, and the door is there" 0 "1 Start the lineup"
turn "the lineup asks again" 1 "WHAT DAY IS IT?"
turn "there too it may be left" 0 "1 Start the lineup"
answer 0
expect_end "the door closes" 0
tty_start -l en lineup
await "Is it "
keys C-c
expect_end "Ctrl-C at the question" 1
tty_start -l en lineup
await "Is it "
turn "yes takes the time as it stands" 1 "Who leads:"
tty_stop

# ---- a script is asked nothing
secrets "$pass" "$pass"
feed -u 1042 --passphrase-fd 3 -o json drill glass-door --choices \
	n1.wave,n2.step,n3.offer,n4.kitchen,cup.name 3<"$T/secrets" </dev/null
expect_exit 0 "a script is asked nothing"
is "what it records is in doubt" "$(clock_of_newest)" suspect
run -o json verify
expect_has "verify marks that too" '"why":"clock suspect"'
run -l de verify
expect_has "in words" "die Uhr war zweifelhaft"
run -o json check
expect_has "check tells it" "in doubt: it stands before the newest record"

done_testing
