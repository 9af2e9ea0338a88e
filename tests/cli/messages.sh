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

expect_said 2 "I do not know '%s': 'preshift help' lists all words" nonsense
expect_said 2 "I do not know '%s'. Did you mean '%s'?" linup
expect_said 2 "I do not know '%s'. Did you mean '%s'?" help linup
expect_said 2 "there is no word '%s': 'preshift help all' lists them" \
	help nonsense
expect_said 2 "unknown option '%s': see 'preshift --help', or 'preshift help' \
and the command" drill --loud
expect_said 2 "unknown option '%s'; did you mean '--%s'?" drill --chioces a
expect_said 2 "option '--%s' needs a value" drill --choices
expect_said 2 "option '--%s' takes no value" drill --resume=yes
expect_said 2 "option '--%s' is given twice; give it once" \
	drill --choices a --choices b
expect_said 2 "'%s' is no format: screen, plain, json, csv or html" \
	-o xml drill
expect_said 2 "'%s' works at the prompt and in scripts: as an argument use \
--as NUMBER" login 2001
expect_said 2 "either --file or a command, not both" -f "$T/answers" people
expect_said 1 "cannot open '%s': %s" -f "$T/no-such-script"
expect_said 1 "the script can't be read: %s" -f "$T"
expect_said 2 "there is no drill '%s': 'preshift drill' lists them" drill zzzz
expect_said 2 "there is no drill '%s'; did you mean '%s'?" drill glass-dor
expect_said 2 "'%s' is no drill: 'preshift drill' lists them" drill 'A B'
expect_said 2 "there is no commandment '%s': 1 to %zu" commandments 21
expect_said 2 "--seed %s: a number is needed" --seed many drill glass-door
for word in commandments help lineup people progress vouch acks; do
	secrets "$HR_PASS"
	expect_said 2 "'%s' was not expected here" -u 2001 $word 2001 now
done

# What --lang says counts for mistakes beside it too, wherever they stand.
expect_said 2 "unknown option '%s': see 'preshift --help', or 'preshift help' \
and the command" --loud people
expect_said 2 "unknown option '%s'; did you mean '--%s'?" --exel people
expect_said 2 "option '--%s' needs a value" people -u
expect_said 2 "option '--%s' takes no value" --yes=no people
expect_said 2 "option '--%s' is given twice; give it once" -s a -s b people
# Without it the environment's or, for scripts, the house's (here English).
run -s "$T/nowhere" --exel people
has "in the environment's language: English" "$err" 'did you mean'
ENV='LC_ALL=ru_RU.UTF-8' run -s "$T/nowhere" --exel people
has "in Russian" "$err" "может быть, '--excel'"
ENV='LC_ALL=ru_RU.UTF-8' run --exel people
has "in the house's, in a script" "$err" 'did you mean'
ENV='LC_ALL=de_DE.UTF-8' run -s "$T/nowhere" -l fr people
has "also when there is no such language" "$err" 'keine Sprache'
run -o json --lang
is "and in the format asked for" "$(json kind)" usage

told() { # CODE MSGID COMMAND-LINE [DESCRIPTOR 3]; what expect_said cannot say
	for lang in en de ru; do
		code=0
		eval "clean \"\$PRESHIFT\" -l $lang $3" >"$T/out" \
			2>"$T/three.$lang" || code=$?
		is "$2 ($lang): exit" "$code" "$1"
	done
	check_said "$2"
}
told 2 "--now %s: the form is YYYY-MM-DDThh:mm" '--now yesterday people'
told 2 "--now %s: no time before 1970-01-02 can be recorded" \
	'--now 1970-01-01T00:30 people'
told 2 "--passphrase-fd %s: no open file has that number" \
	'--passphrase-fd 9 people'
told 2 "a passphrase is needed: --passphrase-fd" '-u 2001 people'
told 2 "a passphrase is needed: give one line more to --passphrase-fd" \
	'-u 2001 --passphrase-fd 3 people 3</dev/null'
told 1 "passphrases can't be read: %s" \
	'-u 2001 --passphrase-fd 3 people 3<"$T"'
told 2 "a passphrase is too long: at most %d bytes" \
	'-u 2001 --passphrase-fd 3 people 3</dev/zero'
told 1 "the result can't be written: %s" 'drill >/dev/full'

# ---- scripts ----

line() { # LINE; is the script
	printf "$1\n" >"$T/answers"
}
line 'enrol "1043'
expect_said 2 "a quote is open; add %c at the end"
line 'enrol 1043 A\\'
expect_said 2 "the line ends with '\\'; write '\\\\' for a backslash"
line 'nonsense'
expect_said 2 "line %d"
line '> yes'
expect_said 2 "line %u: nothing was asked that '%s' could answer"
line 'commandments \377'
expect_said 2 "line %u of the script is no text in UTF-8"
line "$(printf '%9000s' x)"
expect_said 2 "line %u of the script is too long: at most %d bytes"
line '> +60'
expect_said 2 "line %u: only a trial house's clock can be moved by '%s'" \
	-s "$T/nowhere"
