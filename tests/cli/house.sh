#!/bin/sh
# A house is made, people come: init, enrol, activate, people.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/lib.sh"

as() { # NUMBER PASSPHRASE COMMAND...: session and signature
	who=$1 pass=$2
	shift 2
	secrets "$pass" "$pass"
	run --now "${NOW-2026-11-21T06:40}" -u "$who" --passphrase-fd 3 "$@" \
		3<"$T/secrets"
}

make_house
expect_exit 0 "init makes a house"
is "the fingerprint is 64 digits in fours" "$(json fingerprint |
	grep -Ec '^([0-9a-f]{4} ){15}[0-9a-f]{4}$')" 1
expect_has "the first HR person is active" '"number":"2001","state":"active"'
expect_has "the second waits for a code" '"number":"2002","state":"enrolled"'
is "the charter sheet is for its owner alone" \
	"$(stat -c %a "$T/sheet")" 600
is "it holds eight groups of six" \
	"$(grep -Eo '\b[0-9]{6}\b' "$T/sheet" | wc -l)" 8

run -o json init --name x --id x --langs en --zone UTC --hr 1:A --hr 2:B \
	--sheet "$T/sheet2"
is "a second house in the same place is refused" "$code" 4
has "as JSON too" "$out" '"error":{"kind":"refused"'

SITE=$T/none
run people
expect_error 1 "there is no house in" "no house is said so"
ENV="PRESHIFT_SITE=$T/none" run -l de people
is "and in German" "$code" 1
secrets "$HR_PASS"
run --passphrase-fd 3 -s "$T/z" init --name Z --id z --langs en \
	--zone Nowhere/Land --hr 1:A --hr 2:B --sheet "$T/zs" 3<"$T/secrets"
expect_error 2 "Nowhere/Land" "an unknown time zone is refused"
[ ! -e "$T/z" ] && [ ! -e "$T/zs" ]
is "nothing is left of it" $? 0
secrets short
run --passphrase-fd 3 -s "$T/z" init --name Z --id z --langs en \
	--zone UTC --hr 1:A --hr 2:B --sheet "$T/zs" 3<"$T/secrets"
expect_error 4 "12" "a short passphrase is refused, saying how long"
is "no half-made house stays" "$(find "$T" -name 'z*' | wc -l)" 0
run -s "$T/z" init --name Z --id z --langs en --zone UTC --hr 1:A --hr 2:B
expect_error 2 "--sheet" "without a terminal the sheet needs a file"
ln -s "$T/away" "$T/y"
secrets "$HR_PASS"
run --now 2026-11-21T06:30 --passphrase-fd 3 -s "$T/y" init --name Y --id y \
	--langs en --zone UTC --hr 1:A --hr 2:B --sheet "$T/ys" 3<"$T/secrets"
is "no sheet of a house that could not be made" \
	"$code $(find "$T" -name 'y*')" "1 $T/y"

# A folder of ours in one that is not, as /var/lib/preshift is.
mkdir -p "$T/lib/place/.local"
chmod a+rx "$T"
other=
if [ "$(id -u)" -eq 0 ]; then # whom no mode stops
	other='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chown -R 65534 "$T/lib/place"
fi
chmod a-w "$T/lib"
secrets "$HR_PASS"
# shellcheck disable=SC2086 # a command and its options
if clean $other "$PRESHIFT" --version >/dev/null 2>&1; then
	code=0
	clean $other "$PRESHIFT" --now 2026-11-21T06:30 --passphrase-fd 3 \
		-s "$T/lib/place" init --name P --id p --langs en --zone UTC \
		--hr 1:A --hr 2:B --sheet "$T/lib/place/sheet" \
		3<"$T/secrets" >"$T/out" 2>"$T/err" </dev/null || code=$?
	is "an empty folder that must stay is filled" \
		"$code $(cat "$T/err")" "0 "
	is "with a whole house" "$(clean $other "$PRESHIFT" -s \
		"$T/lib/place" -o json verify | grep -c '"ok":true')" 1
	is "and nothing else" "$(find "$T/lib/place" -mindepth 1 -maxdepth 1 \
		! -name .local -printf '%f\n' | sort | sed 's/\..*//' |
		uniq | tr '\n' ' ')" "content house keys sheet terminal texts "
else
	skip "a house in a folder that must stay" \
		"no other user can run the program here"
fi
SITE=$T/house

as 2001 "$HR_PASS" -o json enrol 1042 'Дмитрий Соколов' --role staff \
	--lang ru --team front-desk
