#!/bin/sh
# Lists as Excel writes them, in three languages and five character sets; the
# template; slips of paper; the list of people.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house

hr() { as 2001 "$HR_PASS" "$@"; } # ARG...
list() { # LINE...; with the escapes of printf, lines end as on Windows
	: >"$T/list.csv"
	for line; do printf "$line\r\n" >>"$T/list.csv"; done
}
enrol() { hr -o json enrol --csv "$T/list.csv"; }
# What the roster has of somebody: name, role, team, contract, language, coach.
person() { # NUMBER
	cp "$T/out" "$T/kept"
	hr -o json people
	sqlite3 :memory: "select value ->> 'name' || ' ' || (value ->> 'role')
		|| ' ' || (value ->> 'team') || ' ' || (value ->> 'contract')
		|| ' ' || (value ->> 'language') || ' ' ||
		coalesce(value ->> 'coach', '-') from
		json_each(readfile('$T/out'), '\$.people')
		where value ->> 'number' = '$1'"
	cp "$T/kept" "$T/out"
}
taken() { # TITLE NUMBER WANTED
	if [ "$code" -eq 0 ]; then
		is "$1" "$(person "$2")" "$3"
	else
		not_ok "$1" "exit $code: $err"
	fi
}
refused() { # CODE MSGID OPTION...; in three languages, nobody is enrolled
	refused_before=$(leaves)
	secrets "$HR_PASS" "$HR_PASS"
	refused_code=$1 refused_msgid=$2
	shift 2
	expect_said "$refused_code" "$refused_msgid" -u 2001 enrol "$@"
	is "nobody is enrolled: $refused_msgid" "$(leaves)" "$refused_before"
}
list_said() { # MSGID LINE...
	said=$1
	shift
	list "$@"
	refused 5 "$said" --csv "$T/list.csv"
}

# ---- as Excel writes it ----

list 'Personalnummer;Name;Rolle;Team;Sprache;Vertrag;Coach' \
	'0042;J\374rgen Wei\337;Mitarbeiter;Front Desk;Deutsch;Teilzeit;2001' \
	';;;;;;' \
	' 1043\240; Ren\351 \326zt\374rk ;Schichtleitung;;Russisch;Vollzeit;0042'
enrol
taken "German, Windows-1252, semicolons" 0042 \
	"Jürgen Weiß staff front-desk part de 2001"
is "blanks at the ends are no part of a cell" "$(person 1043)" \
	"René Öztürk supervisor - full ru 0042"
is "the character set is said" "$(at '$.charset')" "Windows-1252"
enrol
is "a second time nobody is new" "$code $(count_at '$.people') $(
	at '$.skipped')" "0 0 2"
hr -l de enrol --csv "$T/list.csv"
expect_has "and that is said" "Ausgelassen, weil schon auf der Liste: 2."
expect_has "and how the letters were read" "als Windows-1252 gelesen"

printf '\320\257\320\267\321\213\320\272,\320\230\320\274\321\217,\320\244\320\260\320\274\320\270\320\273\320\270\321\217,\320\242\320\260\320\261\320\265\320\273\321\214\320\275\321\213\320\271 \320\275\320\276\320\274\320\265\321\200,\320\240\320\276\320\273\321\214,\320\227\320\260\320\275\321\217\321\202\320\276\321\201\321\202\321\214\n' >"$T/utf8"
printf '%s\n' 'русский,Алёна,Йодль,1044,Сотрудник,Неполная занятость' \
	>>"$T/utf8"
cp "$T/utf8" "$T/list.csv"
enrol
taken "Russian headings, first and family name apart" 1044 \
	"Алёна Йодль staff - part ru -"
sed -e 's/1044/1045/' "$T/utf8" | iconv -f UTF-8 -t CP1251 >"$T/list.csv"
enrol
taken "the same in Windows-1251" 1045 "Алёна Йодль staff - part ru -"
is "which is said too" "$(at '$.charset')" "Windows-1251"
sed -e 's/1044/1046/' -e 's/,/\t/g' "$T/utf8" |
	iconv -f UTF-8 -t UTF-16LE >"$T/utf16"
{ printf '\377\376' && cat "$T/utf16"; } >"$T/list.csv"
enrol
taken "Unicode text: UTF-16 and tabs" 1046 "Алёна Йодль staff - part ru -"
list '\357\273\277sep=;' 'NAME;No.;Language;Role' 'Bo Lee;1047;english;STAFF;;'
enrol
taken "a mark of order, a line that names the separator" 1047 \
	"Bo Lee staff - full en -"
list 'number,name' '="00481",Kim Oh'
enrol
taken "as our own lists keep the zeros" 00481 "Kim Oh staff - full en -"

# ---- what is wrong is named ----

list_said "'%s' is shorter than '%s': Excel has dropped the zeros in front; \
format the column as text and type the number again" \
	'number,name' '51,A B'
list_said "'%s' is what a spreadsheet made of a long number: format the column \
as text and type the number again" 'number;name' '1,23E+11;A B'
list_said "line %u: a cell goes over two lines: put it on one" \
	'number,name' '1050,"A\nB"'
list_said "'%s' has headings and nobody below them" 'number,name' ',,'
list_said "the number %s is the one of %s, not of %s" \
	'number,name' '1047,Bo Li'
list_said "nobody has the number %s of the coach, here or in the list" \
	'number,name,coach' '1050,A B,9999'
list_said "'%s' is a workbook, not a list: open it, choose File, Save As, \
'CSV UTF-8', and take the file that makes" 'PK\003\004and so on'
list_said "'%s' is no list that can be read: save it as 'CSV UTF-8'" \
	'number,name' '1050,A\001\377\000'
