#!/bin/sh
# Nothing in the tree belongs to the machine of the person who wrote it.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
cd "$top_srcdir" || exit 1

# The patterns are put together here so that this file does not match itself.
slash=/
pattern="(^|[^A-Za-z0-9_.)}])${slash}(work|farm|root|home${slash}[a-z]+|tmp${slash}bash_jobs)${slash}"
finds() { grep -nIE "$pattern" /dev/null "$@"; }

files=$(for f in .ci .clang-format .gitignore Makefile.am configure.ac bootstrap \
	doc m4 po scenarios src standards tests *.md; do
	[ ! -e "$f" ] || find "$f" -type f ! -name '*.log' ! -name '*.trs' \
		! -name '*.o' ! -path 'tests/home/*' \
		! -path 'tests/browser/npm/*'
done)
# shellcheck disable=SC2086 # no file of ours has a space in its name
none "no path of a machine" "$(finds $files | cut -c 1-200)"

none "text files end with a newline and have no carriage returns" \
	"$(for f in $files; do
		case $f in
		*.[ch] | *.sh | *.mk | *.am | *.ac | *.m4 | *.md | *.awk | \
			*.xml | *.xlf | *.po | *.tests) ;;
		*) continue ;;
		esac
		[ -z "$(tail -c 1 "$f")" ] || echo "$f: no newline at its end"
		! grep -q "$(printf '\r')" "$f" || echo "$f: carriage return"
	done)"

probe=$(mktemp)
trap 'rm -f "$probe"' EXIT
echo "see ${slash}home${slash}anna${slash}x" >"$probe"
is "the lint finds what it looks for" "$(finds "$probe" | grep -c .)" 1
done_testing
