#!/bin/sh
# The words of the handbook and of the commandments, changed by HR: out into a
# file, changed there, taken back.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3
need iconv

make_house
hire 1042 'Dmitri Sokolov' staff ru --team front-desk
own=$SITE/content/standards
shipped=$top_srcdir/standards

edit() { as 2001 "$HR_PASS" "$@"; }
out() { # FILE LANG WHAT...
	rm -f "$T/$1"
	out_file=$1 out_lang=$2
	shift 2
	edit -l "$out_lang" "$@" --out "$T/$out_file"
	[ "$code" -eq 0 ] || not_ok "$* goes into a file" "$err"
}
change() { # FILE SED-SCRIPT
	sed "$2" "$T/$1" >"$T/changed" && mv "$T/changed" "$T/$1"
}
hr_said() { # CODE MSGID ARG...
	said_code=$1 said_id=$2
	shift 2
	secrets "$HR_PASS"
	expect_said "$said_code" "$said_id" -u 2001 "$@"
}
# The same as a line of a script, where the text's language is not the reader's.
told() { # CODE MSGID COMMAND-LINE OPTION...
	said_code=$1 said_id=$2
	printf '%s\n' "$3" >"$T/answers"
	shift 3
	secrets "$HR_PASS"
	expect_said "$said_code" "$said_id" -u 2001 "$@"
	answers
}
own_files() { find "$SITE/content" -name '*.xml' | wc -l; }
added() { diff "$1" "$2" | grep -c '^>'; }

# ---- who, and what ----

secrets "$PASS"
expect_three 4 "only HR changes words" -u 1042 handbook edit H5 --out "$T/x"
hr_said 2 "the handbook has no section '%s'" handbook edit H99 --out "$T/x"
hr_said 2 "there is no commandment '%s': they are numbered 1 to %zu" \
	commandments edit 21 --out "$T/x"
hr_said 2 "there is no commandment '%s': they are numbered 1 to %zu" \
	commandments edit H5 --out "$T/x"
told 2 "'%s' is no language of this program: en, de or ru" \
	"handbook edit H5 --lang fr --out $T/x"
hr_said 2 "which one? Such as '%s'" handbook edit
hr_said 2 "either --out or --in, not both" handbook edit H5 --in a --out b
hr_said 2 "without a terminal the text goes to a file with --out FILE and \
comes back with --in FILE" handbook edit H5
check "nothing was written" test ! -e "$T/x"

# ---- out ----

echo "handbook edit h5 --lang en --out $T/h5.txt" >"$T/answers"
edit -l de -o json
is "a section goes into a file" "$code $(at '$.document') $(at '$.id') \
$(at '$.language')" "0 handbook H5 en"
is "for Word: with a byte order mark, and CRLF" \
	"$(head -c 3 "$T/h5.txt" | od -An -tx1) $(grep -vc "$(printf '\r')\$" \
	"$T/h5.txt")" " ef bb bf 0"
is "for nobody else" "$(stat -c %a "$T/h5.txt")" 600
has "the notes are in the reader's language" "$(cat "$T/h5.txt")" \
	"# Jeder Absatz steht in einer Zeile."
has "a value is told" "$(cat "$T/h5.txt")" '# ${limit.staff} = 15 EUR ('
has "the text is in the other" "$(cat "$T/h5.txt")" \
	"
Up to \${limit.staff} per guest"
hr_said 1 "'%s' is there already: give another name, or put that file away" \
	handbook edit H5 --out "$T/h5.txt"
edit -o json handbook edit H5 --lang en --in "$T/h5.txt"
is "unchanged, nothing happens" "$code $(at '$.changed') $(own_files)" "0 0 0"

# ---- in ----

change h5.txt 's/a taxi/a <b>cab<\/b> \& "tea"/
	s/^Each employee/Flowers are for birthdays only.\r\n\r\n&/
	s/^Write it down.*/\r/'
answers no
edit -l en handbook edit H5 --in "$T/h5.txt"
expect_exit 0 "no leaves it as it was"
expect_has "what is changed is shown" "Changed, paragraph 1:"
expect_has "how it was" "
before: Up to"
expect_has "what is new" "New, paragraph 3:
now: Flowers are for birthdays only."
expect_has "what is gone" "Gone, paragraph 5:
before: Write it down on the same day"
check "nothing is written yet" test ! -e "$own"
edit -l en handbook edit H5 --in "$T/h5.txt"
is "who does not answer takes nothing" "$code $(own_files)" "2 0"

