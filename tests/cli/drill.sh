#!/bin/sh
# Drills: the list, every path of the play-tests, scripts, going on later.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3
# As the list has them: the easiest first.
DRILLS="glass-door today-at-six twelve-boxes day-sixteen folding-chair \
nobody-picks-up pear-tart seven-minutes table-nine fine-thanks opened-before \
one-star"

make_house
hire 1042 'Dmitri Sokolov' staff en --team front-desk
hire 1031 'Elif Kaya' staff de --team front-desk

# ---- the list ----

ask -o json drill
is "the twelve drills, the easiest first" "$(sqlite3 :memory: "select
	group_concat(value ->> 'id', ' ')
	from json_each(readfile('$T/out'), '\$.drills')")" "$DRILLS"
ask drill -l de
expect_has "the list is in German, too" "Die Glastür"
ask drill -l ru
expect_has "and in Russian" "Стеклянная дверь"

# ---- every path of scenarios/*.tests ----

# "NAME RESULT MOOD COMPETENCY=RAW,… CHOICE,CHOICE…" for each.
paths_of() { # DRILL
	awk '
		function out() {
			if (name != "") print name, result, mood, score, way
			way = ""
		}
		$1 == "test" { out(); name = $2 }
		$1 == "select" { way = way (way == "" ? "" : ",") $2 }
		$1 == "mood" { mood = $2 }
		$1 == "result" { result = $2 }
		$1 == "score" {
			score = $2
			for (i = 3; i <= NF; i++) score = score "," $i
		}
		END { out() }' "$top_srcdir/scenarios/$1.tests"
}

for drill in $DRILLS; do
	paths_of "$drill" >"$T/paths"
	is "$drill has three play-tests" "$(wc -l <"$T/paths")" 3
	while read -r name result mood score way; do
		run -o json drill "$drill" --choices "$way"
		is "$drill, $name: result, mood, path; nothing kept" \
			"$code $(at '$.result') $(at '$.mood') $(sqlite3 \
			:memory: "select group_concat(value ->> 'choice', ',')
			from json_each(readfile('$T/out'), '\$.path')") \
$(at '$.leaf')" "0 $result $mood $way "
		is "$drill, $name: what each competency got" "$(
			sqlite3 :memory: "select group_concat(key || '=' ||
			(value ->> 'raw'), ',') from json_each(
			readfile('$T/out'), '\$.competencies')")" "$score"
	done <"$T/paths"
	run -o json drill "$drill" --choices "$(awk '$1 == "best" {
		print $5 }' "$T/paths")"
	is "$drill: the best path is worth 1 and regrets nothing" \
		"$(at '$.scaled') $(count_at '$.path' \
			"value ->> 'regret' <> 0")" "1.0 0"
	run -o json drill "$drill" --choices "$(awk '$1 == "worst" {
		print $5 }' "$T/paths")"
	check "$drill: the worst path regrets something" test "$(count_at \
		'$.path' "value ->> 'regret' > 0")" -gt 0
	is "$drill: its digest is the file's" "$(at '$.sha256')" \
		"$(sha256sum <"$top_srcdir/scenarios/$drill.xml" |
		cut -d ' ' -f 1)"
done
is "without a login nothing was recorded" \
	"$(sql 'select count(*) from v_attempt')" 0

# ---- kept for who is logged in ----

BEST=n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
secrets "$PASS"
ask -u 1042 -o json drill glass-door --choices $BEST
expect_exit 0 "with a login it is kept"
LEAF=$(at '$.leaf')
is "which terminal keeps it" "$(at '$.terminal')" office
is "as an attempt" "$(leaf "$LEAF" | sed -n '1p')" \
	"preshift-record/1 attempt 1"
is "which says all" "$(leaf "$LEAF" | sed -n '/^number:/,/^end$/p' |
	grep -Ev '^(content|version|translation):')" \
"number: 1042
drill: glass-door
language: en
seed: 0
from: -
of: -
timers: off
choice: n1.wave 0
choice: n2.step 0
choice: n3.offer 0
choice: n4.kitchen 0
choice: cup.name 0
hints: 0
timeouts: 0
raw: greet 5
raw: presence 4
raw: honest 5
scaled: 10000
mood: 3
result: ready
sure-before: -
sure-after: -
entry: script
rules: 1
end"
check "the drill as it was is kept" \
	test -s "$SITE/texts/$(leaf_field "$LEAF" content).xml"

# ---- a script ----

