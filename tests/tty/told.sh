#!/bin/sh
# What only a terminal tells, in three languages.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"

tty_demo

# The end of a sentence, behind its last directive, comes after KEYS.
end_said() { # MSGID KEYS...
	end_msgid=$1
	shift
	for end_lang in en de ru; do
		end_text=$(sentence "$end_lang" "$end_msgid")
		tty_start --now "$TTY_NOW" -l "$end_lang"
		await "?"
		for end_keys in "$@"; do
			answer "$end_keys"
		done
		see "$end_msgid ($end_lang)" "${end_text##*\*}"
	done
}
end_said "there is no number %s here: an empty line shows the list" 9
end_said "'%s' is neither a number nor the beginning of a name on the list" \
	3 Zebulon

# An installation that is not whole; a house is made with it.
mkdir -p "$T/data/standards"
for lang in en de ru; do
	head -n 100 "$top_srcdir/standards/words.$lang" \
		>"$T/data/standards/words.$lang"
done
cp "$top_srcdir/standards/common-passphrases" "$T/data/standards"
SITE=$T/none
PRESHIFT_DATADIR=$T/data
end_said "the list 'words.%s' has %zu words, not %d" \
	6 Haus '' '' '' '' 'A B' '' 'C D' 1 1 2
end_said "nothing can be written into the folder '%s': name another one" \
	6 Haus '' '' '' '' 'A B' '' 'C D' 2 /nowhere/sheet

done_testing