# What a killed run may leave: translations without their document.
mkdir -p "$own/de" && echo rubbish >"$own/de/handbook.xlf"
answers yes
edit -l en handbook edit H5 --in "$T/h5.txt"
expect_exit 0 "yes takes it"
expect_has "what is left to do is said" \
	"To be translated (Russian), lines: 2. 'handbook edit H5 --lang ru'"
expect_has "and when staff see it" "'handbook publish --material'"
is "three lines of the document are others" \
	"$(added "$shipped/handbook.xml" "$own/handbook.xml")" 3
has "marks of XML are words" "$(cat "$own/handbook.xml")" \
	'a &lt;b&gt;cab&lt;/b&gt; &amp; "tea", a small'
for lang in de ru; do
	check "its translation into $lang came along" cmp -s \
		"$shipped/$lang/handbook.xlf" "$own/$lang/handbook.xlf"
done
is "nobody else reads it" "$(stat -c %a "$own/handbook.xml")" 600
run lint "$own/handbook.xml"
expect_exit 0 "the document has no errors"

# ---- what is stale is not published, and is translated ----

answers stop
as 2001 "$HR_PASS" -l en handbook publish --material
is "half a text is not published" "$code" 5
expect_has "what HR does about it is said" "'handbook edit H5 --lang de'"
out de.txt de handbook edit H5
has "the line that is missing is marked" "$(tr -d '\r' <"$T/de.txt")" \
	"# Im Original steht jetzt: Flowers are for birthdays only.
…
"
change de.txt 's/^…/Blumen gibt es nur zum Geburtstag./; s/ein Taxi/eine Taxe/'
edit --yes -l de -o json handbook edit H5 --in "$T/de.txt"
is "its words are taken, without a question" \
	"$code $(at '$.changed') $(at '$.owed.de') $(at '$.owed.ru')" "0 2  2"
check "the document stays" test "$(added "$shipped/handbook.xml" \
	"$own/handbook.xml")" -eq 3
check "and the other translation" cmp -s "$shipped/ru/handbook.xlf" \
	"$own/ru/handbook.xlf"
# What still fits is taken as it is.
out ru.txt ru handbook edit H5
change ru.txt 's/^…/Цветы только ко дню рождения./'
answers yes
edit -l ru handbook edit H5 --in "$T/ru.txt"
expect_has "a line that is right for the new original is told" \
	"подходит к нынешнему оригиналу, абзац 1:"
publish --material
is "all three are published" "$code $(grep -l 'cab\|Taxe\|Цветы только' \
	"$SITE"/texts/*.txt | wc -l)" "0 3"

# ---- commandments ----

out c7.txt en commandments edit 7
change c7.txt 's/^== 7 .*/== 7 Ask, then know\r/'
answers yes
edit -l en -o json commandments edit 7 --in "$T/c7.txt"
is "a commandment is changed" "$code $(at '$.changed')" "0 1"
ask -l en -o json commandments
is "and shown at once" "$(at '$.commandments[6].title')" "Ask, then know"
ask -l de -o json commandments
is "a language whose words are stale has the original" \
	"$(at '$.commandments[6].title')" "Ask, then know"

# ---- two at once ----

out one.txt en handbook edit H7
cp "$T/one.txt" "$T/two.txt"
out other.txt en handbook edit H8
change one.txt 's/\(^[A-Z].*\)\.\r/\1, says one.\r/'
change two.txt 's/\(^[A-Z].*\)\.\r/\1, says two.\r/'
change other.txt 's/\(^[A-Z].*\)\.\r/\1, says a third.\r/'
edit --yes -l en handbook edit H7 --in "$T/one.txt"
expect_exit 0 "who comes first is taken"
told 4 "since '%s' was written, somebody has changed this text: write \
it out again with --out, and put the changes in there" \
	"handbook edit H7 --lang en --in $T/two.txt" --yes
has "whose words stay" "$(cat "$own/handbook.xml")" "says one."
has_not "and nothing is mixed" "$(cat "$own/handbook.xml")" "says two."
edit --yes -l en handbook edit H8 --in "$T/other.txt"
expect_exit 0 "another section is nobody's concern"
has "both are there" "$(cat "$own/handbook.xml")" "says a third."
hr_said 4 "this is the text of '%s' in '%s', not of '%s' in '%s': nothing \
was changed" handbook edit H7 --in "$T/other.txt"

