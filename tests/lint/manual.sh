#!/bin/sh
# The manual is well-formed, and its synopses are what `preshift help` says.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/lib.sh"
need mandoc
page=$top_srcdir/doc/preshift.1

none "mandoc finds nothing in the manual" \
	"$(mandoc -T lint -W warning "$page" 2>&1)"

# The tags of the list in COMMANDS, each on a line of its own.
mandoc -T utf8 -O width=500 "$page" | col -b |
	sed -e '1,/^COMMANDS/d' -e '/^SCRIPTS/,$d' |
	sed -n 's/^     \([a-z].*\)/\1/p' >"$T/manual"

run -o json help all
expect_exit 0 "help lists the commands"
# Its line is one JSON object; names of commands need no escapes.
printf '%s\n' "$out" | tr '{' '\n' |
	sed -n 's/.*"command": *"\([a-z ]*\)".*/\1/p' >"$T/names"
: >"$T/help"
while read -r name; do
	# shellcheck disable=SC2086 # a word or two
	run -o json help $name
	printf '%b\n' "$(printf '%s\n' "$out" |
		sed -n 's/.*"synopsis": *"\([^"]*\)".*/\1/p')" >>"$T/help"
done <"$T/names"
is "the manual has the synopsis of every command, in the order of help" \
	"$(cat "$T/manual")" "$(cat "$T/help")"
done_testing
