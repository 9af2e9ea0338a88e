#!/bin/sh
# The handbook: published, read, signed, published again.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
cp "$T/out" "$T/house.json"
hire 1042 'Dmitri Sokolov' staff ru --team front-desk
hire 1031 'Elif Kaya' staff de --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk
hire 1017 'Ben Ortiz' staff en --team front-desk
CODE_2002=$(sed -n 's/.*"number":"2002","state":"enrolled","code":"\([^"]*\).*/\1/p' \
	"$T/house.json")
activate 2002 "$CODE_2002" 2001

# ---- before there is one ----

secrets "$PASS" "$PASS"
expect_three 1 "nothing to read yet" -u 1042 handbook read
expect_three 1 "nothing to sign yet" -u 1042 sign
expect_three 1 "nothing to show yet" handbook show H1
secrets "$HR_PASS"
expect_three 1 "nobody to wait for yet" -u 2001 acks

# ---- published ----

secrets "$PASS" "$PASS"
expect_three 4 "staff cannot publish" -u 1042 handbook publish --material
secrets "$HR_PASS" "$HR_PASS"
expect_three 2 "what kind of change has to be said" -u 2001 handbook publish
expect_three 2 "and not both" \
	-u 2001 handbook publish --material --editorial
expect_three 2 "no number of days" \
	-u 2001 handbook publish --material --due soon
expect_three 2 "no date to begin" \
	-u 2001 handbook publish --material --from someday
secrets "$HR_PASS" 'not the right one'
ask -u 2001 handbook publish --material
is "a wrong passphrase publishes nothing" \
	"$code $(sql 'select count(*) from v_edition')" "4 0"
is "and leaves no text behind" "$(ls "$SITE/texts")" ""
sql 'delete from tries'
secrets "$HR_PASS"
expect_said 2 \
	"'%s' is past: an edition holds from today on, or from a later day" \
	-u 2001 handbook publish --material --from 2026-11-20
publish --material --due 14 --summary 'The first one.' --from 2026-11-21
expect_exit 0 "HR publishes an edition"
is "in three languages" "$(at '$.edition') $(at '$.change') $(
	sqlite3 :memory: "select group_concat(value ->> 'language', ' ')
	from json_each(readfile('$T/out'), '\$.texts')")" \
	"1 material en de ru"
cp "$T/out" "$T/published"
EDITION=$(at '$.leaf')
for lang in en de ru; do
	line=$(sqlite3 :memory: "select (value ->> 'sha256') || ' ' ||
		(value ->> 'bytes')
		from json_each(readfile('$T/published'), '\$.texts')
		where value ->> 'language' = '$lang'")
	file=$SITE/texts/${line% *}.txt
	is "$lang: sha256sum of the file is what was recorded" \
		"$(sha256sum <"$file" | cut -d ' ' -f 1) $(wc -c <"$file")" \
		"$line"
	is "$lang: it is such a text, from its first line to its last" \
		"$(head -n 1 "$file") $(sed -n 's/^language: //p' "$file") $(
		tail -n 1 "$file")" "preshift-text/1 $lang end"
	check "$lang: of 4,500 words or more" \
		test "$(wc -w <"$file")" -ge 4500
	is "$lang: no value is left open" "$(grep -c '\${' "$file")" 0
done
has "the house is named" "$(cat "$(text_of de)")" "house: Test House"
is "the record names all three" "$(leaf "$(at '$.leaf')" |
	grep -c '^text: ')" 3

# ---- read ----

ask -o json handbook show H4 -l de
is "a section can be shown without a login" "$(at '$.section') \
$(at '$.language')" "H4 de"
ask -o json handbook show H0 -l en
h0=$(sed -n '/^== H0 /,/^== H1 /p' "$(text_of en)")
is "as JSON its text is there, line for line" "$(sqlite3 :memory: "select
	case value ->> 'kind' when 'item' then '- ' else '' end ||
	(value ->> 'text') || coalesce(char(10) || '~ ' || (value ->> 'easy'),
	'') from json_each(readfile('$T/out'), '\$.lines')")" \
	"$(echo "$h0" | sed '/^==/d; /^[?+x] /d; /^$/d')"
is "and what is asked about it" "$(sqlite3 :memory: "select q.value ->> 'text'
	|| char(10) || (select group_concat(a.value, char(10))
	from json_each(q.value, '\$.answers') a)
	from json_each(readfile('$T/out'), '\$.questions') q")" \
	"$(echo "$h0" | sed -n 's/^[?+x] //p')"
ask handbook show h4 -l ru
expect_exit 0 "small letters will do"
expect_three 2 "a section that is not there" handbook show H99

