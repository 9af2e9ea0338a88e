#!/bin/sh
# Broken content in the house's own folder: lint names the line, and whoever
# meets it in a lineup or a drill is told the same.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1042 'Dmitri Sokolov' staff en --team front-desk
publish --material
OWN=$SITE/content/scenarios
BOOKS=$SITE/content/standards
mkdir -p "$OWN/de" "$OWN/ru" "$BOOKS"
FILE=$OWN/glass-door.xml
GOOD=$top_srcdir/scenarios/glass-door.xml
BEST=n1.wave,n2.step,n3.offer,n4.kitchen,cup.name

# $FILE is wrong at LINE, in the words of CODE: for the author, the player, and
# in the list, where the others stay.
wrong() { # CODE LINE TITLE
	run -o json lint "$FILE"
	is "$3: lint is exit 5 and names code and line" "$code $(
		sqlite3 :memory: "select (value ->> 'code') || ' ' ||
		(value ->> 'line') || ' ' || (value ->> 'severity')
		from json_each(readfile('$T/out'), '\$.messages')
		limit 1")" "5 $1 $2 error"
	expect_three 5 "$3: lint says so in three languages" lint "$FILE"
	for wrong_lang in en de ru; do
		run -l $wrong_lang lint "$FILE"
		tr '\n' ' ' <"$T/out" >"$T/lint.$wrong_lang"
	done
	is "$3: in words of each" "$(sort -u "$T/lint.en" "$T/lint.de" \
		"$T/lint.ru" | wc -l)" 3
	expect_three 5 "$3: the player is told" \
		drill glass-door --choices $BEST
	has "$3: and where" "$err" "glass-door.xml:$2:"
	run -o json drill
	is "$3: the other drills are still there" "$code $(
		count_at '$.drills')" "0 11"
	rm -f "$FILE"
}

head -n 100 "$GOOD" >"$FILE"
wrong D001 101 "a file cut off"
{
	sed 1q "$GOOD"
	echo '<!DOCTYPE drill SYSTEM "drill.dtd">'
	sed 1d "$GOOD"
} >"$FILE"
wrong D002 2 "a DOCTYPE"
{
	sed 1q "$GOOD"
	echo '<!DOCTYPE drill [<!ENTITY a "aaaaaaaaaa">'
	for pair in b:a c:b d:c e:d f:e g:f h:g i:h j:i; do
		to="&${pair#*:};"
		echo "<!ENTITY ${pair%:*} \"$to$to$to$to$to$to$to$to$to$to\">"
	done
	echo ']>'
	sed '1d; s/The glass door/\&j;/' "$GOOD"
} >"$FILE"
begun=$(date +%s)
wrong D002 2 "an entity bomb"
check "it does not go off" test $(($(date +%s) - begun)) -lt 10
{
	sed 1q "$GOOD"
	echo '<!DOCTYPE drill [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
	sed '1d; s/The glass door/\&a;/' "$GOOD"
} >"$FILE"
run lint "$FILE"
expect_not "a file of this computer is never shown" root:
wrong D002 2 "an entity from outside"
sed '0,/to="n2"/s//to="n99"/' "$GOOD" >"$FILE"
wrong D020 "$(grep -n 'to="n2"' "$GOOD" | sed 's/:.*//;q')" "a dangling link"
sed '3s/The glass door/The \x07 glass door/' "$GOOD" >"$FILE"
wrong D001 3 "a control character"
sed '3s/The glass door/The glass \xff door/' "$GOOD" >"$FILE"
wrong D003 3 "bytes that are no UTF-8"
sed '3s/title/titel/g' "$GOOD" >"$FILE"
wrong D006 3 "an unknown element"
: >"$FILE"
wrong D001 1 "an empty file"
{
	sed '$d' "$GOOD"
	head -c 40000000 /dev/zero | tr '\0' ' '
	echo '</drill>'
} >"$FILE"
run lint "$FILE"
check "a file of forty megabytes is refused" test "$code" -ne 0
has "saying that it is too large" "$err" "glass-door.xml"
rm "$FILE"
run drill glass-door --choices $BEST
expect_exit 0 "without the house's own copy the shipped one is played"

# ---- the house's own, and right ----

sed '3s/The glass door/The revolving door/; s/version="1" xml:lang/version="2" xml:lang/' \
	"$GOOD" >"$FILE"
run -o json drill
is "the house's own takes the place of the shipped one" "$(sqlite3 :memory: \
	"select value ->> 'title' from json_each(readfile('$T/out'),
	'\$.drills') where value ->> 'id' = 'glass-door'")" \
	"The revolving door"
cp "$top_srcdir/scenarios/de/glass-door.xlf" "$OWN/de"
run -o json lint "$FILE"
is "its old translation is stale: a warning, no error" "$code $(
	count_at '$.messages' "value ->> 'severity' = 'error'") $(count_at \
	'$.messages' "value ->> 'file' like '%de/glass-door.xlf'")" "0 0 1"
head -n 20 "$top_srcdir/scenarios/de/glass-door.xlf" \
	>"$OWN/de/glass-door.xlf"
expect_three 5 "a broken translation is told" lint "$FILE"
run -l de drill glass-door --choices $BEST
is "whoever plays it is told, too" "$code" 5
has "and which file it is" "$err" "de/glass-door.xlf"
rm -rf "$OWN/de" "$FILE"
expect_three 1 "a file that is not there" lint "$FILE"
expect_three 2 "lint without a file" lint

# ---- the commandments and the handbook ----

head -n 50 "$top_srcdir/standards/commandments.xml" >"$BOOKS/commandments.xml"
expect_three 5 "broken commandments: the agenda says so" lineup --agenda
has "and where" "$err" "commandments.xml:51:"
answers 1042 'here 1'
expect_three 5 "the lineup does" lineup
answers
expect_three 5 "so does the list" commandments
run drill glass-door --choices $BEST
expect_exit 0 "drills do not mind"
run handbook show H2
expect_exit 0 "nor does what was published"
rm "$BOOKS/commandments.xml"
sed 's/<p id="h0.p1"/<q id="h0.p1"/' "$top_srcdir/standards/handbook.xml" \
	>"$BOOKS/handbook.xml"
before=$(leaves)
secrets "$HR_PASS" "$HR_PASS"
expect_three 5 "a broken handbook is not published" \
	-u 2001 handbook publish --material
has "but the line is named" "$err" "handbook.xml:"
is "nothing is recorded" "$(leaves)" "$before"

done_testing
