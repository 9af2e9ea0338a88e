#!/bin/sh
# What nobody may see is in no memory when the program ends.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

case ${ASAN_OPTIONS-} in
?*) skip_all "the sanitizer keeps freed memory as it was" ;;
esac
${CC:-cc} -shared -fPIC -o "$T/dump.so" "$top_srcdir/tests/fault/dump.c" \
	2>"$T/cc.err" ||
	skip_all "no library can be loaded before the program's own"
DUMPED="LD_PRELOAD=$T/dump.so DUMP_TO=$T/dump"

# The pieces that are found in $T/dump: each WORD is looked for as it stands.
found() { # WORD...
	[ -s "$T/dump" ] || echo "no dump"
	for word; do
		grep -a -q -F -e "$word" "$T/dump" && echo "$word"
	done
	rm -f "$T/dump"
}

ENV=$DUMPED make_house
is "something is found: the house's name" "$(found 'Test House')" 'Test House'
rm -r "$SITE" "$T/sheet"

# The sheet, the second person's code, the passphrase, the terminal's seed.
ENV=$DUMPED make_house
code_2002=$(json code)
groups=$(grep -o '[0-9]\{6\}' "$T/sheet")
is "the sheet has eight groups" "$(echo "$groups" | wc -l)" 8
seed=$(sed -n 's/^seed: //p' "$SITE/terminal.key")
# shellcheck disable=SC2086 # groups of digits
none "init leaves nothing in memory" \
	"$(found $groups $code_2002 "$HR_PASS" "$seed")"

secrets "$HR_PASS" "$HR_PASS"
n=0
for format in plain json; do
	n=$((n + 1))
	ENV=$DUMPED ask -u 2001 -o $format enrol "N$n" 'A B' --role staff --lang en
	codes=$(grep -o '[0-9]\{6\}' "$T/out")
	is "enrol shows a code ($format)" "$(echo "$codes" | wc -l)" 5
	# shellcheck disable=SC2086
	none "and leaves nothing in memory" \
		"$(found $codes "$HR_PASS" "$seed")"
done

for slip in slip.html slip.txt; do
	n=$((n + 1))
	secrets "$HR_PASS" "$HR_PASS"
	ENV=$DUMPED ask -u 2001 enrol "N$n" 'A B' --role staff --lang de \
		--slips --save "$T/$slip"
	codes=$(grep -Eo '([0-9]{6} ){4}[0-9]{6}' "$T/$slip")
	is "a slip has a code ($slip)" "$(echo "$codes" | wc -w)" 5
	# shellcheck disable=SC2086
	none "and nothing is left in memory" \
		"$(found $codes "$HR_PASS" "$seed")"
done

as 2001 "$HR_PASS" -o json enrol 1042 'Dmitri Sokolov' --role staff --lang en
code_1042=$(json code)
ENV=$DUMPED activate 1042 "$code_1042" 2001
# shellcheck disable=SC2086
none "activate leaves nothing in memory" "$(found $code_1042 "$PASS" "$seed")"
secrets "$PASS" "$PASS"
ENV=$DUMPED ask -u 1042 progress
none "nor a login" "$(found "$PASS" "$seed")"

done_testing
