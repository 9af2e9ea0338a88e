#!/bin/sh
# What is told in a lineup, a drill, the handbook and on a bad day, in three
# languages: a row for each sentence. (Options, people and codes: messages.sh;
# content: findings.sh.)
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk
hire 1042 'Dmitri Sokolov' staff ru --team front-desk
as 2001 "$HR_PASS" -o json enrol 1050 'Piet Vos' --role staff --lang en \
	--team spa
CODE=$(json code)
NOW=2026-11-21T06:50

# ---- before anything is published ----

secrets "$PASS" "$PASS"
expect_said 1 "no edition of the handbook is published yet: HR does it with \
'handbook publish --material'" -u 1042 handbook read
hr_said() { # CODE MSGID ARG...
	hr_code=$1 hr_msgid=$2
	shift 2
	secrets "$HR_PASS" "$HR_PASS"
	expect_said "$hr_code" "$hr_msgid" -u 2001 "$@"
}
hr_said 2 "publish needs --material (asks again for what changed) or \
--editorial (a slip of the pen)" handbook publish
hr_said 2 "'%s' is no number of days: 0 to 365" \
	handbook publish --material --due soon
hr_said 2 "'%s' is no date: YYYY-MM-DD" \
	handbook publish --material --from someday
mkdir -p "$SITE/content/standards"
cp "$top_srcdir/standards/handbook.xml" "$SITE/content/standards"
answers stop
hr_said 5 "nothing was published: the text in '%s' is not complete" \
	handbook publish --material
said_before "'%s' has no translation into '%s'; please translate it or leave \
the language out"
for lang in de ru; do
	mkdir "$SITE/content/standards/$lang"
	sed '0,/<source>/s/<source>/&Once /' \
		"$top_srcdir/standards/$lang/handbook.xlf" \
		>"$SITE/content/standards/$lang/handbook.xlf"
done
hr_said 5 "nothing was published: the text in '%s' is not complete" \
	handbook publish --material
said_before "the text in '%s' is not complete: lines that are missing or \
older than the original: %zu; translate them (%s) or leave the language out"
answers
rm -r "$SITE/content"
publish --material

# ---- the handbook ----

expect_said 2 "the handbook has no section '%s'" handbook show H99
page_said() { # CODE MSGID ARG...; in a handbook session of 1042
	page_code=$1 page_msgid=$2
	shift 2
	secrets "$PASS" "$PASS"
	expect_said "$page_code" "$page_msgid" -u 1042 "$@"
	sql 'delete from drafts'
}
page_said 2 "handbook: read, show SECTION, edit SECTION or publish" handbook burn
page_said 4 "not all must-read parts were opened and their questions answered \
yet: %s. 'handbook read' goes on where you stopped" sign
answers '' dance
page_said 2 "'%s' answers no page: an empty line turns it; also back, lang, \
easy, find WORD, stop" handbook read
answers stop
page_said 2 "the handbook has no section '%s'" handbook read H99
read_handbook 1042 ru
answers 'Dmitri Sokolov' no
page_said 4 "nothing was signed: you did not want to sign electronically; \
'sign' has an answer for those who would rather sign on paper" sign
answers - yes
page_said 2 "'%s' is no name to sign with: it has 1 to %d bytes" sign
answers 'Dmitri Sokolov' maybe
page_said 2 "line %u: '%s' is not one of the words that answer this: %s" sign
page_said 2 "choose one of --received, --read, --agree, --decline" \
	sign --read --agree
answers
secrets "$HR_PASS" "$HR_PASS"
expect_said 4 "the second person has to be somebody else" \
	-u 2001 handbook publish --material --second 2001

# ---- a lineup ----

expect_said 2 "'%s' is no form of a lineup: 10, 7 or 5 minutes" \
	lineup --agenda --form 6
expect_said 2 "'%s' is no date: YYYY-MM-DD" lineup --agenda --date 2026-02-30
expect_said 2 "'%s' is no shift: early, late or night" \
	lineup --agenda --shift noon
