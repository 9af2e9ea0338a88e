#!/bin/sh
# The examples of preshift-drill(5): each is put where its comment says, into a
# drill that holds otherwise, and lint finds no error. No element is without
# one.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need mandoc
page=$top_srcdir/doc/preshift-drill.5
base=$top_srcdir/tests/data/xml/base.xml

none "mandoc finds nothing in the manual" \
	"$(mandoc -T lint -W warning "$page" 2>&1)"

# $T/N.WHERE, one an example.
awk -v dir="$T" '
/^\.\\" example: / { where = $3; next }
/^\.Bd / && where != "" { file = dir "/" ++n "." where; on = 1; next }
/^\.Ed/ { on = 0; where = "" }
on { print >file }' "$page"

# FILE instead of the lines from FROM to TO; instead of nothing, before FROM.
put() { # FILE FROM [TO]
	awk -v file="$1" -v from="$2" -v to="${3-}" '
	index($0, from) && !done {
		while ((getline line <file) > 0) print line
		done = 1
		if (to == "") print
		else if (!index($0, to)) cut = 1
		next }
	cut { if (index($0, to)) cut = 0; next }
	{ print }'
}
# A scene of KIND, id ID, with the example between HEAD and TAIL, to which a
# choice of the first scene leads.
scene() { # FILE ID KIND HEAD TAIL
	{ echo "<node id=\"$2\" kind=\"$3\">$4"; cat "$1"; echo "$5</node>"; } \
		>"$T/scene"
	put "$T/scene" '<node id="good"' <"$base" | leads_to "$2"
}
leads_to() { sed "s/id=\"n1.type\" to=\"n2\"/id=\"n1.type\" to=\"$1\"/"; }
# shellcheck disable=SC2089 # it is XML
wait='<choice id="s.wait" to="n2"><t id="s.wait.t">You wait.</t>
<did id="s.wait.d">waited</did></choice>'

drill_with() { # FILE WHERE
	case $2 in
	file) put "$1" '<drill ' '<drill ' <"$base" ;;
	head) put "$1" '<title id="title"' '<intro' <"$base" ;;
	drill) put "$1" '<node id="n1"' <"$base" ;;
	cast) put "$1" '<cast>' '</cast>' <"$base" |
		sed 's/who="guest"/who="member"/' ;;
	debrief) put "$1" '<debrief>' '</debrief>' <"$base" ;;
	say) scene "$1" s say '' '<goto to="n2"/>' ;;
	check) scene "$1" s check '' '' ;;
	ask) scene "$1" s ask '<title id="s.title">The pool</title>' "$wait" ;;
	hub) scene "$1" hub hub '<title id="hub.title">The desk</title>' \
		'</node><node id="aside" kind="return">' ;;
	call) put "$1" '<node id="good"' <"$base" | leads_to caller ;;
	end) put "$1" '<node id="good"' <"$base" | leads_to fine ;;
	esac
}

for file in "$T"/[0-9]*.*; do
	where=${file##*.}
	drill_with "$file" "$where" >"$T/drill.xml"
	run lint "$T/drill.xml"
	is "$(basename "$file"): no error in" "$code $(head -n 1 "$file")" \
		"0 $(head -n 1 "$file")"
	[ "$code" -eq 0 ] || printf '# %s\n' "$out"
	while read -r line; do
		grep -qF -e "$line" "$T/drill.xml" ||
			not_ok "it stands there" "$line"
	done <"$file"
done
run lint --xsd
for name in $(sed -n 's/.*<xs:element name="\([a-z-]*\)".*/\1/p' "$T/out" |
	sort -u); do
	check "an example of '$name'" grep -q "^ *<${name}[ >]" "$page"
done
done_testing
