#!/bin/sh
# The picture of a drill in a browser, which measures it: no two boxes overlap,
# no line crosses a box that is not its own, no letter leaves its box. Of the
# drills that come with the program and of larger ones.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need chromium
need node
modules=$abs_builddir/tests/browser/npm/node_modules
[ -d "$modules/playwright-core" ] ||
	skip_all "playwright-core is not installed"

pictures=$T/pictures
mkdir "$pictures"

# A drill of N scenes and three ends: each scene has two to five choices, most
# lead on, some far on, some back.
generate() { # N SEED
	awk -v n="$1" -v seed="$2" 'BEGIN {
	srand(seed)
	print "<drill xmlns=\"urn:preshift:drill:1\" id=\"made\" version=\"1\"" \
		" xml:lang=\"en\" pass=\"0.5\"><title id=\"t\">Made of " n \
		"</title><competency id=\"k\"/>"
	for (i = 1; i <= n; i++) {
		print "<node id=\"n" i "\" kind=\"ask\"><title id=\"n" i \
			".t\">Шаг " i " «Größe», and what is said there" \
			"</title><hint id=\"n" i ".h\">Look.</hint>"
		m = 2 + int(4 * rand())
		for (k = 1; k <= m; k++) {
			r = rand()
			to = r < 0.7 ? i + 1 : r < 0.85 ? \
				i + 1 + int(9 * rand()) : \
				r < 0.95 ? 1 + int(i * rand()) : n + 1
			where = to > n ? "e" 1 + int(3 * rand()) : "n" to
			print "<choice id=\"n" i "." k "\" to=\"" where "\"" \
				(rand() < 0.1 ? " critical=\"yes\"" : "") \
				"><t id=\"n" i "." k ".t\">You say " k \
				".</t><did id=\"n" i "." k ".d\">said " \
				"something or other, " k "</did></choice>"
		}
		print "</node>"
	}
	for (i = 1; i <= 3; i++)
		print "<node id=\"e" i "\" kind=\"end\"><title id=\"e" i \
			".t\">End " i "</title></node>"
	print "</drill>"
	}'
}

draw() { # NAME FILE
	run graph "$2" --svg
	[ "$code" -eq 0 ] || not_ok "$1 is drawn" "$err"
	cp "$T/out" "$pictures/$1.svg"
}
for file in "$top_srcdir"/scenarios/*.xml \
	"$top_srcdir/tests/data/xml/language.xml"; do
	draw "$(basename "$file" .xml)" "$file"
done
for n in 12 40 80; do
	for seed in 1 2 3; do
		generate $n $seed >"$T/made.xml"
		draw "made-$n-$seed" "$T/made.xml"
	done
done
node "$top_srcdir/tests/browser/graph.js" "$modules" "$(command -v chromium)" \
	"$pictures" >"$T/found" 2>&1
code=$?
out=$(cat "$T/found")
is "the browser measured them" "$code" 0
for file in "$pictures"/*.svg; do
	name=$(basename "$file" .svg)
	none "$name: nothing lies on anything else" \
		"$(grep "^$name: " "$T/found")"
done
is "all of them" "$(grep -c '^measured ' "$T/found")" \
	"$(find "$pictures" -name '*.svg' | wc -l)"
done_testing
