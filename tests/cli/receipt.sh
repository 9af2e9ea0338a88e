#!/bin/sh
# receipt: what somebody signed, on one page, and as texts that stock tools
# check without this program.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need minisign sqlite3

make_house
hire 1042 'Дмитрий Соколов' staff ru --team front-desk
hire 1008 'Chiara Lind' staff en --team front-desk
publish --material

secrets "$PASS"
expect_said 1 "you have signed nothing yet: 'sign' does it" -u 1042 receipt

read_handbook 1042 ru
sign_handbook 1042 ru
leaf=$(at '$.leaf')
at '$.record' >"$T/said"
answers 'Ich überlege es mir'
as 1008 "$PASS" -o json sign --decline
no=$(at '$.leaf')

# ---- as data ----

as 1042 "$PASS" -o json receipt
expect_exit 0 "without a number it is the newest"
is "what it is" "$(at '$.leaf') $(at '$.terminal') $(at '$.kind') $(
	at '$.number') $(at '$.edition') $(at '$.language')" \
	"$leaf office ack 1042 1 ru"
utc=$(sed -n 's/^at //p' "$T/said")
is "the text has its digest" "$(at '$.sha256')" \
	"$(sha256sum <"$(text_of ru)" | cut -d' ' -f1)"
is "fourteen days to object" "$(at '$.object_until')" 2026-12-05
as 2001 "$HR_PASS" values object.days 30
as 1042 "$PASS" -o json receipt
is "or as many as the house has set" "$(at '$.object_until')" 2026-12-21
as 2001 "$HR_PASS" values object.days -
as 1042 "$PASS" -o json receipt
at '$.record' >"$T/record"
is "the record is the one that was signed" "$(cat "$T/record")" \
	"$(cat "$T/said")"

# ---- on paper ----

# Between the two lines of NAME; folded lines put together again.
block() { # NAME
	sed -n "/^-----BEGIN PRESHIFT $1-----\$/,/^-----END/p" "$T/plain" |
		sed -e '1d' -e '$d' |
		sed -e :a -e '/\\$/{N; s/\\\n//; ba
		}'
}
ENV=TERM=vt100
as 1042 "$PASS" -l ru -o plain receipt "$leaf" --save "$T/plain"
expect_exit 0 "a page to print"
out=$(cat "$T/plain")
is "no line is wider than the paper" "$(grep -E '.{73}' "$T/plain")" ""
for part in 'Test House (test)' 'Дмитрий Соколов, 1042' 'Name of 1042' \
	'«Подтверждаю получение' "$utc" \
	'(Europe/Berlin,' 'UTC+1:00)' "$leaf, " 'суббота, 5 декабря 2026'; do
	expect_has "it says $part" "$part"
done
block RECORD >"$T/text"
block SIGNATURE >"$T/text.minisig"
block KEY >"$T/key.pub"
block PROOF >"$T/proof"
block 'TERMINAL KEY' >"$T/vkey"
if minisign -Vqm "$T/text" -p "$T/key.pub" >"$T/said" 2>&1; then
	ok "minisign accepts the signature"
else
	not_ok "minisign accepts the signature" "$(cat "$T/said")"
fi
echo >>"$T/text"
if minisign -Vqm "$T/text" -p "$T/key.pub" >"$T/said" 2>&1; then
	not_ok "and not that of another text"
else
	ok "and not that of another text"
fi
block RECORD >"$T/text"
is "the first line is the format's" "$(head -n 1 "$T/proof")" \
	"c2sp.org/tlog-proof@v1"
is "the place" "$(sed -n 2p "$T/proof")" "index $leaf"

