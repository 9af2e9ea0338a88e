#!/bin/sh
# Little memory: the seal takes as much as there is, never less than 64 MiB,
# and names it; whoever can't unseal for lack of it has made no wrong try.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"

pass='kettle amber window frost'

# Runs within so many MiB of address space.
within() { # MIB ARG...
	mib=$1
	shift
	code=0
	(
		# shellcheck disable=SC3045 # dash, bash, ksh and busybox have it
		ulimit -v $((mib * 1024)) || exit 77
		clean "$PRESHIFT" --passphrase-fd 3 "$@"
	) >"$T/out" 2>"$T/err" 3<"$T/secrets" || code=$?
	out=$(cat "$T/out")
	err=$(cat "$T/err")
}
make_house() { # MIB
	secrets "$pass"
	rm -rf "$SITE" "$T/sheet"
	within "$1" init --name 'Small House' --id small --langs en \
		--zone UTC --hr '2001:Hanna Reiter' --hr '2002:Omar Said' \
		--sheet "$T/sheet"
}
cost() { sed -n 's/^kdf: argon2id //p' "$SITE/keys/2001.key"; }

# A sanitized program wants terabytes; some systems have no such limit.
make_house 1000
[ "$code" -eq 0 ] || skip_all "no limit on memory that the program can live with"

# How much the program itself takes: 64 MiB more, and a house can be made.
least=64
until make_house "$least" && [ "$code" -eq 0 ]; do
	least=$((least + 8))
done
is "the least is 64 MiB" "$(cost)" "64 3"
make_house $((least - 24))
expect_exit 1 "less is refused"
has "as too little memory" "$err" "too little memory"
[ ! -e "$SITE" ] && ok "and nothing is made" || not_ok "and nothing is made"
make_house $((least + 72))
is "more is taken where it is there" "$(cost)" "128 3"

# Unsealed with less than that.
for _ in 1 2 3; do
	secrets "$pass"
	within "$least" -u 2001 people
done
expect_exit 1 "without the memory there is no signature"
has "that is said" "$err" "this try is not counted"
begun=$(date +%s)
secrets "$pass"
within 1000 -u 2001 people
expect_exit 0 "with it there is"
[ $(($(date +%s) - begun)) -lt 5 ] && ok "at once" || not_ok "at once"
done_testing
