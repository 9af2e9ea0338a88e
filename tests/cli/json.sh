#!/bin/sh
# Every command in every format: JSON that is JSON, tables, pages; errors too.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
cp "$T/out" "$T/init"
hire 1042 'Дмитрий "Дима" Соколов' staff ru --team front-desk
publish --material
read_handbook 1042 ru

good() { # TITLE; of $T/out
	case $code:$(wc -l <"$T/out"):$out in
	0:1:'{"format":1,'*) ;;
	*)
		not_ok "$1" "exit $code: $out" "$err"
		return
		;;
	esac
	if is_json "$T/out"; then
		ok "$1"
	else
		not_ok "$1" "not JSON: $out"
	fi
}

cp "$T/init" "$T/out"
code=0 out=$(cat "$T/out")
good "init"

# As nobody, as HR, as 1042.
all() { # FUNCTION
	for words in 'commandments' 'drill' 'handbook show H1' \
		'commandments 7' 'handbook show' 'handbook show H1 2' \
		'find guest' 'find zzzz' \
		'lineup --agenda' 'lineup --sheet' 'check' 'verify' 'help' \
		'help lineup' 'help all' \
		'drill glass-door --choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name'; do
		secrets ''
		# shellcheck disable=SC2086 # words of a command
		ask -o "$FORMAT" $words
		"$1" "$FORMAT: $words"
	done
	for words in 'people' 'person 1042' 'acks' 'progress' 'coverage' \
		'settings' 'settings shift.early' 'values' \
		'values limit.staff'; do
		secrets "$HR_PASS" "$HR_PASS"
		# shellcheck disable=SC2086
		ask -o "$FORMAT" -u 2001 $words
		"$1" "$FORMAT: $words"
	done
	secrets "$PASS" "$PASS"
	answers stop
	ask -o "$FORMAT" -u 1042 handbook read
	answers
	"$1" "$FORMAT: handbook read"
}
FORMAT=json
all good

# Lists of nothing.
run -o json vouch
good "json: vouch"
run -o json lint "$top_srcdir/scenarios/glass-door.xml"
good "json: lint"
secrets "$HR_PASS"
ask -o json -u 2001 acks --status due
good "json: nobody"

secrets "$HR_PASS" "$HR_PASS"
ask -o json -u 2001 enrol 1050 'Piet "the Sailor" Vos \ Zoë' --role staff \
	--lang en
good "json: enrol"
printf '%s\n' 'number,name,role,language' '1061,"Кто, то",staff,ru' \
	>"$T/list.csv"
secrets "$HR_PASS" "$HR_PASS"
ask -o json -u 2001 enrol --csv "$T/list.csv"
good "json: enrol --csv"
secrets "$HR_PASS"
ask -o json -u 2001 people
is "json: a name comes out as it went in" "$(sqlite3 :memory: "select
	value ->> 'name' from json_each(readfile('$T/out'), '\$.people')
	where value ->> 'number' = '1050'")" 'Piet "the Sailor" Vos \ Zoë'
answers 1042 'here 1' '' '' '' '' '' '' '' '' '' '' '' unsigned skip
ask -o json lineup
good "json: lineup"
answers 'Д. Соколов' yes
as 1042 "$PASS" -o json sign
good "json: sign"
as 1042 "$PASS" -o json receipt
good "json: receipt"
for words in 'me' 'me signed' 'me data' 'me ask paper'; do
	# shellcheck disable=SC2086 # words of a command
	as 1042 "$PASS" -o json $words
	good "json: $words"
done
run -o json demo "$T/demo"
good "json: demo"

answers lineup 'The "lift" is checked \ at ten'
as 1042 "$PASS" -o json note
good "json: note"

# An append names its leaf and its terminal.
answers 'no'
as 1042 "$PASS" -o json sign --decline
is "json: an append says where it stands" "$(at '$.terminal') $(
	sqlite3 :memory: "select json_type(readfile('$T/out'), '\$.leaf')")" \
	"office integer"

# ---- errors ----

error_is() { # KIND TITLE; of the last run
	if is_json "$T/out" && [ "$(wc -l <"$T/out")" -eq 1 ] &&
		[ "$(at '$.format') $(at '$.error.kind')" = "1 $1" ] &&
		[ -n "$(at '$.error.text')" ] && [ -n "$err" ]; then
		ok "$2"
	else
		not_ok "$2" "exit $code: $out" "$err"
	fi
}
run -o json nonsense
error_is usage "an unknown word"
run -o json people
error_is refused "a right one lacks"
run -o json -s "$T/nowhere" people
error_is failed "no house"
echo '<drill' >"$T/broken.xml"
run -o json lint "$T/no-such-file.xml"
error_is failed "a file that is not there"
run -o json drill glass-door --choices 'n1."\'
error_is usage "a quotation mark in the message"
run -o json --passphrase-fd 9 people
error_is usage "a descriptor that is not open"
run -o json --now yesterday people
error_is usage "a time that is none"
run -o json -l fr people
error_is usage "a language it does not speak"
printf 'progress\n' >"$T/script"
run -o json -f "$T/script"
error_is refused "in a script"
text=$(text_of en)
cp "$text" "$T/kept"
echo >>"$text"
run -o json -l en handbook show H1
error_is untrue "a text that was changed"
cp "$T/kept" "$text"
run -o xml people
is "a format there is none of" "$code" 2
has "is told in words" "$err" "xml"

# ---- the other formats ----

full() { # TITLE
	if [ "$code" -eq 0 ] && [ -s "$T/out" ]; then
		ok "$1"
	else
		not_ok "$1" "exit $code, $(wc -c <"$T/out") bytes: $err"
	fi
}
for FORMAT in plain csv html; do
	all full
done
for words in 'commandments' 'drill' 'lineup --sheet' 'help'; do
	# shellcheck disable=SC2086
	run -o html $words
	case $out in
	'<!doctype html>'*'</html>') ok "html: $words is a page" ;;
	*) not_ok "html: $words is a page" "$out" ;;
	esac
done
secrets "$HR_PASS"
ask -o html -u 2001 people
expect_not "html: a name is no mark-up" 'Piet "the Sailor"<'
expect_has "html: it is there" "the Sailor"

# A name that is a formula for a spreadsheet.
secrets "$HR_PASS" "$HR_PASS"
ask -u 2001 enrol 1070 '=1+1' --role staff --lang en
secrets "$HR_PASS"
ask -o csv --excel -l de -u 2001 people
is "csv --excel begins with a mark of order" \
	"$(head -c 3 "$T/out" | od -An -tx1 | tr -d ' ')" efbbbf
expect_has "has the German separator" 'number;name'
expect_not "and runs no formula" ';=1+1'
secrets "$HR_PASS"
ask -o csv -u 2001 people
expect_has "csv: quotation marks are doubled" '"Piet ""the Sailor"" Vos'

# An empty list still says what its columns are.
secrets "$HR_PASS"
ask -o csv -u 2001 acks --team nobody-is-there
is "csv: a heading over no rows" "$out" \
	"$(printf 'number,status,edition,language,at,leaf,proof,wants\r')"
ask -o csv lint --quick "$top_srcdir/standards/commandments.xml"
is "csv: nor over no findings" "$out" \
	"$(printf 'file,line,column,code,severity,text\r')"

done_testing
