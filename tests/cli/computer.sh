#!/bin/sh
# check before there is a house: the screen of the installer (S22), in three
# languages; the printer, which CUPS answers for; the backup place.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3

# CUPS as the test wants it: $T/lpstat says what -d and -p answer.
mkdir "$T/bin"
cat >"$T/bin/lpstat" <<'END'
#!/bin/sh
[ "$LC_ALL" = C ] || exit 9
sed -n "s/^${1#-} //p" "$(dirname "$0")/../lpstat"
! grep -q "^${1#-}!" "$(dirname "$0")/../lpstat"
END
chmod +x "$T/bin/lpstat"
cups() { printf '%s\n' "$@" >"$T/lpstat"; }
ENV="PATH=$T/bin:$PATH"

# What differs from one computer to the next is masked.
SITE=$T/none
cups 'd system default destination: Office' \
	'p printer Office is idle.  enabled since Sat 21 Nov 2026'
for lang in en de ru; do
	run -l $lang check
	expect_exit 0 "nothing is broken ($lang)"
	awk '/^([^ :]+:|[0-9]+ )/ || NR == 1 { printf "%s%s", nl, $0
			nl = "\n"; next }
		{ printf " %s", $0 } END { print "" }' "$T/out" |
		sed -E -e '/(battery clock|mit Batterie|батарейкой)/d' \
			-e 's/: .*, N?[0-9]{2}:[0-9]{2}( UTC)?,.*/: WHEN/' \
			-e 's/(Space|Platz|Место на диске): .*/\1: N/' \
			-e "s|$T|T|; s/[0-9][0-9.,]*/N/g" \
			-e 's/^N .*(first lineup|Schichtbriefing|брифинга)/N \1/' \
			>"$T/masked"
	golden=$top_srcdir/tests/golden/check.$lang.txt
	[ -z "${UPDATE_GOLDEN-}" ] || cp "$T/masked" "$golden"
	is "the screen of the installer in $lang" "$(cat "$T/masked")" \
		"$(cat "$golden")"
done

# What the line NAME says and whether it is to be looked at.
line_of() { # NAME
	run -o json check
	sqlite3 :memory: "select value ->> 'text', value ->> 'look' from
		json_each(readfile('$T/out'), '\$.checks')
		where value ->> 'name' = '$1'"
}

cups 'd no system default destination'
is "no printer is set up" "$(line_of printer)" \
	"No printer is set up yet: nothing can be printed|1"
cups 'd system default destination: Office/large' \
	'p printer Office disabled since Sat 21 Nov 2026 -'
is "the printer is switched off" "$(line_of printer)" "Printer 'Office' does \
not answer: is it switched on? lpstat -p tells more|1"
cups 'd system default destination: Office' 'p!'
has "CUPS does not know it" "$(line_of printer)" "does not answer"
printf '#!/bin/sh\nsleep 60\n' >"$T/bin/lpstat"
before=$(date +%s)
has "CUPS does not answer at all" "$(line_of printer)" \
	"No printer is set up yet"
[ $(($(date +%s) - before)) -lt 20 ]
is "and is not waited for" $? 0
mkdir "$T/empty"
ENV="PATH=$T/empty"
PRESHIFT=$(command -v "$PRESHIFT")
has "no CUPS at all" "$(line_of printer)" "sudo apt install cups"
ENV=

is "without a house there is no backup place" "$(line_of backup |
	cut -d: -f1)" "No backup place yet"
run check
expect_has "how many before the first lineup" "before the first lineup"

# ---- a house with a backup place
SITE=$T/house
make_house
run -o json check
expect_has "it has none at first" "No backup place yet"
place=$T/stick
sql "insert into v_setting values ('backup', 'office', 9, 0, '$place')"
is "the stick is not in" "$(line_of backup)" \
	"The backup place '$place' is not there: is the stick in?|1"
mkdir "$place"
is "nothing is on it" "$(line_of backup)" \
	"Backup place '$place': nothing is there yet|1"
touch -d '2 days ago' "$place/house"
has "when it was last written" "$(line_of backup)" \
	"Backup place '$place': last written on "
is "two days are fine" "$(line_of backup | cut -d '|' -f 2)" 0
touch -d '9 days ago' "$place/house"
is "nine are not" "$(line_of backup | cut -d '|' -f 2)" 1
done_testing
