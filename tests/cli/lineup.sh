#!/bin/sh
# A lineup is planned, led, recorded and signed.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

# Seven who are active and one who is not: the roll, in this order.
make_house
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1005 'Jonas Weber' supervisor de --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk
hire 1017 'Ben Ortiz' staff en --team front-desk
hire 1023 'Ольга Толль' staff ru --team front-desk
hire 1031 'Elif Kaya' staff de --team front-desk
hire 1042 'Дмитрий Соколов' staff ru --team front-desk
as 2001 "$HR_PASS" enrol 1050 'Piet Vos' --role staff --lang en \
	--team front-desk
NOW=2026-11-21T06:50

# ---- the plan ----

ask -o json lineup --agenda
is "the agenda is of the nearest shift" \
	"$(at '$.date') $(at '$.shift') $(at '$.team')" \
	"2026-11-21 early front-desk"
is "21 November 2026 has the 19th commandment" \
	"$(at '$.commandment.number') $(at '$.commandment.id')" \
	"19 cross-help"
is "its slots" "$(sqlite3 :memory: "select group_concat(value ->> 'slot', ' ')
	from json_each(readfile('$T/out'), '\$.slots')")" \
	"roll mantra yesterday praise today commandment practice board ideas \
recall close"
sums=
for form in 10 7 5; do
	ask -o json lineup --agenda --form $form
	sums="$sums$(at '$.seconds')=$(sqlite3 :memory: "select
		sum(value ->> 'seconds')
		from json_each(readfile('$T/out'), '\$.slots')") "
done
is "the slots of each form sum to its minutes" "$sums" \
	"600=600 420=420 300=300 "
ask -o json lineup --agenda
is "nothing is open from yesterday, so that slot folds" \
	"$(count_at '$.slots' "value ->> 'slot' = 'yesterday' and
		value ->> 'seconds' = 0")" 1
folded=$(sqlite3 :memory: "select value ->> 'seconds' from
	json_each(readfile('$T/out'), '\$.slots')
	where value ->> 'slot' = 'commandment'")
is "its seconds go to the commandment" "$folded" 220
ask -o json lineup --agenda --date 2026-11-22
is "the day after has the 20th" "$(at '$.commandment.number')" 20
ask -o json lineup --agenda --date 2026-11-23
is "and then the first" "$(at '$.commandment.number')" 1
NOW=2026-11-22T00:20 ask -o json lineup --agenda
is "after midnight the night shift is yesterday's" \
	"$(at '$.date') $(at '$.shift') $(at '$.commandment.number')" \
	"2026-11-21 night 19"
NOW=2026-11-22T00:20 ask -o json lineup --agenda --shift night
is "also when it is named" "$(at '$.date') $(at '$.shift')" "2026-11-21 night"
ask lineup --agenda -l de
expect_has "on paper the agenda has the title, in German" \
	"Hilf über deinen Platz hinaus"
ENV=TERM=xterm ask lineup --sheet
expect_has "the sheet has the mantra" "Every guest leaves with a yes."
expect_has "and the roll to tick" "[ ]  8  Piet V."
check "and fits on one page of A4" test "$(wc -l <"$T/out")" -le 66
ask -o html lineup --sheet
expect_has "also for a browser" "<html"

hire 1061 'Ana Petrova' staff en --team spa
hire 1062 'Ana Popova' staff en --team spa
hire 1063 'Ana Silva' staff en --team spa
hire 1064 'Ana Silva' staff en --team spa
ENV=TERM=xterm ask lineup --sheet --team spa
has "two of the same short name are told apart" \
	"$(grep '^ *\[ \]' "$T/out" | tr -s '[] \n' ' ')" \
	"1 Ana Petrova 3 Ana Silva (1063) 2 Ana Popova 4 Ana Silva (1064)"

# ---- what cannot be ----

expect_three 2 "a form of six minutes" lineup --agenda --form 6
expect_three 2 "no date" lineup --agenda --date 2026-02-30
expect_three 2 "no shift" lineup --agenda --shift noon
expect_three 2 "no team" lineup --agenda --team 'Front Desk'
expect_three 1 "a team without people" lineup --team kitchen
expect_three 2 "a word too many" lineup now

# ---- held ----

# Every Enter of it; `park` and `recall` where they belong.
held() { # LEADER'S-ANSWER WITNESS'S-ANSWER
	answers 1003 'here 1-5' 'late 7 off 6' '' '+60' '' '' '+200' '' '' '' \
		'heard 1' 'heard 1 3' '' '' '' 'recall 5' '' \
		'park towel trolley' '' "$@"
}

# A script that lacks an answer, at whatever place, takes nothing.
held now later
cp "$T/answers" "$T/whole"
secrets "$PASS"
before=$(leaves)
bad=
n=$(wc -l <"$T/whole")
i=0
while [ $i -lt "$n" ]; do
	head -n $i "$T/whole" >"$T/answers"
	ask lineup
	[ "$code" -eq 2 ] && [ -n "$err" ] || bad="$bad $i:$code"
	i=$((i + 1))
done
none "a script cut anywhere is exit 2" "$bad"
is "and nothing is recorded" "$(leaves)" "$before"
is "nor left lying as a draft" "$(sql 'select count(*) from drafts')" 0
head -n 3 "$T/whole" >"$T/answers"
expect_three 2 "what it lacks is said" lineup
answers 9999
expect_three 2 "somebody who is not on the roll cannot lead" lineup
answers 1050
expect_three 2 "nor who is not activated" lineup
answers 1003 'here 9'
expect_three 2 "a number that is not in the roll" lineup
answers 1003 'here 6-1'
expect_three 2 "a range backwards" lineup
answers 1003 ''
expect_three 2 "a lineup without anybody" lineup
answers 1003 'here 1-6' 'heard 4'
expect_three 2 "a fourth thing to listen for" lineup
answers 1003 'here 1-6' 'recall 7'
expect_three 2 "more who knew it than are here" lineup
answers 1003 'here 1-6' 'short 6'
expect_three 2 "shortened to six minutes" lineup
answers 1003 'here 1-6' 'park'
expect_three 2 "parking nothing" lineup
answers 1003 'here 1-6' "park $(printf '%900s' x | tr ' ' n)"
expect_three 2 "parking a novel" lineup
answers 1003 'here 1-6' 'add'
expect_said 2 "say what is to be said: 'add lift two is out'" lineup
answers 1003 'here 1-6' "add $(printf '%200s' x | tr ' ' n)"
expect_said 2 "one short line each: at most %d characters" lineup
answers 1003 'here 1-6' 'add 1' 'add 2' 'add 3' 'add 4' 'add 5' 'add 6'
expect_said 2 "%d are said already: park it instead, with p" lineup
answers 1003 'here 1-6' 'dance'
expect_three 2 "a word that is none" lineup
held now later
secrets 'somebody elses passphrase'
ask lineup
is "a wrong passphrase at the close of a script" "$code" 4
is "records nothing either" "$(leaves) $(sql 'select count(*) from drafts')" \
	"$before 0"
sql 'delete from tries'

held now now
secrets "$PASS" "$PASS"
real=$(date +%s)
ask -o json lineup
real=$(($(date +%s) - real + 1)) # seconds that went by besides, at most
expect_exit 0 "a lineup is led"
N=$(at '$.leaf')
is "it says its number and who signed" "$(at '$.terminal') \
$(at '$.leader')=$(at '$.leader_signed') $(at '$.witness_signed')" \
	"office 1003=1 1"
WITNESS=$(at '$.witness')
case $WITNESS in
1005 | 1008 | 1017 | 1023 | 1042) ok "the witness is one who was here" ;;
*) not_ok "the witness is one who was here" "$WITNESS" ;;
esac
is "the record, the leader's vouch, the witness's" "$(leaves)" \
	$((before + 3))
