#!/bin/sh
# me: what people do for themselves: passphrase, language, what they signed,
# objecting, asking, what is stored about them.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need minisign sqlite3

make_house
hire 1042 'Дмитрий Соколов' staff ru --team front-desk --coach 2001
hire 1008 'Chiara Lind' staff en --team front-desk
publish --material
read_handbook 1042 ru
sign_handbook 1042 ru
ack=$(at '$.leaf')
answers 'not yet'
as 1008 "$PASS" -o json sign --decline
no=$(at '$.leaf')

as 1042 "$PASS" -l en me
expect_has "one page" 'MYSELF, Дмитрий Соколов'
expect_has "with what there is" "What is stored about me"
as 1042 "$PASS" -o json me
is "and words" "$(at '$.number') $(count_at '$.words')" "1042 6"

# ---- passphrase ----

NEW='fünf neue rote wolken'
before=$(leaves)
cp "$SITE/keys/1042.key" "$T/old.key"
secrets "$PASS" "$PASS" "$NEW"
ask -u 1042 -o json me passphrase
is "the passphrase is another one" "$code $(at '$.changed')" "0 1"
is "nothing is recorded" "$(leaves)" "$before"
is "the key is the same" "$(grep '^key: ' "$SITE/keys/1042.key")" \
	"$(grep '^key: ' "$T/old.key")"
secrets "$PASS"
ask -l en -u 1042 me
expect_error 4 "wrong passphrase" "the old one opens nothing"
as 1042 "$NEW" -o json me
expect_exit 0 "the new one does"
cp "$SITE/keys/1042.key" "$T/new.key"
secrets "$NEW" 'nicht die richtige' "$PASS"
ask -l en -u 1042 me passphrase
expect_error 4 "wrong passphrase" "who does not know it changes nothing"
secrets "$NEW" "$NEW" short
ask -u 1042 me passphrase
is "nor to one that is not fit" "$code" 4
secrets "$NEW" "$NEW"
ask -u 1042 me passphrase
is "nor without an answer" "$code" 2
if cmp -s "$SITE/keys/1042.key" "$T/new.key"; then
	ok "the file is as it was"
else
	not_ok "the file is as it was"
fi
PASS=$NEW

# ---- language ----

printf '%s\n' 'me language de' 'me' >"$T/script"
secrets "$NEW"
ask -u 1042 -f "$T/script"
expect_has "the language of this screen" 'Meine Passphrase ändern'
secrets "$NEW"
expect_said 2 "which language? 'me language en', 'de' or 'ru'" \
	-u 1042 me language
as 1042 "$NEW" me language fr
expect_error 2 "fr" "a language there is none of"

# ---- what I signed ----

as 1042 "$NEW" -o json me signed
is "what was signed" "$(at '$.signed[0].leaf') $(at '$.signed[0].kind') $(
	at '$.signed[0].edition') $(at '$.signed[0].proof')" "$ack ack 1 C"
ENV=TERM=vt100
as 1042 "$NEW" -l en me signed
expect_has "in words" "signed, edition 1"
expect_has "and why it is a weak proof" \
	"weak (signed by a script, not at the keyboard"
expect_has "that is nothing to fear" "you have done nothing wrong"
ENV=
as 2001 "$HR_PASS" -l en me signed
expect_has "nothing" "You have signed nothing about the handbook yet."

# ---- objecting ----

answers 'I was told to.'
as 1042 "$NEW" -o json me object "$ack"
object=$(at '$.leaf')
is "an objection" "$code $(at '$.about')" "0 $ack"
printf '%s\n' "$(at '$.record')" >"$T/record"
printf '%s\n' "$(at '$.signature')" >"$T/record.minisig"
as 1042 "$NEW" -o json receipt "$object"
is "has a receipt" "$(at '$.leaf') $(at '$.kind')" "$object object"
at '$.key' >"$T/key"
if minisign -Vqm "$T/record" -P "$(cat "$T/key")" >"$T/said" 2>&1; then
	ok "and the person's signature"
else
	not_ok "and the person's signature" "$(cat "$T/said")"
fi
is "it names the record" "$(leaf_field "$object" leaf | cut -d' ' -f1,2)" \
	"office $ack"
as 2001 "$HR_PASS" -o json acks
is "HR sees a dispute" "$(at '$.people[1].number') $(
	at '$.people[1].status')" "1042 disputed"
as 2001 "$HR_PASS" -l en -o plain person 1042
expect_has "and what ends it" \
	"in dispute; talk about it: a new signature"
