#!/bin/sh
# Who cannot come in is told how, and asked again; a wrong word points to what
# works there; what comes next has a number.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
tty_demo
pass=$(passphrase_of 1008)
rm "$SITE/keys/1017.key"

# In the language of the screen, with a star for each %s.
words_of() { sentence "$lang" "$1" | sed 's/\[\(.\)\]/\1/g'; } # MSGID
says() { # MSGID; the screen has its end
	said=$(words_of "$1")
	see "$1 ($lang)" "${said##*\*}"
}
for lang in en de ru; do
	tty_start --now "$TTY_NOW" -l "$lang"
	await "Harbour House"
	answer nonsense
	says "I do not know '%s': ? says what can be done here"
	answer "help nonsense"
	says "there is no word '%s': 'help all' lists them"
	answer people
	said=$(words_of "'%s' needs to know who you are: log in \
first, number %s of the menu")
	said=${said%\**}
	see "who is not logged in is told the number ($lang)" \
		"${said##*\*}3"
	answer 3
	await ": "
	answer zzz
	says "'%s' is neither a number nor the beginning of a name on the list"
	answer 9999
	see "it asks again ($lang)" "9999'"
	answer piet
	said=$(words_of "%s is not activated yet: choose number %s, \
with the code on paper")
	said=${said#*\*}
	see "who has a code is told where it is typed ($lang)" \
		"1050${said%%\**}2${said##*\*}"
	answer "login 1017"
	said=$(words_of "%s has no key at this terminal: number %s, with the \
code on paper, makes one")
	said=${said#*\*}
	see "and who has no key here ($lang)" \
		"1017${said%%\**}2${said##*\*}"
	answer 2
	await ": "
	answer piet
	see "and is asked for it there ($lang)" \
		"$(sentence "$lang" "Who stands by you")"
	keys C-c
	await "Harbour House"
	tty_stop
done

tty_start --now "$TTY_NOW" -l en
see "the door" "3 Log in"
turn "she logs in" 3 "letters of your name:"
turn "a slip" chiaar "letters of your name: chiaar 'chiaar' is neither"
turn "and once more" chiara "Passphrase of Chiara Lind, 1008 (not shown):"
answer "$pass"
see_line "home says what comes next, and its number" \
	'^Next: .*\(number [0-9]\)$'
number=$(printf '%s' "$tty_screen" | sed -n 's/^Next: .*(number \(.\))/\1/p')
check "which is on the menu" test -n "$(printf '%s' "$tty_screen" |
	grep "^  $number  ")"
keys C-d
await "3 Log in"
turn "the Russian layout is on: m is found, nobody else" "дщпшт ь" \
	"Passphrase of Maria Keller, 1003 (not shown):"
turn "and home comes at once" "$(passphrase_of 1003)" "0 Log out"

# ---- what fails leaves one where one was
turn "a page with numbers" 3 "COVERAGE" "1 lineups held"
turn "a word that is not for her" people "'people' is for" \
	"Enter back ? help preshift (1003)>"
turn "its numbers still count" 1 "LINEUPS HELD"
turn "back" 0 "COVERAGE"
turn "somebody else begins to log in" "login 1042" \
	"Passphrase of Dmitri Sokolov, 1042"
keys C-c
see "and leaves: nobody is logged in" "3 Log in"
turn "somebody else begins again" "login 1003" "Passphrase of Maria"
turn "and home comes" "$(passphrase_of 1003)" "0 Log out"
keys C-d
await "3 Log in"
keys C-d
expect_end "the door closes" 0
done_testing
