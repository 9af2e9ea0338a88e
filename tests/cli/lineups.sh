#!/bin/sh
# The lineups held: a list for the supervisor, a table for payroll.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk
hire 1017 'Ben Ortiz' staff en --team front-desk

as 1003 "$PASS" lineups -l en
expect_exit 0 "no lineup yet"
expect_has "which is said" "No lineup was held in these days."
as 1003 "$PASS" -o csv lineups
is "as a table it has its columns only" "$(tr -d '\r' <"$T/out")" "leaf,terminal,date,shift,team,\
start,end,from,to,minutes,leader,present,late,off,guests,signed,witness,\
witness_signed"

held() { # DATE LEADER WITNESS SECRET...
	NOW=$1T06:50
	answers 1003 'here 1-2' 'late 3' '+600' '' '' '' '' '' '' '' '' '' \
		'' "$2" "$3"
	shift 3
	secrets "$@"
	ask -o json lineup
	answers
	[ "$code" -eq 0 ] || { not_ok "a lineup is held" "$err"; exit 1; }
}
held 2026-11-16 unsigned skip ''
held 2026-11-20 now now "$PASS" "$PASS"
N=$(at '$.leaf')
NOW=2026-11-20T10:00

as 1003 "$PASS" -o json lineups
is "two are listed, the newest first" "$(count_at '$.lineups') \
$(at '$.lineups[0].date') $(at '$.lineups[1].date')" "2 2026-11-20 2026-11-16"
is "what payroll needs" "$(at '$.lineups[0].leaf') $(at '$.lineups[0].from') \
$(at '$.lineups[0].to') $(at '$.lineups[0].minutes') \
$(at '$.lineups[0].present') $(at '$.lineups[0].late')" \
	"$N 06:50 07:00 10 2 1"
is "and who signed" "$(at '$.lineups[0].signed') \
$(at '$.lineups[0].witness_signed') $(at '$.lineups[1].signed')" "1 1 0"
as 1003 "$PASS" -o csv lineups --people --from 2026-11-20
is "by person: one line each, and who came late" \
	"$(tr -d '\r' <"$T/out" | cut -d , -f 3,4,10-)" \
"date,shift,minutes,number,was
2026-11-20,early,10,1003,present
2026-11-20,early,10,1008,present
2026-11-20,early,10,1017,late"
ENV=TERM=xterm as 1003 "$PASS" -l en lineups
expect_has "people read the weekday" "Fri 20 Nov  early  06:50-07:00    10  \
Maria K.  2+1   yes"
expect_has "and the sum" "Lineups: 2. Minutes of paid time: 20."
ENV=TERM=xterm as 1003 "$PASS" -l de lineups
expect_has "in German" "Fr 20. Nov.  früh     06:50-07:00"
ENV=TERM=xterm as 1003 "$PASS" -l ru lineups
expect_has "in Russian, on one line" "пт 20 нояб.  утренняя  06:50-07:00"

held 2026-11-21 later skip ''
NOW=2026-11-21T10:00
ENV=TERM=xterm as 1003 "$PASS" -l en lineups
expect_has "what can still be signed is pointed to" \
	"Signatures that can be given until midnight: 2. Whose they are logs"
expect_has "and how" "Whose they are logs in, then"
NOW=2026-11-22T00:10
ENV=TERM=xterm as 1003 "$PASS" -l en lineups
expect_not "not the day after" "until midnight"

as 1003 "$PASS" -o json lineups --team kitchen
is "another team has none" "$(count_at '$.lineups')" 0
as 1003 "$PASS" -o json lineups --from 2026-11-01 --to 2026-11-16
is "of some days" "$(count_at '$.lineups')" 1
as 2001 "$HR_PASS" -o json lineups
expect_exit 0 "HR does the payroll"

secrets "$PASS" "$PASS" "$PASS"
expect_three 4 "staff do not see it" -u 1008 lineups
secrets "$PASS"
expect_said 2 "'%s' is no date: YYYY-MM-DD" -u 1003 lineups --from yesterday
expect_said 2 "no days lie between %s and %s: --from is the earlier one" \
	-u 1003 lineups --from 2026-12-01
expect_said 2 "'%s' is no team: lower-case letters, digits, hyphens" \
	-u 1003 lineups --team 'Front Desk'
done_testing
