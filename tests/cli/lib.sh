# shellcheck shell=sh
# What most tests of the command line need besides tests/lib.sh: people with
# passphrases, scripts of answers, counting what is in the log.
#
#	. "$top_srcdir/tests/cli/lib.sh"
#	make_house
#	hire 1042 'Dmitri Sokolov' staff ru
#	answers '2001' 'here 1' ''
#	as 1042 "$PASS" -o json progress
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/lib.sh"

PASS='vier kleine graue wolken'
NOW=2026-11-21T06:40

# The answers to a command's questions, one an argument; `script` takes lines
# as they are, for commands between them.
answers() {
	: >"$T/answers"
	[ $# -eq 0 ] || printf '> %s\n' "$@" >"$T/answers"
}

# Runs it with $T/answers and, for each of $SECRETS (one a line), a secret.
ask() { # ARG...
	feed --now "$NOW" --passphrase-fd 3 "$@" \
		<"$T/answers" 3<"$T/secrets"
}

# As somebody: the passphrase for the session, and for one signature.
as() { # NUMBER PASSPHRASE ARG...
	as_who=$1
	secrets "$2" "$2"
	shift 2
	ask -u "$as_who" "$@"
	answers
}

# Enrolled by 2001 and activated there and then, with $PASS.
hire() { # NUMBER NAME ROLE LANG [OPTION...]
	hire_number=$1 hire_name=$2 hire_role=$3 hire_lang=$4
	shift 4
	as 2001 "$HR_PASS" -o json enrol "$hire_number" "$hire_name" \
		--role "$hire_role" --lang "$hire_lang" "$@"
	activate "$hire_number" "$(json code)" 2001
}

activate() { # NUMBER CODE WHO-STANDS-BY
	secrets "$2" "$PASS"
	answers "$3"
	ask activate "$1"
	answers
	[ "$code" -eq 0 ] || { not_ok "$1 is activated" "$err"; exit 1; }
}

# Behind the program's back, with the stock tool.
sql() { sqlite3 "$SITE/house.db" "$1"; }
leaves() { sql 'select count(*) from leaf'; }

# The text of a record, and one field of it.
leaf() { # INDEX
	sql "select cast(body as text) from leaf where idx = $1"
}
leaf_field() { # INDEX FIELD
	leaf "$1" | sed -n "s/^$2: //p"
}

# What was printed as JSON: is it, and what stands at PATH ($.a.b[0])?
is_json() { # FILE
	[ "$(sqlite3 :memory: "select json_valid(readfile('$1'))")" = 1 ]
}
at() { # PATH
	sqlite3 :memory: "select json_extract(readfile('$T/out'), '$1')"
}
# How many elements a list has, or those of which SQL holds (`value` is one).
count_at() { # PATH [SQL]
	sqlite3 :memory: "select count(*) from json_each(
		readfile('$T/out'), '$1') where ${2-1}"
}

# The same failure in English, German and Russian, on one house: CODE each, and
# no two of the messages the same.
expect_three() { # CODE TITLE ARG...
	three_code=$1 three_title=$2
	shift 2
	cp "$T/answers" "$T/three.answers"
	[ ! -e "$T/secrets" ] || cp "$T/secrets" "$T/three.secrets"
	for three_lang in en de ru; do
		cp "$T/three.answers" "$T/answers"
		ask -l "$three_lang" "$@"
		printf '%s\n' "$err" >"$T/three.$three_lang"
		cp "$T/out" "$T/three.$three_lang.out"
		[ "$code" -eq "$three_code" ] && [ -n "$err" ] && continue
		not_ok "$three_title ($three_lang)" \
			"exit $code, wanted $three_code" "out: $out" "err: $err"
		return
	done
	if cmp -s "$T/three.en" "$T/three.de" ||
		cmp -s "$T/three.en" "$T/three.ru" ||
		cmp -s "$T/three.de" "$T/three.ru"; then
		not_ok "$three_title" "said alike in two languages:" \
			"$(cat "$T/three.en" "$T/three.de" "$T/three.ru")"
	else
		ok "$three_title"
	fi
}

