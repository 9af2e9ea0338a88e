#!/bin/sh
# What happens to a house on a bad day: no house, a newer one, read-only, a
# full disk, files lost or changed, a process killed while it writes.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

make_house
hire 1042 'Dmitri Sokolov' staff en --team front-desk
cp -a "$SITE" "$T/kept"
whole() { # the house as it was
	chmod -R u+rwX "$SITE"
	rm -rf "$SITE"
	cp -a "$T/kept" "$SITE"
}

# CODE for who reads and for who writes, told in three languages.
both() { # CODE TITLE
	secrets "$HR_PASS" "$HR_PASS"
	expect_three "$1" "$2" lineup --agenda
	expect_three "$1" "$2 (writing)" \
		-u 2001 enrol 1050 'A B' --role staff --lang en
	whole
}

# ---- no house ----

SITE=$T/file
touch "$SITE"
expect_three 1 "a file is no house" lineup --agenda
SITE=$T/nowhere
expect_three 1 "nor is nothing" lineup --agenda
SITE=$T/letters
mkdir "$SITE"
touch "$SITE/letter.txt"
expect_three 1 "nor a folder of letters" lineup --agenda
is "which stays as it is" "$(ls -A "$SITE")" letter.txt
SITE=$T/house
rm "$SITE"/house.db* "$SITE/terminal.key"
: >"$SITE/house.db"
both 1 "an empty file is none"
rm "$SITE"/house.db*
sqlite3 "$SITE/house.db" 'create table people (name)'
both 1 "nor another program's database"
sql 'insert into schema values (2)'
both 1 "a newer house asks for a newer program"

# ---- what should hold does not ----

# Verify shows it on its page, in each language, and what to do: MSGID...
shows() {
	for lang in en de ru; do
		run -l $lang verify
		is "verify finds it ($lang)" "$code" 3
		tr -s ' \n' ' ' <"$T/out" >"$T/three.$lang.flat"
	done
	check_said "SOMETHING DOES NOT HOLD. Please repair nothing and delete \
nothing." .flat
	check_said "The house lies in the folder %s." .flat
	check_said "$1" .flat
}
rm "$SITE"/house.db*
shows "the book of this house, '%s', is missing or empty: put it back from the \
newest backup"
expect_three 3 "a house that has lost its book" check
both 3 "nothing in place of the database"
: >"$SITE/house.db"
both 3 "an empty file in place of the database"
echo 'Dear house,' >"$SITE/house.db"
shows "'%s' is not a database, or its beginning is damaged: restore the \
newest backup"
both 3 "a text in place of the database"
sql 'pragma wal_checkpoint(truncate)' >/dev/null
head -c 50000 "$SITE/house.db" >"$T/half"
cat "$T/half" >"$SITE/house.db"
both 3 "half a database"
echo junk >"$SITE/terminal.head"
shows "this computer had written more, or something else: an older or another \
copy was put in its place."
both 3 "a note of the last record that is none"
secrets "$HR_PASS" "$HR_PASS"
ask -u 2001 enrol 1050 'A B' --role staff --lang en
rm "$SITE"/house.db*
cp "$T/kept"/house.db* "$SITE"
shows "this computer had written more, or something else: an older or another \
copy was put in its place."
both 3 "yesterday's database put back"
echo junk >"$SITE/terminal.key"
secrets "$HR_PASS" "$HR_PASS"
expect_three 3 "a terminal's key that is none" \
	-u 2001 enrol 1050 'A B' --role staff --lang en
whole
rm "$SITE/terminal.key"
secrets "$HR_PASS" "$HR_PASS"
expect_three 3 "a terminal's key that is lost" \
	-u 2001 enrol 1050 'A B' --role staff --lang en
ask lineup --agenda
expect_exit 0 "without it one can still read"
whole
rm "$SITE/keys/2001.key"
expect_three 4 "a person's key that is not here" -u 2001 people
whole
cp "$SITE/keys/1042.key" "$SITE/keys/2001.key"
expect_three 3 "somebody else's key in its place" -u 2001 people
echo junk >"$SITE/keys/2001.key"
expect_three 3 "or no key at all" -u 2001 people
whole

# ---- read-only ----

other= # root is stopped by no mode
if [ "$(id -u)" -eq 0 ]; then
	other='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chmod a+rx "$T"
	chown -R 65534 "$SITE"
fi
chmod -R a-w "$SITE"
secrets "$HR_PASS" "$HR_PASS"
chmod a+r "$T/secrets"
lock_out() { # LANG ARG...
	lock_lang=$1
	shift
	code=0
	# shellcheck disable=SC2086 # a command and its options
	clean $other "$PRESHIFT" -l "$lock_lang" --now "$NOW" \
		--passphrase-fd 3 "$@" </dev/null 3<"$T/secrets" \
		>"$T/out" 2>"$T/err" || code=$?
	out=$(cat "$T/out")
	err=$(cat "$T/err")
}
# shellcheck disable=SC2086
if clean $other "$PRESHIFT" --version >/dev/null 2>&1; then
	for lang in en de ru; do
		lock_out $lang -u 2001 enrol 1050 'A B' --role staff --lang en
		is "a read-only house records nothing ($lang)" "$code:$out" 1:
		echo "$err" >"$T/ro.$lang"
	done
	is "which is told in three languages" "$(sort -u "$T"/ro.?? |
		wc -l)" 3
	has "in English: read-only" "$(cat "$T/ro.en")" read-only
	lock_out en lineup --agenda
	expect_exit 0 "but it can be read"
	lock_out en verify
	expect_exit 0 "and verified"
