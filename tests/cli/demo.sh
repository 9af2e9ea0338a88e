#!/bin/sh
# The demonstration house: what it holds, and what it shows without a terminal.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

run --yes demo "$SITE"
expect_exit 0 "a demonstration house is made"
cp "$T/out" "$T/shown"

# ---- what it shows ----

expect_has "a lineup is shown" "Every guest leaves with a yes."
expect_has "its questions stand apart from the answers" "Who leads: Maria K."
expect_has "which is recorded" "LINEUP RECORDED"
expect_has "a drill" "DEBRIEF"
expect_has "with its result" "Result: READY."
expect_has "a signature, in the language of who signs" "ПОДПИСАТЬ РУКОВОДСТВО"
expect_has "where it lies" "$SITE/DEMO.txt"
while IFS='	' read -r number role lang pass; do
	case $pass in code*) continue ;; esac
	case $out in
	*"$pass"*) not_ok "no passphrase is shown" "$number: $pass" ;;
	esac
done <"$SITE/DEMO.txt"
expect_has "it says that it is a trial" "TRIAL"
is "nothing is complained of" "$err" ""

# Records of the future would put the clock in doubt at the next start.
last=$(leaf_field $(($(leaves) - 1)) at)
check "nothing in it is still to come ($last)" \
	test "$(sqlite3 :memory: "select unixepoch('$last')")" -le "$(date +%s)"

# ---- DEMO.txt ----

is "eleven people, four columns" "$(awk -F '\t' 'NF == 4' \
	"$SITE/DEMO.txt" | wc -l) $(wc -l <"$SITE/DEMO.txt")" "11 11"
is "their roles" "$(cut -f 2 "$SITE/DEMO.txt" | sort | uniq -c |
	awk '{ printf "%s %s, ", $1, $2 }')" \
	"1 council, 2 hr, 6 staff, 2 supervisor, "
is "their languages" "$(cut -f 3 "$SITE/DEMO.txt" | sort -u |
	tr '\n' ' ')" "de en ru "
is "one has only a code" "$(grep -Ec '	code ([0-9]{6} ){4}[0-9]{6}$' \
	"$SITE/DEMO.txt")" 1
is "the others have passphrases that every keyboard can type" \
	"$(cut -f 4 "$SITE/DEMO.txt" | grep -Exc '([0-9]{4} ){3}[0-9]{4}')" 10
is "it is for its owner alone" "$(stat -c %a "$SITE/DEMO.txt")" 600

# ---- what is in it ----

LAST=$(sql "select max(idx) from v_lineup")
is "28 lineups before the one just shown" \
	"$(sql "select count(*) from v_lineup where idx < $LAST")" 28
is "of two shifts" "$(sql "select group_concat(distinct shift)
	from (select shift from v_lineup order by shift)
	where shift in ('early', 'late')")" "early,late"
is "on fifteen days, one lineup missing" "$(sql "select
	count(distinct date) || ' ' || (select count(*) from (
	select date from v_lineup where idx < $LAST group by date
	having count(*) = 1 and date > (select min(date) from v_lineup)
	and date < (select max(date) from v_lineup where idx < $LAST)))
	from v_lineup where idx < $LAST")" "15 1"
is "some are vouched for by both, some by the leader, some by nobody" "$(
	sql "select count(distinct n) from (select count(v.idx) as n
	from v_lineup l left join v_vouch v on v.ref_idx = l.idx
	where l.idx < $LAST group by l.idx)")" 3
is "ten attempts" "$(sql "select count(*) from v_attempt
	where idx < $LAST")" 10
is "with all three results" "$(sql "select group_concat(distinct result)
	from (select result from v_attempt order by result)")" \
	"again,nearly,ready"

hr() { # ARG...
	secrets "$(passphrase_of 2001)"
	feed --passphrase-fd 3 -u 2001 "$@" </dev/null 3<"$T/secrets"
}
hr -o json acks
expect_exit 0 "HR can log in"
for status in acknowledged overdue; do
	check "somebody is $status" test "$(count_at '$.people' \
		"value ->> 'status' = '$status'")" -gt 0