# The failure that says MSGID, in each language: CODE, and the sentence from the
# catalogue with anything in the place of its directives.
# tests/lint/messages.sh looks for these msgids.
expect_said() { # CODE MSGID ARG...
	said_msgid=$2
	expect_three "$@"
	check_said "$said_msgid"
}
check_said() { # MSGID [ENDING]; of what expect_three kept
	for said_lang in en de ru; do
		said_want=$(sentence "$said_lang" "$1")
		[ -n "$said_want" ] || said_want="not in po/$said_lang.po"
		# shellcheck disable=SC2254 # a pattern
		case $(cat "$T/three.$said_lang${2-}") in
		*$said_want*) ;;
		*) not_ok "$1" "wanted in $said_lang: $said_want" \
			"got: $(cat "$T/three.$said_lang${2-}")" ;;
		esac
	done
}
# And before it failed it printed MSGID.
said_before() { check_said "$1" .out; }

answers
secrets ''

# ---- the handbook ----

publish() { # OPTION...; the first edition, by 2001
	as 2001 "$HR_PASS" -o json handbook publish "$@"
}

# The text of the newest edition in a language.
text_of() { # LANG
	echo "$SITE/texts/$(sql "select texts from v_edition
		order by edition desc limit 1" | tr '\n' ' ' |
		sed "s/.*$1 [0-9]* \([0-9a-f]*\).*/\1/").txt"
}

# Ids of the sections that must be read.
must_read() {
	sql 'select sections from v_edition order by edition desc limit 1' |
		sed -n 's/^\([^ ]*\) [0-9]* must$/\1/p'
}

# The right answers of a section, one a line.
right_answers() { # TEXT-FILE SECTION
	awk -v id="$2" '
		/^== / { here = $2 == id }
		here && /^\? / { n = 0 }
		here && /^[+x] / { n++ }
		here && /^\+ / { print substr("abcdefgh", n, 1) }' "$1"
}

# The answers that lead through the whole text in LANG, into $T/reading.LANG: as
# many empty lines as a section has pages, then its questions.
reading_answers() { # NUMBER LANG; anybody's number who has not read yet
	ra_text=$(text_of "$2")
	: >"$T/reading.$2"
	for ra_id in $(sed -n 's/^== \([^ ]*\) .*/\1/p' "$ra_text"); do
		secrets "$PASS"
		answers stop
		ask -l "$2" -u "$1" handbook read "$ra_id"
		sql "delete from drafts where name like 'read $1 %'"
		ra_pages=$(printf '%s\n' "$out" | head -n 3 | tr '\n' ' ' |
			sed -n "s/.* $ra_id .*[^0-9]1[^0-9]* \([0-9]*\),.*/\1/p")
		while [ "${ra_pages:-0}" -gt 0 ]; do
			echo '> ' >>"$T/reading.$2"
			ra_pages=$((ra_pages - 1))
		done
		right_answers "$ra_text" "$ra_id" |
			sed 's/^/> /' >>"$T/reading.$2"
	done
}

read_handbook() { # NUMBER LANG [OPTION...]; all of it
	rh_number=$1 rh_lang=$2
	shift 2
	[ -s "$T/reading.$rh_lang" ] || reading_answers "$rh_number" "$rh_lang"
	cp "$T/reading.$rh_lang" "$T/answers"
	secrets "$PASS"
	ask -l "$rh_lang" -u "$rh_number" "$@" handbook read
	answers
	[ "$code" -eq 0 ] || {
		not_ok "$rh_number reads the handbook in $rh_lang" "$err"
		exit 1
	}
}

sign_handbook() { # NUMBER LANG [OPTION...]
	sh_number=$1 sh_lang=$2
	shift 2
	answers "Name of $sh_number" yes
	as "$sh_number" "$PASS" -l "$sh_lang" -o json sign "$@"
}