script() { # the best way through glass-door, in words
	answers 'sure 3' n1.wave hint n2.step n3.offer n4.kitchen cup.name \
		'sure 4'
}
secrets "$PASS"
script
ask -u 1042 -o json drill glass-door
expect_exit 0 "a script plays it"
LEAF=$(at '$.leaf')
is "how sure one is and the hint are kept, and cost nothing" \
	"$(leaf_field "$LEAF" sure-before) $(leaf_field "$LEAF" sure-after) \
$(leaf_field "$LEAF" hints) $(leaf_field "$LEAF" scaled)" "3 4 1 10000"
script
ask -u 1042 drill glass-door
expect_has "it is a transcript" "To the minute. Thank you."
expect_has "with the debrief" "Result: READY."
answers n1.wave '+40' n2.step '+5' n3.offer n4.kitchen cup.name
ask -u 1042 -o json drill glass-door
LEAF=$(at '$.leaf')
is "the seconds before each choice are counted" \
	"$(leaf_field "$LEAF" choice | tr '\n' ',')" \
	"n1.wave 0,n2.step 40,n3.offer 5,n4.kitchen 0,cup.name 0,"
for drill in $DRILLS; do
	for lang in de ru; do
		paths_of "$drill" | awk '$1 == "best" { print $5 }' |
			tr ',' '\n' | sed 's/^/> /' >"$T/answers"
		secrets "$PASS"
		ask -l $lang -u 1042 drill "$drill"
		title=$(run -o json -l $lang drill; sqlite3 :memory: "select
			value ->> 'title' from json_each(readfile(
			'$T/out'), '\$.drills')
			where value ->> 'id' = '$drill'")
		has "$drill is played in $lang" "$out" "$title"
		is "$drill: no English sentence in $lang" "$code $(
			printf '%s\n' "$out" | LC_ALL=C grep -cE \
			'\b(the|and|with|you|your|to)\b')" "0 0"
	done
done
is "the language is recorded with the translation" "$(sql "select
	count(*) from v_attempt where language in ('de', 'ru')")" 24

# ---- cut, and gone on with ----

secrets "$PASS"
before=$(leaves)
answers 'sure 2' n1.wave hint n2.step
ask -u 1042 drill glass-door
is "a script that ends too early" "$code" 2
is "records nothing" "$(leaves)" "$before"
answers n3.offer n4.kitchen cup.name
ask -u 1042 -o json drill glass-door --resume
expect_exit 0 "--resume goes on where it ended"
LEAF=$(at '$.leaf')
is "with what was said before" "$(count_at '$.path') \
$(leaf_field "$LEAF" sure-before) $(leaf_field "$LEAF" hints)" "5 2 1"
is "and then it is done with" "$(sql 'select count(*) from drafts')" 0
answers n1.wave
ask -u 1042 drill glass-door
secrets "$PASS"
expect_three 2 "somebody else's place is not theirs to go on from" \
	-u 1031 drill glass-door --resume
secrets "$PASS"
ask -u 1042 -o json drill glass-door --choices $BEST
is "choices given at once leave it where it is" \
	"$code $(sql 'select count(*) from drafts')" "0 1"
secrets "$PASS"
answers undo n1.wave n2.step n3.half undo n3.offer n4.kitchen cup.name 'sure 5'
ask -u 1042 -o json drill glass-door --resume
LEAF=$(at '$.leaf')
is "a choice that was put away can be taken back, and that is noted" \
	"$code $(at '$.result') $(leaf_field "$LEAF" hints)" "0 ready 2"

# Two at once: the first waits for its next answer while the second goes on.
answers n1.wave n2.step
secrets "$PASS"
ask -u 1042 drill glass-door
before=$(leaves)
mkfifo "$T/slow"
for lang in en de ru; do
	secrets "$PASS"
	answers n3.offer
	ask -u 1042 drill glass-door --resume
	secrets "$PASS"
	clean "$PRESHIFT" --now "$NOW" -l $lang --passphrase-fd 3 -u 1042 \
		drill glass-door --resume <"$T/slow" 3<"$T/secrets" \
		>"$T/slow.out" 2>"$T/slow.$lang" &
	slow=$!
	exec 4>"$T/slow"
	printf '> hint\n' >&4
	until grep -q 'Rosa\|Роза' "$T/slow.out"; do sleep 0.05; done
	secrets "$PASS"
	answers hint n4.kitchen cup.name
	ask -u 1042 drill glass-door --resume
	is "the one that goes on ends ($lang)" "$code" 0
	printf '> %s\n' n4.quiet >&4
	exec 4>&-
	code=0
	wait "$slow" || code=$?
	is "the other one is told ($lang)" "$code $(wc -l <"$T/slow.$lang")" \
		"4 1"
	cp "$T/slow.$lang" "$T/three.$lang"
	answers n1.wave n2.step
	secrets "$PASS"
	ask -u 1042 drill glass-door
