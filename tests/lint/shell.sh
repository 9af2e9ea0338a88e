#!/bin/sh
# Our scripts give shellcheck nothing to say.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
need shellcheck
cd "$top_srcdir" || exit 1

# SC1090/1: sourced by a computed name, and checked as files of their own;
# SC2034, SC2154: so variables cross files.
for f in bootstrap .ci/run $(find po tests -name '*.sh' \
	! -path 'tests/browser/npm/*' | LC_ALL=C sort); do
	none "$f" "$(shellcheck -S warning -e SC1090,SC1091,SC2034,SC2154 \
		-f gcc "$f" 2>&1)"
done
done_testing
