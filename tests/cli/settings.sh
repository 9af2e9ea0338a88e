#!/bin/sh
# settings and values: what HR changes, that it holds at once, what is refused.
# SPDX-License-Identifier: GPL-3.0-or-later
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3
make_house
sheet=$(grep -oE '[0-9]{6}' "$T/sheet" | head -n 8 | tr '\n' ' ')
hire 1003 'Maria Keller' supervisor de --team front-desk
hire 1004 'Ben Ortiz' staff en --team bar
hr() { as 2001 "$HR_PASS" "$@"; }
agenda() { ask -o json lineup --agenda; }
now_is() { # TITLE NAME VALUE
	hr -o json settings "$2"
	is "$1" "$(at '$.value')" "$3"
}

# ---- lists ----

hr -o json settings
is "every setting is listed" "$(at '$.format') $(count_at '$.settings')" "1 13"
is "with value and default" "$(at '$.settings[2].name') $(at \
	'$.settings[2].value') $(at '$.settings[2].default')" \
	"shift.early 07:00 1"
hr -o csv settings
is "it is a table, too" "$(head -n 1 "$T/out" | tr -d '\r')" \
	"name,value,default,title,words,help"
hr -o json values
is "every value is listed" "$(count_at '$.values')" 37
is "with what it is and where it stands" "$(at '$.values[0].id') $(at \
	'$.values[0].value') $(at '$.values[0].type') $(at \
	'$.values[5].sections')" "limit.staff 15 EUR money H0, H3, H9, H10"
is "no edition tells it yet" "$(at '$.values[0].edition')" ""

# ---- they hold at once ----

hr settings statement agree
publish --material
read_handbook 1003 de
sign_handbook 1003 de
is "who signs agrees" "$(leaf_field "$(at '$.leaf')" meaning)" agree
before=$(leaves)
hr -o json settings shift.early 6:30
is "a change is recorded" "$(at '$.leaf') $(at '$.from') $(at '$.value')" \
	"$before 07:00 06:30"
is "as one record" "$(leaves) $(leaf_field "$before" name) $(leaf_field \
	"$before" value) $(leaf_field "$before" by)" \
	"$((before + 1)) shift.early 06:30 2001"
hr -l de settings shift.early 'keine solche Schicht'
has "in the words of the language" "$out" "von '06:30' auf 'keine solche"
agenda
is "there is no early shift to lead" "$(at '$.shift')" night
hr -l ru settings shift.early нет
has "it is so already" "$out" "ничего не изменено"
is "then nothing is recorded" "$(leaves)" "$((before + 2))"
hr settings shift.early -
agenda
is "and the default is back" "$(at '$.shift')" early
is "as a record without a value" "$(leaf_field "$((before + 2))" value)" -
hr -o json settings shift.early
is "who changed it and when is told" "$(count_at '$.changes') $(at \
	'$.changes[1].by') $(at '$.changes[2].value')" "3 2001 06:30"
for i in 1 2 3; do hr settings shift.night "22:0$i"; done
hr -o json settings shift.night
is "newest first" "$(at '$.changes[0].value')" 22:03
for i in 4 5 6; do hr settings shift.night "22:0$i"; done
hr -o json settings shift.night
is "five of them" "$(count_at '$.changes')" 5

hr settings lineup.form '7 minutes'
agenda
is "length of a lineup" "$(at '$.form')" 7
hr settings lineup.form
has "the handbook says otherwise, and that is told" "$out" \
	"still says 10: change it there too"
hr settings keep.training
has "what no program does yet is not claimed" "$(echo $out)" \
	"This program erases nothing by itself yet."
hr settings teams 'Bar, Front desk'
agenda
is "teams: the first is the one that leads" "$(at '$.team')" bar
hr settings team.bar.de 'Theke & Terrasse'
hr settings team.bar "Harry's Bar"
ask -l de lineup --agenda
has "a team's name in one language" "$out" "Frühschicht, Theke &"
ask -l ru lineup --agenda
has "and in the others" "$out" "Harry's Bar"
hr settings team.bar.de -
ask -l de lineup --agenda
has "taken back" "$out" "Harry's Bar"
mkdir "$T/stick"
hr settings backup "$T/stick"
run --now "$NOW" check
has "backup" "$out" "Backup place '$T/stick'"
mkdir "$T/bin"
# shellcheck disable=SC2016 # for the printer
printf '#!/bin/sh\n%s\n' 'printf "%s\n" "$*" >"$T/lp"; cat >/dev/null' \
	>"$T/bin/lp"
chmod +x "$T/bin/lp"
hr settings printer Office-2
ENV="T=$T PATH=$T/bin:$PATH" hr people --print
has "printer" "$(cat "$T/lp")" "-d Office-2"
hr settings due.days 21
hr -l de values limit.staff 20,5 €
is "a value is kept in one form" "$(leaf_field "$(($(leaves) - 1))" \
	value)" "20.50 EUR"
hr values phone.manager 112
before=$(leaves)

# The charter sheet signs what the house is called.
secrets "$HR_PASS" "$sheet"
ask -u 2001 settings house.title 'Harbour & Sons'
has "the name of the house" "$out" "from 'Test House' to 'Harbour & Sons'"
is "is the house's own record" "$(leaf "$before" | head -n 1) $(leaf_field \
	"$before" title)" "preshift-record/1 house 1 Harbour & Sons"
