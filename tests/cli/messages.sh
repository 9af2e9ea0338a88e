#!/bin/sh
# The failures of making a house, of people, keys and options: each in three
# languages. (Those of other topics are in their scripts.)
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
as 2001 "$HR_PASS" -o json enrol 1042 'Dmitri Sokolov' --role staff --lang ru
CODE=$(json code)

# ---- words and options ----

expect_three 2 "an unknown word" nonsense
expect_three 2 "a slip of the finger" linup
expect_three 2 "an unknown option" --loud people
expect_three 2 "an option without its value" drill --choices
expect_three 2 "a format there is none of" -o xml drill
expect_three 2 "a word at the prompt only" login 2001
expect_three 2 "help for nothing" help nonsense
expect_three 1 "a script that is not there" -f "$T/no-such-script"
expect_three 2 "a script and a command" -f "$T/answers" people
printf 'enrol "1043\n' >"$T/answers"
expect_three 2 "an open quotation mark in a script"
printf 'nonsense\n' >"$T/answers"
expect_three 2 "an unknown word in a script"
answers
for lang in en de ru; do
	run -l $lang --now yesterday people
	echo "$code $err" >"$T/now.$lang"
	run -l $lang --passphrase-fd 9 people
	echo "$code $err" >"$T/fd.$lang"
done
is "a time that is none, in three languages" "$(cut -c 1 "$T"/now.?? |
	tr -d '\n') $(sort -u "$T"/now.?? | wc -l)" "222 3"
is "a descriptor that is not open" "$(cut -c 1 "$T"/fd.?? |
	tr -d '\n') $(sort -u "$T"/fd.?? | wc -l)" "222 3"

# ---- a house ----

new() { # ARG...; init elsewhere
	expect_three "$1" "$2" -s "$T/new" init --name N --id n "$3" "$4" \
		"$5" "$6" "$7" "$8" "$9" "$T/new.sheet"
	[ ! -e "$T/new" ] || not_ok "$2: nothing is left"
	rm -rf "$T/new"
}
secrets "$HR_PASS"
Z=UTC
new 2 "an unknown zone" --langs en --zone Moon --hr=1:A --hr=2:B --sheet
new 2 "an unknown language" --langs fr --zone $Z --hr=1:A --hr=2:B --sheet
new 2 "an HR person without a name" --langs en --zone $Z --hr=1 --hr=2:B --sheet
new 2 "twice the same person" --langs en --zone $Z --hr=1:A --hr=1:A --sheet
expect_three 2 "one HR person only" -s "$T/new" init --name N --id n \
	--langs en --zone UTC --hr 1:A --sheet "$T/new.sheet"
expect_three 2 "an id that is none" -s "$T/new" init --name N --id 'A B' \
	--langs en --zone UTC --hr 1:A --hr 2:B --sheet "$T/new.sheet"
expect_three 2 "no sheet" -s "$T/new" init --name N --id n --langs en \
	--zone UTC --hr 1:A --hr 2:B
touch "$T/old.sheet"
expect_three 4 "a sheet that is there already" -s "$T/new" init --name N \
	--id n --langs en --zone UTC --hr 1:A --hr 2:B --sheet "$T/old.sheet"
expect_three 4 "a house where one is" init --name N --id n --langs en \
	--zone UTC --hr 1:A --hr 2:B --sheet "$T/new.sheet"
secrets 'kurz'
new 4 "a short passphrase" --langs en --zone $Z --hr=1:A --hr=2:B --sheet
secrets 'aaaaaaaaaaaaaaaa'
new 4 "one of a single letter" --langs en --zone $Z --hr=1:A --hr=2:B --sheet
secrets '12345678901'
new 4 "short digits" --langs en --zone $Z --hr=1:A --hr=2:B --sheet

# ---- people ----