# All of it, as it was published: nothing is added, nothing left out.
ask -o json handbook show -l ru
is "without a section it is the whole edition" "$code $(at '$.language') $(
	at '$.sha256') $(sqlite3 :memory: "select group_concat(
	value ->> 'section', ' ') from json_each(readfile('$T/out'),
	'\$.sections')")" \
	"0 ru $(sha256sum <"$(text_of ru)" | cut -d ' ' -f 1) $(
	sed -n 's/^== \([^ ]*\) .*/\1/p' "$(text_of ru)" | paste -sd ' ')"
ENV=TERM=vt100 ask -o plain -l de handbook show
check "on paper no line is longer than 72 columns" \
	test "$(LC_ALL=C.UTF-8 wc -L <"$T/out")" -le 72
is "and no line of the text is missing" "$(sed -n '/^== H0/,$ { /^end$/d
	s/^== //; s/^[~+x?-] //; p; }' "$(text_of de)" | awk -v out="$T/out" '
	BEGIN { while ((getline line < out) > 0) all = all line
		gsub(/ /, "", all) }
	{ want = $0; gsub(/ /, "", want) }
	index(all, want) == 0 { print }')" ""
expect_has "the text can be compared" \
	"$(sha256sum <"$(text_of de)" | cut -d ' ' -f 1)"
is "what must be read is marked" "$(sed -n '/^Inhalt/,/^H0/ {
	s/^  \(H[0-9]*\) .*(Pflichtteil)$/\1/p; }' "$T/out" | paste -sd ' ')" \
	"$(leaf_field "$EDITION" section | sed -n 's/ .* must$//p' |
	paste -sd ' ')"
expect_has "easier words are marked" "In leichteren Worten: "
is "the answers stand behind all questions" "$(sed -n '/^Fragen/,$p' "$T/out" |
	grep -n '^Antworten auf die Fragen' | wc -l) $(sed \
	'1,/^Antworten auf die Fragen/d' "$T/out" | sed -n 's/^  H0  *//p')" \
	"1 $(right_answers "$(text_of de)" H0 |
	awk '{ printf "%s%d %s", sep, NR, $1; sep = ",  " }')"
ask -l de handbook show H0
expect_not "a section asks and does not answer" "Antworten auf die Fragen"
expect_said 2 "'%s' is no paragraph of %s: 1 to %llu" handbook show H5 99
ask -o json handbook show H5 4
is "a section from a paragraph on" "$(at '$.section') $(
	at '$.lines[0].paragraph')" "H5 4"
expect_three 4 "reading needs a login" handbook read
secrets "$PASS"
expect_three 2 "a word it does not know" -u 1042 handbook burn
secrets "$PASS" "$PASS"
expect_three 4 "unread, it is not signed" -u 1042 sign
has "the parts that lack are named" "$err" "H0 H1 H2"
answers '' dance
expect_three 2 "what answers no page" -u 1042 handbook read
sql 'delete from drafts'
answers stop
expect_three 2 "a part that is not there" -u 1042 handbook read H99

answers '' stop
as 1042 "$PASS" -l en -o json handbook read
is "putting it away is no mistake" "$code $(at '$.missing')" "0 12"
answers stop
as 1042 "$PASS" -l en handbook read
expect_has "the place was kept" "page 2 of"
answers lang stop
as 1042 "$PASS" -l en handbook read
expect_has "the language can be changed at any page" "Seite 2 von"
answers 'find passphrase' stop
as 1008 "$PASS" -l en handbook read
expect_has "a word is found" "Found: passphrase"
sql 'delete from drafts'
answers easy stop
as 1008 "$PASS" -l en handbook read
expect_has "there are easier words" "This book says how we work with guests."
sql 'delete from drafts'

read_handbook 1008 en -o json
is "all of it can be read in one sitting" "$(at '$.missing')" 0
READ=$(at '$.leaf')
is "the record says what was opened" "$(leaf "$READ" |
	grep -c '^opened: ')" 20
is "and how the questions went" "$(leaf_field "$READ" answered |
	grep -c '^H0 2 2$')" 1

# A wrong answer is no harm, but known.
reading_answers 1017 en
wrong=$(right_answers "$(text_of en)" H0 | sed '1!d; y/abc/baa/')
sed "0,/^> [a-e]\$/s//> $wrong\\n&/" "$T/reading.en" >"$T/answers"
secrets "$PASS"
ask -u 1017 -l en -o json handbook read
is "a wrong answer may be mended" "$code $(at '$.missing')" "0 0"
is "but only the first one counts" "$(leaf_field "$(at '$.leaf')" answered |
	head -n 1)" "H0 1 2"
answers

# ---- signed ----

