#!/bin/sh
# No variable of ours outlives a call, but for those listed here with a reason.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
cd "$abs_builddir" || exit 1

# ROOM VARIABLE, one a line.
# ui taken: readline's callbacks and signal handlers get no argument of ours, so
#   the terminal that is in use stands where they find it.
allowed='
ui taken
'

# Sections of variables; .data.rel.ro is constant once the program is linked.
variables() { # ARCHIVE
	objdump -t "$1" | awk '
		/^[0-9a-f]+ .* O / {
			for (i = 2; i <= NF; i++)
				if ($i ~ /^(\.(t?data|t?bss)(\..*)?|\*COM\*)$/ &&
				    $i !~ /^\.data\.rel\.ro/) {
					sub(/\.[0-9]+$/, "", $NF); print $NF }
		}'
}

set -- lib*.a
[ -e "$1" ] || { not_ok "the rooms' libraries are built"; done_testing; exit; }
for archive in "$@"; do
	room=${archive#lib} room=${room%.a}
	none "$room has no mutable globals" "$(variables "$archive" |
		while read -r name; do
			case $allowed in
			*"
$room $name
"*) ;;
			*) echo "$name" ;;
			esac
		done)"
done

probe=$(mktemp -d)
trap 'rm -rf "$probe"' EXIT
echo 'static int a; int *f(void); int *f(void) { static int b = 1; return a++ ? &a : &b; }
extern const char *const t[]; const char *const t[] = { "x" };' >"$probe/p.c"
$CC -fPIE -c -o "$probe/p.o" "$probe/p.c"
is "the lint finds what it looks for" \
	"$(variables "$probe/p.o" | sort | tr '\n' ' ')" "a b "
done_testing