# ---- as other programs save it ----

as_saved() { # TITLE LANG FROM TO
	out saved.txt "$2" handbook edit H9
	tail -c +4 "$T/saved.txt" | tr -d '\r' |
		iconv -f UTF-8 -t "$4" >"$T/saved.in" 2>/dev/null
	[ "$3" = - ] || { printf "$3" | cat - "$T/saved.in" >"$T/changed" &&
		mv "$T/changed" "$T/saved.in"; }
	edit -l "$2" -o json handbook edit H9 --in "$T/saved.in"
	is "$1" "$code $(at '$.changed') $(at '$.added')" "0 0 0"
}
as_saved "UTF-8 as it is" ru - UTF-8
as_saved "UTF-16, little end first" ru '\377\376' UTF-16LE
as_saved "UTF-16, big end first" de '\376\377' UTF-16BE
# Windows has no minus and no narrow blank: what it has is kept.
as_saved "Windows, in German" de - CP1252//TRANSLIT
as_saved "Windows, in Russian" ru - CP1251//TRANSLIT

# ---- what is wrong with a text ----

cp "$own/handbook.xml" "$T/before.xml"
out bad.txt en handbook edit H5
change bad.txt 's/limit\.staff/limit.stuff/'
told 5 "'%s', line %u: %s" \
	"handbook edit H5 --lang en --in $T/bad.txt" --yes
has "the value that was meant is named" "$(cat "$T/three.en")" \
	"did you mean '\${limit.staff}'?"
printf 'PK\003\004rest' >"$T/file.docx"
hr_said 5 "'%s' is a file of a word processor: save it there as plain text \
(.txt) and take that one" handbook edit H5 --in "$T/file.docx"
printf '\303\244\303\266\303' >"$T/slip.txt"
hr_said 5 "'%s', line %u: something here is no letter: type that place \
again, and save the text as UTF-8" handbook edit H5 --in "$T/slip.txt"
has "which line it is" "$err" " 1: "
printf '\377\376=\000=\000 ' >"$T/slip.txt"
hr_said 5 "'%s' is no text that can be read: save it as UTF-8" \
	handbook edit H5 --in "$T/slip.txt"
printf '\357\273\277\r\n' >"$T/slip.txt"
hr_said 5 "'%s' is empty" handbook edit H5 --in "$T/slip.txt"
bad() { # TITLE; $T/bad.txt is refused
	secrets "$HR_PASS"
	expect_three "${2-5}" "$1" -u 2001 --yes handbook edit H5 \
		--in "$T/bad.txt"
}
: >"$T/bad.txt"
bad "nothing at all"
printf '== H5 A\n\nHalf a letter: \303\n\303\244\303\266\n' >"$T/bad.txt"
bad "half a letter"
printf '== H5 A\n\nA bell: \007, a NUL: \000.\n' >"$T/bad.txt"
bad "control characters"
printf '\377\376=\000=\000 ' >"$T/bad.txt"
bad "half of a character of UTF-16"
awk 'BEGIN { print "== H5 A"; for (i = 0; i < 100; i++)
	printf "%0100d", 0; print "" }' >"$T/bad.txt"
bad "ten thousand letters in a line"
awk 'BEGIN { print "== H5 A"; for (i = 0; i < 9000; i++)
	printf "%0100d\n", 0 }' >"$T/bad.txt"
bad "far too much"
head -c 10000000 /dev/zero >"$T/bad.txt"
bad "ten million bytes" 1
check "nothing of it is kept" cmp -s "$T/before.xml" "$own/handbook.xml"

# ---- what the house's own document says wrongly is told, not mended ----

cp "$own/handbook.xml" "$T/good.xml"
sed 's/<section id="H5"/<section id="H5" oops="1"/' "$T/good.xml" \
	>"$own/handbook.xml"
secrets "$HR_PASS"
expect_three 5 "a document with an error" -u 2001 handbook edit H5 \
	--out "$T/none.txt"
mv "$T/good.xml" "$own/handbook.xml"

run verify
expect_exit 0 "the house verifies"
done_testing
