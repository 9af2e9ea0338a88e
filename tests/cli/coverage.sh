#!/bin/sh
# Which lineups were held, heard and signed: counts, no score.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1031 'Elif Kaya' staff de --team front-desk --contract part
hire 1042 'Dmitri Sokolov' staff en --team front-desk --coach 1031
hire 1050 'Piet Vos' staff en --team bar
as 2001 "$HR_PASS" -o json enrol 3001 'Eva Horn' --role council --lang de
activate 3001 "$(json code)" 2001

lead() { # DATETIME HERE HOW [SHIFT]
	answers 1003 "$2" '' '' '' '' '' '' '' '' '' '' '' "$3" skip
	secrets "$PASS"
	NOW=$1 ask lineup --shift "${4:-early}"
	[ "$code" -eq 0 ] || not_ok "the lineup of $1" "$err"
}
count() { # NUMBER [ARG...]
	secrets "$PASS"
	[ "$1" != 2001 ] || secrets "$HR_PASS"
	count_who=$1
	shift
	ask -u "$count_who" -o json coverage "$@"
}
shift_of() { # INDEX of the first team's
	echo "$(at "\$.teams[0].shifts[$1].shift") $(
		at "\$.teams[0].shifts[$1].held")/$(
		at "\$.teams[0].shifts[$1].expected")"
}

# ---- on the first morning ----

NOW=2026-11-21T06:40
count 1003
expect_exit 0 "before the first shift"
is "nothing is expected yet" "$(shift_of 0)" "early 0/0"
ask -u 1003 -l en coverage
has "that is said" "$out" "no lineup at all in these days"

# ---- three days ----

lead 2026-11-21T06:50 'here 1-3' now
lead 2026-11-22T06:50 'here 1-2' unsigned
lead 2026-11-22T14:50 'here 1 3' unsigned late
NOW=2026-11-23T06:50
count 1003
is "a supervisor's own team, from the house's first day on" "$(
	at '$.from') $(at '$.to') $(at '$.teams[0].team') $(count_at '$.teams')" \
	"2026-11-21 2026-11-23 front-desk 1"
is "early: today's has not begun" "$(shift_of 0)" "early 2/2"
is "late" "$(shift_of 1)" "late 1/2"
is "night: one that has begun and was not held" "$(shift_of 2)" "night 0/2"
is "which are missing" "$(at '$.teams[0].shifts[1].missing')" \
	'["2026-11-21"]'
is "signatures" "$(at '$.teams[0].lineups') $(at '$.teams[0].signed') $(
	at '$.teams[0].open')" "3 1 0"
is "who has heard least" "$(at '$.teams[0].least.heard')/$(
	at '$.teams[0].least.of')" "2/20"
is "and what is new next" "$(at '$.teams[0].least.date')" "2026-11-23"
ask -u 1003 -l en coverage
has "held" "$out" "early 2 of 2, late 1 of 2, night 0 of 2"
has "missing, by weekday" "$out" "late: Sat 21"
has "a shift of which there is none" "$out" "night: all of them"
has "signed" "$out" "1 of 3 lineups"
has_not "no score" "$out" "%"
NOW=2026-11-22T20:00
count 1003
is "what can still be signed today" "$(at '$.teams[0].open')" 2

# ---- other teams, other days ----

NOW=2026-11-23T10:00
count 2001
is "HR sees all teams" "$(sqlite3 :memory: "select group_concat(
	value ->> 'team', ' ') from json_each(readfile('$T/out'),
	'\$.teams')")" "front-desk bar"
secrets "$HR_PASS"
ask -u 2001 -l en coverage
has "a team without any is said" "$out" "no lineup at all in these days"
count 3001 --team bar
expect_exit 0 "the council may see it"
count 1003 --from 2026-11-22 --to 22.11.2026
is "days that are asked for" "$(at '$.from') $(shift_of 0)" \
	"2026-11-22 early 1/1"
secrets "$PASS"
ask -u 1003 -o csv coverage
is "as a table: a line for each lineup, held or not" "$(head -n 2 "$T/out" |
	tr -d '\r')" "team,shift,date,held,signed,second
front-desk,early,2026-11-21,true,true,false"
secrets "$PASS"
expect_three 4 "staff do not see it" -u 1042 coverage
expect_said 2 "there is no team '%s'; the house has: %s" \
	-u 1003 coverage --team kitchen
expect_said 2 "'%s' is no date: YYYY-MM-DD" -u 1003 coverage --from soon
expect_said 2 "the first day, %s, comes after the last" -u 1003 coverage \
	--from 2026-11-23 --to 2026-11-22
expect_said 2 "that is more than a year: %d days at most" -u 1003 coverage \
	--from 2024-01-01

done_testing