else
	skip "a read-only house" "no other user can run the program here"
fi
whole
[ -z "$other" ] || chown -R 0 "$SITE"

# ---- no room ----

before=$(leaves)
no_room() { # BLOCKS LANG ARG...; no file may grow beyond that (of 512 or 1024)
	no_room_blocks=$1 no_room_lang=$2
	shift 2
	code=0
	(
		ulimit -f "$no_room_blocks"
		clean "$PRESHIFT" -l "$no_room_lang" --now "$NOW" \
			--passphrase-fd 3 "$@" </dev/null 3<"$T/secrets" \
			>"$T/out" 2>"$T/err"
	) || code=$?
	out=$(cat "$T/out")
	err=$(cat "$T/err")
}
# 16: the database itself cannot grow; 100: a text of the handbook cannot.
for blocks in 16 100; do
	secrets "$HR_PASS" "$HR_PASS"
	for lang in en de ru; do
		no_room $blocks $lang -u 2001 handbook publish --material
		is "no room ($blocks): a failure, nothing told as done ($lang)" \
			"$code:$out" 1:
		echo "$err" >"$T/full.$lang"
	done
	is "no room ($blocks): told in three languages" \
		"$(sort -u "$T"/full.?? | wc -l)" 3
	has "no room ($blocks): in English, the disk" "$(cat "$T/full.en")" \
		"the disk "
done
is "no half of a file is left" "$(for f in "$SITE"/texts/* "$SITE"/texts/.[!.]*; do
	[ ! -e "$f" ] || [ "$(sha256sum <"$f" | cut -d ' ' -f 1).txt" = \
		"${f##*/}" ] || echo "$f"
done)" ""
is "nothing is recorded" "$(leaves)" "$before"
run -o json verify
is "and all that was there holds" "$code $(at '$.leaves')" "0 $before"
secrets "$HR_PASS" "$HR_PASS"
ask -u 2001 enrol 1050 'A B' --role staff --lang en
expect_exit 0 "with room again it works"
whole

# Recorded, and then nothing can be shown: that is told.
if [ -c /dev/full ]; then
	n=0
	for lang in en de ru; do
		n=$((n + 1))
		secrets "$HR_PASS" "$HR_PASS"
		code=0
		clean "$PRESHIFT" -l $lang --now "$NOW" --passphrase-fd 3 \
			-u 2001 enrol "60$n" 'A B' --role staff --lang en \
			</dev/null 3<"$T/secrets" >/dev/full \
			2>"$T/three.$lang" || code=$?
		echo $code >>"$T/full.codes"
	done
	is "a result that cannot be shown is a failure" \
		"$(sort -u "$T/full.codes")" 1
	has "which says that it is recorded" "$(cat "$T/three.en")" \
		"recorded as number $(($(leaves) - 3))"
	check_said "it is recorded as number %lld, only not shown"
	whole
fi

# ---- killed while it writes ----

# A list of 300 people is one transaction: all of it or nothing. How long it
# takes here is measured, and the moments spread over it.
{
	echo 'number,name,role,language'
	i=0
	while [ $i -lt 300 ]; do
		echo "5$i,Person $i,staff,en"
		i=$((i + 1))
	done
} >"$T/list.csv"
secrets "$HR_PASS" "$HR_PASS"
begun=$(date +%s%N)
ask -u 2001 enrol --csv "$T/list.csv"
took=$((($(date +%s%N) - begun) / 1000000))
expect_exit 0 "three hundred people are enrolled"
whole
base=$(leaves)
torn=
none_yet=0
all_there=0
for part in 20 40 50 60 70 76 82 88 94 100 106 112 118 124 130 140 150 165 180 200; do
	secrets "$HR_PASS" "$HR_PASS"
	clean sh -c 'echo $$ >"$1"; shift; exec "$@"' - "$T/pid" \
		"$PRESHIFT" --now "$NOW" --passphrase-fd 3 -u 2001 \
		enrol --csv "$T/list.csv" </dev/null 3<"$T/secrets" \
		>/dev/null 2>&1 &
	sleep "$(awk -v n=$((took * part)) 'BEGIN { print n / 100000 }')"
	kill -9 "$(cat "$T/pid")" 2>/dev/null
	wait
	n=$(leaves)
	case $((n - base)) in
	0) none_yet=$((none_yet + 1)) ;;
	300) all_there=$((all_there + 1)) ;;
	*) torn="$torn at $part: $((n - base)) leaves." ;;
	esac
	[ "$(sql "select count(*) from v_roster where number like '5%'")" \
		-eq $((n - base)) ] || torn="$torn at $part: the roster."
	[ "$(sql "select count(*) from names where number like '5%'")" \
		-eq $((n - base)) ] || torn="$torn at $part: the names."
	run -o json verify
	[ "$code" -eq 0 ] || torn="$torn at $part: verify $code $out."
	[ "$n" -eq "$base" ] || whole
done
none "killed at twenty moments: all or nothing" "$torn"
echo "# of $took ms: $none_yet before the record, $all_there after it"
run -o json check --rebuild
is "the views follow from the log" "$code $(at '$.rebuilt.same')" "0 1"
secrets "$HR_PASS" "$HR_PASS"
ask -u 2001 enrol 1051 'B C' --role staff --lang en
expect_exit 0 "whoever comes next can write"

done_testing
