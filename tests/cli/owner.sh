#!/bin/sh
# A house that belongs to another account of this computer: who opens it is told
# whose it is and what to do, and makes no second one by mistake.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"

# Another account needs root to become it.
if [ "$(id -u)" -ne 0 ] || ! chmod a+rx "$T" ||
	! clean setpriv --reuid=65534 --regid=65534 --clear-groups \
		"$PRESHIFT" --version >/dev/null 2>&1; then
	skip "another account's house" \
		"no other user can run the program here"
	done_testing
	exit 0
fi
owner=$(id -nu)
other() { # ARG...; as somebody else
	code=0
	clean setpriv --reuid=65534 --regid=65534 --clear-groups \
		"$PRESHIFT" "$@" </dev/null >"$T/out" 2>"$T/err" || code=$?
	out=$(cat "$T/out")
	err=$(cat "$T/err")
}
told() { # TITLE ARG...
	told_title=$1
	shift
	for lang in en de ru; do
		other -l $lang "$@"
		echo "$err" >"$T/three.$lang"
		is "$told_title ($lang)" "$code:$out" 4:
		has "whose it is ($lang)" "$err" "'$owner'"
	done
	check_said "the house in '%s' belongs to the account '%s': open it \
with 'preshift-house', or log in to this computer as that account"
}

make_house
chmod 750 "$SITE"
told "a folder that is closed" people
other -o json check
is "check finds nothing broken in that" "$code" 0
expect_has "it is to be looked at" "belongs to the account '$owner'"
told "no second house is made in it" init --name X --id x --langs en \
	--zone UTC --hr 1:A --hr 2:B --sheet "$T/x"
chmod 755 "$SITE"
told "a folder that is open, with a house that is not" people

# What root wrote would be lost to the owner.
chown -R 65534 "$SITE"
owner=$(id -nu 65534)
other -o json verify
expect_exit 0 "the owner opens it"
secrets "$HR_PASS" "$HR_PASS"
run --now "$NOW" -u 2001 --passphrase-fd 3 enrol 1050 'A B' --role staff \
	--lang en 3<"$T/secrets"
expect_error 4 "belongs to the account '$owner'" "root writes nothing there"
run -o json verify
expect_exit 0 "root may look"
is "and leaves nothing of its own" "$(find "$SITE" -user 0)" ""
done_testing
