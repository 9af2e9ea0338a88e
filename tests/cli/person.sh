#!/bin/sh
# One person: the page, and all that HR records there.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
CHARTER=$(grep -Eo '\b[0-9]{6}\b' "$T/sheet" | tr '\n' ' ')
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk --coach 1003
hire 1017 'Ben Ortiz' staff en --team bar
hire 1023 'Ольга Толль' staff ru --contract part
hire 3001 'Eva Horn' council de
as 2001 "$HR_PASS" -o json enrol 1050 'Piet Vos' --role staff --lang en
publish --material --due 14
read_handbook 1008 en
NOW=2026-11-21T07:00
sign_handbook 1008 en

person() { # ARG...; by HR, with the answers there are
	secrets "$HR_PASS" "$HR_PASS"
	ask -u 2001 -o json person "$@"
	answers
}
state_of() { # NUMBER
	secrets "$HR_PASS"
	ask -u 2001 -o json people
	sqlite3 :memory: "select value ->> 'state' from json_each(
		readfile('$T/out'), '\$.people') where value ->> 'number' = '$1'"
}
status_of() { # NUMBER
	secrets "$HR_PASS"
	ask -u 2001 -o json acks
	sqlite3 :memory: "select value ->> 'status' || ' ' ||
		ifnull(value ->> 'proof', '-') from json_each(
		readfile('$T/out'), '\$.people') where value ->> 'number' = '$1'"
}

# ---- the page ----

person 1008
expect_exit 0 "the page as data"
is "who it is" "$(at '$.number') $(at '$.name') $(at '$.role') $(at '$.team') \
$(at '$.contract') $(at '$.language') $(at '$.coach') $(at '$.state')" \
	"1008 Chiara Lind staff front-desk full en 1003 active"
is "the handbook" "$(at '$.handbook.status') $(at '$.handbook.proof') \
$(at '$.handbook.why')" 'acknowledged C ["script","hasty","unvouched"]'
is "what happened" "$(at '$.history[0].kind') $(at '$.history[0].detail')" \
	"ack read"
is "what can be recorded" "$(at '$.actions')" \
	'["code","change","misused","left","hold"]'
person 1050
is "who has a code" "$(at '$.state') $(at '$.code.until') $(at '$.code.waits')" \
	"enrolled 2026-12-05 0"
secrets "$HR_PASS"
ask -u 2001 -l en person 1008
expect_has "on the screen: what somebody is" \
	"Role: staff, Front desk, full time, English"
expect_has "the signature and its proof" "edition 1: signed today"
expect_has "why" "signed by a script, not at the keyboard"
expect_has "the history in words" "21 Nov: signed edition 1: read it"
expect_not "what was read, page by page, is not HR's" "opened"
expect_not "no key outside of the details" "RW"
secrets "$HR_PASS"
ask -u 2001 -l en person 1008 --details
expect_has "its beginning there" "Key: RW"
secrets "$PASS"
ask -u 3001 -o json person 1008
is "the council looks" "$(at '$.handbook.status') $(at '$.actions')" \
	"acknowledged []"
secrets "$PASS"
ask -u 1003 -o json person 1017
is "a supervisor sees what can be explained, and no more" \
	"$(at '$.actions') $(at '$.handbook')" \
	'["paper","explained","refused"] '
secrets "$PASS"
expect_three 4 "staff sees nobody" -u 1008 person 1017
secrets "$HR_PASS"
expect_said 2 "which person? 'person NUMBER'" -u 2001 person
expect_three 2 "somebody unknown" -u 2001 person 4711
expect_said 2 "'%s' is nothing that can be recorded of a person. Did you mean \
'%s'?" -u 2001 person 1017 lefft
expect_said 2 "'%s' is nothing that can be recorded of a person: 'person %s' \
shows what can" -u 2001 person 1017 promote
expect_said 4 "'%s' does not fit %s as things stand: 'person %s' shows what \
does" -u 2001 person 1008 exempt
secrets "$PASS"
expect_said 4 "'%s' is not for %s" -u 3001 person 1017 left

# ---- changes ----

answers name 'Chiara Bianchi' team bar contract part language de \
	coach 1017 role supervisor 'done'
person 1008 change
expect_exit 0 "everything changes at once"
is "the answer" "$(at '$.terminal') $(at '$.number') $(at '$.action')" \
	"office 1008 change"
