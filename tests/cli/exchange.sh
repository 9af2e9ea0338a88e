#!/bin/sh
# Files of a house that sudo opens for other accounts: whoever sits there can
# open what is saved, and what they put there is found. Rights for one account
# more are given by setfacl, here by one that notes what it is asked.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"

make_house
mkdir "$T/bin" "$T/exchange"
cat >"$T/bin/setfacl" <<'END'
#!/bin/sh
echo "$*" >>"$T/rights"
[ ! -e "$T/broken" ]
END
chmod +x "$T/bin/setfacl"
BARE=$ENV
by_sudo() { # by whom
	ENV="$BARE T=$T PATH=$T/bin:$PATH PRESHIFT_EXCHANGE=$T/exchange"
	ENV="$ENV SUDO_UID=1234 SUDO_USER=$1"
}
theirs=$T/exchange/maria

by_sudo maria
secrets "$HR_PASS"
ask -u 2001 people --save
expect_exit 0 "HR saves a table"
file=$(find "$theirs" -name 'people-*.csv')
expect_has "in the folder of the account" "Saved as $file"
is "which is closed to others" "$(stat -c %a "$theirs")" 700
is "but open to that account, and what either puts there to both" \
	"$(sed -n 1p "$T/rights")" \
	"-m u:1234:rwx,d:u:1234:rw,d:u:$(id -u):rw $theirs"
is "the file is given to it" "$(sed -n 2p "$T/rights")" \
	"-m u:1234:rw $file"
secrets "$HR_PASS"
ask -u 2001 enrol --template --save
expect_exit 0 "an empty list"
has "is given as well" "$(cat "$T/rights")" "-m u:1234:rw $theirs/preshift"
secrets "$HR_PASS"
ask -u 2001 -l en handbook edit H5 --out "$T/h5.txt"
expect_exit 0 "a text"
has "is given wherever it is put" "$(cat "$T/rights")" \
	"-m u:1234:rw $T/h5.txt"

touch "$T/broken"
for lang in en de ru; do
	secrets "$HR_PASS"
	ask -l $lang -u 2001 people --save
	expect_exit 0 "it is saved without the tool too ($lang)"
	has "and what to do is said ($lang)" "$(tr '\n' ' ' <"$T/out")" \
		"sudo apt install acl"
done
rm "$T/broken"

# A name that leads elsewhere is none.
for name in ../maria a/b .hidden; do
	by_sudo "$name"
	secrets "$HR_PASS"
	ask -u 2001 people --save
	expect_has "'$name': in the house's own folder" \
		"Saved as $(cd "$SITE" && pwd -P)/out/"
done
ENV=$BARE
: >"$T/rights"
secrets "$HR_PASS"
ask -u 2001 people --save
expect_has "without sudo it is the house's own" \
	"Saved as $(cd "$SITE" && pwd -P)/out/"
none "and nobody gets rights" "$(cat "$T/rights")"

# ---- with the system's own, where it has one ----

if command -v setfacl >/dev/null && [ "$(id -u)" -eq 0 ] &&
	setfacl -m u:65534:r "$T/rights" 2>/dev/null; then
	chmod 711 "$T" "$T/exchange"
	ENV="$BARE PRESHIFT_EXCHANGE=$T/exchange SUDO_UID=65534"
	ENV="$ENV SUDO_USER=nobody"
	secrets "$HR_PASS"
	ask -u 2001 people --save
	file=$(find "$T/exchange/nobody" -name 'people-*.csv')
	as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
	is "the other account reads it" \
		"$(as_nobody head -n 1 "$file" | cut -c 1-6)" number
	is "a third does not" "$(setpriv --reuid=65533 --regid=65533 \
		--clear-groups cat "$file" 2>/dev/null)" ""
else
	skip "the other account reads it" "no setfacl here, or not root"
fi
done_testing
