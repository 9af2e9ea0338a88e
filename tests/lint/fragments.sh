#!/bin/sh
# Every source and every test is named in its folder's local.mk: what is not
# named is neither built nor run nor distributed, and nobody notices.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
cd "$top_srcdir" || exit 1

unnamed() { # FILES: those whose path no fragment above them has as a word
	for f in "$@"; do
		[ -e "$f" ] || continue
		case ${f##*/} in lib.sh | tap.sh | run.sh) continue ;; esac
		dir=${f%/*}
		cat "$dir/local.mk" "${dir%/*}/local.mk" 2>/dev/null |
			sed 's/#.*//' | tr -s ' \t' '\n\n' | grep -qxF "$f" ||
			echo "$f"
	done
}

none "every source of a room is in its local.mk" "$(unnamed src/*/*.[ch])"
none "every source of a unit test is in its local.mk" \
	"$(unnamed tests/unit/*/*.[ch])"
none "every test script is in its local.mk" \
	"$(unnamed tests/cli/*.sh tests/tty/*.sh tests/browser/*.sh \
		tests/lint/*.sh tests/golden/*.sh)"
none "every source of a bench or fuzz program is in its local.mk" \
	"$(unnamed tests/bench/*.[ch] tests/fuzz/*.[ch])"
done_testing