expect_said 2 "'%s' is no team: lower-case letters, digits, hyphens" \
	lineup --agenda --team 'Front Desk'
expect_said 1 "nobody is in the team '%s' yet: HR enrols people with 'enrol'" \
	lineup --team kitchen
expect_said 1 "nobody is in the team '%s' yet: HR enrols people with 'enrol'" \
	lineup --team kitchen --agenda
expect_said 1 "nobody of the team '%s' can lead yet: it takes somebody who has \
activated their number" lineup --team spa

answer_said() { # MSGID ANSWER...; to a lineup led by 1003
	answer_msgid=$1
	shift
	answers 1003 "$@"
	before=$(leaves)
	expect_said 2 "$answer_msgid" lineup --team front-desk
	[ "$(leaves)" -eq "$before" ] || not_ok "$answer_msgid: recorded"
}
answer_said "nobody is here yet: say who is, for example '%s'" ''
answer_said "'%s' alone says nothing: who is here is 'here 1-6 8 late 7 off \
5'" 1-3
answer_said "'%s' is no number of this roll: 1 to %zu" 'here 9'
answer_said "'%s' runs backwards: write the smaller number first" 'here 3-1'
answer_said "'%s' names nobody: for example '%s'" late
answer_said "'%s' is not understood: say who is here, for example '%s'" \
	everybody
answer_said "a guest needs a name: '+ Tom'" +
answer_said "a guest's name has at most %d characters" \
	"+ $(printf '%200s' x | tr ' ' n)"
# shellcheck disable=SC2046 # names
answer_said "at most %d guests can be counted" $(seq 60 | sed "s/^/+G/")
answer_said "there is nothing to take back here" u
answer_said "this is the first page" b
answer_said "say what is to be parked: 'park towel trolley'" 'here 1-3' park
answer_said "park a word or two: at most %d characters" 'here 1-3' \
	"park $(printf '%900s' x | tr ' ' n)"
seq 30 | sed 's/^/park /' >"$T/parked"
set -- 'here 1-3'
while read -r line; do
	set -- "$@" "$line"
done <"$T/parked"
answer_said "%d words are parked already, that is enough for one lineup" "$@"
answer_said "'%s' is none of the three things to listen for: 1, 2 or 3" \
	'here 1-3' 'heard 4'
answer_said "'%s' can't be: %zu are here, so 0 to %zu" \
	'here 1-3' 'recall 7'
answer_said "'%s' is no form of a lineup: 10, 7 or 5 minutes" \
	'here 1-3' 'short 6'
answer_said "'%s' is not understood here: Enter goes on, ? shows all keys" \
	'here 1-3' '' dance
answer_said "line %u: '%s' is not one of the words that answer this: %s" \
	'here 1-3' '' '' '' '' '' '' '' '' '' '' later perhaps
answers 1050
expect_said 2 "line %u: '%s' is not one of the words that answer this: %s" \
	lineup --team front-desk

answers 1003 'here 1-3' '' '' '' '' '' '' '' '' '' '' later later
ask -o json lineup --team front-desk
N=$(at '$.leaf')
vouch_said() { # CODE MSGID NUMBER LEAF
	secrets "$PASS" "$PASS"
	expect_said "$1" "$2" -u "$3" vouch "$4"
}
vouch_said 4 "record %llu does not wait for a signature of %s" 1042 0
vouch_said 2 "'%s' is no number of a record" 1003 x
vouch_said 4 "'%s' is of another terminal: it is signed there" \
	1003 "cellar:$N"
NOW=2026-11-22T06:50
vouch_said 4 "record %llu does not wait for a signature of %s" 1003 "$N"
NOW=2026-11-21T06:50
answers

# ---- a drill ----

