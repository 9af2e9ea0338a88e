#!/bin/sh
# check finds what is wrong with the files of a house, says so in words that
# tell what to do, and takes away what was left behind.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1042 'Dmitri Sokolov' staff en --team front-desk
publish --material --summary First
as 1042 "$PASS" -o json drill glass-door \
	--choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
expect_exit 0 "somebody trains"
cp -a "$SITE" "$T/kept"
whole() { # the house as it was
	chmod -R u+rwX "$SITE"
	rm -rf "$SITE"
	cp -a "$T/kept" "$SITE"
}

told() { # NAME; what the lines of that name say is wrong
	sqlite3 :memory: "select value ->> 'text' from
		json_each(readfile('$T/out'), '\$.checks')
		where value ->> 'name' = '$1' and value ->> 'look'"
}

# CODE: check ends so; a line named NAME says WORDS, in each language its own.
found() { # CODE NAME WORDS TITLE
	for lang in en de ru; do
		run -l $lang check
		[ "$code" -eq "$1" ] || echo "exit $code ($lang)"
		run -l $lang -o json check
		told "$2" >"$T/told.$lang"
	done >"$T/codes"
	none "$4: exit $1" "$(cat "$T/codes")"
	is "$4: told in three languages" \
		"$(sort -u "$T"/told.?? | grep -c .)" \
		"$(cat "$T"/told.?? | grep -c .)"
	has "$4: in words" "$(cat "$T/told.en")" "$3"
	whole
}

# MSGID: it was that sentence, in each language; a line of the list begins with
# a capital letter.
says() {
	for lang in en de ru; do
		LC_ALL=C.UTF-8 sed 's/^./\l&/' "$T/told.$lang" \
			>"$T/three.$lang"
	done
	check_said "$1"
}

run -o json check
is "nothing is wrong" "$code $(count_at '$.checks' \
	"value ->> 'ok' = 0 or value ->> 'name' in ('leftovers', 'rights')")" \
	"0 0"

# ---- the terminal's key ----

rm "$SITE/terminal.key"
run check
expect_has "it still looks at all the rest" "Keys: 2 people"
run check --rebuild
expect_has "also when it makes the lists anew" "Keys: 2 people"
found 3 terminal-key "Put the file back" "the terminal's key is missing"
echo junk >"$SITE/terminal.key"
found 3 terminal-key "put its file 'terminal.key' back" "it is junk"
SITE=$T/other
mv "$T/sheet" "$T/first-sheet"
make_house
cp "$SITE/terminal.key" "$T/house"
hire 1042 'Dmitri Sokolov' staff ru
cp "$SITE/keys/1042.key" "$T/older.key"
SITE=$T/house
found 3 terminal-key "put its file 'terminal.key' back" "it is another house's"

# ---- keys of people ----

rm "$SITE/keys/1042.key"
found 3 keys "HR gives a new code" "a person's key is missing"
says "the key of %s is missing: copy '%s' from a backup, or HR gives a new code"
cp "$T/older.key" "$SITE/keys/1042.key"
found 3 keys "copy the newest" "it is an older one"
says "'%s' is an older key of %s: copy the newest from a backup, or HR gives a \
new code"
echo junk >"$SITE/keys/1042.key"
found 3 keys "1042.key" "it is junk"
head -c 100 "$T/kept/keys/1042.key" >"$SITE/keys/1042.key"
found 3 keys "damaged" "it is cut off"
: >"$SITE/keys/1042.key"
found 3 keys "damaged" "it is empty"
cp "$SITE/keys/2001.key" "$SITE/keys/1042.key"
found 3 keys "belongs to" "it is somebody else's"
mv "$SITE/keys/1042.key" "$SITE/keys/1042.lock"
found 3 keys "missing" "another file with that number is no key"

# ---- texts ----

text=$(text_of de)
rm "$text"
found 3 texts "from a backup" "a text of the handbook is missing"
echo x >>"$text"
found 3 texts "was changed" "it was changed"
drill=$(leaf_field "$(sql 'select max(idx) from leaf')" content)
echo junk >"$SITE/texts/$drill.xml"
as 1042 "$PASS" drill glass-door \
	--choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
run check
is "one that was spoilt is good again when somebody trains" "$code" 0
rm "$SITE/texts/$drill.xml"
found 3 texts "$drill.xml" "a drill that was trained with is missing"
rm -r "$SITE/texts"
found 3 rights "texts' is missing" "the folder of texts is missing"
rm -r "$SITE/keys"
found 3 rights "keys' is missing" "the folder of keys is missing"

