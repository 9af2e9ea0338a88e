#!/bin/sh
# Options and what stands around a command: wrong values, the environment, a
# standard output that takes nothing.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
as 2001 "$HR_PASS" enrol 1050 'Piet Vos' --role staff --lang en \
	--team front-desk

# ---- values ----

for now in nonsense 2026-02-30T10:00 2026-11-21T24:00 2026-11-21 \
	2016-12-31T23:59:60Z 10000-01-01T00:00 2026-11-21T06:40ZZ; do
	run --now "$now" check
	expect_exit 2 "--now $now"
done
secrets ''
NOW=nonsense expect_three 2 "no time, in three languages" check
run -o json --now 2026-11-20T23:30Z lineup --agenda
is "a time in UTC, without seconds" "$code $(at '$.date')" "0 2026-11-20"
# 07:00 of both days is as far from 19:00 in Berlin; the clock runs on.
run -o json --now 2026-11-20T17:58:59Z lineup --agenda --shift early
is "with seconds" "$code $(at '$.date')" "0 2026-11-20"
run -o json --now 2026-11-20T18:00Z lineup --agenda --shift early
is "a minute later it is tomorrow's" "$code $(at '$.date')" "0 2026-11-21"
for seed in x -1 1.5 99999999999999999999; do
	run --seed "$seed" drill
	expect_exit 2 "--seed $seed"
done
expect_three 2 "no seed, in three languages" --seed x drill

# ---- what is wrong with the options is told as asked ----

expect_three 2 "an option without its value" --now
run -o json --site
is "is an object with JSON" "$code $(at '$.error.kind')" "2 usage"
run --site -o json
is "wherever that stands" "$code $(at '$.error.kind')" "2 usage"
run -l fr -o json check
is "as is an unknown language" "$code $(at '$.error.kind')" "2 usage"
run -- foo
has "-- ends the options" "$err" "'foo'"
run -o plain -- commandments
expect_exit 0 "a command may follow it"

# ---- languages of the environment ----

for words in LC_ALL=de_DE.UTF-8 LC_ALL=de_DE LC_ALL=de_DE.ISO-8859-1 \
	'LC_ALL= LANG=de_DE.UTF-8' 'LC_ALL= LC_MESSAGES=de LANG=C'; do
	ENV="$words" run foo
	has "$words, installed or not" "$err" "ich kenne 'foo' nicht"
done
ENV="LC_ALL=xx_YY.UTF-8" run foo
has "an unknown one is English" "$err" "I do not know"

# ---- nowhere to be at home ----

for home in HOME= HOME=somewhere; do
	ENV="$home PRESHIFT_SITE=" run -o json people
	is "$home: the account's own folder, not the one we stand in" \
		"$code $(printf '%s\n' "$err" | grep -c "in '[^/]")" "1 0"
done

# ---- what cannot be seen ----

hire 1042 'Dmitri Sokolov' supervisor en --team front-desk
before=$(leaves)
for hidden in '\033[31m' '\342\200\256' '\342\200\213' '\007'; do
	printf "> park towel${hidden}s\n" >"$T/answers"
	secrets ''
	expect_said 2 "line %u of the script holds a character that cannot be \
seen: type it again" lineup
done
printf 'comm\033andments\n' | { feed; echo "$code:$err" >"$T/said"; }
has "a command with it" "$(cat "$T/said")" "2:preshift: line 1 of the script"
is "nothing is recorded" "$(leaves)" "$before"
printf '\357\273\277commandments\t\r\n' | { feed; echo "$code" >"$T/said"; }
is "a byte order mark, a tab and CR LF are no harm" "$(cat "$T/said")" 0

# ---- nobody reads it ----

for words in --version --help help commandments '-o json drill' check; do
	code=0
	# shellcheck disable=SC2086 # words of a command
	clean "$PRESHIFT" $words </dev/null >/dev/full 2>"$T/err" || code=$?
	is "no room for the result: $words" "$code:$(wc -l <"$T/err")" 1:1
done

# ---- help for authors ----

ENV=TERM=vt100
run help authors
none "authors find authors' words" \
	"$(grep '^  ' "$T/out" | grep -v '  authors: ')"
done_testing
