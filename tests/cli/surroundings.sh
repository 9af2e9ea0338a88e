#!/bin/sh
# Where and how the program is started: odd places for a house, an environment
# without the usual variables, streams that are closed or take nothing. It
# works, or says in plain words why not; what is in the log stays.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1003 'Maria Keller' supervisor de
before=$(leaves)

# ---- where a house may lie ----

holds() { # TITLE
	run verify
	expect_exit 0 "$1: it can be checked"
	secrets "$HR_PASS" "$HR_PASS"
	ask -u 2001 -o json enrol "$2" 'A B' --role staff --lang en
	expect_exit 0 "$1: and written"
	run -o json check
	is "$1: nothing is broken" "$code $(at '$.ok')" "0 1"
}
mkdir "$T/Haus am Meer, Tür 3"
cp -a "$SITE" "$T/Haus am Meer, Tür 3/дом %41?#"
ln -s "$T/Haus am Meer, Tür 3/дом %41?#" "$T/link"
whole=$SITE
SITE="$T/Haus am Meer, Tür 3/дом %41?#"
holds "blanks, umlauts, signs of an address" 1050
SITE=$T/link
holds "a link to it" 1051
SITE=$whole

# ---- what the environment lacks ----

bare() { # WORDS TITLE; the environment is that alone
	code=0
	# shellcheck disable=SC2086 # a list of words
	env -i PATH="$PATH" $1 "$PRESHIFT" -s "$SITE" -l ru commandments \
		</dev/null >"$T/out" 2>"$T/err" || code=$?
	out=$(cat "$T/out")
	err=$(cat "$T/err")
	expect_exit 0 "$2"
	has "$2: in Russian letters" "$out" "Каждый гость уходит"
	is "$2: without a word of complaint" "$err" ""
}
where="PRESHIFT_DATADIR=$PRESHIFT_DATADIR PRESHIFT_LOCALEDIR=$PRESHIFT_LOCALEDIR"
for word in ASAN_OPTIONS UBSAN_OPTIONS; do
	eval "value=\${$word-}"
	[ -z "$value" ] || where="$where $word=$value"
done
bare "$where" "nothing at all"
bare "$where TERM=dumb LANG=C" "a terminal that can nothing, no language"
bare "$where LC_ALL=de_DE.ISO-8859-1" "another character set"
bare "$where LC_ALL=no_WHERE.UTF-8 HOME=/nowhere" "a language, a home that are not there"

# ---- streams ----

streams() { # LANG COMMAND...; standard output as the caller set it
	stream_lang=$1
	shift
	code=0
	clean "$PRESHIFT" -l "$stream_lang" "$@" </dev/null \
		2>"$T/three.$stream_lang" || code=$?
}
for command in commandments verify "-o json verify" check "find limit"; do
	for lang in en de ru; do
		# shellcheck disable=SC2086 # a command and its options
		streams $lang $command >&-
		is "$command, output closed: that is a failure ($lang)" \
			"$code" 1
	done
	check_said "the result can't be written: %s"
	[ -c /dev/full ] || continue
	for lang in en de ru; do
		# shellcheck disable=SC2086
		streams $lang $command >/dev/full
		is "$command, output full: that is a failure ($lang)" "$code" 1
	done
	check_said "the result can't be written: %s"
done
code=0
clean "$PRESHIFT" commandments <&- >"$T/out" 2>"$T/err" || code=$?
is "input closed: who asks nothing needs none" "$code $(cat "$T/err")" "0 "
code=0
clean "$PRESHIFT" --now "$NOW" lineup <&- >"$T/out" 2>"$T/err" || code=$?
is "who asks says what is missing" "$code" 2
code=0
clean "$PRESHIFT" nonsense >"$T/out" </dev/null 2>&- || code=$?
is "complaints closed: the code tells" "$code $(wc -c <"$T/out")" "2 0"
is "and nothing was recorded by any of it" "$(leaves)" "$before"

done_testing