# RFC 9162, 2.1.3.2, by hand: the leaf leads to the root of the checkpoint.
hex() { od -An -tx1 -v | tr -d ' \n'; }
bytes() { printf '%s' "$1" | xxd -r -p; } # HEX
sha() { sha256sum | cut -d' ' -f1; }
root_of() {
	x=$( { printf '\0'; cat "$T/text" "$T/text.minisig"; } | sha)
	i=$leaf
	sed '1,/^$/d' "$T/proof" >"$T/note"
	m=$(($(sed -n 2p "$T/note") - 1))
	for p in $(sed -n '3,/^$/p' "$T/proof"); do
		q=$(echo "$p" | base64 -d | hex)
		if [ $((i & 1)) = 1 ] || [ "$i" = "$m" ]; then
			x=$(bytes "01$q$x" | sha)
			while [ $((i & 1)) = 0 ] && [ "$i" != 0 ]; do
				i=$((i >> 1)) m=$((m >> 1))
			done
		else
			x=$(bytes "01$x$q" | sha)
		fi
		i=$((i >> 1)) m=$((m >> 1))
	done
	echo "$x"
}
if command -v xxd >/dev/null; then
	is "the proof leads to the checkpoint" "$(root_of)" \
		"$(sed '1,/^$/d' "$T/proof" | sed -n 3p | base64 -d | hex)"
else
	skip "the proof leads to the checkpoint" "no xxd"
fi
if command -v openssl >/dev/null; then
	sed '1,/^$/d' "$T/proof" >"$T/note"
	sed '/^$/,$d' "$T/note" >"$T/body"
	sed -n '$p' "$T/note" | cut -d' ' -f3 | base64 -d | tail -c 64 \
		>"$T/sig"
	{
		printf '\060\052\060\005\006\003\053\145\160\003\041\000'
		cut -d+ -f3- "$T/vkey" | base64 -d | tail -c 32
	} >"$T/der"
	if openssl pkeyutl -verify -pubin -keyform DER -inkey "$T/der" \
		-rawin -in "$T/body" -sigfile "$T/sig" >"$T/said" 2>&1; then
		ok "openssl accepts the seal"
	else
		not_ok "openssl accepts the seal" "$(cat "$T/said")"
	fi
else
	skip "openssl accepts the seal" "no openssl"
fi

as 1042 "$PASS" -l de receipt --save "$T/receipt.html"
has "a file for a browser" "$(cat "$T/receipt.html")" "-----BEGIN PRESHIFT RE"
is "it needs nothing from elsewhere" \
	"$(grep -cE 'src=|href=|url\(|<script' "$T/receipt.html")" 0

# A reader who has no printer has done nothing: only not seen it on paper.
mkdir "$T/bin"
printf '#!/bin/sh\n%s\n' 'echo "lp: no printer" >&2; exit 1' >"$T/bin/lp"
chmod +x "$T/bin/lp"
as_was=${ENV-}
ENV="$as_was PATH=$T/bin:$PATH"
as 1042 "$PASS" -l en receipt "$leaf" --print
is "without a printer" "$code" 1
is "it is not said to be recorded again" "$(grep -c recorded "$T/err")" 0
has "it is kept as a file" "$err" \
	"Nothing is lost: it is saved as '$SITE/out/receipt-2026-11-21.txt'"
ENV=$as_was

# ---- whose ----

secrets "$PASS"
expect_said 4 "number %llu belongs to somebody else: only that person and HR may see it" \
	-u 1008 receipt "$leaf"
as 2001 "$HR_PASS" -o json receipt "office:$leaf"
is "HR may see anybody's" "$code $(at '$.number')" "0 1042"
as 1008 "$PASS" -o plain receipt
expect_has "a no has a receipt too, with its reason" 'Ich überlege es mir'
expect_has "that says who cannot change it" 'Nobody can change this no.'
is "and nothing to object to" "$(printf '%s\n' "$out" |
	grep -c 'Objecting')" 0

secrets "$HR_PASS"
expect_said 2 "'%s' is no number of a record" -u 2001 receipt x
expect_said 2 "there is no record %llu" -u 2001 receipt 9999
expect_said 2 "number %llu is nothing that somebody signed about the handbook" \
	-u 2001 receipt 0

# ---- what does not hold is not printed ----

as 1008 "$PASS" -o json receipt "$no"
expect_exit 0 "before it was touched"
for t in $(sql "select name from sqlite_master where type = 'trigger'"); do
	sql "drop trigger $t"
done
sql "update leaf set body = cast(replace(cast(body as text), 'Ich', 'Wir')
	as blob) where idx = $no"
secrets "$PASS"
expect_said 3 "number %llu is not as it was signed: 'preshift verify' shows what holds" \
	-u 1008 receipt "$no"
sql "update leaf set body = null where idx = $no"
expect_said 1 "number %llu was erased: there is nothing to show" \
	-u 1008 receipt "$no"
done_testing