done
hr -o json people
is "eleven on the roster, one not activated" "$(count_at '$.people') $(
	count_at '$.people' "value ->> 'state' = 'enrolled'")" "11 1"
for number in $(awk -F '\t' '$4 !~ /^code/ { print $1 }' \
	"$SITE/DEMO.txt"); do
	secrets "$(passphrase_of "$number")"
	feed --passphrase-fd 3 -u "$number" -o json progress </dev/null \
		3<"$T/secrets"
	is "$number can log in" "$code $(at '$.number')" "0 $number"
done
number=$(awk -F '\t' '$4 ~ /^code/ { print $1 }' "$SITE/DEMO.txt")
secrets "$(passphrase_of "$number" | sed 's/^code //')" "$PASS"
echo '> -' >"$T/answers"
feed --passphrase-fd 3 -o json activate "$number" <"$T/answers" \
	3<"$T/secrets"
expect_exit 0 "the code activates"
run -o json verify
is "the whole log holds" "$code $(count_at '$.bad')" "0 0"
run -o json check --rebuild
is "and its views follow from it" "$code $(at '$.rebuilt.same')" "0 1"
run lineup --agenda
expect_exit 0 "another lineup can be planned"

# ---- where it may be made ----

before=$(leaves)
for lang in en de ru; do
	run -l $lang demo "$SITE"
	is "a folder that is not empty is refused ($lang)" "$code" 4
	echo "$err" >"$T/err.$lang"
done
is "in three languages" "$(sort -u "$T"/err.?? | wc -l)" 3
is "and left as it is" "$(leaves)" "$before"
mkdir "$T/full"
touch "$T/full/letter.txt"
run demo "$T/full"
is "nor may anything else lie there" "$code $(ls "$T/full")" "4 letter.txt"
mkdir "$T/empty"
run -o json demo "$T/empty"
is "an empty one will do; JSON is one line" "$code $(wc -l <"$T/out") $(
	at '$.site')" "0 1 $T/empty"
run -s "$T/empty" -o json check
is "with nothing broken in it" "$code $(at '$.ok')" "0 1"
ENV="XDG_DATA_HOME=$T/data PRESHIFT_SITE=" run -o json demo
is "by itself it finds a new place" "$code $(at '$.site')" \
	"0 $T/data/preshift-demo/1"
ENV="XDG_DATA_HOME=$T/data PRESHIFT_SITE=" run -o json demo
is "each time another" "$code $(at '$.site')" "0 $T/data/preshift-demo/2"
run --now 2026-11-21T06:45 -o json demo "$T/then"
run -s "$T/then" --now 2026-11-21T06:50 -o json lineup --agenda
is "it can be made for another day" "$(at '$.date') \
$(at '$.commandment.number')" "2026-11-21 19"

# Without a drill there is no history.
mkdir "$T/data2"
cp -r "$PRESHIFT_DATADIR/standards" "$T/data2"
echo mine >"$T/half.txt"
whole_data=$PRESHIFT_DATADIR
PRESHIFT_DATADIR=$T/data2
for lang in en de ru; do
	run -l $lang demo "$T/half"
	is "one that cannot be finished fails ($lang)" \
		"$([ "$code" -ne 0 ] && [ -n "$err" ] && echo yes)" yes
done
PRESHIFT_DATADIR=$whole_data
is "and leaves nothing behind" "$(ls -d "$T"/half*)" "$T/half.txt"

for lang in de ru; do
	run -l $lang demo "$T/in-$lang"
	is "its show runs in $lang" "$code" 0
	has_not "without an English page" "$out" "Every guest leaves"
done

# ---- without its show ----

SITE=$T/quiet
run -o json demo "$SITE"
run -l en check
expect_has "no text that its records name is missing" \
	"Texts: all 8 that records name are here"

done_testing
