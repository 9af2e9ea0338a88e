#!/bin/sh
# Tries the package in FOLDER: unpacked, looked over, run from where it lies.
# ./bootstrap package makes it and calls this.
# SPDX-License-Identifier: GPL-3.0-or-later
: "${top_srcdir:=$(cd "$(dirname "$0")/.." && pwd)}"
folder=${1:?the folder with the package}
root=$(cd "$folder" && pwd)/root
PRESHIFT=$root/usr/bin/preshift
PRESHIFT_DATADIR=$root/usr/share/preshift
PRESHIFT_LOCALEDIR=$root/usr/share/preshift/locale
. "$top_srcdir/tests/lib.sh"

rm -rf "$root"
dpkg -x "$folder"/preshift_*.deb "$root"
is "it unpacks" $? 0
if command -v lintian >/dev/null; then
	none "lintian finds nothing" \
		"$(lintian --allow-root "$folder"/preshift_*.deb 2>&1)"
else
	skip "lintian finds nothing" "lintian is not installed"
fi

run --version
expect_exit 0 "the program runs"
is "it is the version of the package" "${out#preshift }" \
	"$(dpkg-deb -f "$folder"/preshift_*.deb Version)"
for lang in de ru; do
	run -l $lang help
	has_not "it speaks $lang" "$out" "$(run help; echo "$out")"
done
SITE=$T/none
run -o json check
expect_exit 0 "check finds nothing broken"
expect_has "and all of the content" '"name":"content","ok":true'
SITE=$T/demo
run demo "$SITE"
expect_exit 0 "the demonstration plays"
run -o json verify
expect_has "and its house holds" '"ok":true'

none "the manual is there" \
	"$(ls "$root"/usr/share/man/man1/preshift.1.gz \
		"$root"/usr/share/man/man1/preshift-house.1.gz 2>&1 >/dev/null)"
for script in "$root/usr/bin/preshift-house" "$top_srcdir"/debian/*.post*; do
	sh -n "$script"
	is "$(basename "$script") is a script" $? 0
done
if [ "$(id -u)" -eq 0 ]; then # somebody else than the one who builds it
	for lang in en de ru; do
		code=0
		env LC_ALL= LANG=$lang setpriv --reuid=65534 --regid=65534 \
			--clear-groups sh -s <"$root/usr/bin/preshift-house" \
			>"$T/out" 2>"$T/$lang" || code=$?
		is "who may not open the house is told how ($lang)" \
			"$code $(grep -c 'adduser .* preshift' "$T/$lang")" "4 1"
	done
	is "in three languages" "$(sort "$T/en" "$T/de" "$T/ru" |
		sed 's/adduser.*//' | sort -u | grep -c '....')" 7
else
	skip "who may not open the house is told how" "needs root"
fi
desktop=$root/usr/share/applications/preshift.desktop
is "the starter has its words in three languages" \
	"$(grep -cE '^(GenericName|Comment)(\[(de|ru)\])?=' "$desktop")" 6
is "it starts in a terminal" "$(grep -c '^Terminal=true$' "$desktop")" 1
is "the kiosk waits to be enabled" "$(ls "$root"/lib/systemd/system)
$(find "$root/etc" -name '*.wants')" "preshift-kiosk.service
"
is "the rule for sudo is read by root alone" \
	"$(stat -c %a "$root/etc/sudoers.d/preshift")" 440
done_testing
