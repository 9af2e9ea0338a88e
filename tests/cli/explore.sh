#!/bin/sh
# explore: what an author reads of all paths of a drill.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
DATA=$top_srcdir/tests/data/xml
ENV=TERM=vt100
mkdir "$T/d"

# ---- a drill with everything the language has ----

run -o json explore "$DATA/language.xml"
expect_exit 0 "a drill is explored without a house"
is "every state" "$(at '$.states') $(at '$.complete') $(at '$.nodes')" \
	"76 1 10"
is "the extremes" "$(at '$.min') $(at '$.max') $(
	at '$.competencies.ask.min') $(at '$.competencies.ask.max')" "6 11 3 4"
is "a best path" "$(at '$.best')" \
	'["hub.name","hub.place","hub.on","n3.open"]'
is "a worst one" "$(at '$.worst[4]')" n3.form
is "nothing is left over" \
	"$(at '$.unreachable')$(at '$.dead')$(at '$.never')" "[][][]"
run explore "$DATA/language.xml"
expect_has "on the page: what it is" "EXPLORED  The lost badge"
expect_has "how many" "Scenes: 10. Choices: 8. States: 76. Ways: 100."
expect_has "a competency" "asking      from 3 to 4 points"
expect_has "the best path and its result" \
	"Best path   ready: hub.name, hub.place, hub.on, n3.open"
for lang in "de Beste" "ru Лучш"; do
	run -l "${lang% *}" explore "$DATA/language.xml"
	expect_has "in ${lang% *}" "${lang#* }"
done

# ---- what is wrong in one ----

run -o json explore "$DATA/D040-unreachable.xml"
is "never reached" "$(at '$.unreachable')" '["bad"]'
run -o json explore "$DATA/D050-never-open.xml"
is "never open" "$(at '$.never')" '["n2.walk"]'
run -o json explore "$DATA/D051-trap.xml"
is "no way to an end" "$(at '$.dead')" '["s1"]'
run -o json explore "$DATA/D053-score-circle.xml"
is "no extremes where a circle scores" "$(at '$.max')$(at '$.best')" ""
run explore "$DATA/D053-score-circle.xml"
expect_has "and why" "A circle changes the score: there is no best path."
run -o json explore "$DATA/D054-too-many-states.xml"
is "too many states: walked instead" \
	"$(at '$.complete') $(at '$.max') $(at '$.walk.walks')" "0  10000"
run explore "$DATA/D054-too-many-states.xml"
expect_has "and it says so" \
	"There are more than 1048576 states: not every path was looked at."

# ---- walks and tests ----

for seed in 7 7 8; do
	run --seed $seed -o json explore "$DATA/language.xml" --walk 50
	echo "$(at '$.walk.steps') $(at '$.walk.ended') $(at '$.walk.stuck')" \
		>>"$T/walks"
done
is "the same seed walks the same" "$(sed -n 1p "$T/walks")" \
	"$(sed -n 2p "$T/walks")"
[ "$(sed -n 1p "$T/walks")" != "$(sed -n 3p "$T/walks")" ] &&
	ok "another seed does not" || not_ok "another seed does not" \
	"$(cat "$T/walks")"
cp "$DATA/base.xml" "$T/d/base.xml"
cat >"$T/d/base.tests" <<'END'
test best
 select n1.look
 select n2.walk
 end good
 score greet=3
 result ready
END
run -o json explore "$T/d/base.xml" --tests
expect_exit 0 "play-tests hold"
is "how many, and what they take" \
	"$(at '$.tests.run') $(at '$.tests.failed') $(at '$.tests.choices')" \
	"1 [] 2"
sed -i 's/greet=3/greet=4/' "$T/d/base.tests"
run explore "$T/d/base.xml" --tests
expect_exit 5 "one that does not hold is an error"
expect_has "it is named with its line" \
	"$T/d/base.tests:1: test 'best': 'greet' is 3, not 4"
expect_said 5 "play-tests do not hold: %zu" explore "$T/d/base.xml" --tests
rm "$T/d/base.tests"
run explore "$T/d/base.xml" --tests
expect_exit 1 "no tests there"

# ---- wrong words ----

expect_said 2 "explore needs a drill's file" explore
for n in 0 -1 x 1000001; do
	expect_said 2 "--walk '%s' is no number from 1 to %d" \
		explore "$DATA/base.xml" --walk=$n
done
run explore "$T/nothing.xml"
expect_exit 1 "no such file"
run explore "$DATA/D001-end-tag.xml"
expect_exit 5 "no drill"
run explore "$DATA/handbook.xml"
expect_exit 5 "another document"
done_testing
