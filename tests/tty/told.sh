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

done_testing
