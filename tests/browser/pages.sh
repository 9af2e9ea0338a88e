#!/bin/sh
# HTML results in a browser: readable by everybody, narrow and wide, light and
# dark; printed as A4; and nothing that a person is called gets out of its
# place. look.js looks at them.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need chromium
need node
need pdftotext
modules=$abs_builddir/tests/browser/npm/node_modules
[ -d "$modules/axe-core" ] && [ -d "$modules/playwright-core" ] ||
	skip_all "playwright-core and axe-core are not installed"

NOW=2026-11-21T06:50
run --now "$NOW" --yes demo "$SITE"
expect_exit 0 "a house with a history that is always the same"
HR_PASS=$(passphrase_of 2001)

# Sixteen in the team, some of them with names that nobody has; three of them
# new with a coach, so that there are five items to be told.
cat >"$T/list.csv" <<'END'
number,name,role,language,team,coach
1101,<script>alert(1)</script> Wiener,staff,en,front-desk,1031
1102,"Anna ""Q"" O'Hara & <b>Bold</b>",staff,de,front-desk,1031
1103,Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft,staff,de,front-desk,1031
1104,Александра Константинопольская-Ветвистая,staff,ru,front-desk,
1105,"</style><img src=x onerror=alert(2)>",staff,en,front-desk,
1106,Maximiliane von und zu Hohenlohe-Waldenburg,staff,de,front-desk,
1107,&lt;kein Markup&gt;,staff,de,front-desk,
1108,"""><svg onload=alert(3)>",staff,en,front-desk,
END
as 2001 "$HR_PASS" enrol --csv "$T/list.csv"
expect_exit 0 "a team of sixteen"

pages=$T/pages
mkdir "$pages"
page() { # NAME LANG ARG...; as $T/pages/NAME.LANG.html
	page_file=$pages/$1.$2.html
	shift
	page_lang=$1
	shift
	ask -l "$page_lang" -o html "$@"
	[ "$code" -eq 0 ] || not_ok "${page_file##*/} is printed" "$err"
	cp "$T/out" "$page_file"
}
for lang in en de ru; do
	page sheet $lang lineup --sheet
	page handbook $lang handbook show
	page section $lang handbook show H5
	page drills $lang drill
	page debrief $lang drill glass-door \
		--choices n1.wave,n2.step,n3.offer,n4.kitchen,cup.name
	secrets "$HR_PASS"
	page acks $lang -u 2001 acks
	secrets "$HR_PASS"
	page people $lang -u 2001 people
	secrets "$(passphrase_of 1008)"
	page progress $lang -u 1008 progress
done

# Each line is "ok TITLE", or "not TITLE<TAB>WHY".
clean node "$top_srcdir/tests/browser/look.js" "$modules" \
	"$(command -v chromium)" "$pages" >"$T/seen" 2>"$T/why"
is "the browser looked at all of them" "$? $(tail -n 1 "$T/seen")" "0 done"
tab=$(printf '\t')
while IFS=$tab read -r title why; do
	case $title in
	ok\ *) ok "${title#ok }" ;;
	not\ *) not_ok "${title#not }" "$why" ;;
	esac
done <"$T/seen"
sed 's/^/# /' "$T/why"
done_testing