is "what it says" "$(leaf "$N" | sed -n '
	/^date:/,/^end$/p' |
	grep -Ev '^(content|translation|witness|start|end):')" \
"date: 2026-11-21
shift: early
team: front-desk
form: 10
leader: 1003
language: en
commandment: cross-help
present: 1003
present: 1005
present: 1008
present: 1017
present: 1023
late: 1042
off: 1031
guests: 0
shown: roll
shown: mantra
shown: praise
shown: today
shown: commandment
shown: practice
shown: recall
shown: close
practice: 2 0 1
recall: 5 6
parked: towel trolley
entry: script
end"
# The script moved the clock by 260 seconds.
seconds_of() { # FIELD; since the plan's time
	sqlite3 :memory: "select unixepoch('$(leaf_field "$N" "$1")') -
		unixepoch('2026-11-21T05:50:00Z')"
}
started=$(seconds_of start) ended=$(seconds_of end)
check "it began when the leader was named, before the clock was moved" \
	test "$started" -ge 0 -a "$started" -lt 60
lasted=$((ended - started))
check "and lasted as long as the clock ran" \
	test "$lasted" -ge 260 -a "$((lasted - 260))" -le "$real"
is "its clock was set, and says so" "$(leaf_field "$N" clock)" set
check "the commandments as they were are kept" \
	test -s "$SITE/texts/$(leaf_field "$N" content).xml"
is "under their digest" "$(sha256sum <"$SITE/texts/$(leaf_field "$N" \
	content).xml" | cut -d ' ' -f 1)" "$(leaf_field "$N" content)"
is "the vouches name it" "$(leaf $((N + 1)) | sed -n '
	s/^leaf: \([^ ]* [^ ]*\) .*/\1/p; s/^as: //p; s/^number: //p')" \
"1003
office $N
leader"
is "as leader and as witness" "$(leaf_field $((N + 2)) as) \
$(leaf_field $((N + 2)) number)" "witness $WITNESS"
ask -o json vouch
is "nothing waits" "$(count_at '$.waiting')" 0

