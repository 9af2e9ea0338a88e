#!/bin/sh
# A rule, a limit, a telephone number: found without a login, in the words
# people type.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
found() { # WORD...
	ask -o json "$@"
}
first() { echo "$(at '$.hits[0].kind') $(at '$.hits[0].id')"; }
value() { # ID: what the first hits say of it
	sqlite3 :memory: "select value ->> 'value' from json_each(
		readfile('$T/out'), '\$.hits') where value ->> 'id' = '$1'"
}

# ---- before an edition is published ----

ask find limit
has "the text as it stands is searched, and that is said" "$out" \
	"No edition is published yet"
has "the limit is there" "$out" "visit: 15 EUR"
ask -l de find Gäste
has "in German too" "$out" "Noch ist keine Ausgabe veröffentlicht"
ask handbook show
has "the contents can be looked at" "$out" "H5 Your authority"
ask handbook show H5 2
has "and a section" "$out" "up to 50 EUR"

publish --material
ask find limit
has_not "an edition is what is searched" "$out" "published yet"

# ---- the words people type ----

found find what is my limit
is "a question finds what it is about" "$(first) $(value limit.staff)" \
	"value limit.staff 15 EUR"
found -l de find Was ist mein Limit?
is "so in German" "$(value limit.staff)" "15 EUR"
found -l ru find какой у меня лимит
is "and in Russian" "$(value limit.staff)" "15 EUR"
found find telephone manager
is "a telephone number" "$(first) $(value phone.manager)" \
	"value phone.manager +49 30 5550 110"
found find 5550 110
has "and whose it is" "$(value phone.manager)" "+49 30 5550 110"

places() { sqlite3 :memory: "select group_concat((value ->> 'id') || '/' ||
	coalesce(value ->> 'paragraph', ''), ' ') from json_each(
	readfile('$T/out'), '\$.hits')"; }
same() { # TITLE LANG WORD WORD
	found -l "$2" find "$3"
	same_one=$(places)
	found -l "$2" find "$4"
	is "$1" "$(places)" "$same_one"
	check "$1: something" test -n "$same_one"
}
same "capitals do not matter" en COMPLAINT complaint
same "nor umlauts" de Gäste gaeste
same "nor with them left out" de Gäste gaste
same "nor ß" de größe groesse
same "nor ё" ru ещё еще
found -l en find complaints
is "an ending does not matter" "$(at '$.hits[0].id')" H6
found -l ru find жалобами
has "in Russian neither" "$(places)" "H6/0"
found -l de find formular
has "a part of a word is found" "$(places)" "H8/0"
found find easy-nothing-at-all
found find "only what you have really checked"
is "easier words are searched" "$(at '$.hits[0].id') $(
	at '$.hits[0].paragraph')" "H11 2"
found find poor note dessert
is "all words together" "$(places)" "H8/2"
found find H5
is "a section by its number" "$(first)" "section H5"
found find look up first
is "a commandment" "$(at '$.hits[0].kind') $(at '$.hits[0].number')" \
	"commandment 2"

# ---- what is shown ----

ask find limit
has "the word is marked" "$out" "*Limit* of every employee"
has "with its place" "$out" "H5, paragraph 2: "
is "nine at most" "$(grep -c '^[0-9]: ' "$T/out")" 9
ask find limit --from 10
has "then the others" "$out" "10 to "
ask -o csv find limit
has "as a table" "$(head -n 1 "$T/out")" "kind,id,number,paragraph,text"

# ---- nothing ----

ask find complaimt
expect_exit 0 "nothing found is no failure"
has "the nearest word is offered" "$out" 'Did you mean "complaint"?'
has "and the contents" "$out" "What the handbook contains"
found find complaimt
is "as JSON" "$(at '$.meant') $(count_at '$.hits')" "complaint 0"
ask find telephone complaimt
has "some of the words are better than none" "$out" \
	"None has all of these words."
for word in '' '   ' '?!' "$(printf 'a\tb\033[2J')" "$(printf 'foo\320')" \
	"$(head -c 10000 /dev/zero | tr '\0' x)" '*' '%s%n' '"' "'"; do
	ask find "$word"
	expect_exit 0 "odd words are no harm"
done
ask find "$(head -c 10000 /dev/zero | tr '\0' x)"
check "what is too long is cut" test "$(wc -c <"$T/out")" -lt 1000
has_not "control characters do not get through" \
	"$(ask find "$(printf 'a\033[2Jb')"; echo "$out")" "$(printf '\033')"
expect_said 2 "what is to be found? Such as 'find limit'" find
expect_said 2 "--from %s: the number of a place is needed" find x --from 0

# ---- a changed value, a changed text ----

text=$(text_of en)
sed 's/guest/ghost/' "$text" >"$T/changed"
chmod u+w "$text" "$(dirname "$text")"
cp "$T/changed" "$text"
ask -l en find limit
expect_exit 3 "a text that is not the one signed is not searched"

done_testing
