#!/bin/sh
# doc/ux-findings.md: fifty rows; each that blocks or hurts names tests that
# are there, or what it waits for.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/lib.sh"
doc=$top_srcdir/doc/ux-findings.md

rows() { grep -E '^\| [0-9]+ \|' "$doc"; }
is "there are fifty, each once" "$(rows | cut -d '|' -f 2 | tr -d ' \n')" \
	"$(seq 50 | tr -d '\n')"
is "no row that blocks or hurts is without a test or a reason" \
	"$(rows | awk -F '|' '$4 ~ / [BH] / && $7 !~ /tests/ &&
		$6 !~ /waits for/')" ""

# A name without a folder lies where the one before it does.
rows | awk -F '|' '{ print $7 }' | grep -o '`[^`]*`' | tr -d '`' |
	while read -r name; do
	case $name in
	tests/*) path=$name dir=${name%/*} ;;
	*.sh) path=$dir/$name ;;
	*) continue ;;
	esac
	case $path in *'*'*) continue ;; esac
	[ -e "$top_srcdir/$path" ] || [ -e "$top_srcdir/$path.c" ] ||
		echo "$path"
done >"$T/missing"
is "each test it names is there" "$(cat "$T/missing")" ""
done_testing
