#!/bin/sh
# Scenes with a clock: it is seen running, who has not chosen in time has made
# the choice that stands for silence, and who needs more time has it.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
need sqlite3

tty_demo
# The house's own copy, in which the time is short.
own=$SITE/content/scenarios
mkdir -p "$own"
sed 's/<timer seconds="45" \(.*\) warn="10"/<timer seconds="6" \1 warn="3"/' \
	"$top_srcdir/scenarios/twelve-boxes.xml" >"$own/twelve-boxes.xml"

tty_start --now "$TTY_NOW" -l en drill twelve-boxes --from n2
await "In some scenes a clock runs."
turn "more time" t "half as fast."
turn "much more" t "ten times slower."
turn "all the time there is" t "No clock runs."
turn "and round again" t "In some scenes a clock runs. "
turn "the scene has its clock" "" "of 0:06"
see "its end is told before" "3 seconds."
see "who is silent has answered, and reads how" \
	"The time was over. That was an answer, too:" "scene 2"
has_not "the next scene has no clock" "$tty_screen" " of 0:"
turn "it can be taken back" u "scene 1" "of 0:06"
answer 0
expect_end "put away" 1

# ---- it is part of what is kept
tty_start --now "$TTY_NOW" -l en -u 1042 drill twelve-boxes --from n2 \
	--timers x2
await "Passphrase of"
answer "$(passphrase_of 1042)"
await "half as fast."
answer ""
see "twice the time" "of 0:12"
see "is over, too" "scene 2"
keys C-c
expect_end "put away" 1
has "how often is kept" "$(sqlite3 "$SITE/house.db" \
	"select text from drafts where name like 'drill 1042%'")" "timers x2 1"

# ---- none where there is nobody to see it
tty_start --now "$TTY_NOW" -l en --linear drill twelve-boxes --from n2
await "No clock runs."
tty_stop
done_testing