BEST=n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
choices_said() { # MSGID DRILL CHOICES
	expect_said 2 "$1" drill "$2" --choices "$3"
}
choices_said "scene %zu ('%s') has no choice '%s'; open are: %s" \
	glass-door n1.fly
choices_said "the choices end before the drill does: scene %zu ('%s') needs one \
of: %s" glass-door n1.wave
choices_said "the drill ended after %zu choices, '%s' is one too many; leave it \
out" glass-door $BEST,cup.name
choices_said "the choice '%s' is not open in scene %zu ('%s'); open are: %s" \
	day-sixteen n1.rule,n2h.system,n3.size
expect_said 2 "the drill '%s' has no scene '%s' to begin at" \
	drill glass-door --from n99
answers n1.rule n2h.system n3.size
expect_said 2 "line %u: '%s' is not open: %s" drill day-sixteen
answers n1.wave n2.step n3.offer n4.kitchen cup.name n1.wave
expect_said 2 "the drill is over, '%s' answers nothing; only 'sure 1' to \
'sure 5' can stand here" drill glass-door
answers

# ---- a bad day ----

cp -a "$SITE" "$T/kept"
whole() { # the house as it was
	rm -rf "$SITE"
	cp -a "$T/kept" "$SITE"
}
broken_said() { # CODE MSGID [ARG...]; and all is as before
	broken_code=$1 broken_msgid=$2
	shift 2
	[ $# -gt 0 ] || set -- lineup --agenda --team front-desk
	secrets "$HR_PASS" "$HR_PASS"
	expect_said "$broken_code" "$broken_msgid" "$@"
	whole
}
enrol='enrol 1060 A --role staff --lang en'
for text in "$SITE"/texts/*.txt; do
	echo >>"$text"
done
broken_said 3 "the handbook text '%s' is not the text that was signed when \
edition %u was published" handbook show H1
rm "$SITE"/texts/*.txt
broken_said 1 "cannot open '%s': %s" handbook show H1
rm "$SITE"/house.db*
broken_said 3 "the book of this house, '%s', is missing or empty: put it back \
from the newest backup" people
rm "$SITE"/house.db* "$SITE/terminal.key"
: >"$SITE/house.db"
broken_said 1 "'%s' holds no house: choose another folder, or make a house \
with init"
sql 'insert into schema values (99)'
broken_said 1 "this house was written by a newer preshift (its database has \
version %lld, this program knows %d): update preshift"
echo 'Dear house,' >"$SITE/house.db"
broken_said 3 "'%s' is not a database, or its beginning is damaged: restore the \
newest backup"
sql 'pragma wal_checkpoint(truncate)' >/dev/null
head -c 50000 "$SITE/house.db" >"$T/half"
cat "$T/half" >"$SITE/house.db"
broken_said 3 "the database '%s' is damaged: do not write to it; restore the \
newest backup"
echo junk >"$SITE/terminal.head"
broken_said 3 "'%s' is damaged"
rm "$SITE/terminal.key"
# shellcheck disable=SC2086 # words
broken_said 3 "the key of this computer, 'terminal.key', is missing: nothing \
can be recorded. Put the file back where the rest of the house lies; no backup \
holds it. If it is lost, the charter sheet from the safe is needed" \
	-u 2001 $enrol
echo junk >"$SITE/terminal.key"
# shellcheck disable=SC2086 # words
broken_said 3 "the key of the terminal '%s' is damaged or belongs to another \
terminal: put its file 'terminal.key' back as it was" -u 2001 $enrol
cp "$SITE/keys/1042.key" "$SITE/keys/2001.key"
broken_said 3 "this sealed key belongs to '%s' of '%s', not to '%s' of '%s'" \
	-u 2001 people
echo junk >"$SITE/keys/2001.key"
broken_said 3 "the file of this key is damaged: take it from a backup, or HR \
gives a new code" -u 2001 people
sed -i "s|^key: .*|$(grep '^key: ' "$SITE/keys/1042.key")|" \
	"$SITE/keys/2001.key"
broken_said 3 "the file 'keys/%s.key' is not the key that is recorded for %s: \
take it from a backup, or ask HR for a new code" -u 2001 people
sed -i "s|^key: .*|$(grep '^key: ' "$SITE/keys/1042.key")|" \
	"$SITE/keys/2001.key"
ask -u 2001 people
is "a passphrase that nothing could open is no wrong one" \
	"$(sql 'select count(*) from tries where n > 0')" 0
whole
secrets "$HR_PASS" "$HR_PASS"
# shellcheck disable=SC2086 # words
ask -u 2001 $enrol
cp "$T/kept"/house.db* "$SITE"
broken_said 3 "the database is not the one this computer last wrote: an older \
copy was put in its place, or it was changed. Nothing is done with it. \
'preshift verify' shows what holds"
change() { # SQL; behind the guards' back
	sqlite3 "$SITE/house.db" "select 'drop trigger ' || name || ';'
		from sqlite_schema where type = 'trigger'" >"$T/drop.sql"
	sqlite3 "$SITE/house.db" "select sql || ';' from sqlite_schema
		where type = 'trigger'" >"$T/make.sql"
	{
		cat "$T/drop.sql"
		echo "$1;"
		cat "$T/make.sql"
	} | sqlite3 "$SITE/house.db"
}
change "update leaf set body = cast(replace(cast(body as text), 'Keller',
	'Kellar') || 'x' as blob) where idx = 3"
broken_said 3 "what should hold does not: faults in '%s': %llu" verify
sqlite3 "$SITE/house.db" "select 'drop trigger ' || name || ';'
	from sqlite_schema where type = 'trigger' limit 1" |
	sqlite3 "$SITE/house.db"
broken_said 3 "something is broken: see the lines that say so" check

# What other terminals and years bring, left in the views as it would be.
change "insert into v_roster (number, terminal, idx, at, kind, state)
	values ('1050', 'office', 900, 1795243800, 'leave', 'left')"
broken_said 4 "%s has left the house" activate 1050
sql "update v_roster set code_at = 'cellar' where number = '1050'"
broken_said 4 "this code is for terminal '%s', not for this one" activate 1050
sql "update v_roster set idx = 9000 where number = '1050'"
secrets "$CODE" "$PASS"
answers -
expect_said 3 "the enrolment of %s is not in this terminal's log" activate 1050
answers
whole
sql "insert into v_roster (number, terminal, idx, at, kind, since)
	values ('2001', 'office', 900, 1795243800, 'revoke', 1795243800)"
broken_said 4 "the key of %s is no longer valid: ask HR for a new code" \
	-u 2001 people
sql "update v_edition set texts = ''"
broken_said 3 "edition %u names no text" handbook show H1

# ---- an installation that is not whole ----

mkdir "$T/data"
cp -R "$top_srcdir/standards" "$top_srcdir/scenarios" "$T/data"
chmod -R u+w "$T/data"
kept=$PRESHIFT_DATADIR
PRESHIFT_DATADIR=$T/data
for tests in "$T"/data/scenarios/*.tests; do
	sed '/^test /s/$/ of another house/' "$tests" >"$T/tests"
	cp "$T/tests" "$tests"
done
expect_said 5 "'%s' has no test '%s'" --yes demo
PRESHIFT_DATADIR=$kept

# ---- a real house ----

# Its keys are made as those of every day, which takes a second.
unset NOW
SITE=$T/real
secrets "$HR_PASS"
run --passphrase-fd 3 init --name Real --id real --langs en --zone UTC \
	--hr 2001:A --hr 2:B --sheet "$T/real.sheet" 3<"$T/secrets"
NOW=2026-11-21T06:40
if [ "$code" -eq 0 ]; then
	secrets "$HR_PASS"
	expect_said 4 "--now is for trial houses: '%s' is a real one" \
		-u 2001 people
else
	not_ok "a real house is made" "$err"
fi

done_testing
