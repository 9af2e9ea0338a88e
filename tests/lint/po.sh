#!/bin/sh
# The program's messages are complete in every language and the catalogue
# says what the sources say; under any locale of the person who builds.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
need msgfmt
need xgettext
cd "$top_srcdir" || exit 1

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

sh po/extract.sh . "$dir/preshift.pot" 2>"$dir/said"
none "xgettext has nothing to say" "$(cat "$dir/said")"
none "po/preshift.pot is up to date (make update-po)" \
	"$(diff po/preshift.pot "$dir/preshift.pot" | head -n 20)"

messages=$(grep -c '^msgid ' "$dir/preshift.pot")
for po in po/*.po; do
	for locale in C C.UTF-8 ''; do
		if [ -n "$locale" ]; then
			said=$(LC_ALL=$locale msgfmt -c --statistics \
				-o "$dir/$locale.mo" "$po" 2>&1)
		else
			said=$(env -u LC_ALL -u LANG LANGUAGE=en msgfmt -c \
				--statistics -o "$dir/.mo" "$po" 2>&1)
		fi
		is "$po is complete (LC_ALL=$locale)" "$said" \
			"$((messages - 1)) translated message$(
			[ "$messages" -eq 2 ] || echo s)."
	done
	check "$po compiles to the same bytes everywhere" \
		cmp "$dir/C.mo" "$dir/.mo"
	none "$po has no leftovers" "$(grep -n '^#~' "$po" | head -n 5)"
	check "$po has exactly the messages of the sources" \
		msgcmp "$po" "$dir/preshift.pot"
done
done_testing
