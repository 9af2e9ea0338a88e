#!/bin/sh
# Each header compiles alone, has a guard named after its path, a sentence of
# purpose and a licence line; and so have the sources.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
cd "$top_srcdir" || exit 1
: "${LINT_CFLAGS:=-std=gnu17 -D_GNU_SOURCE}"

for h in src/*/*.h; do
	# Twice, so that the guard is tried as well.
	# shellcheck disable=SC2086 # a list of flags
	said=$(printf '#include "%s"\n#include "%s"\n' "${h#src/}" "${h#src/}" |
		$CC $LINT_CFLAGS -Isrc -I"${abs_builddir-.}" \
			-Wall -Wextra -Werror -fsyntax-only -x c - 2>&1)
	none "$h compiles alone" "$said"
done

none "guards are named after the path" "$(for h in src/*/*.h; do
	guard=PRESHIFT_$(printf '%s' "${h#src/}" | sed 's/\.h$/_H/' |
		tr 'a-z/-' 'A-Z__')
	grep -q "^#ifndef $guard\$" "$h" || echo "$h: not $guard"
done)"

none "each file begins with its purpose and its licence" \
	"$(find src tests -name '*.[ch]' | LC_ALL=C sort | while read -r f; do
		head -n 1 "$f" | grep -q '^/\* [^ ]' ||
			echo "$f: no sentence of purpose in line 1"
		head -n 8 "$f" |
			grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
			echo "$f: no SPDX line"
	done)"
done_testing
