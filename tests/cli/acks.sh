#!/bin/sh
# Who must sign the handbook, who has, who has not; each on one's own dates.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1008 'Chiara Lind' staff en --team front-desk
hire 1017 'Ben Ortiz' staff en --team bar
hire 1023 'Ольга Толль' staff ru --team front-desk
hire 3001 'Eva Horn' council de
as 2001 "$HR_PASS" enrol 1050 'Piet Vos' --role staff --lang en \
	--team front-desk
publish --material --due 14
read_handbook 1008 en
NOW=2026-11-21T07:00
sign_handbook 1008 en
ACK=$(at '$.leaf')
answers 'Not now.'
as 1017 "$PASS" sign --decline
read_handbook 1023 ru
answers paper
as 1023 "$PASS" sign

acks() { # ARG...
	secrets "$HR_PASS"
	ask -u 2001 -o json acks "$@"
}
row() { # NUMBER FIELD
	sqlite3 :memory: "select ifnull(value ->> '$2', 'null') from json_each(
		readfile('$T/out'), '\$.people')
		where value ->> 'number' = '$1'"
}

acks
expect_exit 0 "HR asks who has signed"
is "everybody is there, once" "$(at '$.edition') $(sqlite3 :memory: "select
	group_concat(value ->> 'number', ' ')
	from json_each(readfile('$T/out'), '\$.people')")" \
	"1 1008 1017 1023 1050 2001 2002 3001"
for field in number status edition language at leaf proof wants; do
	is "each has '$field'" "$(count_at '$.people' \
		"json_type(value, '\$.$field') is not null")" 7
done
is "who signed: all of it" "$(row 1008 status) $(row 1008 edition) \
$(row 1008 language) $(row 1008 leaf) $(row 1008 wants)" \
	"acknowledged 1 en $ACK null"
# The clock runs on while the program works: to the minute.
is "and when" "$(row 1008 at | cut -c1-16)" 2026-11-21T06:00
is "signed by a script is weak" "$(row 1008 proof)" C
is "who said no" "$(row 1017 status) $(row 1017 at)" "declined null"
is "who asks for paper" "$(row 1023 status) $(row 1023 wants)" \
	"not-asked paper"
is "who has not come yet" "$(row 1050 status)" not-asked

acks --status acknowledged
is "--status" "$(count_at '$.people') $(row 1008 status)" "1 acknowledged"
acks --team bar
is "--team" "$(count_at '$.people') $(row 1017 number)" "1 1017"
acks --status declined --team front-desk
is "both" "$(count_at '$.people')" 0

NOW=2026-12-02T00:00
acks
is "three days before the last they are due" "$(row 1023 status) \
$(row 1008 status) $(row 1050 status)" "due acknowledged not-asked"
NOW=2026-12-01T23:59
acks
is "not a minute earlier" "$(row 1023 status)" not-asked
NOW=2026-12-05T23:59
acks
is "the last day is in time" "$(row 1023 status)" due
NOW=2026-12-06T00:00
acks
is "the next is not" "$(row 1023 status) $(row 1008 status) \
$(row 1017 status)" "overdue acknowledged declined"
is "who never activated owes nothing yet" "$(row 1050 status)" not-asked

# Somebody who comes later has the same number of days.
NOW=2026-12-04T09:00
hire 1060 'Late Comer' staff en --team bar
NOW=2026-12-10T09:00
acks
is "the days begin with the first activation" "$(row 1060 status) \
$(row 1023 status)" "not-asked overdue"
NOW=2026-12-19T09:00
acks
is "and end for everybody" "$(row 1060 status)" overdue

secrets "$HR_PASS"
ask -u 2001 -l en acks
expect_has "on the screen: counts" "1 signed"
expect_has "names" "Lind, Chiara"
expect_has "and since when" "overdue since 19 Dec"
ENV=TERM=screen ask -u 2001 -l de acks
expect_has "in German" "Lind, Chiara"
expect_has "since when" "überfällig seit 19. Dez."
is "in one line" "$(echo "$out" |
	grep -c '^  [0-9]  1060 .*seit 19\. Dez\.   *-$')" \
	"$(echo "$out" | grep -c 'seit 19\.')"
