#!/bin/sh
# Plain words on every screen: what only whoever builds the program says stands
# in no message, but where experts look (the details of verify), or where a
# thing is called so (the name of a time zone, of a format).
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
LC_ALL=C.UTF-8
export LC_ALL
cd "$top_srcdir" || exit 1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# Files that may.
experts='src/cmd/verify_page\.c|src/base/zone\.c|src/out/out\.c'

# FILES TAB TEXT of each msgid or msgstr, one a line.
texts() { # msgid|msgstr FILE
	awk -v want="$1" '
	/^#: / { sub(/^#: /, ""); files = files " " $0; next }
	/^$/ { files = ""; on = 0; next }
	/^msg/ { on = $1 ~ "^" want "(_plural|\\[[0-9]\\])?$"
		sub(/^[^ ]* /, "") }
	/^"/ && on { gsub(/^"|"$/, ""); gsub(/\\"/, "\"")
		if ($0 != "") print files "\t" $0 }' "$2"
}
said() { # TITLE msgid|msgstr FILE EXPRESSION [GREP-OPTION]
	texts "$2" "$3" | grep -vE "^[^	]*($experts)[^	]*	" |
		sed 's/^[^	]*	//' | grep ${5-} -E -e "$4" >"$dir/found" 2>>"$dir/wrong"
	none "$1" "$(cat "$dir/found")"
}
# A word by itself.
w() { printf '(^|[^[:alpha:]])(%s)($|[^[:alpha:]])' "$1"; }

is "the texts are read" "$(texts msgid po/preshift.pot | grep -c HELP)" 1
said "English" msgid po/preshift.pot "$(w "leaf|leaves|hash(es|ed)?|root|\
checkpoint|payload|digest|merkle|nonce|json|stdin|stdout|eof|utc|class [a-d]|\
signature block|exit (code|[0-9])|record kind")" -i
said "German" msgstr po/de.po "$(w "leaf|blätter|blatt des protokolls|\
hash[[:alpha:]]*|klasse [a-d]|wurzel[[:alpha:]]*|prüfsumme|prüfpunkt|nonce|json|stdin|\
stdout|utc|exit ?code|signaturblock")" -i
said "Russian" msgstr po/ru.po "$(w "листь(я|ев|ями)|(хеш|хэш)[[:alpha:]]*|корнев[[:alpha:]]*|\
контрольн[[:alpha:]]* сумм[[:alpha:]]*|json|stdin|stdout|utc|класс[[:alpha:]]* [a-d]|\
код выхода")" -i

# German says du: a Sie that begins no sentence, or is asked for something.
said "German says du" msgstr po/de.po \
	"[[:alpha:],] (Sie|Ihnen|Ihre[mnrs]?|Ihr)($|[^[:alpha:]])|en Sie "
said "German quotes are German" msgstr po/de.po '”|«|»'
said "Russian quotes are Russian" msgstr po/ru.po '“|”|„'
said "Russian writes ё" msgstr po/ru.po "$(w "еще|ее|нее|свое|мое|твое|идет|\
ждет|дает|вернет|начнет|прочтет|учет[[:alpha:]]*|счет[[:alpha:]]*|пойдет|\
придет|причем|нем|моем|твоем")" -i
none "grep understands all of it" "$(cat "$dir/wrong")"
done_testing
