#!/bin/sh
# Eight write while one makes all lists anew, another verifies, a third looks
# after the computer: nobody is refused, nobody cries wolf.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3
MANY='1 2 3 4 5 6 7 8'
ROUNDS=10

make_house
for i in $MANY; do
	hire "10$i" "Person $i" staff en --team front-desk
done
before=$(leaves)

# Each in the background, over and over until the writers are done; the
# complaints of all are in $T/wrong.*.
writer() { # NUMBER
	printf '%s\n%s\n' "$PASS" "$PASS" >"$T/secrets.$1"
	round=0
	while [ $round -lt $ROUNDS ]; do
		clean "$PRESHIFT" --now "$NOW" --passphrase-fd 3 -u "$1" \
			-o json drill glass-door \
			--choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name \
			</dev/null 3<"$T/secrets.$1" >"$T/out.$1" \
			2>"$T/err.$1" ||
			echo "writer $1: $(cat "$T/out.$1" "$T/err.$1")"
		round=$((round + 1))
	done >"$T/wrong.$1"
}
again() { # NAME COMMAND...
	again_name=$1
	shift
	while [ ! -e "$T/over" ]; do
		clean "$PRESHIFT" -o json "$@" </dev/null \
			>"$T/out.$again_name" 2>&1 ||
			echo "$again_name: $(cat "$T/out.$again_name")"
		echo >>"$T/times.$again_name"
	done >"$T/wrong.$again_name"
}

writers=
for i in $MANY; do
	writer "10$i" &
	writers="$writers $!"
done
again rebuild check --rebuild &
again verify verify &
again check check &
# shellcheck disable=SC2086 # numbers of processes
wait $writers
: >"$T/over"
wait

none "nobody complains" "$(cat "$T"/wrong.*)"
is "nothing is lost" "$(leaves)" $((before + 8 * ROUNDS))
is "each attempt is on its list" "$(sql 'select count(*) from v_attempt')" \
	$((8 * ROUNDS))
is "all had their turns" "$(cat "$T"/times.* | wc -l | awk '$1 >= 6 { print "yes" }')" yes
echo "# $(for f in "$T"/times.*; do echo "${f##*.} $(wc -l <"$f")"; done | tr '\n' ' ')"
run -o json verify
is "the log holds" "$code $(count_at '$.bad')" "0 0"
run -o json check --rebuild
is "the lists follow from it" "$code $(at '$.rebuilt.same')" "0 1"

done_testing
