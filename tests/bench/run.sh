#!/bin/sh
# Ratios against references, each measured in one run: a line a bench, exit 1
# if one falls short. `make bench` sets the environment.
# SPDX-License-Identifier: GPL-3.0-or-later
: "${abs_builddir:=$(pwd)}" "${PRESHIFT:=$abs_builddir/preshift}"
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
bench=$abs_builddir/tests/bench

# Here and not in /tmp, which may be memory: the disk is what is measured.
T=$(mktemp -d "$bench/run.XXXXXX") || exit 1
trap 'rm -rf "$T"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$T/home
export HOME
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME

"$bench/make_house" "$T/house" "${BENCH_LEAVES:-100000}" \
	"${BENCH_DRILLS:-500}" "$top_srcdir/scenarios" || exit 1
code=0
"$bench/bench_start" "$PRESHIFT" "$T/house" || code=1
"$bench/bench_key" "$PRESHIFT" "$T/house" || code=1
"$bench/bench_append" "$T/house" || code=1
"$bench/bench_lint" "$top_srcdir/scenarios" || code=1
"$bench/bench_seal" || code=1
"$bench/bench_rebuild" "$T/house" || code=1
exit $code
