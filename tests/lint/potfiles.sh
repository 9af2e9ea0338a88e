#!/bin/sh
# po/POTFILES.in names exactly the files that have messages.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
need xgettext
cd "$top_srcdir" || exit 1

is "po/POTFILES.in is complete and has no line too many (make update-po)" \
	"$(cat po/POTFILES.in)" "$(sh po/potfiles.sh .)"

pot=$(mktemp)
trap 'rm -f "$pot" "$pot.c"' EXIT

printf '%s\n' '/* '"translators"': where */ int a = err_set(e, 1, "one %d", 2);' \
	'x = err_wrap(e, "two"); y = messages_nget(m, "three", "threes", 3);' \
	'z = messages_pget(m, "room", "four"); w = N_("five"); f("six"); v = T(a, "seven");' \
	>"$pot.c"
sh po/extract.sh . "$pot" "$pot.c" 2>/dev/null
is "each way to say something is known to xgettext" \
	"$(sed -n 's/^msg\(id\|id_plural\|ctxt\) "\(..*\)"$/\2/p' "$pot" |
		LC_ALL=C sort | tr '\n' ' ')" "five four one %d room seven three threes two "
done_testing