list 'Nr.;Name;Rolle' '1050;A;x1' '1051;B;Mitarbeiter' '1052;C;x2' \
	'1053;D;x3' '1054;E;x4' '1055;F;x5' '1056;G;x6'
hr enrol --csv "$T/list.csv"
for n in 2 4 5 6 7 8; do
	has "line $n is named" "$err" "line $n: 'x"
done
has_not "the good one is not" "$err" "line 3:"
hr -o json people
expect_not "and it is not enrolled" '"1051"'

# ---- the template ----

for lang in en de ru; do
	hr -l $lang enrol --template
	expect_exit 0 "a template ($lang)"
	is "with a mark of order ($lang)" \
		"$(head -c 3 "$T/out" | od -An -tx1 | tr -d ' ')" efbbbf
	cp "$T/out" "$T/list.csv"
	secrets "$HR_PASS" "$HR_PASS"
	ask -u 2001 enrol --csv "$T/list.csv"
	is "nobody of its examples is enrolled ($lang)" "$code" 0
	is "its lines end as Excel's do ($lang)" \
		"$(grep -c "$(printf '\r')$" "$T/list.csv")" 5
	n=$((n + 1))
	sed "s/^# 0042/105$n/
		s/\([,;]\)1001/\12001/" "$T/list.csv" >"$T/filled.csv"
	hr -o json enrol --csv "$T/filled.csv"
	is "filled in it is taken ($lang)" "$code $(count_at '$.people') $(
		at '$.examples')" "0 1 3"
done
is "its words are understood" "$(person 1059) $(person 10511)" \
	"Ann Example staff front-desk part en 2001 Анна Пример staff \
front-desk part ru 2001"
hr enrol --template --save "$T/empty.csv"
expect_has "it can go into a file" "$T/empty.csv"
check "which is there" test -s "$T/empty.csv"
hr -o json enrol --template
check "or into JSON" is_json "$T/out"
refused 2 "--template goes alone: it writes an empty list to fill in" \
	--template --csv "$T/list.csv"

# ---- slips ----

lines='number,name,language'
{
	echo "$lines"
	seq 2101 2109 | sed 's/.*/&,Person & <b>,ru/'
} >"$T/list.csv"
hr enrol --csv "$T/list.csv" --slips --save "$T/slips.html"
expect_exit 0 "slips go into a file"
is "that is for its owner alone" "$(stat -c %a "$T/slips.html")" 600
expect_has "where it lies is said" "$T/slips.html"
expect_has "and that it is to be deleted" "delete the file"
none "no code is on the screen" "$(grep -E '([0-9]{6} ){4}' "$T/out")"
slips=$(cat "$T/slips.html")
is "nine slips, on two pages" "$(grep -c 'class="slip"' "$T/slips.html") $(
	grep -c 'class="sheet"' "$T/slips.html")" "9 2"
is "with a code each" "$(grep -Ec '>([0-9]{6} ){4}[0-9]{6}<' \
	"$T/slips.html")" 9
has "in the person's language" "$slips" "Первый раз здесь"
has "and in the two others" "$slips" "Gültig bis Samstag, 5. Dezember 2026"
has_not "a name is no mark-up" "$slips" "2101 <b>"
slip_code=$(grep -Eo '([0-9]{6} ){4}[0-9]{6}' "$T/slips.html" | head -n 1)
activate 2101 "$slip_code" 2001
ok "the code on it is the right one"
hr -l de enrol 2120 'Max Muster' --role staff --lang de --slips \
	--save "$T/slip.txt"
expect_exit 0 "one person has a slip too"
has "as text" "$(cat "$T/slip.txt")" "Max Muster, Nr. 2120"
is "of 72 columns" "$(wc -L <"$T/slip.txt")" 72
is "for its owner alone" "$(stat -c %a "$T/slip.txt")" 600
before=$(leaves)
hr enrol 2121 'A B' --role staff --lang de --slips --save "$T/slip.txt"
is "no file is written over, nobody enrolled without slip" \
	"$code $(leaves)" "1 $before"
hr enrol 2121 'A B' --role staff --lang nn --slips --save "$T/no.txt"
check "nor is a slip of nobody left" test ! -e "$T/no.txt"
hr -o html enrol 2122 'A B' --role staff --lang de --slips
expect_has "to standard output as HTML" 'class="slip"'
hr -o plain enrol 2123 'A B' --role staff --lang de --slips
expect_has "or plain" '„Ich habe einen Code auf Papier“'
refused 2 "slips are a page to print: take --save FILE, or -o html" \
	-o json 2124 'A B' --role staff --lang de --slips
refused 2 "the codes of those enrolled earlier are not kept, so no slips can \
be made of them: 'person NUMBER' gives a new code" --slips

# ---- everybody ----

for lang in en de ru; do
	ENV=TERM=vt100 hr -l $lang -o screen people
	check "no line of people is wider than the screen ($lang)" \
		test "$(wc -L <"$T/out")" -le 80
done
ENV=TERM=vt100 hr -l de people
expect_has "how many are said first" "noch nicht da"
is "in the order of names" "$(sed -n 's/^ *\([0-9]*\) .*/\1/p' "$T/out" |
	grep -E '^(1043|1044|1047|0042|2001)$' | tr '\n' ' ')" \
	"1047 1043 2001 0042 1044 "
hr -o csv --excel -l de people
expect_has "Excel leaves the zeros" '"=""0042""";Jürgen Weiß'

done_testing