done
is "and each time it was recorded once" "$(leaves)" $((before + 3))
check_said "this was gone on with in another window meanwhile, and that \
counts; open it again to see how it stands"

# A drill that was edited since, and one that is gone.
mkdir -p "$SITE/content/scenarios"
sed 's/n2\.step/n2.out/' "$top_srcdir/scenarios/glass-door.xml" \
	>"$SITE/content/scenarios/glass-door.xml"
answers n2.out n3.offer n4.kitchen cup.name
secrets "$PASS"
ask -u 1042 drill glass-door --resume
expect_exit 0 "an edited drill can be gone on with"
expect_has "from where it differs, and it says so" \
	"The drill was changed since you put it away."
cp "$top_srcdir/scenarios/glass-door.xml" \
	"$SITE/content/scenarios/other-name.xml"
expect_said 5 "'%s' holds the drill '%s': call the file '%s.xml'" \
	drill other-name
ask -l en drill
expect_has "in the list it is named, the others stand" \
	"call the file 'glass-door.xml'"
ask -l en check
has "check names it, too" "$out$err" "call the file 'glass-door.xml'"
rm "$SITE/content/scenarios/other-name.xml"
sed 's/id="glass-door"/id="gone-door"/' "$top_srcdir/scenarios/glass-door.xml" \
	>"$SITE/content/scenarios/gone-door.xml"
answers n1.wave
secrets "$PASS"
ask -u 1042 drill gone-door
is "a house's own drill is put away" \
	"$(sql "select name from drafts")" "drill 1042 gone-door"
rm -r "$SITE/content/scenarios"
before=$(leaves)
expect_three 2 "and can't be gone on with when it is gone" \
	-u 1042 drill gone-door --resume
is "which records nothing" "$(leaves)" "$before"
sql 'delete from drafts'
secrets "$PASS"
ask -u 1042 -o json drill glass-door --from n4 --choices n4.kitchen,cup.name
is "one may begin at a scene" "$(at '$.path[0].node') $(leaf_field "$(
	at '$.leaf')" from)" "n4 n4"

# ---- what cannot be ----

before=$(leaves)
secrets ''
expect_three 2 "an unknown drill" drill no-such-drill
expect_three 2 "an unknown choice" drill glass-door --choices n1.fly
expect_three 2 "a choice of another scene" drill glass-door --choices n2.step
expect_three 2 "too few choices" drill glass-door --choices n1.wave
expect_three 2 "no choice at all" drill glass-door --choices ''
has_not "which plays nothing" "$out" "06:23"
expect_said 2 "there is nothing to go on with in the drill '%s'; start it \
without --resume" drill glass-door --resume
expect_said 2 "--resume goes on where it was put away: leave out %s" \
	drill glass-door --resume --from n2
expect_three 2 "to go on, but with choices" \
	drill glass-door --resume --choices n1.wave
expect_said 2 "say which drill is meant: 'preshift drill' lists them" \
	drill --choices n1.wave
expect_three 2 "too many" drill glass-door --choices $BEST,cup.name
expect_three 2 "a choice that is not open" \
	drill day-sixteen --choices n1.rule,n2h.system,n3.size
expect_three 2 "an unknown scene" drill glass-door --from n99
expect_three 2 "two drills at once" drill glass-door pear-tart
expect_three 2 "an unknown option" drill glass-door --loud
expect_three 2 "a seed that is none" --seed x drill glass-door
answers n1.fly
expect_three 2 "an unknown word in a script" drill glass-door
answers n1.rule n2h.system n3.size
expect_three 2 "a choice that is not open, in a script" drill day-sixteen
answers n1.wave n2.step n3.offer n4.kitchen cup.name n1.wave
expect_three 2 "an answer after the end" drill glass-door
answers n1.wave 'sure 3'
expect_three 2 "too late to say how sure one was before" drill glass-door
secrets 'somebody elses passphrase'
expect_three 4 "a wrong passphrase" -u 1042 drill glass-door --choices $BEST
expect_three 2 "nobody's number" -u 7777 drill glass-door --choices $BEST
is "none of it was recorded" "$(leaves)" "$before"

expect_said 2 "--timers is off, on, x2 or x10, not '%s'" \
	drill glass-door --timers quick
done_testing
