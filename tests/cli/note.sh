#!/bin/sh
# note: something written down in passing is an item of the next lineup.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1042 'Дмитрий Соколов' staff ru --team front-desk
hire 2003 'Maria Keller' supervisor de --team kitchen

item() { # INDEX; the last item of a plan
	leaf_field "$1" item | tail -n 1
}

answers complaint 'Кран в душе капает' 'другой номер' '18:00'
as 1042 "$PASS" -o json note
expect_exit 0 "a complaint"
one=$(at '$.leaf')
is "it is a plan for the team's next lineup" "$(leaf_field "$one" date) $(
	leaf_field "$one" team) $(leaf_field "$one" by)" \
	"2026-11-21 front-desk 1042"
is "in the writer's language, its kind first" "$(item "$one")" \
	'Жалоба: Кран в душе капает; гость хочет: другой номер; срок: 18:00'
answers praise 'Olga hat den Koffer gefunden' 'Olga' ''
as 1042 "$PASS" -l de -o json note
two=$(at '$.leaf')
is "praise; what is left out is left out" "$(item "$two")" \
	'Lob: Olga hat den Koffer gefunden; danke an: Olga'
is "what stood there already stands there still" \
	"$(leaf_field "$two" item | head -n 1)" "$(item "$one")"
answers idea 'Tea at the door'
as 1042 "$PASS" -l en -o json note
is "an idea; a script may leave out what may be left out" \
	"$(item "$(at '$.leaf')")" 'Idea: Tea at the door'
answers tool 'A second till' 'the queue at eight'
as 1042 "$PASS" -l en -o json note
is "a tool" "$(item "$(at '$.leaf')")" \
	'Needed: A second till; what for: the queue at eight'
answers money '15 EUR' 'a taxi'
as 1042 "$PASS" -l en -o json note
is "money" "$(item "$(at '$.leaf')")" 'Money spent: 15 EUR; what for: a taxi'
answers lineup 'The lift is checked at ten'
as 1042 "$PASS" -l en note
expect_has "something for the lineup" "Written down as number"
expect_has "and when it is heard" "early shift"
is "without a word before it" "$(item $(($(leaves) - 1)))" \
	'The lift is checked at ten'
expect_has "five are heard, and it is said" "5 things stand there already"

# ---- which lineup ----

answers lineup 'Knives are sharp'
as 2003 "$PASS" -o json note
is "another team has its own" "$(at '$.team') $(
	leaf_field "$(at '$.leaf')" item | wc -l | tr -d ' ')" "kitchen 1"
NOW=2026-11-21T07:30
answers lineup 'After the early shift began'
as 2003 "$PASS" -o json note
is "the shift that is over hears nothing: the late one does" \
	"$(at '$.date')" 2026-11-21
answers 2003 'here 1' '' '' '' '' '' '' '' '' '' '' '' unsigned
as 2003 "$PASS" -o json lineup --team kitchen --shift early
expect_exit 0 "the kitchen holds an early one"
answers lineup 'For those who have early lineups only'
as 2003 "$PASS" -o json note
is "a team that holds early ones hears it tomorrow" "$(at '$.date')" \
	2026-11-22
NOW=2026-11-21T06:40

# ---- what is not fit ----

before=$(leaves)
secrets "$PASS"
answers complaint ''
expect_said 2 "please write it in words" -u 1042 note
answers idea '-'
expect_said 2 "please write it in words" -u 1042 note
answers idea "$(awk 'BEGIN { for (i = 0; i < 500; i++) printf "words " }')"
expect_said 2 "that is too long to be heard in a lineup: please say it in a sentence or two" \
	-u 1042 note
answers idea 'Tea' "$(awk 'BEGIN { for (i = 0; i < 40; i++) printf "long " }')"
expect_said 2 "that is too long to be heard in a lineup: please say it in a sentence or two" \
	-u 1042 note
answers rumour 'Somebody said'
as 1042 "$PASS" note
is "no such kind" "$code" 2
answers complaint
as 1042 "$PASS" note
is "a script that lacks an answer" "$code" 2
is "takes nothing" "$(leaves) $(sql 'select count(*) from drafts
	where name like "note%"')" "$before 0"
run note
expect_error 4 "log in" "nobody in particular writes nothing"
done_testing
