#!/bin/sh
# Checking the book and the computer: verify, check. A house that nobody
# touched holds; whoever changes it behind the program's back is found, and
# where.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
FINGERPRINT=$(json fingerprint)
hire 1042 'Ben Ortiz' staff en
as 2001 "$HR_PASS" handbook publish --material --from 2026-11-21
expect_exit 0 "an edition is there to be verified"
ACTIVATION=$(sql "select max(idx) from leaf where
	cast(body as text) like 'preshift-record/1 activate%'")

# ---- what holds ----

run -o json verify
expect_exit 0 "a house that nobody touched holds"
is "the result is JSON" "$(is_json "$T/out" && echo yes)" yes
is "all records are counted" "$(at '$.leaves')" "$(leaves)"
is "and the log's size" "$(at '$.size')" "$(leaves)"
is "signatures too" "$(at '$.signatures')" 10
is "nothing is bad" "$(at '$.bad')" '[]'
is "nothing is marked" "$(at '$.marked')" '[]'
is "it is ok" "$(at '$.ok')" 1
is "the root has 32 bytes" "$(at '$.root' | base64 -d | wc -c)" 32
is "nothing was left out" "$(at '$.rehashed')$(at '$.erased')$(at \
	'$.withheld')$(at '$.unknown')" 0000
ENV=TERM=screen run verify
expect_has "the figures end below each other" "
$(printf '  %2d records     ' "$(leaves)")none missing"
expect_has "those of two digits too" "
  10 signatures  each fits"
run verify
expect_exit 0 "the page is shown"
expect_has "in plain words" "Everything was checked. Nothing is wrong."
expect_has "it says what is proved" "these keys signed these texts"
expect_has "and what is not" "who sat at the keyboard"
expect_not "no leaf" leaf
expect_not "no hash" hash
expect_not "no keys where none can be pressed" details

run verify --charter "$FINGERPRINT"
expect_exit 0 "the charter's fingerprint fits"
run verify --charter "$(echo "$FINGERPRINT" | tr -d ' ' | tr a-f A-F)"
expect_exit 0 "however it is written"
run -o json verify --charter "$(echo "$FINGERPRINT" | tr 0-9 1-90)"
is "another one does not" "$code" 3
is "it says so" "$(at '$.bad[0].why')" 'charter fingerprint differs'
run verify --charter 12ab
expect_error 2 "64 digits" "a fingerprint has 64 digits"

cp -a "$T/house" "$T/copy"
run -s "$T/none" -o json verify "$T/copy"
expect_exit 0 "another folder is verified without a house of one's own"
is "it is the same" "$(at '$.leaves')" "$(leaves)"
run verify "$T/nowhere"
expect_error 1 "$T/nowhere" "a folder without a house is told"
chmod -R a-w "$T/copy"
run verify "$T/copy"
expect_exit 0 "a folder that cannot be written is verified"
chmod -R u+w "$T/copy"

run verify --details
expect_exit 0 "the details are for experts"
expect_has "who know what a root is" "$(run -o json verify && at '$.root')"

# ---- vouching for it, copying it ----

before=$(leaves)
run verify --vouch
expect_error 4 "--as NUMBER" "nobody cannot vouch"
as 1042 "$PASS" verify --vouch
expect_error 4 "is for HR" "nor can staff"
expect_said 2 "'%s' is for the house itself: leave '%s' out" \
	verify --vouch "$T/copy"
is "nothing is recorded" "$(leaves)" "$before"
as 2001 "$HR_PASS" -o json verify --vouch
expect_exit 0 "HR can"
is "it is a record" "$(at '$.leaf')" "$before"
is "of all that was checked" "$(at '$.leaves')" "$before"
has "a check of the book" "$(leaf "$before")" 'preshift-record/1 audit'
is "which says how much was there" "$(leaf_field "$before" size)" "$before"
is "and that nothing was bad" "$(leaf_field "$before" bad)" 0
run -o json verify
is "it holds itself" "$code$(at '$.leaves')" "0$((before + 1))"
as 2001 "$HR_PASS" verify --vouch
expect_has "in words" "Signed as number $((before + 1)): $((before + 1)) records"

as 1042 "$PASS" verify --copy
expect_error 4 "is for HR" "staff cannot copy the house"
as 2001 "$HR_PASS" -o json verify --copy
expect_exit 0 "HR can"
saved=$(at '$.saved')
run -s "$T/none" -o json verify "$saved"
is "the copy holds" "$code$(at '$.leaves')" "0$(leaves)"
is "its texts are there" "$(ls "$saved/texts")" "$(ls "$SITE/texts")"
is "and the keys of people" "$(ls "$saved/keys")" "$(ls "$SITE/keys")"
is "but not that of the terminal" "$(find "$saved" -name 'terminal.*')" \
	"$saved/terminal.head"
ln -s nowhere "$SITE/content/broken"
secrets "$HR_PASS"
expect_said 1 "not all of the house was copied to '%s'" -u 2001 verify --copy
rm "$SITE/content/broken"
rm -r "$SITE/out"

# ---- what does not hold ----

# A copy of the house, changed by the stock tool past the log's own guards,
# which are put back afterwards.
spoil() { # SQL
	SITE=$T/spoilt
	rm -rf "$SITE"
	cp -a "$T/house" "$SITE"
	guards=$(sql "select group_concat(sql, ';') from sqlite_master where
		type = 'trigger'")
	sql "drop trigger leaf_stays; drop trigger leaf_once;
		drop trigger leaf_same; $1; $guards;"
}

# Exit 3, one result and nothing else on standard output, and the one finding.
expect_found() { # TITLE LEAF KIND WHY
	run -o json verify
	is "$1: exit 3" "$code" 3
	is "$1: one result" "$(wc -l <"$T/out")$(at '$.ok')" 10
	is "$1: which, and why" "$(at '$.bad[0].leaf') $(at \
		'$.bad[0].kind') $(at '$.bad[0].why')" "$2 $3 $4"
	is "$1: nothing else" "$(count_at '$.bad')" 1
	run verify
	is "$1: for people, exit 3" "$code" 3
	expect_has "$1: in the words of the page" "SOMETHING DOES NOT HOLD."
	expect_has "$1: and what to do" "repair nothing and delete nothing"
	expect_not "$1: no leaf, no hash" hash
}

# The page says MSGID, in each language; a page is wrapped.
found_said() { # MSGID
	for lang in en de ru; do
		run -l "$lang" verify
		tr -s ' \n' ' ' <"$T/out" >"$T/three.$lang.flat"
	done
	check_said "$1" .flat
}

i=0
while [ "$i" -lt "$(leaves)" ]; do
	kind=$(leaf "$i" | sed -n '1s/^[^ ]* \([a-z]*\) .*/\1/p')
	spoil "update leaf set body = cast(replace(cast(body as text),
		'at: 2026-11-21', 'at: 2026-11-20') as blob) where idx = $i"
	run -o json verify
	is "record $i ($kind) with another date is found" \
		"$code $(at '$.bad[0].leaf') $(at '$.bad[0].kind') $(count_at \
			'$.bad')" "3 $i $kind 1"
	i=$((i + 1))
	SITE=$T/house
