#!/bin/sh
# Includes go down only, and a foreign library is included in one room only.
# The table is src/README.md.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
cd "$top_srcdir" || exit 1
table=src/README.md

cells() { # COLUMN: lines "ROOM WORD..." from the table
	awk -F '|' -v column="$1" '$2 ~ /^ *`[a-z]+` *$/ {
		gsub(/`/, ""); print $2 $column }' "$table"
}

rooms=$(cells 2 | awk '{ print $1 }')
folders=$(for d in src/*/; do basename "$d"; done)
is "the table names every room once" \
	"$(printf '%s\n' $rooms | LC_ALL=C sort)" \
	"$(printf '%s\n' main $folders | LC_ALL=C sort)"

is "a room includes only rooms that stand below it in the table" \
	"$(cells 4 | awk '{ row[$1] = NR; line[NR] = $0 }
		END { for (i = 1; i <= NR; i++) { n = split(line[i], w)
			for (j = 2; j <= n; j++)
				if (row[w[j]] <= i) print w[1], w[j] } }')" ""

# The room of a file: its folder in src or in tests/unit; src/main.c is main.
violations() { # files on the command line
	{ cells 4; echo; cells 5; echo; } | awk '
	NR == FNR && NF == 0 { part++; next }
	NR == FNR && part == 0 { for (i = 2; i <= NF; i++) may[$1, $i] = 1
		may[$1, $1] = room[$1] = 1; next }
	NR == FNR { for (i = 2; i <= NF; i++) {
			glob = $i; gsub(/\./, "\\.", glob)
			gsub(/\*/, ".*", glob)
			hides["^" glob "$"] = $1 }; next }
	FNR == 1 { n = split(FILENAME, p, "/")
		here = FILENAME == "src/main.c" ? "main" : p[n - 1] }
	/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
		match($0, /[<"][^>"]*/)
		name = substr($0, RSTART + 1, RLENGTH - 1)
		split(name, q, "/")
		if (name ~ /\// && q[1] in room && !((here, q[1]) in may))
			printf "%s:%d: %s must not include %s\n", FILENAME,
				FNR, here, name
		for (g in hides)
			if (name ~ g && hides[g] != here)
				printf "%s:%d: only %s includes <%s>\n",
					FILENAME, FNR, hides[g], name
		if (name ~ /^(jansson|qrencode|curses|term)\.h$/)
			printf "%s:%d: no room hides <%s> yet\n", FILENAME,
				FNR, name
	}' - "$@"
}

# shellcheck disable=SC2046 # no file of ours has a space in its name
none "the program's includes go down" \
	"$(violations $(find src -name '*.[ch]' | LC_ALL=C sort) /dev/null)"
# shellcheck disable=SC2046
none "a unit test includes its own room and those below" \
	"$(violations $(find tests/unit -path '*/*/*/*.[ch]' | LC_ALL=C sort) /dev/null)"

# A lint that finds nothing is only worth something if it can find something.
mkdir -p "${TMPDIR:-/tmp}/preshift-lint.$$/src/model"
trap 'rm -rf "${TMPDIR:-/tmp}/preshift-lint.$$"' EXIT
cat >"${TMPDIR:-/tmp}/preshift-lint.$$/src/model/bad.c" <<'END'
#include "model/io.h"
#include "base/err.h"
#include "store/store.h"
#include <sqlite3.h>
#include <uniname.h>
END
is "the lint finds what it looks for" \
	"$(violations "${TMPDIR:-/tmp}/preshift-lint.$$/src/model/bad.c" |
		sed 's/.*bad.c:\([0-9]*\):.*/\1/' | tr '\n' ' ')" "3 4 5 "
done_testing