line 'people\n> +400000000'
secrets "$HR_PASS"
expect_said 2 "line %u: '%s' is too far, at most ten years" -u 2001
line 'login'
expect_said 2 "who logs in? 'login NUMBER'"
line 'login 2001 2002'
expect_said 2 "'%s' was not expected here"
line 'login 2001\nprogress 1042 2001'
secrets "$HR_PASS"
expect_said 2 "'%s' was not expected here"
line 'logout\nprogress'
expect_said 4 "'%s' needs to know who you are: log in, or give --as NUMBER"
answers

# ---- a house ----

# Elsewhere, so that nothing may be there afterwards; ARG... replace those that
# would do.
init_said() { # CODE MSGID ARG...
	init_code=$1 init_msgid=$2
	shift 2
	expect_said "$init_code" "$init_msgid" -s "$T/new" init "$@"
	[ ! -e "$T/new" ] || not_ok "$init_msgid: nothing is left"
	rm -rf "$T/new"
}
secrets "$HR_PASS"
set -- --name N --id n --langs en --zone UTC --hr 1:A
init_said 2 "init needs %s" --name N --sheet "$T/s"
init_said 2 "init needs --sheet FILE: the charter sheet has to go somewhere" \
	"$@" --hr 2:B
init_said 2 "a house begins with two HR persons: --hr NUMBER:NAME twice" \
	"$@" --sheet "$T/s"
init_said 2 "'%s' is not NUMBER:NAME" "$@" --hr 2 --sheet "$T/s"
init_said 2 "the two HR persons need two numbers" "$@" --hr 1:A \
	--sheet "$T/s"
init_said 2 "'%s' is no staff number: 1 to 12 capital letters and digits" \
	"$@" --hr 1-1:A --sheet "$T/s"
init_said 2 "'%s' was not expected here" "$@" --hr 2:B --sheet "$T/s" now
shift 2
init_said 2 "'%s' is no id: small letters, digits, dots and hyphens, at most 64" \
	--name N --id 'A B' --langs en --zone UTC --hr 1:A --hr 2:B --sheet "$T/s"
init_said 2 "'%s' is no language of this program: en, de or ru" \
	--name N --id n --langs fr --zone UTC --hr 1:A --hr 2:B --sheet "$T/s"
init_said 2 "unknown time zone '%s'; use a name like 'Europe/Berlin' or 'UTC'" \
	--name N --id n --langs en --zone Moon --hr 1:A --hr 2:B --sheet "$T/s"
# What the file lies there for, and no zone of its own.
for zone in localtime posixrules Factory posix/Europe/Berlin right/UTC; do
	init_said 2 \
		"unknown time zone '%s'; use a name like 'Europe/Berlin' or 'UTC'" \
		--name N --id n --langs en --zone $zone --hr 1:A --hr 2:B \
		--sheet "$T/s"
done
for name in - ' Inn' 'Inn '; do
	init_said 2 "'%s' cannot be the name of a house: write words, without \
a space before or behind them" \
		--name "$name" --id n --langs en --zone UTC --hr 1:A --hr 2:B \
		--sheet "$T/s"
done
init_said 2 "the name of the house is too long: %zu bytes, at most %d" \
	--name "$(printf '%201s' x | tr ' ' n)" --id n --langs en --zone UTC \
	--hr 1:A --hr 2:B --sheet "$T/s"
init_said 2 "the name of the house holds characters that cannot be shown" \
	--name "$(printf 'A\033[31mB')" --id n --langs en --zone UTC \
	--hr 1:A --hr 2:B --sheet "$T/s"
set -- --name N --id n --langs en --zone UTC --hr 1:A --hr 2:B
touch "$T/old.sheet"
init_said 4 "'%s' is there already: the charter sheet needs a new file. One \
that was left behind when a house was not finished opens nothing: destroy it" \
	"$@" --sheet "$T/old.sheet"
init_said 1 "cannot write '%s': %s" "$@" --sheet "$T/no/such/folder/sheet"
expect_said 4 "there is a house in '%s' already" init "$@" --sheet "$T/s"
mkdir "$T/full"
touch "$T/full/holiday.jpg"
expect_said 4 "'%s' is there already and not empty" -s "$T/full" init "$@" \
	--sheet "$T/s"
expect_said 4 "'%s' is not empty: a demonstration house needs a new folder" \
	--yes demo "$T/full"
expect_said 1 "there is no house in '%s': make one with 'preshift init', look \
around with 'preshift demo', or name its folder with --site" \
	-s "$T/nowhere" people
