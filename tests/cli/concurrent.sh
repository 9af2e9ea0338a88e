#!/bin/sh
# Several processes write at once: each waits its turn, nothing is lost.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3
MANY='1 2 3 4 5 6 7 8'

make_house
for i in $MANY; do
	hire "10$i" "Person $i" staff en --team front-desk
done

# One in the background, with files of its own; `codes` tells their exits.
start() { # ID SECRET ARG...
	start_id=$1
	printf '%s\n%s\n' "$2" "$2" >"$T/secrets.$start_id"
	shift 2
	(
		clean "$PRESHIFT" --now "$NOW" --passphrase-fd 3 "$@" \
			</dev/null 3<"$T/secrets.$start_id" \
			>"$T/out.$start_id" 2>"$T/err.$start_id"
		echo $? >"$T/code.$start_id"
	) &
}
codes() { # after `wait`: their exits in order
	for i in $MANY; do cat "$T/code.$i"; done | tr '\n' ' '
}

# ---- the same HR person at eight seats ----

before=$(leaves)
for i in $MANY; do
	start "$i" "$HR_PASS" -u 2001 -o json enrol "20$i" "New $i" \
		--role staff --lang en
done
wait
is "eight enrol at once" "$(codes)" "0 0 0 0 0 0 0 0 "
cat "$T"/err.? >"$T/errors"
is "nobody complains" "$(cat "$T/errors")" ""
is "nothing is lost" "$(leaves)" $((before + 8))
is "each has another place in the log" "$(cat "$T"/out.? |
	grep -o '"leaf":[0-9]*' | sort -u | wc -l)" \
	"$(cat "$T"/out.? | grep -o '"leaf":[0-9]*' | wc -l)"
is "and another code" "$(cat "$T"/out.? | grep -o '"code":"[^"]*"' |
	sort -u | wc -l)" 8

# ---- eight people sit down to train ----

before=$(leaves)
for i in $MANY; do
	start "$i" "$PASS" -u "10$i" -o json drill glass-door \
		--choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
done
wait
is "eight train at once" "$(codes)" "0 0 0 0 0 0 0 0 "
is "each attempt is kept" \
	"$(leaves) $(sql 'select count(distinct number) from v_attempt')" \
	"$((before + 8)) 8"

# ---- all want the same ----

before=$(leaves)
for i in $MANY; do
	start "$i" "$HR_PASS" -u 2001 enrol 3000 "Candidate $i" \
		--role staff --lang en
done
wait
is "one number goes to one person" "$(codes | tr ' ' '\n' | sort |
	uniq -c | awk '{ printf "%s x %s, ", $1, $2 }')" "1 x 0, 7 x 4, "
is "once" "$(leaves)" $((before + 1))
for i in $MANY; do
	start "$i" "$HR_PASS" -u 2001 handbook publish --material
done
wait
codes >"$T/codes"
is "an edition has a number of its own" "$(sql 'select count(*) =
	count(distinct edition) and count(*) = max(edition) from v_edition')" 1
is "and who was too late is told" "$(grep -c '^' "$T/codes") $(
	tr ' ' '\n' <"$T/codes" | grep -vc '^[04]*$')" "1 0"

# ---- guessing in a row ----

# How often, with a wrong passphrase each; whoever comes later waits the pause
# out, and none is forgotten. A lock would be too much: the right one follows.
tries() { sql "select coalesce(max(n), 0) from tries where who like '$1@%'"; }
is "who was right eight times has no wrong try" "$(tries 2001)" 0
begun=$(date +%s%N)
for i in 1 2 3; do
	start "$i" "guess number $i for today" -u 108 -l en progress
done
wait
took=$((($(date +%s%N) - begun) / 1000000000))
is "three guess at once" "$(cat "$T"/err.[123] | grep -c 'wrong passphrase') \
$(cat "$T"/code.[123] | sort -u)" "3 4"
is "all three count" "$(tries 108)" 3
[ $took -ge 4 ] && ok "and each waited for those before" ||
	not_ok "and each waited for those before" "only $took s"
sql "update tries set n = 1, until = until + 9000 where who like '108@%'"
start 1 "$PASS" -u 108 progress
wait
is "a clock that was set back locks nobody out" \
	"$(cat "$T/code.1") $(tries 108)" "0 0"

# ---- and still ----

run -o json verify
is "the log holds" "$code $(count_at '$.bad')" "0 0"
run -o json check --rebuild
is "the views follow from it" "$code $(at '$.rebuilt.same')" "0 1"

# ---- somebody holds the house ----

mkfifo "$T/fifo"
sqlite3 "$SITE/house.db" <"$T/fifo" >/dev/null 2>&1 &
exec 4>"$T/fifo"
echo 'begin immediate;' >&4
before=$(leaves)
begun=$(date +%s)
for lang in en de ru; do
	(
		clean "$PRESHIFT" -l $lang --now "$NOW" --passphrase-fd 3 \
			-u 2001 enrol 4000 'Too Late' --role staff --lang en \
			</dev/null 3<"$T/secrets.1" 2>"$T/busy.$lang"
		echo $? >"$T/busy.code.$lang"
	) &
done
sleep 11
while ! [ -s "$T/busy.code.en" ] || ! [ -s "$T/busy.code.de" ] ||
	! [ -s "$T/busy.code.ru" ]; do
	[ $(($(date +%s) - begun)) -lt 25 ] || break
	sleep 0.2
done
echo 'rollback;' >&4
exec 4>&-
wait
is "who waits ten seconds for the house gives up" \
	"$(cat "$T"/busy.code.??)" "1
1
1"
is "and is told so in three languages" \
	"$(sort -u "$T"/busy.en "$T"/busy.de "$T"/busy.ru | wc -l)" 3
has "in English: it is busy" "$(cat "$T/busy.en")" "busy"
is "nothing is recorded" "$(leaves)" "$before"
secrets "$HR_PASS" "$HR_PASS"
ask -u 2001 enrol 4000 'In Time' --role staff --lang en
expect_exit 0 "afterwards it works"

done_testing
