#!/bin/sh
# Every bench runs, in a small house, and says its line; what it measures
# there says nothing.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/lib.sh"

BENCH_LEAVES=300 BENCH_DRILLS=5 sh "$top_srcdir/tests/bench/run.sh" \
	>"$T/out" 2>"$T/err"
none "nothing is broken" "$(cat "$T/err")"
for name in start start-memory lineup-start key countdown append lint seal-256 \
	views-rebuild; do
	check "$name is measured" grep -Eq \
		"^$name: ours [0-9].*, (holds|falls short)$" "$T/out"
done
done_testing
