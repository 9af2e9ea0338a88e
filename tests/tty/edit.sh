#!/bin/sh
# HR changes words in an editor: the difference, what is wrong, a text left and
# taken up again, a file for a word processor, no editor at all.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tty/lib.sh"
need flock

tty_demo
pass=$(passphrase_of 2001)
own=$SITE/content/standards/handbook.xml
draft=$SITE/edits/2001-H5-en.txt

# The editor: a small program that does to the file what $T/do says.
mkdir "$T/bin"
cat >"$T/bin/editor" <<END
#!/bin/sh
. '$T/do'
END
chmod +x "$T/bin/editor"
edits() { # SED-SCRIPT
	printf 'sed "%s" "$1" >"$1.new" && cat "$1.new" >"$1" && rm "$1.new"\n' \
		"$1" >"$T/do"
}
ENV="EDITOR=$T/bin/editor"

home() { # LANG; 2001 is logged in
	tty_start --now "$TTY_NOW" -l "$1"
	await "?"
	answer 3
	answer 2001
	answer "$pass"
	await "preshift (2001)>"
}

# ---- by numbers, in German ----

tty_start --now "$TTY_NOW" -l de -u 2001 handbook edit
await "Passphrase von Ina Brandt, 2001"
turn "the section is chosen by its number" "$pass" \
	"HANDBUCH ÄNDERN" "6 H5 Dein Entscheidungsrahmen"
turn "then the language, the reader's first" 6 \
	"1 English 2 Deutsch 3 Русский" "In welcher Sprache? [2]"
edits 's/limit\.staff/limit.stuff/'
turn "what is wrong is told" 1 "NOCH NICHT RICHTIG H5" \
	"Das Haus hat keinen Wert '\${limit.stuff}'; war '\${limit.staff}' gemeint?" \
	"1 weiter bearbeiten" "0 liegen lassen"
see_line "with its line" "^ +Zeile [1-9][0-9]* "
has_not "and cannot be taken" "$tty_screen" "übernehmen"
edits 's/limit\.stuff/limit.staff/; s/a taxi/a cab/'
turn "put right, the difference is shown" 1 "GEÄNDERT H5" \
	"Geändert, Absatz 1: vorher Up to" "a smaller bill, a cab" \
	"Zeilen geändert: 1, neu: 0, entfallen: 0, verschoben: 0." \
	"1 übernehmen 2 weiter bearbeiten 3 als Datei für Word speichern 0"
check "nothing is changed yet" test ! -e "$own"
answer 0
expect_end "0 leaves it" 1
is "the text is kept, for nobody else" "$(stat -c %a "$draft")" 600

home de
turn "next time it is offered" "handbook edit H5 --lang en" \
	"Hier liegt noch ein eigener Text:" \
	"1 daran weiterschreiben" "2 ansehen, was er ändert" \
	"3 die in Word geänderte Datei hereinholen" \
	"4 neu beginnen: er wird beiseitegelegt"
turn "it changes what it changed" 2 "a smaller bill, a cab"
turn "and is taken" 1 "ÜBERNOMMEN H5" \
	"Zu übersetzen (Russisch), Zeilen: 1." \
	"1 fertig für jetzt 2 jetzt übersetzen (Deutsch)" \
	"3 jetzt übersetzen (Russisch)" "4 jetzt eine Ausgabe veröffentlichen"
has "it stands in the house's own document" "$(cat "$own")" "a cab"
check "no text is left" test ! -e "$draft"
edits 's/ein Taxi/eine Taxe/'
turn "the translation is a number away" 2 "GEÄNDERT H5" "eine Taxe"
turn "and taken" 1 "ÜBERNOMMEN H5" "2 jetzt übersetzen (Russisch)"
turn "1 is ready, and the menu an Enter away" 1 "preshift (2001)>"

# ---- somebody else was quicker, in Russian ----

