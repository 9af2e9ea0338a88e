#!/bin/sh
# po/potfiles.sh SRCDIR: prints the content of po/POTFILES.in, every file of
# the program that has a sentence for people. `make update-po` writes it,
# tests/lint/potfiles.sh compares it.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$1"
pot=$(mktemp)
trap 'rm -f "$pot"' EXIT
echo '# Every file with a sentence for people; written by `make update-po`.'
for f in $(find src -name '*.[ch]' | LC_ALL=C sort); do
	sh po/extract.sh . "$pot" "$f" 2>/dev/null
	# the one msgid that is always there is the catalogue's head
	[ "$(grep -c '^msgid ' "$pot")" -le 1 ] || echo "$f"
done