# ---- rights ----

chmod 644 "$SITE/terminal.key"
found 3 rights "chmod 600" "others can read the terminal's key"
chmod 640 "$SITE/keys/1042.key"
found 3 rights "chmod 600" "or a person's"
chmod 604 "$SITE/house.db"
found 3 rights "chmod 600" "or the database"
chmod 755 "$SITE"
found 0 rights "chmod 700" "or enter the folder: to be looked at"
other= # root is stopped by no mode
if [ "$(id -u)" -eq 0 ]; then
	other='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chmod a+rx "$T"
fi
# shellcheck disable=SC2086 # a command and its options
if clean $other "$PRESHIFT" --version >/dev/null 2>&1; then
	locked() { # FOLDER LANG; check, while it cannot be opened
		[ -z "$other" ] || chown -R 65534 "$SITE"
		chmod 0 "$1"
		code=0
		# shellcheck disable=SC2086
		out=$(clean $other "$PRESHIFT" -l "$2" check </dev/null \
			2>"$T/err") || code=$?
		out=$(echo "$out" | tr -s '\n ' '  ')
		chmod 700 "$1"
	}
	for dir in texts keys; do
		locked "$SITE/$dir" en
		is "the folder '$dir' cannot be opened" "$code" 3
		expect_has "in words ($dir)" "$dir' cannot be opened"
		whole
	done
	locked "$SITE" en
	is "nor the whole house" "$code" 3
	expect_has "in words" "cannot be opened by this account"
	whole
else
	skip "a folder that cannot be opened" \
		"no other user can run the program here"
fi

# ---- the note of the last record ----

rm "$SITE/terminal.head"
found 0 history "written anew" "the note of the last record is gone"

# ---- the head of the log, changed behind the program's back ----

all=$(leaves)
for size in 0 1 $((all - 1)) $((all + 1)) 4294967296 9223372036854775806 \
	9223372036854775807 -1 -9223372036854775808 1e300 "'many'"; do
	sql "update head set size = $size, frontier = zeroblob(63 * 32)"
	rm "$SITE/terminal.head"
	secrets "$HR_PASS" "$HR_PASS"
	ask -u 2001 enrol 1050 'A B' --role staff --lang en
	is "with a head of $size nothing is recorded" \
		"$code $(sql 'select count(*) from leaf')" "3 $all"
	run check
	expect_exit 3 "and check says so"
	whole
done
sql "update head set size = $((all - 1))"
found 3 history "restore the newest backup" "a head that does not fit"

# ---- lists that are not there ----

sql 'drop table v_review; drop table v_lineup;
	create table v_lineup (date text)'
run check --rebuild
expect_exit 3 "lists that are gone are told"
run check --rebuild
expect_exit 0 "and are there again"
whole

# ---- left behind ----

echo draft >"$SITE/texts/$(printf draft | sha256sum | cut -d ' ' -f 1).txt"
echo half >"$SITE/texts/.preshift-1-0.tmp"
echo half >"$SITE/.preshift-2-0.tmp"
cp "$SITE/keys/1042.key" "$SITE/keys/1042-0123456789abcdef.new"
cp -a "$SITE" "$T/untidy"
found 0 leftovers "4 files" "what no record names"
rm -rf "$SITE"
cp -a "$T/untidy" "$SITE"
run -o json check --rebuild
is "one of today stays: somebody may need it yet" "$(count_at '$.checks' \
	"value ->> 'text' like '4 files%'")" 1
find "$SITE" -type f -exec touch -d '2 days ago' {} +
cp -a "$SITE" "$T/old"
sql "insert into leaf (terminal, idx, hash, body) values
	('bar', 0, zeroblob(32), cast('preshift-record/1 novelty 1' as blob))"
run -o json check --rebuild
is "what a newer program may have recorded is not touched" \
	"$(count_at '$.checks' "value ->> 'text' like '4 files%cut off%'")" 1
rm -rf "$SITE"
cp -a "$T/old" "$SITE"
run -o json check --rebuild
is "an old one is taken away" "$code $(count_at '$.checks' \
	"value ->> 'text' like '4 files%removed'")" "0 1"
is "nothing else is" "$(cd "$SITE" && find . -type f ! -name 'house.db-*' |
	sort)" "$(cd "$T/kept" && find . -type f ! -name 'house.db-*' | sort)"
run -o json check
is "and that was all" "$code $(count_at '$.checks' \
	"value ->> 'name' = 'leftovers'")" "0 0"
run -o json verify
expect_exit 0 "the records hold"

done_testing