expect_exit 0 "HR enrols somebody"
CODE=$(json code)
is "the code is five groups of six" "$(echo "$CODE" |
	grep -Ec '^([0-9]{6} ){4}[0-9]{6}$')" 1
as 2001 "$HR_PASS" enrol 1042 'Another One' --role staff --lang en
expect_error 4 1042 "a number is never given to somebody else"
as 2001 "$HR_PASS" enrol 10-42 'A B'
expect_error 2 "10-42" "a bad staff number is refused"
as 2001 "$HR_PASS" enrol 1043 "$(printf '%8000s' x | tr ' ' n)"
expect_error 2 "too long" "a name of 8,000 letters is refused"
as 2001 "$HR_PASS" enrol 1043 "$(printf 'A\033[31mB')"
expect_error 2 "cannot be shown" "control characters are refused"
as 2001 'not the right one' enrol 1043 'A B'
expect_error 4 "wrong passphrase" "a wrong passphrase is refused"
sleep 2

# A slip is told by its group, a wrong code is no code.
secrets "$(echo "$CODE" | sed 's/^\(.....\)./\1x/;s/x/'"$(
	echo "$CODE" | cut -c6 | tr 0-9 1-90)"'/')" 'vier kleine graue wolken'
printf '> 2001\n' | { feed --now 2026-11-21T06:41 --passphrase-fd 3 \
	activate 1042 3<"$T/secrets"; echo "$code" >"$T/code"; }
is "a slip in the first group is refused" "$(cat "$T/code")" 4
has "and told by its group" "$(cat "$T/err")" 1
secrets '111116 111116 111116 111116 111116' 'vier kleine graue wolken'
printf '> 2001\n' >"$T/answers"
feed --now 2026-11-21T06:41 --passphrase-fd 3 activate 1042 \
	3<"$T/secrets" <"$T/answers"
is "another code is refused" "$code" 4
secrets "$CODE" 'vier kleine graue wolken'
feed --now 2026-12-10T06:41 --passphrase-fd 3 activate 1042 \
	3<"$T/secrets" <"$T/answers"
is "a code is good for fourteen days" "$code" 4
feed --now 2026-11-21T06:42 --passphrase-fd 3 -o json activate 1042 \
	3<"$T/secrets" <"$T/answers"
expect_exit 0 "the right code activates"
expect_has "the key is told" '"key":"RW'
feed --now 2026-11-21T06:43 --passphrase-fd 3 activate 1042 \
	3<"$T/secrets" <"$T/answers"
is "a code is used once" "$code" 4
run --now 2026-11-21T06:43 activate 1042
is "who stands by has to be said" "$code" 4

as 2001 "$HR_PASS" -o json people
expect_has "people lists the name" \
	'"number":"1042","name":"Дмитрий Соколов","role":"staff"'
expect_has "and the state" '"state":"active"'
as 1042 'vier kleine graue wolken' people
expect_error 4 "1042" "staff may not list people"
run people
expect_error 4 "--as" "nobody may not either"

# Lists: one bad line among 500, and nobody is enrolled.
{
	echo 'number;name;role;language'
	i=5000
	while [ $i -lt 5500 ]; do
		echo "$i;Person $i;staff;de"
		i=$((i + 1))
	done
} >"$T/list.csv"
sed '300s/staff/captain/' "$T/list.csv" >"$T/bad.csv"
as 2001 "$HR_PASS" enrol --csv "$T/bad.csv"
is "a list with one bad line is refused" "$code" 5
has "the line is named" "$err" 300
has "and the word" "$err" captain
as 2001 "$HR_PASS" -o json people
expect_not "nobody of it was enrolled" '"5000"'
as 2001 "$HR_PASS" -o json enrol --csv "$T/list.csv"
expect_exit 0 "the good list is taken whole"
is "with a code each" "$(grep -o '"code"' "$T/out" | wc -l)" 500
as 2001 "$HR_PASS" -o json enrol --csv "$T/list.csv"
expect_has "a second time changes nothing" '"skipped":500'
printf 'number,name\n7000,"open\n' >"$T/open.csv"
as 2001 "$HR_PASS" enrol --csv "$T/open.csv"
is "an open quotation mark is told" "$code" 5
printf 'number,nome\n7000,A\n' >"$T/head.csv"
as 2001 "$HR_PASS" enrol --csv "$T/head.csv"
expect_error 5 nome "an unknown heading is told"
printf 'НОМЕР;Имя;Роль;Язык\n7001;Анна Й.;staff;ru\n' >"$T/head.csv"
as 2001 "$HR_PASS" -o json enrol --csv "$T/head.csv"
expect_has "headings may be written as one writes" '"number":"7001"'

done_testing
