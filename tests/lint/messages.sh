#!/bin/sh
# Every sentence of an error has a test that provokes it and reads it in three
# languages: with expect_said (tests/cli/lib.sh) or assert_said
# (tests/unit/said.h). A word changed in the source changes in its test.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
need xgettext
cd "$top_srcdir" || exit 1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# One sentence a line, as it stands in the source.
sentences() { # XGETTEXT-OPTION... FILE...
	LC_ALL=C xgettext --from-code=UTF-8 --no-wrap --no-location \
		--force-po --output=- --keyword "$@" 2>>"$dir/said" |
		awk '
		/^msgid / { sub(/^msgid /, ""); id = $0; more = 1; next }
		/^"/ && more { id = id $0; next }
		/^msgstr/ { gsub(/""/, "", id); print id; more = 0 }' |
		grep '[a-z][a-z]' | # "%s: %s" is no sentence
		LC_ALL=C sort -u
}

# Files whose N_() are no errors: words, titles, what a code means. What verify
# finds are sentences.
words='src/cmd/* src/model/setting*.c src/model/handbook_value.c
	src/session/* src/xml/codes.c src/ui/*'
marked=src/cmd/verify_said.c
for f in $(sed 's/#.*//' po/POTFILES.in); do
	for w in $words; do
		[ "$f" != "$w" ] || continue 2
	done
	marked="$marked $f"
done
# shellcheck disable=SC2046,SC2086 # one word a file
{
	sentences --language=C --keyword=err_set:3 --keyword=err_wrap:2 \
		--keyword=report:4 --keyword=report_words:4 \
		$(sed 's/#.*//' po/POTFILES.in)
	sentences --language=C --keyword=N_ $marked
} | LC_ALL=C sort -u >"$dir/errors"
sentences --language=C --keyword=assert_said:3 --keyword=REASON:2 --keyword=refuse:3 \
	--keyword=refuse_as:4 --keyword=refuse_naming:3 \
	--keyword=cannot_open:4 --keyword=said_in:2 --keyword=N_ \
	--keyword=compose_said:2 --keyword=text_said:2 \
	--keyword=changed_said:3 --keyword=SAYS:2 --keyword=FINDS:2 \
	--keyword=SPELLS:2 --keyword=says:2 \
	tests/unit/*/*.c >"$dir/unit"
sentences --language=Shell --keyword=expect_said:2 --keyword=told:2 \
	--keyword=init_said:2 --keyword=hr_said:2 --keyword=csv_said:2 \
	--keyword=charter_said:2 --keyword=activate_said:2 \
	--keyword=finds:3 --keyword=finds_done:3 --keyword=var:1 \
	--keyword=condition:1 --keyword=enum:1 --keyword=said_before:1 --keyword=found_said:1 \
	--keyword=page_said:2 --keyword=answer_said:1 --keyword=vouch_said:2 \
	--keyword=choices_said:1 --keyword=broken_said:2 \
	--keyword=refused:2 --keyword=list_said:1 \
	--keyword=end_said:1 --keyword=check_said:1 --keyword=says:1 --keyword=words_of:1 \
	tests/*/*.sh >"$dir/shell"
LC_ALL=C sort -u "$dir/unit" "$dir/shell" >"$dir/told"

# Those that no test can provoke, each with its reason.
sed -e '/^#/d' -e '/^$/d' tests/lint/messages.unprovoked |
	LC_ALL=C sort -u >"$dir/unprovoked"

none "xgettext reads all of them" "$(cat "$dir/said")"
LC_ALL=C sort -u "$dir/told" "$dir/unprovoked" >"$dir/known"
none "each sentence is provoked by a test" \
	"$(LC_ALL=C comm -23 "$dir/errors" "$dir/known")"
none "those said to be out of reach are sentences, and no test reaches them" \
	"$(LC_ALL=C comm -23 "$dir/unprovoked" "$dir/errors"
	LC_ALL=C comm -12 "$dir/unprovoked" "$dir/told")"
done_testing