expect_has "in the person's own words" "I was told to."
as 1042 "$NEW" -o json me signed
is "so does the person" "$(count_at '$.signed' \
	"value ->> 'disputed' and value ->> 'kind' = 'ack'")" 1

# Late is possible, and said.
NOW=2026-12-20T09:00
answers 'Too late, but still.'
secrets "$NEW" "$NEW"
ask -l en -u 1042 me object "office:$ack"
expect_has "the last day is named" \
	"Saturday 5 December 2026; that is over, but you can still object"
expect_exit 0 "and it is recorded all the same"
NOW=2026-11-21T06:40

answers 'No.'
secrets "$NEW"
expect_said 2 "object to which record? 'me signed' lists them with their numbers" \
	-u 1042 me object
expect_said 4 "number %llu is nothing you could object to: only to what you signed yourself" \
	-u 1042 me object "$object"
answers ''
expect_said 2 "please write it in words" -u 1042 me object "$ack"
answers '-'
expect_said 2 "please write it in words" -u 1042 me object "$ack"
answers "$(awk 'BEGIN { for (i = 0; i < 900; i++) printf "words " }')"
expect_said 2 "that is too long: %zu letters, at most about %d; the rest can be told to HR" \
	-u 1042 me object "$ack"
secrets "$PASS"
answers 'No.'
secrets 'vier kleine graue wolken'
expect_said 4 "number %llu is nothing you could object to: only to what you signed yourself" \
	-u 1008 me object "$no"
expect_said 1 "you have signed nothing that you could object to" \
	-u 1008 me object
before=$(leaves)
answers
secrets "$NEW" "$NEW"
ask -u 1042 me object "$ack"
is "without an answer nothing is recorded" "$code $(leaves)" "2 $before"

# ---- asking ----

as 1042 "$NEW" -o json me ask explain H5
asked=$(at '$.leaf')
is "somebody asks to be explained" "$(leaf_field "$asked" want) $(
	leaf_field "$asked" section) $(leaf_field "$asked" edition)" \
	"explain H5 1"
as 1042 "$NEW" -l de me ask paper
expect_has "or for paper" "du bekommst es auf Papier"
as 2001 "$HR_PASS" -o json acks
is "HR sees the newest wish" "$(at '$.people[1].wants')" paper
secrets "$NEW"
expect_said 2 "what do you ask for? 'me ask explain' or 'me ask paper'" \
	-u 1042 me ask
expect_said 2 "'%s' cannot be asked for: explain or paper" -u 1042 me ask pay
expect_said 2 "the handbook has no section '%s': H0, H1 and so on" \
	-u 1042 me ask explain H99

# ---- my data ----

as 1042 "$NEW" -o json me data
is_json "$T/out" || not_ok "JSON"
is "who it is about" "$(at '$.person.number') $(at '$.person.name')" \
	"1042 Дмитрий Соколов"
for kind in enrol activate read ack object ask; do
	is "$kind: as many as the log has" "$(count_at '$.records' \
		"value ->> 'kind' = '$kind'")" \
		"$(sql "select count(*) from leaf where cast(body as text)
		like 'preshift-record/1 $kind 1%' and cast(body as text)
		like '%' || char(10) || 'number: 1042' || char(10) || '%'")"
done
is "no record of others'" "$(count_at '$.records' \
	"not value ->> 'record' like '%1042%'")" 0
is "who may read, how long" "$(sqlite3 :memory: "select
	group_concat((value ->> 'readers') || ' ' || (value ->> 'keep') ||
	' ' || (value ->> 'months'), ', ') from json_each(readfile('$T/out'),
	'\$.kinds') where value ->> 'kind' in ('read', 'ack')")" \
	"self coach after-date 12, self hr council after-leaving 36"
ENV=TERM=vt100
as 1042 "$NEW" -l en me data
expect_has "in plain words" \
	"Read by: you, your coach. Kept: for 12 months."
expect_not "without the records" "preshift-record/1"
ENV=
as 1042 "$NEW" -l de me data --all -o plain --save "$T/mine.txt"
has "all of it in a file" "$(cat "$T/mine.txt")" "preshift-record/1 ack 1"
as 1042 "$NEW" me data --save "$T/mine.json"
is "for another program" "$(sqlite3 :memory: "select
	json_extract(readfile('$T/mine.json'), '\$.person.number')")" 1042

# Nobody but oneself; nobody, nothing.
as 2001 "$HR_PASS" me data 1042
expect_error 2 "1042" "there is no way to somebody else's"
run me
expect_error 4 "log in" "nor without a login"
done_testing