done

spoil "update leaf set body = cast(replace(cast(body as text),
	'language: en', 'language: de') as blob) where idx = $ACTIVATION"
expect_found "a changed text" "$ACTIVATION" activate 'text changed'
expect_has "the number and the person stand there" \
	"Number $ACTIVATION, first login by Ben Ortiz, Saturday 21 November 2026:"
found_said "the text kept here is not the text that was signed. One of them \
was changed."
run verify
expect_has "the others hold" "The other $(($(leaves) - 1)) records and"
expect_has "the folder is named, for whoever copies it" "$SITE."
before=$(leaves)
as 2001 "$HR_PASS" -o json verify --vouch
is "nobody vouches for it" "$code$(at '$.ok') $(leaves)" "30 $before"
spoil "update leaf set body = cast(replace(cast(body as text),
	'language: en', 'language:  en') as blob) where idx = $ACTIVATION"
expect_found "a text that is no record any more" "$ACTIVATION" activate \
	'text changed'
expect_has "it still tells whose it was" \
	"Number $ACTIVATION, first login by Ben Ortiz, Saturday 21 November 2026:"

spoil "delete from leaf where idx = 3"
expect_found "a record taken out" 3 - missing
found_said "missing: removed from the book."
body="preshift-record/1 nonsense"
spoil "update leaf set body = cast('$body' as blob),
	hash = x'$(printf '\000%s' "$body" | sha256sum | cut -c1-64)'
	where idx = $ACTIVATION"
run -o json verify
is "what is no record is found" "$code $(at '$.bad[0].leaf') $(at \
	'$.bad[0].why')" "3 $ACTIVATION not a record"
found_said "what is kept here is no record as this program writes them."
spoil "delete from leaf where idx = (select max(idx) from leaf)"
expect_found "the last one taken out" "$(($(leaves)))" - missing
spoil "update leaf set body = null, blanked = 1 where idx = $ACTIVATION"
expect_found "a text taken away" "$ACTIVATION" - 'erased by no erasure'
found_said "its text is gone, and no record says that it was erased."
spoil "insert into leaf (terminal, idx, hash, body) select terminal, idx + 4,
	hash, body from leaf where idx = $ACTIVATION"