edits 's/a cab/a coach/'
home ru
turn "a difference" "handbook edit H5 --lang en" "ИЗМЕНЕНИЯ H5" "a coach"
sed 's/a cab/a tram/' "$own" >"$T/theirs" && cp "$T/theirs" "$own"
turn "what somebody else wrote meanwhile is shown, not lost" 1 \
	"С тех пор как вы начали, это кто-то изменил" "a tram" "a coach"
mine=$SITE/out/H5-en.txt
turn "saved as a file" 3 "Текст записан в файл" "H5-en.txt" \
	"(номера 3, 2 в меню)"
has "with the words" "$(cat "$mine")" "a coach"
has "theirs stand" "$(cat "$own")" "a tram"
sed 's/a coach/a coach or two/' "$mine" >"$T/word" && cp "$T/word" "$mine"
turn "the next step is a number" "handbook edit H5 --lang en" \
	"3 забрать файл, изменённый в Word"
turn "where it lies is known" 3 "Имя файла, 0 – отмена [" "H5-en.txt]"
turn "another name can be wrong" "$T/none.txt" "none.txt"
turn "the file comes back" "" "С тех пор как вы начали, это кто-то изменил" \
	"a coach or two"
turn "and is taken" 1 "ПРИНЯТО H5" "1 пока всё"
has "with its words" "$(cat "$own")" "a coach or two"
check "what was left here is offered no more" test ! -e "$draft"
has "but not lost" "$(cat "$draft.old")" "a coach"

# ---- killed while the editor writes ----

edits 's/^. Be ready/~ Be there/'
echo 'kill -9 "$(cat '"'$T/pid'"')"' >>"$T/do"
home en
answer "commandments edit 1"
killed() { [ -s "$T/exit" ]; }
tty_until "$TTY_DEADLINE" killed
home en
turn "what was written is offered" "commandments edit 1" \
	"A text of yours was left here:"
turn "with its words" 2 "Changed, the easier words: before Be ready" "now Be there"
turn "anew puts it aside" 0 "preshift (2001)>"
echo : >"$T/do"
answer "commandments edit 1"
turn "and nothing of it is left in the text" 4 "Nothing was changed."
has "it lies beside" "$(cat "$SITE/edits/2001-1-en.txt.old")" "Be there"

# ---- what an editor can leave behind ----

# Her last words are there again; what was left lies aside, if anything.
leaves() { # TITLE WHAT-THE-EDITOR-DOES KEY SENTENCE NUMBER-OF-FILES-ASIDE
	echo "$2" >"$T/do"
	turn "$1" "$3" "$4" "The text is again as it was before." \
		"1 edit again 2 save it as a file for Word 0 leave it"
	is "  and nothing of it is lost" \
		"$(find "$SITE/edits" -name '2001-H2-en.txt.old*' | wc -l)" "$5"
}
edits 's/^Below/Here below/'
home en
turn "a change" "handbook edit H2 --lang en" "now Here below"
leaves "the file is gone" 'rm "$1"' 2 "it is not there" 0
leaves "it is empty" ': >"$1"' 1 "2001-H2-en.txt' is empty" 1
leaves "it is far too big" 'head -c 3000000 /dev/zero | tr "\000" a >"$1"' 1 \
	"What the editor left is kept in the file" 2
leaves "it is no text" 'printf "== H2 \303\244\303\244 \303" >"$1"' 1 \
	"line 1: something here is no letter" 3
edits 's/Here below/Right below/'
echo 'mv "$1" "$1.x"; cp "$1.x" "$1"; rm "$1.x"' >>"$T/do"
turn "the next change stands on the one before" 1 "now Right below"
printf 'PK\003\004' >"$T/zip"
echo 'cat "$T/zip" >"$1"; kill -9 "$(cat "$T/pid")"' >"$T/do"
sed -i "1a T='$T'" "$T/bin/editor"
answer 2
tty_until "$TTY_DEADLINE" killed
home en
turn "a text that cannot be read is told when it is offered" \
	"handbook edit H2 --lang en" "A text of yours was left here:" \
	"is a file of a word processor" \
	"1 take in the file that Word has changed 2 begin anew: it is put aside"