expect_not "no name is in the record" Bianchi
person 1008
is "all of it is changed" "$(at '$.name') $(at '$.role') $(at '$.team') \
$(at '$.contract') $(at '$.language') $(at '$.coach') $(at '$.state')" \
	"Chiara Bianchi supervisor bar part de 1017 active"
is "the signature stays" "$(status_of 1008)" "acknowledged C"
answers 'Chiara Lind'
person 1008 name
answers role staff
person 1008 change
answers team -
person 1008 change
person 1008
is "one thing alone, without 'done'" \
	"$(at '$.name') $(at '$.role') $(at '$.team')" "Chiara Lind staff -"
BEFORE=$(leaves)
secrets "$HR_PASS"
answers team -
expect_said 2 "nothing is other than it was: nothing is recorded" \
	-u 2001 person 1008 change
answers team 'Front Desk'
expect_three 2 "no team" -u 2001 person 1008 change
answers coach 4711
expect_three 2 "no coach" -u 2001 person 1008 change
answers name ''
expect_three 2 "no name" -u 2001 person 1008 change
answers shoes
expect_three 2 "no such thing" -u 2001 person 1008 change
answers
expect_three 2 "no answer" -u 2001 person 1008 change
secrets "$HR_PASS" 'not the passphrase'
answers team bar
expect_three 4 "a wrong passphrase" -u 2001 person 1008 change
is "and nothing is recorded" "$(leaves)" "$BEFORE"

# ---- a new code ----

NOW=2026-11-21T08:00

person 1050 code
expect_exit 0 "a lost paper: another code"
CODE=$(json code)
is "before the first time nobody else is needed" "$(at '$.waits')" 0
activate 1050 "$CODE" 2001
is "it works" "$(state_of 1050)" active
person 1008 code
expect_exit 0 "a forgotten passphrase: another code"
CODE=$(json code) LEAF=$(json leaf)
is "it waits for a second person" "$(at '$.waits') $(at '$.until')" \
	"1 2026-12-05"
is "the old passphrase has ended" "$(state_of 1008)" enrolled
person 1008
is "what was signed before is worth what it was" "$(at '$.handbook.why')" \
	'["script","hasty"]'
is "the page says so" "$(at '$.code.waits') $(at '$.code.leaf')" "1 $LEAF"
secrets "$CODE" "$PASS"
answers 2001
ask activate 1008
expect_exit 4 "alone it does not work"
secrets "$HR_PASS" "$HR_PASS"
answers
expect_three 4 "who gave it cannot vouch" -u 2001 person 1008 vouch
secrets "$PASS" "$PASS"
ask -u 1003 -o json vouch
is "others are asked" "$(at '$.waiting[0].leaf') $(at '$.waiting[0].as')" \
	"$LEAF second"
secrets "$PASS" "$PASS"
ask -u 1017 -o json vouch
is "staff is not" "$(count_at '$.waiting')" 0
secrets "$PASS" "$PASS"
ask -u 1003 -o json person 1008 vouch
expect_exit 0 "another one vouches"
is "once" "$(secrets "$PASS"; ask -u 1003 -o json vouch; count_at '$.waiting')" 0
activate 1008 "$CODE" 2001
is "then it works" "$(state_of 1008)" active

# ---- the handbook ----

answers ''
person 1017 remind
expect_exit 0 "a reminder"
is "until the last day" "$(leaf_field "$(json leaf)" until)" 2026-12-05
is "who was reminded" "$(status_of 1017)" "asked -"
answers 30.11. 'on leave'
person 1017 exempt
expect_exit 0 "no signature needed for a while"
is "until then" "$(leaf_field "$(json leaf)" until) $(status_of 1017)" \
	"2026-11-30 exempt -"
person 1017
is "what fits somebody exempt" "$(at '$.actions')" \
	'["code","change","misused","left","exempt","paper","hold"]'
NOW=2026-12-01T07:00
is "after it, not" "$(status_of 1017)" "asked -"
answers - 'he wants to read it at home'
secrets "$PASS" "$PASS"
ask -u 1003 -o json person 1017 refused
expect_exit 0 "a supervisor records a refusal"
NOW=2026-12-01T07:10
answers '' 'what H5 says about the limit'
secrets "$PASS" "$PASS"
ask -u 1003 -o json person 1017 explained
expect_exit 0 "and that it was explained"
answers
person 1017
is "both are in the history" "$(at '$.history[0].kind') \
$(at '$.history[0].by') $(at '$.history[1].kind')" "explained 1003 refused"
printf 'scan' >"$T/scan.pdf"
answers ru '' 'H0 H1' 'red folder, shelf 2' -
person 1023 paper
is "some parts are not all" "$(status_of 1023 | cut -d' ' -f1)" outdated
answers ru 2026-11-28 '' 'red folder, shelf 2' "$T/none.pdf"
person 1023 paper
expect_exit 1 "a scan that is not there"
answers ru 2026-11-28 '' 'red folder, shelf 2' "$T/scan.pdf"
person 1023 paper
expect_exit 0 "signed on paper"
LEAF=$(json leaf)
is "the scan's digest" "$(leaf_field "$LEAF" scan)" \
	"$(sha256sum "$T/scan.pdf" | cut -d' ' -f1)"
