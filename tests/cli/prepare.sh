#!/bin/sh
# What is to be said in a coming lineup is written down the evening before.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk

today_items() { # DATE
	ask -o json lineup --agenda --date "$1"
	sqlite3 :memory: "select group_concat(i.value, ' / ') from
		json_each(readfile('$T/out'), '\$.slots') s,
		json_each(s.value -> 'items') i
		where s.value ->> 'slot' = 'today'"
}

NOW=2026-11-20T06:50
answers 1003 'here 1-2' '' '' '' '' '' '' '' '' '' 'park towel trolley' '' \
	unsigned skip
secrets ''
ask lineup
expect_exit 0 "something is parked"

NOW=2026-11-20T22:40
answers 'Party of 40 at 09:30' 'Pool closed till noon' 'strike 1' 'take 1' ''
as 1003 "$PASS" -o json prepare
expect_exit 0 "items for a coming lineup"
is "in the evening it is the next day's" "$(at '$.date') $(at '$.team')" \
	"2026-11-21 front-desk"
is "its record" "$(leaf "$(at '$.leaf')" | sed -n '/^date:/,$p')" \
"date: 2026-11-21
team: front-desk
item: Pool closed till noon
item: towel trolley
owner: -
until: -
leader: -
end"
is "the lineup says them" "$(today_items 2026-11-21)" \
	"Pool closed till noon / towel trolley"
is "that of another day does not" "$(today_items 2026-11-22)" ""

answers 'Fire drill at three' ''
as 1003 "$PASS" prepare --date 2026-11-21 -l en
expect_has "more can be added" "Recorded as number"
is "to what was there" "$(today_items 2026-11-21)" \
	"Pool closed till noon / towel trolley / Fire drill at three"
before=$(leaves)
answers ''
as 1003 "$PASS" prepare --date 2026-11-21 -l en
expect_has "nothing new is nothing" "Nothing was changed."
is "and no record" "$(leaves)" "$before"
answers 'strike 3' 'strike 2' 'strike 1' ''
as 1003 "$PASS" -o json prepare --date 2026-11-21
is "all can be struck" "$(today_items 2026-11-21)" ""

answers 'Fire drill at four' ''
NOW=2026-11-20T22:30 as 1003 "$PASS" -o json prepare --date 2026-11-21
is "the later plan counts, also where the clock was set back" \
	"$(today_items 2026-11-21)" "Fire drill at four"

NOW=2026-11-21T06:30
answers 'Bus at nine' ''
as 1003 "$PASS" -o json prepare
is "in the morning it is the day's own" "$(at '$.date')" 2026-11-21

# ---- what cannot be ----

before=$(leaves)
secrets "$PASS"
prepared() { answers "$@" ''; }
prepared 7
expect_said 2 "'%s' alone says nothing: 'strike %s' or 'take %s'" \
	-u 1003 prepare --date 2026-11-23
prepared 'strike 1'
expect_said 2 "nothing here has the number %s" \
	-u 1003 prepare --date 2026-11-23
prepared 'take 9'
expect_said 2 "nothing here has the number %s" \
	-u 1003 prepare --date 2026-11-23
prepared one one
expect_said 2 "'%s' is on the list already" \
	-u 1003 prepare --date 2026-11-23
prepared 1a 2a 3a 4a 5a 6a
expect_said 2 "%d are enough for one lineup: strike one first by its number" \
	-u 1003 prepare --date 2026-11-23
prepared "$(printf '%200s' x | tr ' ' n)"
expect_said 2 "one short line each: at most %d characters" \
	-u 1003 prepare --date 2026-11-23
prepared -
expect_said 2 "say in a short line what is to be said, or only Enter to end" \
	-u 1003 prepare --date 2026-11-23
answers one
secrets "$PASS"
expect_three 2 "a script that does not end it" -u 1003 prepare
answers ''
expect_said 2 "%s is over: a coming lineup can be prepared" \
	-u 1003 prepare --date 2026-11-20
expect_three 2 "no date" -u 1003 prepare --date soon
expect_three 2 "no team" -u 1003 prepare --team 'Front Desk'
secrets ''
expect_three 4 "nobody logged in" prepare
is "nothing of it is recorded, nor left lying" \
	"$(leaves) $(sql 'select count(*) from drafts')" "$before 0"
run -o json check --rebuild
is "the lists follow from the log" "$code $(at '$.rebuilt.same')" "0 1"
done_testing
