#!/bin/sh
# Where a result goes: to a file, to the printer.
# SPDX-License-Identifier: GPL-3.0-or-later
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
. "$top_srcdir/tests/cli/lib.sh"
make_house
hire 1042 'Dmitri Sokolov' staff ru
hr() { as 2001 "$HR_PASS" "$@"; }

# ---- files ----

hr people --save "$T/list.csv"
is "a file ends in what its name says" \
	"$(head -n 1 "$T/list.csv" | cut -c 1-18)" "number,name,role,t"
has "the whole path is said" "$out" "Saved as $T/list.csv"
is "nobody else reads it" "$(stat -c %a "$T/list.csv")" 600
before=$(cat "$T/list.csv")
expect_said 1 "cannot write '%s': %s" -u 2001 people --save "$T/list.csv"
is "a file that is there is left alone" "$(cat "$T/list.csv")" "$before"
echo old >"$T/list.csv"
hr --yes people --save "$T/list.csv"
is "but with --yes it is replaced" "$(cat "$T/list.csv")" "$before"

hr people --save
file="$SITE/out/people-2026-11-21.csv"
has "without a name it is called by command and day" "$out" "Saved as $file"
hr people --save
has "and never takes the place of another" "$out" \
	"Saved as $SITE/out/people-2026-11-21-2.csv"
hr --save people
has "the option may stand before the command" "$out" "people-2026-11-21-3.csv"
hr -o html people --save
has "a format that is asked for names the file" "$out" \
	"$SITE/out/people-2026-11-21.html"
has "and is the one in it" "$(cat "$SITE/out/people-2026-11-21.html")" "<html"
hr people --excel --save="$T/x"
is "a name without a dot stands behind =" "$(head -c 3 "$T/x" | xxd -p)" efbbbf
hr -o json people --save "$T/list.json"
is "JSON is told in JSON where it is" "$(at '$.saved')" "$T/list.json"
run check
has "files saved there are no fault of the house" "$code" 0
secrets "$HR_PASS"
echo 'login 2001
people --save list.txt
people -o json' >"$T/answers"
(cd "$T" && ask)
has "in a script the options are of one line" "$(cat "$T/list.txt")" \
	"Sokolov, Dmitri"
has "and not of the next" "$(cat "$T/out")" '{"format":1,"people"'
answers
mv "$SITE/out" "$T/out.kept"
touch "$SITE/out"
expect_said 1 "cannot make the folder '%s': a file is in the way" \
	-u 2001 people --save
rm "$SITE/out"
mv "$T/out.kept" "$SITE/out"

# ---- paper ----

# A printer that keeps what it gets.
mkdir "$T/bin"
printf '#!/bin/sh\n%s\n' 'cat >"$T/paper"; printf "%s\n" "$*" >"$T/lp"
echo "request id is Office-12 (1 file(s))"' >"$T/bin/lp"
printf '#!/bin/sh\n%s\n' 'cat "$T/queue" 2>/dev/null || true' >"$T/bin/lpstat"
chmod +x "$T/bin/lp" "$T/bin/lpstat"
ENV="${ENV-} T=$T PATH=$T/bin:$PATH"
hr people --print
has "what is printed is told" "$out" "Printed."
has "the printer gets the words" "$(cat "$T/paper")" "Sokolov, Dmitri"
has "that it is a trial, too" "$(cat "$T/paper")" "TRIAL"
is "no line is wider than the paper" \
	"$(awk 'length($0) > 72' "$T/paper" | wc -l)" 0
is "without a setting it is the system's printer" "$(cat "$T/lp")" "-t preshift"

printf '#!/bin/sh\n%s\n' 'echo "lp: no such printer" >&2; exit 1' >"$T/bin/lp"
expect_said 1 "not printed: %s. Nothing is lost: it is saved as '%s', to be printed later" -u 2001 people --print
has "with what the printer says" "$err" "no such printer"
check_said "'%s' says: %s"
has "it is kept as a file" "$(cat "$SITE/out/people-2026-11-21.txt")" \
	"Sokolov, Dmitri"
rm "$T/bin/lp" "$T/bin/lpstat"
ENV="${ENV% PATH=*} PATH=$T/bin"
expect_said 1 "not printed: %s. Nothing is lost: it is saved as '%s', to be printed later" -u 2001 people --print
check_said "there is no program '%s' on this computer"

done_testing
