#!/bin/sh
# Two days of the HR person, by numbers and keys alone: the quarterly audit,
# and somebody who says "I never signed that".
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
need sqlite3
tty_demo
HR=$(passphrase_of 2001)

ina_comes() { # TITLE
	turn "$1" 3 "Your number, or the first letters of your name:"
	turn "Ina is found by three letters" ina "Passphrase of Ina Brandt, 2001"
	turn "her home says what there is to do" "$HR" "Ina Brandt" \
		"1 Who has signed" "3 The handbook" "8 Check everything"
}

tty_start --now "$TTY_NOW" -l en
see "Ina comes to the desk in the morning" "Harbour House" "3 Log in"
ina_comes "she logs in by number"

# ---- who has signed ----

turn "who has signed? counts before names" 1 "WHO HAS SIGNED" \
	"11 people: 6 signed, 2 to sign, 2 overdue, 1 said no." \
	"1 1017 Ortiz, Ben Front desk overdue since 21 Nov"
turn "why is a proof only fair?" w "WHY A PROOF IS AS IT IS" \
	"too short to read them" "fair: one thing is"
turn "back to the list" 0 "Shown: 3 that need you"
turn "only who is late" o "1 1017 Ortiz, Ben Front desk overdue since 21 Nov - 2"
see_line "what there is none of stands under its head" '21 Nov  -$'
turn "remind: she is told what that does first" r \
	"was not reminded yet. Dmitri S. Each keeps" "gets a week from today" \
	"2 Not now"
turn "and does it" 1 "1 person is reminded." "WHO HAS SIGNED"
turn "nobody is asked twice" r "Nobody is left to remind"
turn "everybody, for the works council" a "11 3001 Horn, Eva"
turn "as a table for Excel" x "Saved as" "acks-2026-11-21.csv"
table=$(cat "$SITE/out/acks-2026-11-21.csv")
has "with words, not with codes" "$table" \
	'1017,"Ortiz, Ben",Front desk,overdue since 21 Nov,-'
has "and who has signed" "$table" '3001,"Horn, Eva",,signed on 10 Nov,strong'

# Ben forgot his passphrase: that is why he is late.
turn "the list again" "" "Number opens a person"
turn "only the late ones" o \
	"1 1017 Ortiz, Ben Front desk overdue since 21 Nov - 2"
turn "Ben is the first of them" 1 "1017 Ben Ortiz" "staff, Front desk" \
	"overdue since 21 Nov" "1 new code"
turn "a new code" 1 "1 Show it here 2 Print it"
turn "what it does to signatures is said first" 1 \
	"What was signed before stays good" "Passphrase of Ina Brandt, 2001"
turn "the code, once" "$HR" "NEW CODE" "For 1017, Ben Ortiz" \
	"only after a second person has vouched for it" \
	"A supervisor: logs in, then number 4." \
	"logs in, then number 2, and in the list Ortiz, Ben"
turn "back to Ben" "" "1017 Ben Ortiz" "State has a new code"
turn "back to the late ones" 0 "WHO HAS SIGNED"
turn "and home" 0 "2 People"

# ---- somebody new ----

turn "the people" 2 "11 people:" "n somebody new"
turn "somebody new" n "1 One person" "2 A list from Excel"
turn "one person" 1 "ENROL ONE PERSON" "0 stops: nothing is recorded"
turn "the number of the payroll" 1060 "Name:"
turn "the name" "Nora Weiss" "1 staff 2 supervisor"
turn "the role" 1 "1 Front desk 2 no team"
turn "the team" 1 "1 English 2 Deutsch"
turn "the language" 2 "1 full time 2 part time"
turn "the contract" 2 "Coach: number or name"
turn "the coach, by the first letters" mari "1 show it on the screen"
turn "the code" 1 "Passphrase of Ina Brandt, 2001"
turn "Nora can come" "$HR" "1 person enrolled." "Nora Weiss" "shown only now"
turn "she is on the list" "" "12 people:" "Weiss, Nora"
turn "home" 0 "3 The handbook"

# ---- the limit of every employee: 20 EUR, not 15 ----

turn "the handbook" 3 "1 Numbers in the texts" "4 A new edition with changes"
turn "the numbers in it" 1 "1 Limit of every employee per 15 EUR"
see "there are more than a screen of them" "A number opens one." \
	"There is more"
turn "the limit, with each sentence it stands in" 1 "Now 15 EUR (default)" \
	"You may spend up to 15 EUR"
turn "change it" 1 "New value:"
turn "nonsense changes nothing" "a lot" "'a lot'" "New value:"
turn "she sees the sentences before and after" "20 EUR" \
	"H5 before You may spend up to 15 EUR" \
	"H5 after You may spend up to 20 EUR" "0 Back: nothing changes"
turn "and signs" 1 "Passphrase of Ina Brandt, 2001"
turn "who did it is kept" "$HR" "from '15 EUR (default)' to '20 EUR'" \
	"edition 1 says 15 EUR" "Ina Brandt (2001)"
