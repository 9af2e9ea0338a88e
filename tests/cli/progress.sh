#!/bin/sh
# Where somebody stands: three people with different pasts.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1031 'Elif Kaya' staff de --team front-desk
hire 1042 'Dmitri Sokolov' staff en --team front-desk --coach 1031
hire 1008 'Chiara Lind' staff en --team front-desk

play() { # NUMBER DRILL CHOICES
	secrets "$PASS"
	ask -u "$1" drill "$2" --choices "$3"
	[ "$code" -eq 0 ] || not_ok "$1 plays $2" "$err"
}
BEST_DOOR=n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
NEAR_DOOR=n1.wave,n2.step,n3.half,n4.glasses,late.sorry
BAD_DOOR=n1.tables,n2b.letin,early.fine,late.cold
BEST_DAY=n1.can,n2.reason,n3.two,n4.fetch,n5.thanks

lead() { # DATE HERE
	answers 1003 "$2" '' '' '' '' '' '' '' '' '' '' '' unsigned skip
	NOW=$1T06:50 ask lineup
	[ "$code" -eq 0 ] || not_ok "the lineup of $1" "$err"
}

keys() {
	sqlite3 :memory: "select group_concat(key, ' ')
		from json_each(readfile('$T/out'), '\$')"
}
me() { # NUMBER [ARG...]
	me_number=$1
	shift
	secrets "$PASS"
	ask -u "$me_number" -o json progress "$@"
}
line() {
	echo "$(at '$.drills.ready')/$(at '$.drills.of') \
$(at '$.commandments.heard')/$(at '$.commandments.of') $(at '$.handbook')"
}

# ---- before anything ----

me 1042
expect_exit 0 "one's own progress"
is "the keys" "$(keys | tr ' ' '\n' | sort | tr '\n' ' ')" \
	"commandments drills format handbook next number ready recall "
is "nothing yet" "$(line)" "0/12 0/20 not-asked"
is "no recall, no clearance, and what to do next" \
	"$(sqlite3 :memory: "select json_type(readfile('$T/out'), '\$.recall')
	|| ' ' || json_array_length(readfile('$T/out'), '\$.ready')
	|| ' ' || (json_array_length(readfile('$T/out'), '\$.next') > 0)")" \
	"null 0 1"

# ---- three pasts ----

publish --material --due 7
lead 2026-11-20 'here 1 3-4 off 2'
lead 2026-11-21 'here 1-3 late 4'
lead 2026-12-11 'here 1-4'
play 1031 glass-door $BEST_DOOR
play 1031 glass-door $BAD_DOOR
play 1031 day-sixteen $BEST_DAY
play 1042 glass-door $NEAR_DOOR
play 1042 glass-door $BAD_DOOR
NOW=2026-11-21T10:00
read_handbook 1031 de
sign_handbook 1031 de

me 1031
is "who trained, came and signed" "$(line)" "2/12 2/20 acknowledged"
me 1042
is "who nearly had it, and was late once" "$(line)" "0/12 2/20 not-asked"
is "nearly is told" "$(at '$.drills.nearly')" 1
me 1008
is "who was off: the same commandment twice counts once" "$(line)" \
	"0/12 1/20 not-asked"
NOW=2026-11-29T10:00
me 1008
is "a week later the handbook is overdue" "$(at '$.handbook')" overdue
has "and comes first" "$(at '$.next[0]')" "read H0 to H18, "
me 1031 -l de
is "what is next is in one's language" "$(at '$.next[0]' |
	grep -c 'drill')" 0

# ---- whose business it is ----

me 1031 1042
is "the coach may see it" "$(at '$.number') $(line)" "1042 0/12 2/20 overdue"
secrets "$PASS"
expect_said 4 "results belong to %s and the coach: ask them" \
	-u 1008 progress 1042
expect_said 4 "results belong to %s and the coach: ask them, or see 'coverage'" \
	-u 1003 progress 1042
secrets "$HR_PASS"
expect_three 4 "nor HR" -u 2001 progress 1042
expect_three 4 "nor who does not say who they are" progress 1042
secrets "$PASS"
expect_three 2 "a number nobody has" -u 1008 progress 9999
expect_three 2 "a number that is none" -u 1008 progress 10-42
expect_three 2 "two at once" -u 1008 progress 1008 1042

# ---- the page ----

secrets "$PASS"
ask -u 1042 progress
has "what is next has numbers" "$out" "1: read H0 to H18, "
has "a drill that nearly succeeded" "$out" \
	'"The glass door": one more try'
has "who sees it" "$out" "Seen by: you and Elif K."
has "the coach is asked" "$out" "ask Elif K. for a time"
has "how much of the handbook" "$out" "0 of 12 must-read parts"
has "no marks" "$out" "No marks, no ranking."
has_not "the first week is over" "$out" "first week"
has "the talk is to come" "$out" "Day 21: a talk with HR"
ask -u 1031 -l en progress 1042
has "the coach sees whose it is" "$out" "TRIAL, PROGRESS, Dmitri Sokolov"
has_not "without numbers to press" "$out" "1: read"
ask -u 1008 progress
has "who has no coach is told whom to ask" "$out" "no coach yet: ask HR"
NOW=2026-11-22T10:00 ask -u 1008 progress
has "in the first week" "$out" "Day 2 of the first week. Seen by: you alone"
ask -u 1031 progress
has_not "who has signed is not asked again" "$out" "1: read"
for lang in en de ru; do
	ask -u 1031 -l $lang progress
	cp "$T/out" "$T/page.$lang"
done
check "the page is in German" sh -c "! cmp -s '$T/page.en' '$T/page.de'"
has "and in Russian" "$(cat "$T/page.ru")" "ПРОБНЫЙ ДОМ"

done_testing