expect_said 1 "there is no house in '%s' to rebuild" \
	-s "$T/nowhere" check --rebuild
expect_said 1 "there is no house in '%s': name a folder that holds a \
'house.db'" verify "$T/full"
expect_said 2 "'%s' is no fingerprint: 64 digits 0-9 a-f, as on the charter \
sheet" verify --charter 123

# What may not be a passphrase, when the first HR person chooses one.
set -- --name N --id n --langs en --zone UTC --hr '20011121X:Ana Maria Petrowa' \
	--hr 2:B --sheet "$T/s"
secrets 'kurz'
init_said 4 "too short: 12 characters or more, for example four words" "$@"
secrets 'aaaaaaaaaaaaaaaa'
init_said 4 "too few different letters: 6 or more must differ" "$@"
secrets '83749501826'
init_said 4 "too short: of digits alone it takes 16 or more" "$@"
secrets 'ana maria petrowa'
init_said 4 "this is your name, which everybody knows; please take something \
else" "$@"
secrets '20011121X'
init_said 4 "this is your number, which everybody knows; please take something \
else" "$@"
secrets '21.11.2001'
init_said 4 "this is a date, which is easily guessed; please take something \
else" "$@"
secrets 'password1234'
init_said 4 "many people take this one, it is tried first; please take \
something else" "$@"
secrets "$(printf 'vier kleine \033[31mgraue wolken')"
init_said 4 "there is something in it that is no letter, digit or sign, or it \
is very long; please type another" "$@"

# ---- people ----

hr_said() { # CODE MSGID ARG...
	hr_code=$1 hr_msgid=$2
	shift 2
	secrets "$HR_PASS" "$HR_PASS"
	before=$(leaves)
	expect_said "$hr_code" "$hr_msgid" -u 2001 "$@"
	[ "$(leaves)" -eq "$before" ] || not_ok "$hr_msgid: nothing recorded"
}
hr_said 2 "enrol needs a number and a name, or --csv FILE" enrol
hr_said 2 "enrol needs a number and a name, or --csv FILE" enrol 1043
hr_said 2 "'%s' was not expected here: a name of several words needs quotation \
marks" enrol 1043 A B
hr_said 2 "'%s' is no staff number: 1 to 12 capital letters and digits" \
	enrol 10-43 'A B'
hr_said 2 "'%s' is no role: staff, supervisor, hr or council" \
	enrol 1043 'A B' --role captain
hr_said 2 "'%s' is no language of this program: en, de or ru" \
	enrol 1043 'A B' --lang fr
hr_said 2 "'%s' is no team: lower-case letters, digits, hyphens" \
	enrol 1043 'A B' --team 'Front Desk'
hr_said 2 "'%s' is no contract: full or part" \
	enrol 1043 'A B' --contract half
hr_said 2 "'%s' is no staff number: 1 to 12 capital letters and digits" \
	enrol 1043 'A B' --coach 'A B'
hr_said 2 "nobody has the number %s: 'preshift people' lists all" \
	enrol 1043 'A B' --role staff --lang en --coach 7777
hr_said 2 "the name of %s is too long: %zu bytes, at most %d" \
	enrol 1043 "$(printf '%8000s' x | tr ' ' n)"
hr_said 2 "the name of %s holds characters that cannot be shown" \
	enrol 1043 "$(printf 'A\033[31mB')"
hr_said 2 "the name of %s is missing, or has a space at an end" \
	enrol 1043 ' A'
hr_said 4 "the number '%s' is somebody's already: a number is never given \
twice; who returns gets a new code under the old number" \
	enrol 1042 'Somebody Else' --role staff --lang en
hr_said 2 "enrol needs --role and --lang of %s" enrol 1043 'A B'
hr_said 2 "enrol needs --role and --lang of %s" enrol 1043 'A B' --role staff
hr_said 4 "there is no terminal '%s' for the code: see terminal list" \
	enrol 1043 'A B' --role staff --lang en --at cellar
charter_said() { # CODE MSGID CHARTER-GROUPS
	secrets "$HR_PASS" "$3"
	expect_said "$1" "$2" -u 2001 enrol 2003 'H R' --role hr --lang en
}
charter_said 4 "group %d holds a slip: please look at the paper again" \
	'111117 111116 111116 111116 111116 111116 111116 111116'
charter_said 4 "the charter sheet has 48 digits, in eight groups of six" \
	'111116 111116'
charter_said 4 "this is not the charter sheet of this house" \
	'111116 111116 111116 111116 111116 111116 111116 111116'

csv_said() { # CODE MSGID LIST; with the escapes of printf
	printf "$3" >"$T/list.csv"
	hr_said "$1" "$2" enrol --csv "$T/list.csv"
}
hr_said 1 "cannot open '%s': %s" enrol --csv "$T/no.csv"
csv_said 5 "'%s' is empty" ''
csv_said 5 "line %u: a quotation mark is opened and never closed" \
	'number,name\n1043,"open\n'