expect_not "with no English word" "overdue since"
ask -u 2001 -o csv acks
is "as a table" "$(sed -n '1p' "$T/out" | tr -d '\r')" \
	"number,status,edition,language,at,leaf,proof,wants"
ENV=TERM=screen ask -u 2001 -l en acks
is "shown are those who need somebody, and the newest; counted are all" \
	"$(echo "$out" | sed -n 's/^  [1-9]  \([0-9]*\) .*/\1/p' | tr '\n' ' ')" \
	"1023 2001 3001 1060 1017 1008 "
expect_has "the count of all" "8 people: 1 signed, 2 to sign, 4 overdue, \
1 said no."
expect_has "and of those shown" "Shown: 5 that need you, 1 newest."
expect_has "the last day stands above" "edition 1, sign by 5 Dec"
expect_has "a no has its day" "said no on 21 Nov"
expect_has "so has a signature" "signed on 21 Nov"
expect_not "what needs nobody is not shown" "Piet Vos"
ask -u 2001 -l en acks --all
expect_has "--all shows it: who never came is not late" \
	"1050; Name: Vos, Piet; Team: Front desk; State: not here yet"
numbers() {
	sqlite3 :memory: "select group_concat(value ->> 'number', ' ')
		from json_each(readfile('$T/out'), '\$.people')"
}
acks --sort name
is "--sort name: the last name first" "$(numbers)" \
	"1060 3001 1008 1017 2001 2002 1050 1023"
acks --sort team
is "--sort team: those in none come last" "$(numbers)" \
	"1060 1017 1008 1050 1023 3001 2001 2002"
ask -u 2001 -l en acks --why
expect_has "--why tells what a proof lacks" "1008 Chiara L.: weak (signed by \
a script, not at the keyboard;"
secrets "$PASS"
ask -u 3001 acks
expect_exit 0 "the council may see it"
expect_said 4 "only HR reminds people: the works council may look" \
	-u 3001 acks --remind
expect_three 4 "staff may not" -u 1008 acks
secrets "$HR_PASS"
expect_three 2 "a state there is not" -u 2001 acks --status lazy
expect_said 2 "'%s' is no order: name or team" -u 2001 acks --sort age
expect_three 2 "a word too many" -u 2001 acks now
expect_three 4 "it needs a login" acks

# Reminding asks first, writes one record for each, and nobody is asked twice.
BEFORE=$(leaves)
acks --remind
expect_exit 2 "a script must say yes"
is "nothing is recorded without it" "$(leaves)" "$BEFORE"
answers no
acks --remind
is "no is no" "$(leaves)" "$BEFORE"
answers yes
acks --remind
expect_exit 0 "yes reminds"
is "the first record is told" "$(at '$.leaf')" "$BEFORE"
is "who is reminded" "$(at '$.reminded')" '["1023","1060","2001","3001"]'
is "a record each" "$(leaves)" $((BEFORE + 4))
is "who is late has a week" "$(leaf_field "$BEFORE" until)" 2026-12-26
answers
acks --remind --yes
is "nobody is reminded twice" "$(at '$.reminded') $(leaves)" \
	"[] $((BEFORE + 4))"
acks
is "overdue stays overdue" "$(row 1023 status)" overdue
ask -u 2001 -l en acks --remind --yes
expect_has "and that is said" "Nobody is left to remind"

# An objection is to one leaf of one terminal. No command writes one yet: the
# list is told of it as another terminal's news would tell it.
object_to() { # TERMINAL NUMBER
	sql "insert into v_handbook (number, terminal, idx, kind, ref_terminal,
		ref_idx) select number, 'bar', idx, 'object', '$1', idx
		from v_handbook where kind = 'ack' and number = '$2'"
	acks
}
object_to bar 1008
is "another terminal's leaf is another leaf" \
	"$(row 1008 status)" acknowledged
sql "delete from v_handbook where kind = 'object'"
object_to office 1008
is "who objects to their own acknowledgement disputes it" \
	"$(row 1008 status) $(row 1008 proof)" "disputed D"

done_testing