secrets "$PASS" "$PASS"
answers 'Chiara Lind' no
expect_three 4 "a no to the electronic form signs nothing" -u 1008 sign
answers ''
expect_three 2 "a name is needed" -u 1008 sign
answers 'Chiara Lind'
expect_three 2 "and an answer about the form" -u 1008 sign
expect_three 2 "one statement at a time" -u 1008 sign --read --agree
secrets "$PASS" 'somebody elses passphrase'
before=$(leaves)
answers 'Chiara Lind' yes
ask -u 1008 sign
is "a wrong passphrase signs nothing" "$code $(leaves)" "4 $before"
sql 'delete from tries'

sign_handbook 1008 en
expect_exit 0 "who has read it can sign"
is "what was signed is told" "$(at '$.number') $(at '$.edition') \
$(at '$.language') $(at '$.sha256')" \
	"1008 1 en $(sha256sum <"$(text_of en)" | cut -d ' ' -f 1)"
ACK=$(at '$.leaf')
is "the sentence is the house's" "$(leaf_field "$ACK" words)" \
	"I have received and read the Service Handbook, edition 1."
is "in a script the proof says so" "$(leaf_field "$ACK" entry) \
$(leaf_field "$ACK" meaning) $(leaf_field "$ACK" form) \
$(leaf "$ACK" | grep -c '^section: ')" "script read yes 12"
is "no record holds the name" "$(leaf "$ACK" | grep -c 'Name of')" 0

cp "$T/out" "$T/signed"
secrets "$PASS"
answers 'Chiara Lind' yes
expect_said 4 "there is nothing to sign: you have signed edition %u, on %s" \
	-u 1008 sign
has "it says since when" "$(cat "$T/three.en")" "Saturday 21 November 2026"
answers stop
as 1008 "$PASS" -l en handbook read H0
expect_has "nor is it offered again" "there is nothing more to sign"
expect_not "by its command" "You can sign now"
cp "$T/signed" "$T/out"

# With tools that are not ours: the key from the roster, the record, the
# signature.
sqlite3 :memory: "select writefile('$T/record', json_extract(
	readfile('$T/out'), '\$.record')), writefile('$T/record.minisig',
	json_extract(readfile('$T/out'), '\$.signature'))" >/dev/null
secrets "$HR_PASS"
ask -u 2001 -o json people
KEY=$(sqlite3 :memory: "select value ->> 'key' from json_each(
	readfile('$T/out'), '\$.people') where value ->> 'number' = '1008'")
if command -v minisign >/dev/null; then
	minisign -V -P "$KEY" -m "$T/record" -x "$T/record.minisig" \
		>"$T/minisign" 2>&1
	is "minisign verifies the signature" "$?" 0
	has "and its comment" "$(cat "$T/minisign")" "ack person 1008"
	sed 's/^meaning: read/meaning: agree/' "$T/record" >"$T/record2"
	minisign -V -P "$KEY" -m "$T/record2" -x "$T/record.minisig" \
		>/dev/null 2>&1
	is "and not that of another sentence" "$?" 1
else
	skip "minisign verifies the signature" "minisign is not installed"
fi

read_handbook 1031 de
sign_handbook 1031 de --agree
is "--agree, in German" "$(leaf_field "$(at '$.leaf')" meaning) \
$(leaf_field "$(at '$.leaf')" language)" "agree de"
has "the sentence is German" "$(leaf_field "$(at '$.leaf')" words)" "Ausgabe 1"
sign_handbook 1017 en --received
is "--received" "$(leaf_field "$(at '$.leaf')" meaning)" received
answers 'I want to ask a lawyer first.'
as 1042 "$PASS" -o json sign --decline
expect_exit 0 "a no needs no reading"
is "its reason is kept, and it is signed" "$(leaf_field "$(at '$.leaf')" \
	why) $(at '$.signature' | grep -c 'decline person 1042')" \
	"I want to ask a lawyer first. 1"
answers
as 1042 "$PASS" -o json sign --decline
is "nor a reason" "$code" 0
read_handbook 1042 ru
answers explain
as 1042 "$PASS" -o json sign
is "or something is to be explained" "$(leaf_field "$(at '$.leaf')" want)" \
	explain

# ---- a second edition ----

status() { # NUMBER; of $T/out
	sqlite3 :memory: "select value ->> 'status' from json_each(
		readfile('$T/out'), '\$.people')
		where value ->> 'number' = '$1'"
}
acks() {
	secrets "$HR_PASS"
	ask -u 2001 -o json acks
}
acks
is "all is signed but by who said no" "$(status 1008) $(status 1031) \
$(status 1042)" "acknowledged acknowledged declined"

# The same once more would ask nobody anything.
secrets "$HR_PASS" "$HR_PASS"
for how in material editorial; do
	expect_said 4 "nothing has changed since edition %u, so there is \
nothing to publish: first change a text ('handbook edit')" \
		-u 2001 handbook publish --$how
done
is "nothing was published" "$(sql 'select count(*) from v_edition')" 1