turn "back to the numbers" 0 "1 Limit of every employee per 20 EUR *"
turn "more of them" "" "11 Days in which"
turn "and more" "" "Months lineup attendance"
turn "to their end" "" "* reaches the staff with the next edition"
turn "back to the handbook" 0 "4 A new edition with changes"
turn "a new edition: what has changed comes first" 4 "edition 2" \
	"English H5 Your authority" \
	"people are to read it and sign by Saturday 5 December 2026." \
	"2 stop here"
turn "she signs it" 1 "Passphrase of Ina Brandt, 2001"
turn "it is published, in words" "$HR" "Edition 2 is published" \
	"people are to read it and sign by Saturday 5 December 2026." \
	"Russian H5 Что вы решаете сами"
turn "back" "" "THE HANDBOOK"
turn "home" 0 "5 Settings of the house"
turn "now all have to sign the new one" 1 "edition 2, sign by 5 Dec" \
	"12 people: 11 to sign, 1 said no."
turn "home" 0 "5 Settings of the house"

# ---- a setting, the lineups ----

turn "the settings" 5 "10 Time to sign 14 days (default)"
turn "one of them" 10 "Time to sign" "Wanted is a number of days"
turn "change it" 1 "New value:"
turn "old and new" 10 "Old value 14 days (default) New value 10 days"
turn "she signs it" 1 "Passphrase of Ina Brandt, 2001"
turn "it holds" "$HR" "from '14 days (default)' to '10 days'"
turn "back" 0 "10 Time to sign 10 days"
turn "home" 0 "4 Lineups and who heard what"
turn "did the lineups happen?" 4 "COVERAGE Front desk, last 14 days" \
	"early 13 of 13" "Heard least: Dmitri S. 2 of 20" "1 lineups held"
turn "which were they?" 1 "LINEUPS HELD" "There is more"
turn "to the end" "" "Sun 8 Nov early"
turn "back" 0 "COVERAGE"
turn "home" 0 "8 Check everything"

# ---- the check of the quarter ----

turn "is the book whole?" 8 "Everything was checked. Nothing is wrong." \
	"none missing, none changed, none put in later" \
	"It does not prove: who sat at the keyboard"
turn "she vouches for that" 1 "Passphrase of Ina Brandt, 2001"
turn "under her name" "$HR" "records were checked, nothing is wrong."
turn "the check again" "" "1 vouch for this check"
turn "home" 0 "0 Log out"

# ---- "I never signed that" ----

# Elif comes with somebody of the works council.
turn "Elif says she never signed" 2 "12 people:"
turn "her page" 3 "1031 Elif Kaya" "18 Nov signed edition 1: read it" \
	"10 erase nothing (hold)" "s receipt of the signature"
turn "first of all nothing may be erased" 10 "Why:"
turn "in the words of the case" "Elif says she never signed that" \
	"Nothing of Elif Kaya is erased until the hold is ended." \
	"Passphrase of Ina Brandt, 2001"
turn "it is held" "$HR" "On hold nothing of this person may be erased" \
	"10 end the hold"
turn "what did she sign, and when?" s "RECEIPT number" "Elif Kaya, 1031" \
	"Handbook edition 1, in German" "Wednesday 18 November 2026, 14:30"
receipt=$(printf '%s' "$tty_screen" |
	sed -n 's/.*RECEIPT   number \([0-9]*\).*/\1/p')
turn "a paper for the three of them, or a file" p "receipt-" ".txt"
has "which proves it without this program" \
	"$(cat "$SITE"/out/receipt-*.txt)" "-----BEGIN PRESHIFT PROOF-----"
turn "back to Elif" 0 "1031 Elif Kaya"
turn "the people" 0 "12 people:"
turn "home" 0 "8 Check everything"
turn "the same by the number on her paper" "receipt $receipt" \
	"RECEIPT number $receipt" "Elif Kaya, 1031"
turn "home" 0 "8 Check everything"
turn "does the book still hold?" 8 "Everything was checked. Nothing is wrong."
turn "home" 0 "0 Log out"
turn "she logs out" 0 "3 Log in"
tty_stop

# ---- somebody changed the text behind the program's back ----

# The guards stand again afterwards.
guards=$(sqlite3 "$SITE/house.db" "select group_concat(sql, ';')
	from sqlite_master where type = 'trigger'")
sqlite3 "$SITE/house.db" "drop trigger leaf_stays; drop trigger leaf_once;
	drop trigger leaf_same; update leaf set body = cast(replace(
	cast(body as text), 'seconds: 2', 'seconds: 9') as blob)
	where idx = $receipt; $guards"
tty_start --now "$TTY_NOW" -l en
see "the next morning" "Harbour House"
ina_comes "she logs in"
turn "the check says what does not hold, and of whom" 8 \
	"SOMETHING DOES NOT HOLD. Please repair nothing and delete nothing." \
	"Number $receipt, acknowledgement by Elif Kaya, Wednesday 18 November 2026:" \
	"One of them was changed."
turn "all of it is copied as it is" 1 "Everything is copied as it is to"
keys C-d
keys C-d
expect_end "she closes the book" 0
done_testing
