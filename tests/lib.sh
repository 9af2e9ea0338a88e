# shellcheck shell=sh
# For tests of the command line. Source it first:
#
#	. "$top_srcdir/tests/lib.sh"
#	run --version
#	expect_exit 0 "the version is told"
#	expect_out "its form" <<'END'
#	preshift 1.0.0
#	END
#	done_testing
#
# Each script has a folder of its own ($T, removed at the end), in it HOME and
# the house ($SITE). The program sees no other variables than those in clean().
# SPDX-License-Identifier: GPL-3.0-or-later
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
. "$top_srcdir/tests/tap.sh"

: "${PRESHIFT:=$abs_builddir/preshift}"
: "${PRESHIFT_DATADIR:=$top_srcdir}"
: "${PRESHIFT_LOCALEDIR:=$abs_builddir/po}"

T=$(mktemp -d "${TMPDIR:-/tmp}/preshift.XXXXXX") || exit 1
SITE=$T/house
mkdir "$T/home"

# More to do at the end: `at_end COMMAND` (one line of shell).
lib_end=
at_end() { lib_end="$1; $lib_end"; }
lib_cleanup() {
	eval "$lib_end"
	# A folder that a test made read-only shall not stay behind.
	chmod -R u+rwX "$T" 2>/dev/null
	rm -rf "$T"
}
trap lib_cleanup EXIT
trap 'exit 1' HUP INT TERM

# The environment of every program under test; ENV adds words to it, as in
# `ENV="LC_ALL=C TERM=dumb" run me`.
clean() { # COMMAND [ARG...]
	# shellcheck disable=SC2086 # ENV is a list of words
	env -i PATH="$PATH" HOME="$T/home" TMPDIR="$T" TERM=dumb \
		LC_ALL=C.UTF-8 PRESHIFT_SITE="$SITE" \
		PRESHIFT_DATADIR="$PRESHIFT_DATADIR" \
		PRESHIFT_LOCALEDIR="$PRESHIFT_LOCALEDIR" \
		${ASAN_OPTIONS+"ASAN_OPTIONS=$ASAN_OPTIONS"} \
		${UBSAN_OPTIONS+"UBSAN_OPTIONS=$UBSAN_OPTIONS"} \
		${ENV-} "$@"
}

# Runs the program without input, or with what follows (`feed`). Afterwards
# $code is its exit, $out and $err what it printed (files $T/out, $T/err).
run() { feed "$@" </dev/null; }
feed() { # ARG...; standard input is the script
	code=0
	clean "$PRESHIFT" "$@" >"$T/out" 2>"$T/err" || code=$?
	out=$(cat "$T/out")
	err=$(cat "$T/err")
}

# Secrets go by a descriptor:
#	secrets 'kettle amber window frost'
#	run --passphrase-fd 3 -u 1042 sign 3<"$T/secrets"
secrets() { printf '%s\n' "$@" >"$T/secrets"; }

expect_exit() { # CODE TITLE
	if [ "$code" -eq "$1" ]; then
		ok "$2"
	else
		not_ok "$2" "exit $code, wanted $1" "out: $out" "err: $err"
	fi
}

expect_out() { # TITLE; wanted text on standard input
	cat >"$T/want"
	if lib_diff=$(diff -u "$T/want" "$T/out"); then
		ok "$1"
	else
		not_ok "$1" "$lib_diff" "err: $err"
	fi
}

# A failure: exit CODE, WORDS on standard error, nothing on standard output.
expect_error() { # CODE WORDS TITLE
	case $code:$out:$err in
	"$1"::*"$2"*) ok "$3" ;;
	*) not_ok "$3" "exit $code, wanted $1; wanted words: $2" \
		"out: $out" "err: $err" ;;
	esac
}

expect_has() { has "$1" "$out" "$2"; } # TITLE PART
expect_not() { has_not "$1" "$out" "$2"; } # TITLE PART

# The value after "KEY": in one-line JSON (the first; a string or a number).
json() { # KEY
	sed -n 's/.*"'"$1"'": *\("\([^"]*\)"\|\([^],}]*\)\).*/\2\3/p' "$T/out" |
		head -n 1
}

# The sentence MSGID in LANG as a pattern of the shell: anything may stand for
# its directives. Nothing if the catalogue lacks it.
sentence() { # LANG MSGID
	said_id=$2 awk -v lang="$1" '
		function unquote(s) {
			sub(/^[a-z]* *"/, "", s)
			sub(/"$/, "", s)
			gsub(/\\n/, "\n", s)
			gsub(/\\"/, "\"", s)
			gsub(/\\\\/, "\\", s)
			return s
		}
		/^msgid "/ { id = unquote($0); text = ""; in_id = 1; next }
		/^msgstr "/ { text = unquote($0); in_id = 0; next }
		/^"/ && in_id { id = id unquote($0) }
		/^"/ && !in_id { text = text unquote($0) }
		/^$/ && id == ENVIRON["said_id"] { found = 1; exit }
		END {
			if (!found && id != ENVIRON["said_id"])
				exit
			if (lang == "en")
				text = id
			gsub(/[][*?]/, "[&]", text)
			gsub(/\\/, "?", text)
			gsub(/%%/, "\001", text)
			gsub(/%[^a-z]*(ll|z|l)?[a-z]/, "*", text)
			gsub(/\001/, "%", text)
			printf "%s", text
		}' "$top_srcdir/po/$(echo "$1" | sed 's/en/de/').po"
}

# A trial house with one active HR person, 2001, and one enrolled, 2002.
HR_PASS='kettle amber window frost'
make_house() { # [OPTION...]
	secrets "$HR_PASS"
	run --now 2026-11-21T06:30 --passphrase-fd 3 -o json init \
		--name 'Test House' --id test --langs en,de,ru \
		--zone Europe/Berlin --hr '2001:Hanna Reiter' \
		--hr '2002:Omar Said' --sheet "$T/sheet" "$@" 3<"$T/secrets"
	[ "$code" -eq 0 ] || { not_ok "a house is made" "$err"; exit 1; }
}

# The demonstration house, and a person's passphrase in it.
make_demo() {
	run --yes demo "$SITE"
	[ -s "$SITE/DEMO.txt" ] ||
		{ not_ok "the demonstration house is made" "$err"; exit 1; }
}
passphrase_of() { # NUMBER
	awk -F '\t' -v n="$1" '$1 == n { print $4 }' "$SITE/DEMO.txt"
}