# ---- what came of it ----

as 1042 "$PASS" -o json progress
is "who came late has heard it" "$(at '$.commandments.heard')" 1
as 1031 "$PASS" -o json progress
is "who was off has not" "$(at '$.commandments.heard')" 0
NOW=2026-11-22T06:50
ask -o json lineup --agenda -l en
is "what was parked is to be answered the next day" \
	"$(at '$.slots[2].slot') $(at '$.slots[2].seconds') \
$(at '$.slots[2].items[0]')" "yesterday 45 Parked last time: towel trolley"

# ---- shorter, and left for later ----

NOW=2026-11-21T14:50
answers 1005 'here 1-8' 'short 7' '' '' '' '' 'short 5' '' '' '' '' '' \
	later later
secrets ''
ask -o json lineup
expect_exit 0 "a lineup is made shorter twice, and signed later"
L=$(at '$.leaf')
is "its form is the last one" "$(leaf_field "$L" form)" 5
is "its shift the nearest" "$(leaf_field "$L" shift)" late
has "what was left out is said" "$(leaf_field "$L" dropped)" recall
WITNESS=$(at '$.witness')
is "two signatures wait" "$(NOW=2026-11-21T23:59 ask -o json vouch
	count_at '$.waiting' "value ->> 'leaf' = $L")" 2
secrets 'vier kleine graue katzen'
expect_three 4 "a wrong passphrase signs nothing" -u 1005 vouch "$L"
sql 'delete from tries'
secrets "$PASS"
NOW=2026-11-21T23:58 ask -o json -u 1005 vouch "$L"
expect_exit 0 "the leader signs before midnight"
is "as leader" "$(leaf_field "$(at '$.leaf')" as)" leader
expect_three 4 "and not a second time" -u 1005 vouch "$L"
# Whoever was not drawn as the witness.
OTHER=1031
[ "$WITNESS" != "$OTHER" ] || OTHER=1017
expect_three 4 "nor does somebody else" -u "$OTHER" vouch "$L"
expect_three 4 "nobody can sign what is no lineup" -u 1005 vouch 0
expect_three 2 "nor what is no number" -u 1005 vouch x
NOW=2026-11-22T00:01
ask -o json vouch
is "after midnight nothing waits" "$(count_at '$.waiting')" 0
expect_three 4 "and the day after is too late" -u "$WITNESS" vouch "$L"
NOW=2026-11-21T22:50
answers 1003 'here 1-2' '' '' '' '' '' '' '' '' '' '' unsigned skip
secrets ''
ask lineup -l en
expect_exit 0 "a lineup can be left unsigned"
expect_has "which is said" "Not signed; the list says so."
expect_has "so is the other signature" "No second signature."
NOW=2026-11-20T22:50
answers 1003 'here 1-2' '' '' '' '' '' '' '' '' '' '' unsigned later
ask lineup -l en
expect_has "one left for later is said to wait, and how it is given" \
	"waits until midnight: 'vouch'."
expect_not "it is not said to be none" "No second signature"
NOW=2026-11-21T23:30
ask -o json vouch
is "it is no less a lineup" \
	"$(sql "select count(*) from v_lineup where shift = 'night'")" 2

# ---- on paper ----

NOW=2026-11-25T08:00
secrets ''
answers paper 1003 06:50 07:01 'here 1-3 late 5' '+ Tom' '' later skip
ask -o json lineup
expect_exit 0 "a sheet of paper is handed in"
N=$(at '$.leaf')
is "it says so" "$(leaf_field "$N" entry)" paper
is "when it was held, and by whom" "$(leaf_field "$N" start) \
$(leaf_field "$N" end) $(leaf_field "$N" leader) $(leaf_field "$N" guests)" \
	"2026-11-25T05:50:00Z 2026-11-25T06:01:00Z 1003 1"
before=$(leaves)
answers paper 1003 'ten to seven'
expect_said 2 "'%s' is no time: write it like 06:50" lineup
answers paper 1003 08:30
expect_said 2 "'%s' is still to come: what is on paper has been held" lineup
answers paper 1003 01:00 06:00
expect_said 2 "from its begin to '%s' are more than four hours: look at both \
again" lineup
answers paper 1003 06:50 07:00 ''
expect_three 2 "a sheet without anybody" lineup
is "nothing of it is recorded" \
	"$(leaves) $(sql 'select count(*) from drafts')" "$before 0"

# ---- moving the clock ----

printf '> +3600\nvouch\n> +1800\nvouch\n' >"$T/answers"
ENV=TERM=xterm NOW=2026-11-25T08:00 ask -l en
expect_has "in a script a line of its own moves the clock" "09:00"
expect_has "and another moves it on" "09:30"
printf '> +99999999999\nvouch\n' >"$T/answers"
expect_three 2 "ten years are the most"
printf 'vouch\n> now\nvouch\n' >"$T/answers"
expect_three 2 "an answer to nothing"

done_testing
