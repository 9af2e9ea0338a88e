#!/bin/sh
# Whole screens of HR's check of the book, when all holds and when something
# does not, with what can be done there.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/golden-lib.sh"
need sqlite3

# One byte of one text, past the guards, which are put back.
spoil() {
	guards=$(sqlite3 "$SITE/house.db" "select group_concat(sql, ';')
		from sqlite_master where type = 'trigger'")
	sqlite3 "$SITE/house.db" "drop trigger leaf_stays;
		drop trigger leaf_once; drop trigger leaf_same;
		update leaf set body = cast(replace(cast(body as text),
			'seconds: ', 'seconds: 9') as blob) where idx =
			(select min(idx) from leaf where cast(body as text)
			like 'preshift-record/1 ack%'); $guards"
}

for lang in en de ru; do
	SITE=$T/$lang
	tty_demo
	tty_start --now "$TTY_NOW" -l "$lang"
	on "? for help:" "? für Hilfe:" "? – справка:"
	enter 2001
	to 8 "1 vouch" "1 diese" "1 подписать"
	golden verify-good
	to 1 "Passphrase of" "Passphrase von" "Парольная фраза"
	before=$(sqlite3 "$SITE/house.db" 'select count(*) from leaf')
	answer "$(passphrase_of 2001)"
	on "Signed as" "Unterschrieben als" "Подписано под"
	is "$lang: it is recorded" "$(sqlite3 "$SITE/house.db" "select
		cast(body as text) like 'preshift-record/1 audit%' from leaf
		where idx = $before")" 1
	to "" "1 vouch" "1 diese" "1 подписать"
	to 2 "DETAILS" "EINZELHEITEN" "ПОДРОБНОСТИ"
	spoil
	to 0 "2 details, for" "2 Einzelheiten, für" "2 подробности, для"
	golden verify-bad
	to 2 "text changed" "text changed" "text changed"
	to 0 "2 details, for" "2 Einzelheiten, für" "2 подробности, для"
	to 1 "copied as it is to" "ist, nach" "Всё скопировано"
	is "$lang: the copy is there" "$(find "$SITE/out" -name house.db |
		wc -l)" 1
	tty_stop
done
done_testing