edits 's/^Below/Down below/'
turn "and begun anew" 2 "now Down below"
turn "the words of another section are not taken" 0 "preshift (2001)>"
echo 'sed "s/^# preshift-text H2/# preshift-text H3/" "$1" >"$1.new"
mv "$1.new" "$1"' >"$T/do"
answer "handbook edit H2 --lang en"
turn "but told" 1 "This is the text of 'H3' in 'en', not of 'H2' in 'en'" \
	"1 edit again"
answer 0

# ---- nothing done, two windows, no editor: in each language ----

# The end of a sentence, behind its last directive and a word: the first of a
# sentence gets a capital.
end_said() { # MSGID
	for end_lang in en de ru; do
		end_text=$(sentence "$end_lang" "$1")
		home "$end_lang"
		answer "commandments edit 3 --lang de"
		end_text=${end_text##*\*}
		see "$1 ($end_lang)" "${end_text#* }"
		answer 0
	done
}
echo : >"$T/do"
end_said "Nothing was changed."
check "a text in which nobody wrote is not kept" \
	test ! -e "$SITE/edits/2001-3-de.txt"
echo 'exit 1' >"$T/do"
end_said "the editor '%s' ended with an error"
check "neither then" tty_until 10 test ! -e "$SITE/edits/2001-3-de.txt"

lock=$SITE/edits/2001-3-de.txt.lock
(exec 9>"$lock" && flock 9 && exec sleep 60) &
holder=$!
at_end "kill $holder 2>/dev/null"
held() { ! flock -n "$lock" true; }
tty_until 10 held
end_said "you are at this text in another window already: go on there"
kill "$holder"

# ---- the window is closed while nano writes ----

printf 'sed "s/^~ You say hello/~ You always say hello/" "$1" >"$1.save"
kill -9 "$(cat "%s/pid")"\n' "$T" >"$T/do"
home en
answer "commandments edit 3 --lang en"
tty_until "$TTY_DEADLINE" killed
echo : >"$T/do"
home en
turn "what it saved then is offered" "commandments edit 3 --lang en" \
	"A text of yours was left here:"
turn "with its words" 2 "now You always say hello"
turn "again" 0 "preshift (2001)>"
rm "$SITE/edits/2001-3-en.txt"

# ---- which editor: none, or by sudo ----

# Whoever comes by sudo is there as another account, and gets no shell of it.
printf '#!/bin/sh\necho "$*" >"%s/nano"\n' "$T" >"$T/bin/nano"
chmod +x "$T/bin/nano"
echo ': >"$T/other"' >"$T/do"
ENV="PATH=$T/bin:$PATH EDITOR=$T/bin/editor VISUAL=$T/bin/editor SUDO_UID=1000"
home en
turn "by sudo the text is edited" "commandments edit 3 --lang de" \
	"Nothing was changed."
is "in nano, which opens nothing else" "$(cat "$T/nano")" "--restricted \
--ignorercfiles --softwrap --atblanks $SITE/edits/2001-3-de.txt"
check "whatever editor somebody has chosen" test ! -e "$T/other"
ENV="PATH=$T/bin:$PATH EDITOR=$T/bin/editor PRESHIFT_KIOSK=1"
rm "$T/nano"
home en
turn "so it is at a kiosk" "commandments edit 3 --lang de" \
	"Nothing was changed."
has "restricted" "$(cat "$T/nano")" "--restricted"
ENV="PATH=$T/bin:$PATH"
home en
turn "who is here as themselves" "commandments edit 3 --lang de" \
	"Nothing was changed."
is "has all of it" "$(cat "$T/nano")" "--ignorercfiles --softwrap --atblanks \
$SITE/edits/2001-3-de.txt"

ln -s "$(command -v sh)" "$T/bin/sh"
rm "$T/bin/nano" "$T/bin/editor"
ENV="PATH=$T/bin"
end_said "there is no editor on this computer: save the text as a file for \
Word, or let somebody install nano"

run verify
expect_exit 0 "the house verifies"
done_testing
