#!/bin/sh
# graph: a drill as a picture. What the browser measures of it is in
# tests/browser/graph.sh.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need xmllint
DATA=$top_srcdir/tests/data/xml

run graph "$DATA/language.xml" --svg
expect_exit 0 "a picture, without a house"
cp "$T/out" "$T/g.svg"
xmllint --noout "$T/g.svg" 2>"$T/why"
is "it is well-formed" "$?" 0
is "a box for each scene" "$(grep -c 'class="box"' "$T/g.svg")" 10
is "a double frame for each end" \
	"$(grep -A2 'id="box-\(good\|bad\)"' "$T/g.svg" | grep -c '<rect')" 4
expect_has "a condition as its author wrote it" "ready or door == open"
expect_has "the chances" "2/3"
expect_has "what is called" "calls sub, then goes on"
expect_has "the timer" "after 40 seconds: 4"
expect_has "what must not happen" "(must be avoided)"
for lang in "de Ende" "ru конец"; do
	run -l "${lang% *}" graph "$DATA/language.xml" --svg
	expect_has "its signs in ${lang% *}" "${lang#* }"
done

run graph "$DATA/language.xml" --dot
expect_exit 0 "for Graphviz"
expect_has "it is a graph" 'digraph "The lost badge" {'
expect_has "lines have the number of the choice" \
	'"n3" -> "good" [label="2", penwidth=4];'
if command -v dot >/dev/null; then
	dot -Tsvg "$T/out" >"$T/dot.svg" 2>"$T/why"
	is "which Graphviz reads" "$?" 0
fi
sed 's/The lost badge/A "quoted" \\\\ \&lt;b\&gt;/' "$DATA/language.xml" \
	>"$T/quotes.xml"
run graph "$T/quotes.xml" --dot
expect_has "quotes do not end a string" 'digraph "A \"quoted\" \\\\ <b>" {'
run graph "$T/quotes.xml" --svg
expect_has "nor brackets a text" 'A &quot;quoted&quot; \\ &lt;b&gt;'

cd "$T" || exit 1
run graph "$DATA/language.xml" --svg --save
expect_exit 0 "saved"
expect_has "with its place" "Saved as $(pwd -P)/graph.svg"
is "the same" "$(cmp graph.svg g.svg 2>&1)" ""

# ---- too large ----

{
	sed '/<node id="n1"/,$d' "$DATA/base.xml"
	i=0
	while [ $i -lt 5000 ]; do
		echo "<node id=\"n$i\" kind=\"check\"><goto to=\"n$((i + 1))\"/></node>"
		i=$((i + 1))
	done
	echo '<node id="n5000" kind="end"/></drill>'
} >"$T/large.xml"
expect_said 5 "the graph has %zu boxes; more than %d are not drawn" \
	graph "$T/large.xml" --svg
{
	sed '/<node id="n1"/,$d' "$DATA/base.xml"
	i=0
	while [ $i -lt 1500 ]; do
		echo "<node id=\"n$i\" kind=\"check\"><goto to=\"end\" if=\"mood &gt; 0\"/><goto to=\"n$((i + 1))\"/></node>"
		i=$((i + 1))
	done
	echo '<node id="n1500" kind="check"><goto to="end"/></node>'
	echo '<node id="end" kind="end"/></drill>'
} >"$T/long.xml"
expect_said 5 "the graph is too large to be drawn: its lines are too long" \
	graph "$T/long.xml" --svg

# ---- wrong words ----

for words in "" "--svg" "$DATA/base.xml" "$DATA/base.xml --svg --dot"; do
	# shellcheck disable=SC2086 # words
	expect_said 2 "graph needs a drill's file, and --svg or --dot" \
		graph $words
done
run graph "$DATA/D001-end-tag.xml" --svg
expect_exit 5 "no drill"
done_testing