# A sentence of H1 is another one, in the house's own copy.
mkdir -p "$SITE/content/standards/de" "$SITE/content/standards/ru"
change() { # FROM TO
	for file in handbook.xml de/handbook.xlf ru/handbook.xlf; do
		from=$SITE/content/standards/$file
		[ -s "$from" ] || from=$top_srcdir/standards/$file
		sed "s/$1/$2/" "$from" >"$T/changed"
		cp "$T/changed" "$SITE/content/standards/$file"
	done
}
change 'is too senior to train' 'is ever too senior to train'
NOW=2026-11-22T09:00
secrets "$HR_PASS" "$HR_PASS" "$PASS"
expect_three 4 "the second person is somebody else" \
	-u 2001 handbook publish --editorial --second 2001
secrets "$HR_PASS" "$HR_PASS" 'not the right one'
ask -u 2001 handbook publish --editorial --second 2002
is "a wrong second passphrase publishes nothing" \
	"$code $(sql 'select count(*) from v_edition')" "4 1"
sql 'delete from tries'
secrets "$HR_PASS" "$HR_PASS" "$PASS"
ask -u 2001 -o json handbook publish --editorial --second 2002
expect_exit 0 "a slip of the pen is mended, and seconded"
is "the vouch stands in the log" "$(leaf_field $(($(at '$.leaf') + 1)) as)" \
	second
acks
is "nobody has to sign again" "$(at '$.edition') $(status 1008)" \
	"2 acknowledged"

change 'ever too senior' 'really too senior'
publish --editorial
has "without a second it is said" "$(secrets "$HR_PASS" "$HR_PASS"
	change 'really too' 'really ever too'
	ask -u 2001 -l en handbook publish --editorial; echo "$out")" \
	"Until a second person vouches for it"
acks
is "and counts as material" "$(at '$.edition') $(status 1008)" "4 outdated"

change 'really ever too senior' 'by any means too senior'
publish --material --due 10
expect_exit 0 "a material change is published"
is "the section that changed says so, the others do not" "$(
	leaf_field "$(at '$.leaf')" section | sed -n '1,3p' | tr '\n' ' ')" \
	"H0 1 must H1 5 must H2 1 must "
acks
is "who signed an older one is outdated" "$(status 1008) $(status 1042)" \
	"outdated declined"
NOW=2026-12-02T09:00
acks
is "until the last day" "$(status 1008)" outdated
NOW=2026-12-03T00:01
acks
is "the day after it is overdue" "$(status 1008) $(status 1017)" \
	"overdue overdue"
secrets "$PASS" "$PASS"
expect_three 4 "it is not signed unread" -u 1008 sign
has "only what changed is asked for" "$err" " H1. "
rm -f "$T/reading.en"
reading_answers 1008 en
read_handbook 1008 en
sign_handbook 1008 en
is "who reads and signs again" "$code $(leaf_field "$(at '$.leaf')" \
	section)" "0 H1"
acks
is "is up to date" "$(status 1008) $(status 1017)" "acknowledged overdue"

# ---- one language less ----

sed 's/by any means too senior/too old/' "$SITE/content/standards/handbook.xml" \
	>"$T/changed"
cp "$T/changed" "$SITE/content/standards/handbook.xml"
secrets "$HR_PASS" "$HR_PASS"
answers stop
expect_three 5 "a translation that lags behind is told" \
	-u 2001 handbook publish --material
answers without without
secrets "$HR_PASS" "$HR_PASS"
ask -u 2001 -o json handbook publish --material
is "it can be left out" "$code $(sqlite3 :memory: "select
	group_concat(value ->> 'language', ' ')
	from json_each(readfile('$T/out'), '\$.texts')")" "0 en"
ask handbook show H1 -l de
expect_has "then the first language is read" "too old to train"

# Nobody signs it unawares instead of their own.
says() { # MSGID
	for lang in de ru; do
		secrets "$PASS" "$PASS"
		ask -l "$lang" -u 1017 sign
		want=$(sentence "$lang" "$1")
		# shellcheck disable=SC2254 # a pattern
		case $code$err in
		4*$want*) ok "but not signed in its place ($lang)" ;;
		*) not_ok "but not signed in its place ($lang)" "$code $err" ;;
		esac
	done
}
says "edition %u is not there in %s, only in %s: who reads that well signs \
with -l %s"

# ---- a text that is not what was signed ----

printf ' ' >>"$(text_of en)"
secrets "$PASS" "$PASS"
expect_three 3 "a changed text is not shown" handbook show H1
answers stop
expect_three 3 "nor read" -u 1008 handbook read
expect_three 3 "nor signed" -u 1017 sign
rm "$(text_of en)"
expect_three 1 "a lost one is told" handbook show H1

done_testing
