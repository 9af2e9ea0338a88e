#!/bin/sh
# The machine fails at any call of the program: killed, a full disk, a broken
# one, a read-only one, half a write. What was told as recorded is in the log;
# what is in the log is whole; afterwards everything holds and the same
# command works.
#
# In the suite a sample of the calls; all of them: make fault (half an hour;
# FAULT_ONLY="sign publish" names some of the commands).
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

${CC:-cc} -shared -fPIC -o "$T/shim.so" "$top_srcdir/tests/fault/shim.c" \
	-ldl 2>"$T/cc.err" ||
	skip_all "no library can be loaded before the program's own"

# Under ASan the order of libraries is another one than it likes.
FAULTY="LD_PRELOAD=$T/shim.so"
case ${ASAN_OPTIONS-} in
?*) FAULTY="$FAULTY ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0" ;;
esac

# ---- the commands, each on a house of its own ----

do_enrol() {
	secrets "$HR_PASS" "$HR_PASS"
	ask -u 2001 -o json enrol 1050 'A B' --role staff --lang en
}
do_activate() {
	secrets "$CODE" "$PASS"
	answers 2001
	ask -o json activate 1042
	answers
}
do_lineup() {
	answers 1003 'here 1-2' '' '' '' '' '' '' '' '' '' '' now later
	cp "$T/answers" "$T/led"
	secrets "$PASS"
	ask -o json lineup
	answers
}
do_publish() {
	publish --material
}
do_sign() {
	sign_handbook 1003 en
}
do_init() {
	rm -f "$T/sheet"
	secrets "$HR_PASS"
	ask -o json init --name 'Test House' --id test --langs en,de,ru \
		--zone Europe/Berlin --hr '2001:Hanna Reiter' \
		--hr '2002:Omar Said' --sheet "$T/sheet"
}

keep() { # COMMAND; the house before it, and how many leaves it adds
	rm -rf "$T/base.$1"
	if [ "$1" = init ]; then
		mkdir "$T/base.$1"
		rmdir "$SITE" 2>/dev/null
	else
		cp -a "$SITE" "$T/base.$1"
	fi
}
whole() { # COMMAND; that house again
	rm -rf "$SITE" "$SITE".building-*
	[ "$1" = init ] || cp -a "$T/base.$1" "$SITE"
}
count() { if [ -e "$SITE/house.db" ]; then leaves; else echo 0; fi; }

make_house
as 2001 "$HR_PASS" -o json enrol 1042 'Dmitri Sokolov' --role staff --lang en
CODE=$(json code)
hire 1003 'Maria Keller' supervisor en --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk
for name in enrol activate lineup publish; do keep $name; done
publish --material
read_handbook 1003 en
keep sign
keep init

# ---- one fault, and what is there afterwards ----

found= # what is wrong, a line each
wrong() { found="$found$name, $kind at call $call: $1
"; }

holds() { # after the fault, after the second try
	[ -e "$SITE/house.db" ] || return 0
	run -o json verify
	[ "$code" -eq 0 ] || wrong "$1 verify: $code $out $err"
	run -o json check
	[ "$code" -eq 0 ] || wrong "$1 check: $code $out $err"
}

strike() { # COMMAND KIND CALL
	name=$1 kind=$2 call=$3
	whole "$name"
	before=$(count)
	ENV="$FAULTY FAULT_AT=$3 FAULT_HOW=$2" "do_$1"
	said=$code told=$err
	after=$(count)
	[ "$said" -ne 0 ] || [ "$after" -eq $((before + adds)) ] ||
		wrong "told as recorded: $((after - before)) of $adds"
	case $((after - before)) in
	0 | "$adds") ;;
	1) [ "$name" = lineup ] || wrong "torn: 1 of $adds" ;;
	*) wrong "torn: $((after - before)) of $adds" ;;
	esac
	# Who is told that it failed tries again, and must not find it done;
	# a lineup is told as recorded before it is signed.
	[ "$said" -eq 0 ] || [ "$said" -ge 128 ] || [ "$name" = lineup ] ||
		[ "$after" -eq "$before" ] ||
		wrong "recorded, but told as failed ($said): $told"
	[ "$said" -eq 0 ] || [ "$said" -ge 128 ] || [ -n "$told" ] ||
		wrong "failed without a word ($said)"
	holds "at once"
	if [ "$name" = init ] && [ "$said" -lt 128 ] && [ "$said" -ne 0 ]; then
		[ ! -e "$T/sheet" ] || wrong "a sheet of no house"
		for left in "$SITE"*; do
			[ ! -e "$left" ] || wrong "left behind: $left"
		done
	fi
	"do_$name"
	# A lineup goes on where it stopped: with the answers it still lacks.
	if [ "$name" = lineup ]; then
		for skip in 2 3 4 5 6 7 8 9 10 11 12 13 14; do
			[ "$code" -eq 2 ] || break
			tail -n +$skip "$T/led" >"$T/answers"
			ask -o json lineup
			answers
		done
	fi
	if [ "$code" -ne 0 ] && { [ "$after" -eq "$before" ] ||
		[ "$code" -ne 4 ]; }; then
		wrong "the second time: $code $err"
	fi
	holds "the second time"
	if [ "$name" = activate ]; then
		secrets "$PASS"
		ask -u 1042 progress
		[ "$code" -eq 0 ] || wrong "no login afterwards: $err"
	fi
	struck=$((struck + 1))
}

# The calls of KIND, of all that are in $T/calls.
calls() { # KIND
	case $1 in
	kill | 5) cat ;;
	killed) grep -v ' .*\(read\|stat\|access\|mmap\|fcntl\)' ;;
	short) grep write ;;
	*) grep ' \(open\|.*write\|mkdir\|rename\|.*sync\|ftrunc\)' ;;
	esac <"$T/calls" | cut -d ' ' -f 1
}

# 5: EIO; 28: ENOSPC; 30: EROFS.
SAMPLE=2
for name in ${FAULT_ONLY:-sign enrol publish lineup init activate}; do
	whole "$name"
	before=$(count)
	ENV="$FAULTY FAULT_LIST=$T/names" "do_$name"
	expect_exit 0 "$name: works where nothing fails"
	adds=$(($(count) - before))
	cat -n "$T/names" | awk '{ print $1, $2 }' >"$T/calls"
	struck=0
	for fault in kill killed 5 28 30 short; do
		calls $fault >"$T/at"
		n=$(wc -l <"$T/at")
		if [ -z "${FAULT_LONG-}" ] && [ "$n" -gt $SAMPLE ]; then
			# Late ones first: there the writing is.
			awk -v n="$n" -v k=$SAMPLE -v r="${#name}$n" '
				BEGIN { srand(r); for (i = 0; i < k; i++)
					at[int(n - n * rand() * rand())] }
				NR in at' "$T/at" >"$T/some"
			mv "$T/some" "$T/at"
		fi
		while read -r call; do
			strike "$name" $fault "$call"
		done <"$T/at"
	done
	echo "# $name: $(wc -l <"$T/calls") calls, $adds leaves, $struck faults"
	none "$name: nothing lost, nothing torn, and it works again" "$found"
	found=
done

done_testing
