#!/bin/sh
# HR changes settings and the handbook's values at a terminal, by numbers
# alone: in German and Russian; two people at once in every language.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
ina=$(passphrase_of 2001)
mkdir "$T/bin"
printf '#!/bin/sh\n%s\n' 'echo Office-2; echo Bar' >"$T/bin/lpstat"
chmod +x "$T/bin/lpstat"
ENV="PATH=$T/bin:$PATH"
long=$(head -c 10000 /dev/zero | tr '\0' x)

start() { # LANG TEXT
	tty_start --now "$TTY_NOW" -l "$1"
	await " 06:48"
	answer "login 2001"
	await "2001"
	turn "HR's home ($1)" "$ina" "$2"
}

# ---- German: a shift
start de "Einstellungen des Hauses"
turn "the list" 5 "EINSTELLUNGEN DES HAUSES" "1 Name des Hauses Harbour House" \
	"3 Frühschicht beginnt 07:00 (Standard)" \
	"9 Was unterschrieben wird gelesen und verstanden (Standard)" \
	"13 Drucker der des Computers" "x Tabelle für Excel p drucken 0 zurück"
turn "a number that is none" 99 "99"
turn "one of them" 3 "EINSTELLUNG Frühschicht beginnt" \
	"Jetzt 07:00 (Standard)" "Möglich eine Uhrzeit wie 07:00, oder 'nein'" \
	"Gilt für das Schichtbriefing" "Noch niemand hat es geändert." \
	"1 Ändern" "0 zurück"
turn "the question" 1 "Neuer Wert:"
answer ""
turn "nonsense is told at once" morgens "'morgens' geht nicht für"
turn "so is too late" 25:00 "'25:00' geht nicht für"
answer "$long"
see "10,000 characters are too long" "Das war zu lang."
tty_tmux send-keys -H 01 02 07 1b 5b 32 4a
answer ""
turn "from what to what" 6.30 "EINE EINSTELLUNG ÄNDERN" \
	"Bisher 07:00 (Standard)" "Neu 06:30" "1 Unterschreiben" \
	"0 Zurück: nichts wird geändert"
turn "back without a signature" 0 "Noch niemand hat es geändert."
turn "again" 1 "Neuer Wert:"
turn "0 stops, too" 0 "Noch niemand hat es geändert."
turn "and again" 1 "Neuer Wert:"
turn "from what to what" 6:30 "1 Unterschreiben"
turn "her signature" 1 "Passphrase von Ina Brandt, 2001 (verdeckt):"
turn "it is recorded and told" "$ina" "von '07:00 (Standard)' auf '06:30'" \
	"Jetzt 06:30" "Ina Brandt (2001) 06:30" "2 Zurück zum Standard: 07:00"
turn "the list says it" 0 "3 Frühschicht beginnt 06:30"
turn "a choice is one number" 7 "2 7 Minuten"
turn "from what to what" 2 "Neu 7 Minuten"
turn "her signature" 1 "Passphrase von Ina Brandt, 2001"
turn "the handbook says otherwise" "$ina" "sagt noch 10: dort auch ändern" \
	"4 Auch im Handbuch ändern"
turn "which is a number away" 4 "Neu 7" "H15 nachher"
turn "her signature" 1 "Passphrase von Ina Brandt, 2001"
turn "the handbook will say it" "$ina" "Jetzt 7"
turn "the setting is back" 0 "Handbuch 7"
has_not "and nothing is left to do" "$tty_screen" "Auch im Handbuch"

# ---- teams and printer
turn "back" 0 "EINSTELLUNGEN DES HAUSES"
turn "teams" 6 "1 Front desk front-desk" "2 Ein neues Team"
turn "a new one" 2 "Name des neuen Teams"
turn "it has a short name" "Café am Fluß" "[cafe-am-fluss]:"
turn "both are shown" "" "Neu Front desk, Cafe am fluss" \
	"Neues Team Café am Fluß"
turn "her signature" 1 "Passphrase von Ina Brandt, 2001"
turn "one more" "$ina" "2 Café am Fluß cafe-am-fluss" "3 Ein neues Team"
turn "its names" 2 "Name des Teams cafe-am-fluss" "Jetzt Café am Fluß" \
	"in einer Sprache: Russisch" "5 Dieses Team gibt es nicht mehr"
turn "it is no more" 5 "Neu Front desk"
turn "but only when that is signed" 0 "5 Dieses Team gibt es nicht mehr"
turn "back" 0 "3 Ein neues Team"
turn "and to the list" 0 "EINSTELLUNGEN DES HAUSES"
turn "printers" 13 "1 Ändern"
turn "of this computer" 1 "1 Office-2 2 Bar 3 der des Computers 4 ein anderer"
turn "one of them" 1 "Neu Office-2"
turn "her signature" 1 "Passphrase von Ina Brandt, 2001"
turn "is the house's" "$ina" "Jetzt Office-2"

# ---- Russian: a value
tty_foreign=
start ru "Настройки дома"
turn "the handbook" 3 "1 Числа в текстах"
turn "its values" 1 "ЧИСЛА И ИМЕНА В РУКОВОДСТВЕ" "15 EUR H5" \
	"Есть продолжение"
see "its keys stand there already" "Номер открывает строку."
turn "a number opens one" 1 "ЧИСЛО ИЛИ ИМЯ В РУКОВОДСТВЕ" \
	"Сейчас 15 EUR (по умолчанию)" "H5" "1 Изменить"
turn "the question" 1 "сумма и валюта, например 20 EUR или 20,50 EUR" \
	"Новое значение:"
turn "nonsense is told at once" двадцать "'двадцать' не подходит для"
turn "a currency that is none too" "20 рыб" "'20 рыб' не подходит для"
turn "before and after" 20,5 "Было 15 EUR" "H5 было" "H5 стало" "20,50 EUR" \
	"1 Подписать 0 Назад"
turn "her signature" 1 "(Ina Brandt, 2001;"
turn "it waits for an edition, and how is told" "$ina" \
	"в редакции 1 стоит 15 EUR" "номера 3, 4 в меню" \
	"2 Вернуть по умолчанию: 15 EUR"
turn "the list marks it" 0 "20,50 EUR *"

# ---- two people at once
lang=
says() { # MSGID
	said=$(sentence "$lang" "$1")
	said=${said%%\**}
	see "$1 ($lang)" "$(printf '%s' "$said" | sed 's/^.//')" "20:0$minute"
}
minute=1
for lang in en de ru; do
	start "$lang" 2001
	turn "a setting" "settings shift.late" "1 "
	answer 1
	await ":"
	answer 19:00
	await "19:00"
	answer 1
	wait_for "$(sentence "$lang" "Passphrase of %s (not shown): " |
		cut -d '*' -f 1)" || :
	secrets "$ina" "$ina"
	run --now "$TTY_NOW" --passphrase-fd 3 -u 2001 settings shift.late \
		"20:0$minute" 3<"$T/secrets"
	is "somebody else is quicker ($lang)" "$code" 0
	answer "$ina"
	says "nothing is recorded: %s changed it meanwhile, and it is now \
'%s'. Look at it again"
	minute=$((minute + 1))
done
done_testing