csv_said 5 "line %u: text after a closing quotation mark" \
	'number,name\n1043,"A"B\n'
csv_said 5 "line %u: unknown heading '%s': number, name, role, team, contract, \
language and coach are known" 'number,nome\n1043,A\n'
csv_said 5 "line %u: the heading '%s' stands there twice" \
	'number,name,Nummer\n1043,A,1044\n'
csv_said 5 "line %u: the headings number and name are missing" \
	'role,team\nstaff,x\n'
csv_said 5 "line %u: %zu cells, the heading has %zu" \
	'number,name\n1043,A,staff\n'
csv_said 5 "line %u: more than %d columns" \
	"number$(printf '%99s' '' | tr ' ' ,)\n"
csv_said 5 "more than %d lines" "number,name\n$(seq -f '%.0f,A' 10001)\n"
csv_said 5 "'%s': wrong lines: %u; nobody was enrolled.
%s" \
	'number,name,role\n1043,A B,captain\n'
csv_said 5 "the number %s stands in the list twice" \
	'number,name\n1043,A\n1043,B\n'
csv_said 5 "HR persons are enrolled one by one" \
	'number,name,role\n1043,A,hr\n'

# ---- who is there ----

expect_said 4 "'%s' needs to know who you are: log in, or give --as NUMBER" \
	people
sql 'delete from tries'
secrets 'not the right one'
expect_said 4 "wrong passphrase for %s: the next try waits %lld seconds" \
	-u 2001 people
sql "update tries set n = 9, until = $(($(date +%s) + 900))"
secrets "$HR_PASS"
expect_said 4 "too many wrong tries: wait %lld seconds, then try again" \
	-u 2001 people
sql 'delete from tries'
expect_said 4 "%s is not activated yet: 'preshift activate %s' with the code \
on paper" -u 1042 progress
expect_said 2 "nobody has the number %s: 'preshift people' lists all" \
	-u 7777 progress
expect_said 2 "'%s' is no staff number: 1 to 12 capital letters and digits" \
	-u 10-42 progress

# ---- codes ----

activate_said() { # CODE MSGID ONE-TIME-CODE PASSPHRASE [WHO]
	secrets "$3" "$4"
	answers "${5-2001}"
	expect_said "$1" "$2" activate 1042
	answers
}
activate_said 4 "group %d holds a slip: please look at the paper again" \
	"$(echo "$CODE" | sed '
	s/^\(.....\)0/\11/;t
	s/^\(.....\)./\10/')" "$PASS"
activate_said 4 "this is not the code of %s: take the newest slip with this \
number on it" '111116 111116 111116 111116 111116' "$PASS"
activate_said 4 "a code has 30 digits, in five groups of six" \
	"$(echo "$CODE" | cut -c 1-13)" "$PASS"
activate_said 4 "this is your name, which everybody knows; please take \
something else" "$CODE" 'Dmitri Sokolov'
activate_said 2 "nobody has the number %s: 'preshift people' lists all" \
	"$CODE" "$PASS" 7777
activate_said 2 "it has to be somebody else, or -" "$CODE" "$PASS" 1042
secrets "$CODE" "$PASS"
expect_said 2 "the script lacks an answer to: %s" activate 1042
printf 'activate 1042\npeople\n' >"$T/answers"
expect_said 2 "line %u: the script lacks an answer (a line that begins '> ') \
to: %s"
has "one line is named" "$(cat "$T/three.en")" "preshift: line 2: the script"
answers
expect_said 2 "whose code is it? 'preshift activate NUMBER'" activate
expect_said 2 "'%s' was not expected here" activate 1042 1043
expect_said 2 "nobody has the number %s: 'preshift people' lists all" \
	activate 7777
NOW=2026-12-06T06:40
activate_said 4 "the code of %s was good until %s: ask HR for a new one" \
	"$CODE" "$PASS"
NOW=2026-11-21T06:50
activate 1042 "$CODE" 2001
activate_said 4 "%s is active already; a lost passphrase needs a new code from \
HR" "$CODE" "$PASS"
secrets "$PASS"
expect_said 4 "'%s' is for %s; %s is %s" -u 1042 people
secrets "$PASS"
expect_said 4 "results belong to %s and the coach: ask them" \
	-u 1042 progress 2001
mv "$SITE/keys/1042.key" "$T/1042.key"
expect_said 4 "%s has no key at this terminal: 'preshift activate %s' with the \
code on paper makes one" -u 1042 progress
mv "$T/1042.key" "$SITE/keys"
secrets "$HR_PASS"
expect_said 2 "'%s' is no status: acknowledged, overdue, outdated, due, asked, \
not-asked, declined, disputed, exempt or left" -u 2001 acks --status lost

done_testing
