#!/bin/sh
# Linear mode on the main screens of the supervisor's, the newcomer's and HR's
# way, read aloud: golden screens, and the rules on all that was sent.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/golden-lib.sh"

# What the terminal is sent, from its first page on.
listen() {
	rm -f "$T/raw"
	tty_tmux pipe-pane -o "tr -d '\r' >'$T/raw'"
}

# New lines only; one thing a line, each with its number in front.
rules() {
	has "$lang: it was listened to" "$(cat "$T/raw")" "1042, "
	is "$lang: no cursor moves" "$(tr -cd '\033\b\t' <"$T/raw" | wc -c)" 0
	none "$lang: no rule, bar or box" \
		"$(grep -E -- '---|\[ ?[.#]|[│┃─━┌└├═║╔]' "$T/raw")"
	none "$lang: nothing aligned" "$(grep -E '^ |[^ ]  +[^ ]' "$T/raw")"
	none "$lang: one number a line" \
		"$(grep -E '^[0-9]+: .*[^0-9][0-9]+: [^0-9]' "$T/raw" |
			grep -v ';')"
	none "$lang: Enter is an empty line" \
		"$(sed -n '/^\(Keys\|Tasten\|Клавиши\),/,/[.?]$/p' "$T/raw" |
			grep -w Enter | grep -vE '^(Keys|Tasten|Клавиши),')"
}

# Nothing is ever wiped: what was said before must not be taken for the answer.
say() { # KEYS ENGLISH GERMAN RUSSIAN
	tty_tmux send-keys -R
	to "$@"
}

# A page begins with the kind of house it is.
page() { # SCREEN
	case $lang in en) from="TRIAL," ;; de) from="PROBE," ;;
	ru) from="ПРОБНЫЙ ДОМ," ;; esac
	golden "linear-$1"
	from=
}
home() { # SCREEN NUMBER; from the door
	tty_tmux send-keys -R
	enter "$2"
	page "$1"
}
door() { # by leaving
	say exit "? for help:" "? für Hilfe:" "? – справка:"
}

# ---- the supervisor's morning
lead() {
	page door
	say 1 "Who leads:" "Wer leitet:" "Кто ведёт:"
	page leader
	say 1 "Here>" "Da>" "Здесь>"
	page roll
	say "1-5 8" "late 0" "später 0" "опоздание: 0"
	for slot in 2 3 4 5; do
		say "" "$slot of " "$slot von " "$slot из "
	done
	say "" "empty line show" "leere Zeile zeigen" "пустая строка: показать"
	say "" "Avoid" "Vermeiden" "Избегать"
	on "? keys. Enter goes" "? Tasten. Enter geht" "? клавиши. Enter –"
	page commandment
	say "" "ROUND 1" "RUNDE 1" "РАУНД 1"
	say "" "ROUND 2" "RUNDE 2" "РАУНД 2"
	say "" "8 of 9" "8 von 9" "8 из 9"
	on "? keys. Enter goes" "? Tasten. Enter geht" "? клавиши. Enter –"
	page recall
	say "" "RIGHT" "RICHTIG" "ВЕРНО"
	say "" "9 of 9" "9 von 9" "9 из 9"
	say "" "K. [2]:" "K. [2]:" "K. [2]:"
	page close
	keys C-c
	on "? for help:" "? für Hilfe:" "? – справка:"
	home home-supervisor 1003
	say coverage "0 back, ? help." "0 zurück, ? Hilfe." "0 назад, ? справка."
	page coverage
	door
}

# ---- somebody in the first week
begin() {
	home home-staff 1042
	say 4 "0 back, ? help." "0 zurück, ? Hilfe." "0 назад, ? справка."
	page progress
	say 0 "(1042)>" "(1042)>" "(1042)>"
	say "handbook show H17" "H17" "H17" "H17"
	on "(1042)>" "(1042)>" "(1042)>"
	page section
	say 0 "(1042)>" "(1042)>" "(1042)>"
	say 3 "Your choice [1]:" "Deine Wahl [1]:" "Ваш выбор [1]:"
	page sign
	keys C-c
	door
}

# ---- HR's afternoon
look_after() {
	home home-hr 2001
	say acks "0 back, ? help." "0 zurück, ? Hilfe." "0 назад, ? справка."
	page acks
	say 2 "H5" "H5" "H5"
	page person
	say verify "2 details" "2 Einzelheiten" "2 подробности"
	page verify
	say check "€" "€" "€"
	say 1 "0 back, ? help." "0 zurück, ? Hilfe." "0 назад, ? справка."
	say help "help all" "help all" "help all"
	page help
	door
}

for lang in en de ru; do
	SITE=$T/$lang
	tty_demo
	TTY_SIZE=80x99 TTY_TERM=dumb tty_start --now "$TTY_NOW" -l "$lang"
	listen
	on "? for help:" "? für Hilfe:" "? – справка:"
	keys Enter
	lead
	begin
	look_after
	rules
	tty_stop
done
done_testing