secrets "$HR_PASS" "$sheet"
ask -u 2001 settings house.languages Deutsch,en
expect_exit 2 "a language is called in one's own"
secrets "$HR_PASS" "$sheet"
ask -u 2001 settings house.languages German,en
is "the languages" "$(sql 'select languages from v_house
	order by idx desc limit 1')" "de en"
hr -o json settings house.title
is "who changed the name: the sheet" "$(count_at '$.changes') $(at \
	'$.changes[0].by')" "2 "
publish --material
is "an edition has the due days" "$(leaf_field "$(($(leaves) - 1))" due)" 21
is "and the languages" "$(at '$.texts[0].language') $(count_at '$.texts')" \
	"en 2"
has "and the name" "$(cat "$(text_of de)")" "house: Harbour & Sons"
has "and the value, as English writes it" "$(cat "$(text_of en)")" "20.50 EUR"
has "and as German does" "$(cat "$(text_of de)")" "20,50 EUR"
has_not "not the old one" "$(cat "$(text_of en)")" "15 EUR"
hr -o json values limit.staff
is "the edition tells it" "$(at '$.edition') $(at '$.value')" \
	"20.50 EUR 20.50 EUR"
hr values limit.staff -
has "until it changes" "$out" "edition 2 says 20.50 EUR"
has "which the next will tell" "$out" "handbook publish --material"
run --now "$NOW" -o json verify
is "every record of it holds" "$(json ok)" true

# ---- what is refused ----

before=$(leaves)
expect_said 2 "there is no setting '%s'; did you mean '%s'?" \
	-u 2001 settings shift.erly
expect_said 2 "there is no setting '%s': 'preshift settings' lists them" \
	-u 2001 settings photosynthesis
expect_said 2 "'%s' will not do for '%s': wanted is %s" \
	-u 2001 settings shift.early 25:00
expect_said 2 "there is no folder '%s': is the stick in? Make the folder first" \
	-u 2001 settings backup "$T/nowhere"
expect_said 2 "'%s' has no default: say what it should be" \
	-u 2001 settings house.title -
expect_said 2 "the handbook has no value '%s'; did you mean '%s'?" \
	-u 2001 values limit.staf
expect_said 2 "the handbook has no value '%s': 'preshift values' lists them" \
	-u 2001 values photosynthesis
long=$(head -c 10000 /dev/zero | tr '\0' x)
for words in "settings due.days 0" "settings due.days 366" \
	"settings due.days 1e3" "settings teams !" "settings lineup.form 6" \
	"settings printer $long" "settings team.bar $long" \
	"settings statement $long" "settings $long" "values $long" \
	"values limit.staff 20" "values limit.staff twenty" \
	"values limit.staff -1_EUR" "values answer.days 9999" \
	"values time.open 24" "values phone.service 1" "values mail.hr me" \
	"values name.hr $long" "settings house.languages en,fr"; do
	# shellcheck disable=SC2086 # words of a command
	hr $words
	[ "$words" = "values limit.staff 20" ] && continue
	is "refused: $(echo "$words" | cut -c 1-30)" \
		"$code $([ ${#err} -lt 400 ] && echo short)" "2 short"
done
hr values limit.staff -
before=$((before + 2))
hr settings printer "$(printf 'a\001b')"
is "control characters" "$code" 2
hr values name.hr "$(printf 'a\320')"
is "half a letter" "$code" 2
hr values name.hr "\${limit.staff}"
is "a value in a value" "$code" 2
is "nothing of it is recorded" "$(leaves)" "$before"
as 1003 "$PASS" settings due.days 7
expect_error 4 "settings" "a supervisor may not"
secrets "$HR_PASS" "wrong wrong wrong wrong"
ask -u 2001 settings due.days 7
expect_error 4 "wrong passphrase" "nor HR without the passphrase"
sleep 2
secrets "$HR_PASS" "123455 $sheet"
ask -u 2001 settings house.title Mine
is "nor anybody without the sheet" "$code" 4
is "still nothing" "$(leaves)" "$before"
now_is "and nothing changed" due.days 21

# ---- asked one by one ----

answers 'Bar am Pool' 'pool'
hr -o json settings teams --ask
is "a team is added" "$(at '$.value')" "bar front-desk pool"
is "with its name" "$(leaf_field "$(($(leaves) - 1))" value)" "Bar am Pool"
answers Bar ''
secrets "$HR_PASS"
expect_said 2 "there is a team '%s' already" -u 2001 settings teams --ask
answers Бар Бар
expect_said 2 "'%s' is no short name of a team that is new: Latin letters, \
digits, hyphens" -u 2001 settings teams --ask
answers

# ---- a value that makes a text too long ----

mkdir -p "$SITE/content"
cp -R "$top_srcdir/standards" "$SITE/content/"
chmod -R u+w "$SITE/content"
fill=$(head -c 850 /dev/zero | tr '\0' x)
sed "s/<t id=\"h17\.[^>]*>\([^<]*\)\${place.private}[^<]*</<t id=\"h17.long\">$fill \${place.private}</" \
	"$top_srcdir/standards/handbook.xml" >"$SITE/content/standards/handbook.xml"
secrets "$HR_PASS"
expect_said 2 "'%s' will not do: with it the text '%s' (%s) %s" -u 2001 \
	values place.private "$(printf '%.0sЖ' $(seq 100))"
done_testing