run -o json verify
is "a record put in is found" "$code$(at '$.ok')" 30
spoil "update head set note = replace(note, char(10) || size || char(10),
	char(10) || (size - 1) || char(10))"
expect_found "a changed seal" '' note 'note does not hold'
spoil "update head set note = null"
expect_found "no seal" '' note 'note does not hold'
found_said "the terminal's seal does not fit the records."
spoil "update head set root = zeroblob(32)"
expect_found "a changed note of the end" '' head 'state beside the log differs'
found_said "what is noted beside the records does not fit them."

SITE=$T/spoilt
rm -rf "$SITE"
cp -a "$T/house" "$SITE"
for f in "$SITE"/texts/*.txt; do
	sed 's/e/a/' "$f" >"$T/changed" && cp "$T/changed" "$f"
	break
done
EDITION=$(sql "select idx from leaf where
	cast(body as text) like 'preshift-record/1 edition%'")
expect_found "a changed text of the handbook" "$EDITION" edition \
	'handbook text changed'
rm "$f"
expect_found "a text of the handbook taken away" "$EDITION" edition \
	'handbook text missing'

rm -rf "$SITE"
cp -a "$T/house" "$SITE"
sql "pragma wal_checkpoint(truncate)" >"$T/none.out"
cp "$SITE/house.db" "$T/older.db"
SITE=$T/house
hire 1043 'Ana Pavic' staff en
SITE=$T/spoilt
cp "$T/house/terminal.head" "$SITE"
expect_found "an older database put back" '' head \
	'terminal.head not extended'
run people
is "nothing else works on it" "$code" 3
run -o json check
expect_exit 3 "check says so as well"
expect_has "in words" "an older copy was put in its place"
SITE=$T/house

rm -rf "$T/spoilt"
cp -a "$T/house" "$T/spoilt"
SITE=$T/spoilt
sql 'drop trigger leaf_same'
expect_found "a guard of the log taken away" '' database \
	'database damaged'
run check
expect_exit 3 "check finds it"
rm -f "$SITE"/house.db-*
dd if=/dev/zero of="$SITE/house.db" bs=1 count=16 conv=notrunc 2>"$T/dd"
expect_found "a file that is no database any more" '' database \
	'database damaged'
SITE=$T/house

# ---- check ----

run -o json check
expect_exit 0 "check finds nothing broken"
is "its result is JSON" "$(is_json "$T/out" && echo yes)" yes
is "it is ok" "$(at '$.ok')" 1
is "each has a name, a yes or no, and words" "$(count_at '$.checks')" \
	"$(count_at '$.checks' "value ->> 'name' <> '' and
		value ->> 'text' <> '' and value ->> 'ok' in (0, 1)")"
for name in clock space signature content folder database history texts keys \
	backup; do
	is "it looks at: $name" "$(count_at '$.checks' \
		"value ->> 'name' = '$name'")" 1
done
run check
expect_has "the page says fine" fine
expect_has "and what to look at" LOOK
expect_has "and the end of it" "Nothing is broken."

run -o json check --rebuild
expect_exit 0 "the lists are made anew"
is "from every record" "$(at '$.rebuilt.leaves')" "$(leaves)"
is "and are the same" "$(at '$.rebuilt.same')" 1
sql "update v_roster set role = 'hr' where number = '1042' and kind = 'enrol'"
run -o json check --rebuild
is "a list that was changed is found" "$code$(at '$.rebuilt.same')" 30
is "by its name" "$(at '$.rebuilt.differs')" v_roster
run -o json check --rebuild
expect_exit 0 "and is right again"
is "the same now" "$(at '$.rebuilt.same')" 1
sql "delete from v_house"
run -o json verify
expect_exit 0 "verify does not look at the lists"
run -o json check --rebuild
is "a house whose lists are gone comes back" "$(at '$.rebuilt.differs')" \
	v_house
run -o json check
expect_exit 0 "and is whole"
rm "$SITE"/texts/*.txt
run -o json check
is "each missing text of the handbook is found" "$code $(count_at '$.checks' \
	"value ->> 'name' = 'texts' and value ->> 'ok' = 0")" "3 3"

SITE=$T/none
run -o json check
expect_exit 0 "check works without a house"
is "it looks at the computer" "$(count_at '$.checks' \
	"value ->> 'name' = 'signature'")" 1
is "at no house" "$(count_at '$.checks' "value ->> 'name' = 'database'")" 0
run check --rebuild
expect_error 1 "no house" "without one nothing can be rebuilt"
run check now
expect_error 2 now "a word too many is told"

done_testing
