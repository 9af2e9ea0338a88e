#!/bin/sh
# Golden transcripts: what is printed, letter by letter, in three languages.
# After a change that is meant: UPDATE_GOLDEN=1 sh tests/cli/golden.sh, then
# read the difference.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/lib.sh"

golden=$top_srcdir/tests/golden
now=2026-11-21T06:50

run --now "$now" -o json demo "$SITE"
expect_exit 0 "a house with a history that is always the same"

secrets "$(passphrase_of 2001)"
# Keys are drawn anew for each house, and what rests on them changes.
masks=
masked() {
	sed -E -e '/^-----BEGIN/,$d' -e 's|[A-Za-z0-9+/]{16,}=*|MARK|g' \
		"$T/out" >"$T/masked"
	mv "$T/masked" "$T/out"
}
transcript() { # NAME ARG...; standard input: the answers
	name=$1
	shift
	cat >"$T/answers"
	for lang in en de ru; do
		ENV="TERM=${term:-vt100}" feed --now "$now" --seed 0 -l "$lang" "$@" <"$T/answers" 3<"$T/secrets"
		file=$golden/$name.$lang.txt
		[ -z "$masks" ] || masked
		[ -z "${UPDATE_GOLDEN-}" ] || cp "$T/out" "$file"
		if lib_diff=$(diff -u "$file" "$T/out" 2>&1); then
			ok "$name in $lang"
		else
			not_ok "$name in $lang" "$lib_diff" "$err"
		fi
	done
}

transcript sheet lineup --sheet </dev/null
# Nothing feeds the complaint board yet: it is folded in each form.
transcript agenda lineup --agenda </dev/null
transcript agenda7 lineup --agenda --form 7 </dev/null
transcript commandments commandments </dev/null
transcript commandment7 commandments 7 </dev/null
transcript find find 15 EUR </dev/null
transcript drills drill </dev/null
transcript help help all </dev/null
transcript section handbook show H17 </dev/null
transcript glass-door drill glass-door <<'END'
> sure 2
> n1.wave
> n2.step
> hint
> n3.offer
> n4.kitchen
> cup.name
> sure 4
END
transcript coverage --passphrase-fd 3 -u 2001 coverage </dev/null
transcript people --passphrase-fd 3 -u 2001 people </dev/null
transcript settings --passphrase-fd 3 -u 2001 settings </dev/null
transcript values --passphrase-fd 3 -u 2001 values </dev/null
transcript template --passphrase-fd 3 -u 2001 enrol --template </dev/null
secrets "$(passphrase_of 1042)"
transcript progress --passphrase-fd 3 -u 1042 progress </dev/null
secrets "$(passphrase_of 1003)"
transcript me --passphrase-fd 3 -u 1003 me </dev/null
transcript my-signed --passphrase-fd 3 -u 1003 me signed </dev/null
transcript data --passphrase-fd 3 -u 1003 me data </dev/null
masks=yes
transcript receipt --passphrase-fd 3 -u 1003 receipt </dev/null
masks=
term=dumb
transcript pear-tart-linear drill pear-tart --choices "$(sed -n '/^test worst/,/^$/s/^ select //p' \
	"$top_srcdir/scenarios/pear-tart.tests" | paste -sd,)" </dev/null
for file in scenarios/glass-door.xml standards/commandments.xml; do
	run lint "$top_srcdir/$file"
	expect_exit 0 "nothing is wrong with $file"
done

done_testing
