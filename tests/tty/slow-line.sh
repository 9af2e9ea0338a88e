#!/bin/sh
# Output to a line that stands still for seconds: what was typed meanwhile is
# answered when it runs again, and nothing is lost; then the window is closed.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo
stalled=$abs_builddir/tests/tty/stalled

# Three hundred pages are more than a line holds back: the program has to wait.
flips=$(head -c 300 /dev/zero | tr '\0' l)
ENV="TERM=screen" clean timeout 60 "$stalled" 3 "Who leads: " \
	"$(printf '1\r1-8\r\r\177%sp\177towel trolley\r?' "$flips")" \
	"0 puts the lineup away" \
	"$PRESHIFT" -s "$SITE" --now "$TTY_NOW" -l en lineup \
	>"$T/seen" 2>"$T/err"
is "the window closed: the lineup is put away" "$?" 1
check "the line held back less than that" \
	test "$(wc -c <"$T/seen")" -gt 100000
none "nothing is wrong" "$(cat "$T/err")"
is "every page came" "$(grep -c 'LEITSATZ' "$T/seen")" 100
has "the last answer, too" "$(cat "$T/seen")" "Parked: towel trolley"

tty_start --now "$TTY_NOW" -l en lineup
await "What now [1]:"
answer 1
see "it is where it was" MANTRA "Enter goes on:"
for page in YESTERDAY PRAISE TODAY "Enter show" Avoid "ROUND 1" "ROUND 2" \
	RECALL RIGHT CLOSE; do
	answer ""
	await "$page"
done
see "with the word that was parked" "towel trolley"
done_testing
