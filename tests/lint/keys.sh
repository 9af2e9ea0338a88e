#!/bin/sh
# The keys of the screens are those of the table in base/layout.c, and those of
# the manual.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/lib.sh"
cd "$top_srcdir" || exit 1

sed -n "s/^\t{ '\(.\)', \".*\" },.*/\1/p" src/base/layout.c |
	sed 's/^ $/Space/' | LC_ALL=C sort >"$T/table"
check "the table is found" test -s "$T/table"
none "neither y nor z is a key" "$(grep '[yz]' "$T/table")"

# Those of pages: `.key = "b"`, and the letters that answer without Enter.
{
	grep -rhoE '\.key = "[^0-9"]"' src | sed 's/.*"\(.\)"/\1/'
	sed -n '/^lineup_single_keys/,/^}/p' src/session/lineup_slots.c |
		grep -o '"[^"]*"' | tr -d '" 0-9' | tr 'A-Z' 'a-z' | fold -w 1
} | LC_ALL=C sort -u >"$T/used"
check "keys are used" test -s "$T/used"
none "every key of a screen is in the table" \
	"$(LC_ALL=C comm -13 "$T/table" "$T/used")"

sed -n '/^\.Sh KEYS/,/^\.El/p' doc/preshift.1 |
	sed -n 's/^\.It Ic \(\\&\)\{0,1\}\([^0E].*\)$/\2/p' |
	LC_ALL=C sort >"$T/manual"
is "the manual names the keys of the table" "$(cat "$T/manual")" \
	"$(cat "$T/table")"
done_testing