is "all the other parts" "$(leaf_field "$LEAF" section | wc -l)" \
	$(($(must_read | wc -l) - 2))
is "it counts, weakly" "$(status_of 1023)" "acknowledged C"
secrets "$HR_PASS"
ask -u 2001 -l en -o plain receipt "$LEAF"
has "its receipt names the day in words" "$out" "on Saturday 28 November 2026"
secrets "$HR_PASS"
answers ru 2026-12-24 '' x -
expect_said 2 "'%s' is too late: not after %s" -u 2001 person 1017 paper
answers ru 1999-01-01 '' x -
expect_said 2 "'%s' is too early: not before %s" -u 2001 person 1017 paper
answers ru yesterday '' x -
expect_said 2 "'%s' is no day: write it like 21.11.2026 or 2026-11-21" \
	-u 2001 person 1017 paper
answers ru '' 'H99' x -
expect_said 2 "'%s' is no part that is to be signed" -u 2001 person 1017 paper
answers '' ''
expect_said 2 "a few words are needed here: they are recorded" \
	-u 2001 person 1017 exempt
answers '' "$(printf '%04500d' 1)"
expect_said 2 "that is too long: %zu letters, at most about %d" \
	-u 2001 person 1017 exempt
answers
secrets "$PASS"
expect_said 4 "nobody records their own paper: another supervisor or HR does" \
	-u 1003 person 1003 paper

# ---- a key that somebody else used ----

NOW=2026-12-02T09:00
answers 20.11. 'the passphrase stood on a note'
person 1008 misused
expect_exit 0 "a misused key"
is "the state" "$(state_of 1008)" revoked
is "what it signed since is in doubt" "$(status_of 1008)" "acknowledged D"
answers 20.11. 'a note as well'
person 1023 misused
is "a paper was never signed with it" "$(status_of 1023)" "acknowledged C"
secrets "$HR_PASS"
ask -u 2001 -l en acks --why
expect_has "and why" "the key was reported as misused"
answers
secrets "$HR_PASS"
expect_three 4 "twice does not fit" -u 2001 person 1008 misused

# ---- leaving, coming back, the hold ----

answers 30.11.
person 1017 left
expect_exit 0 "somebody left"
is "the state, the list" "$(state_of 1017) $(status_of 1017)" "left left -"
person 1017
is "what is left to do" "$(at '$.left') $(at '$.actions')" \
	'2026-11-30 ["returned","hold"]'
secrets "$HR_PASS"
expect_three 4 "nobody leaves twice" -u 2001 person 1017 left
expect_said 4 "nobody records their own leaving: the other HR person does" \
	-u 2001 person 2001 left
person 1017 returned
expect_exit 0 "and is back"
is "with a code that waits" "$(at '$.waits') $(state_of 1017)" "1 enrolled"
answers 'a case at court'
person 1017 hold
expect_exit 0 "a hold"
person 1017
is "it is on the page, and can end" "$(at '$.hold') \
$(count_at '$.actions' "value = 'release'")" "1 1"
answers 'the case is closed'
person 1017 release
person 1017
is "it has ended" "$(at '$.hold')" 0

# ---- HR people need the charter ----

secrets "$HR_PASS" "$CHARTER"
ask -u 2001 -o json person 2002 code
expect_exit 0 "another code for an HR person, with the charter sheet"
activate 2002 "$(json code)" 2001
secrets "$HR_PASS" 'no digits'
expect_three 4 "not without it" -u 2001 person 2002 code
secrets "$HR_PASS" "$CHARTER"
answers role staff
ask -u 2001 -o json person 2002 change
expect_exit 0 "no longer HR"
is "a member of staff" "$(secrets "$HR_PASS"; answers
	ask -u 2001 -o json person 2002; at '$.role')" staff

answers
run verify
expect_exit 0 "all of it holds"
done_testing