hr() { # CODE TITLE ARG...
	hr_code=$1 hr_title=$2
	shift 2
	secrets "$HR_PASS" "$HR_PASS"
	before=$(leaves)
	expect_three "$hr_code" "$hr_title" -u 2001 "$@"
	[ "$(leaves)" -eq "$before" ] || not_ok "$hr_title: nothing recorded"
}
hr 2 "enrol without anything" enrol
hr 2 "a number without a name" enrol 1043
hr 2 "a bad number" enrol 10-43 'A B'
hr 2 "a role there is none of" enrol 1043 'A B' --role captain
hr 2 "a language there is none of" enrol 1043 'A B' --lang fr
hr 2 "a team that is no id" enrol 1043 'A B' --team 'Front Desk'
hr 2 "a contract there is none of" enrol 1043 'A B' --contract half
hr 2 "a coach that is no number" enrol 1043 'A B' --coach 'A B'
hr 2 "a name too long" enrol 1043 "$(printf '%8000s' x | tr ' ' n)"
hr 2 "control characters" enrol 1043 "$(printf 'A\033[31mB')"
hr 4 "a number that is taken" enrol 1042 'Somebody Else'
hr 1 "a list that is not there" enrol --csv "$T/no.csv"
printf 'number,name\n1043,"open\n' >"$T/list.csv"
hr 5 "an open quotation mark in a list" enrol --csv "$T/list.csv"
printf 'number,nome\n1043,A\n' >"$T/list.csv"
hr 5 "an unknown heading" enrol --csv "$T/list.csv"
printf 'number,name,role\n1043,A B,captain\n' >"$T/list.csv"
hr 5 "a role there is none of, in a list" enrol --csv "$T/list.csv"
printf 'number,name\n1043,A\n1043,B\n' >"$T/list.csv"
hr 5 "a number twice in a list" enrol --csv "$T/list.csv"
printf 'number,name\n1043,A,staff\n' >"$T/list.csv"
hr 5 "a line with too many cells" enrol --csv "$T/list.csv"
printf 'number,name\n1043,\377\n' >"$T/list.csv"
hr 5 "bytes that are no UTF-8" enrol --csv "$T/list.csv"
hr 2 "too many words" people now

# ---- who is there ----

expect_three 4 "nobody logged in" people
secrets 'not the right one'
expect_three 4 "a wrong passphrase" -u 2001 people
sql 'delete from tries'
secrets "$HR_PASS"
expect_three 4 "somebody not activated" -u 1042 progress
expect_three 2 "a number nobody has" -u 7777 progress
expect_three 2 "a number that is none" -u 10-42 progress
: >"$T/secrets"
expect_three 2 "no passphrase at all" -u 2001 people
run -u 2001 people
is "nor a descriptor for it" "$code" 2
printf 'login 2001\nprogress 1042 2001\n' >"$T/answers"
secrets "$HR_PASS"
expect_three 2 "logged in, in a script"
printf 'logout\nprogress\n' >"$T/answers"
expect_three 4 "logged out again"
answers

# ---- codes ----

activate_with() { # CODE TITLE ONE-TIME-CODE PASSPHRASE [WHO]
	secrets "$3" "$4"
	answers "${5-2001}"
	expect_three "$1" "$2" activate 1042
	answers
}
activate_with 4 "a code with a slip" "$(echo "$CODE" | sed '
	s/^\(.....\)0/\11/;t
	s/^\(.....\)./\10/')" "$PASS"
activate_with 4 "another code" '111116 111116 111116 111116 111116' "$PASS"
sql 'delete from tries'
activate_with 4 "half a code" "$(echo "$CODE" | cut -c 1-13)" "$PASS"
sql 'delete from tries'
activate_with 4 "a passphrase that is the name" "$CODE" 'Dmitri Sokolov'
activate_with 4 "a common one" "$CODE" 'password1234'
activate_with 4 "one that is too short" "$CODE" 'kurz'
activate_with 2 "somebody unknown stands by" "$CODE" "$PASS" 7777
secrets "$CODE" "$PASS"
expect_three 2 "nobody says who stands by" activate 1042
expect_three 2 "nobody says who it is" activate
expect_three 2 "a number that is not enrolled" activate 7777
NOW=2026-12-06T06:40
activate_with 4 "a code after fifteen days" "$CODE" "$PASS"
NOW=2026-11-21T06:50
activate 1042 "$CODE" 2001
activate_with 4 "a code used twice" "$CODE" "$PASS"

done_testing
