#!/bin/sh
# Each sentence with which lint tells an author what is wrong, in three
# languages, with its code and the exit it leads to.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/cli/lib.sh"
need sqlite3
need xmllint
DATA=$top_srcdir/tests/data/xml
mkdir -p "$T/c/de"

# Lint of FIXTURE (a file of tests/data/xml), changed by the script of sed,
# says MSGID under CODE and exits with EXIT. A translation is that of
# handbook.xml into German.
finds() { # EXIT CODE MSGID FIXTURE [SED-SCRIPT]
	finds_file=$T/c/$(basename "$4")
	case $4 in *.xlf)
		cat "$DATA/handbook.xml" >"$T/c/handbook.xml"
		finds_file=$T/c/de/handbook.xlf ;;
	esac
	sed "${5-}" "$DATA/$4" >"$finds_file"
	finds_done "$1" "$2" "$3"
}
finds_done() { # EXIT CODE MSGID; of $finds_file as it is
	for finds_lang in en de ru; do
		run -l $finds_lang -o csv lint \
			"$(echo "$finds_file" | sed 's|/de/\(.*\)f$|/\1l|
				s|handbook.xll|handbook.xml|')"
		grep ",$2," "$T/out" | sed 's/""/"/g' >"$T/three.$finds_lang"
		[ "$code" -eq "$1" ] || not_ok "$3" "exit $code, wanted $1" \
			"$out" "$err"
	done
	finds_before=$tap_count
	check_said "$3"
	[ "$tap_count" -gt "$finds_before" ] || ok "$2: $3"
	rm "$finds_file"
}

# ---- bytes and XML ----

finds 5 D001 "the end tag does not fit: '%s' was opened in line %d" \
	D001-end-tag.xml
finds 5 D001 "the file ends before '</%s>'" base.xml '30,$d'
finds 5 D001 "the file is empty or does not begin with '<'" base.xml d
finds 5 D001 "there is text behind the end of the document" \
	base.xml '$s/$/ <more\/>/'
finds 5 D001 "a control character stands here: delete it" \
	base.xml '4s/greet/gr\x07eet/'
finds 5 D001 "a '<' in an attribute: write &lt;" \
	base.xml '2s/id="base"/id="<base"/'
finds 5 D001 "a value must stand in quotes" base.xml '2s/id="base"/id=base/'
finds 5 D001 "the quote at the end of a value is missing" \
	base.xml '2s/pass="0.5">/pass="0.5/; 3,$d'
finds 5 D001 "a '&' without ';': to mean the character, write &amp;" \
	base.xml '4s/greet/gr\&eet/'
finds 5 D001 "a name is missing: to mean the character '<' or '&', write &lt; \
or &amp;" base.xml '4s/greet/\& greet/'
finds 5 D001 "the '>' at the end of a tag is missing" \
	base.xml '4s/<.goal>/<\/goal/'
finds 5 D001 "a space is missing between attributes" \
	base.xml '2s/" id=/"id=/'
finds 5 D001 "'--' may not stand in a comment" \
	base.xml '4s/$/<!-- a -- b -->/'
finds 5 D001 "a comment has no '-->'" base.xml '4s/$/<!-- a/'
finds 5 D001 "a CDATA section has no ']]>'" base.xml '4s/greet/<![CDATA[/'
finds 5 D001 "']]>' stands in a text: write ]]&gt;" base.xml '4s/greet/]]>/'
finds 5 D001 "a character reference names no character that may stand in XML" \
	base.xml '4s/greet/\&#xgreet;/'
finds 5 D001 "the XML declaration must be the very first thing in the file" \
	base.xml '1s/^/ /'
finds 5 D001 "the XML declaration does not end with '?>'" base.xml '1s/?>/>/'
finds 5 D001 "the attribute '%s' stands twice in one element" \
	base.xml '2s/ id=/ version="1" id=/'
finds 5 D001 "the prefix '%s' has no namespace" base.xml '4s/goal/x:goal/g'
finds 5 D001 "the attribute '%s' has no value: write =\"…\" behind it" \
	base.xml '2s/ id=/ draft id=/'
finds 5 D001 "the XML is damaged here: look at brackets, quotes and end tags \
(XML error %d)" base.xml '1s/1.0/9/'
finds 5 D002 "'&%s;' is not known here: only &amp; &lt; &gt; &quot; and &apos; \
are" base.xml '4s/greet/\&nbsp;/'
finds 5 D002 "a DOCTYPE is not allowed: delete it with all it declares" \
	D002-doctype.xml
finds 5 D003 "these bytes are not UTF-8: save the file as UTF-8" \
	D003-latin1.xml
finds 5 D003 "the file says its encoding is '%s': save it as UTF-8 and say so" \
	base.xml '1s/UTF-8/ISO-8859-1/'
finds 5 D003 "the file has a NUL byte: it is no text" \
	base.xml '4s/greet/\x00/'

# ---- elements and attributes ----

finds 5 D004 "the text in '%s' is longer than %d bytes" D004-long-text.xml
finds 5 D004 "elements are nested deeper than %d" \
	handbook.xlf "s|Your authority|$(printf '%80s' '' |
		sed 's/ /<g id="g">/g')|"
cat "$DATA/handbook.xml" >"$T/c/handbook.xml"
finds_file=$T/c/de/handbook.xlf
{
	sed '/<source>Your/,$d' "$DATA/handbook.xlf"
	echo '<source>'
	head -c 2000001 /dev/zero | sed 's/\x0/<g\/>/g'
	echo '</source>'
	sed '1,/<source>Your/d' "$DATA/handbook.xlf"
} >"$finds_file"
finds_done 5 D004 "there are more than %d elements"
finds 5 D005 "the first element must be '%s' in the namespace '%s', not '%s' \
in '%s'" D005-namespace.xml
finds 5 D006 "'%s' may not stand in '%s'; allowed are: %s" D006-element.xml
finds 5 D006 "'%s' may not stand in '%s': only text may" \
	base.xml '4s/greet/<b>greet<\/b>/'
finds 5 D006 "'%s' is of the namespace '%s', but this document is of '%s'" \
	base.xml '4s/<goal/<goal xmlns="urn:example:other"/'
finds 5 D007 "'%s' has no attribute '%s'; it has: %s" D007-attribute.xml
finds 5 D008 "'%s' needs the attribute '%s'" D008-attribute-missing.xml
finds 5 D009 "%s='%s' is not a whole number from %lld to %lld" D009-value.xml
finds 5 D009 "%s='%s' is not known; allowed are: %s" \
	base.xml 's/kind="ask"/kind="askk"/'
finds 5 D009 "%s='%s' is no section: H0 to H19" base.xml 's/"H4"/"H99"/'
finds 5 D009 "%s='%s' is not a number from 0 to 1 with at most four decimals" \
	base.xml '2s/0.5/50/'
finds 5 D009 "%s='%s' is no language: two letters, such as 'de'" \
	base.xml '2s/"en"/"english"/'
finds 5 D009 "%s='%s' is empty or has control characters" \
	base.xml 's/if="mood &gt; 0"/if=""/'
finds 5 D012 "%s='%s' is no id: small letters, digits, '.' and '-', at most \
64, the first a letter or digit" D012-id.xml
finds 5 D012 "%s='%s' is no name for a variable: a small letter, then letters \
and digits, no word of conditions" base.xml 's/var id="mood"/var id="and"/'
finds 5 D010 "'%s' must hold '%s', which is missing" D010-element-missing.xml
finds 5 D011 "'%s' may stand only once in '%s'" D011-twice.xml
finds 5 D013 "the id '%s' stands already in line %d" D013-double-id.xml
finds 5 D014 "'%s' holds text between its elements; text stands only in \
elements made for it" D014-stray-text.xml
finds 5 D015 "the text '%s' is empty" D015-empty.xml
finds 5 D016 "the text '%s' has control or format characters: type it anew" \
	D016-format-character.xml
finds 0 D017 "the text '%s' is not in Unicode normal form C; it is read as if \
it were" D017-not-nfc.xml
finds 0 D018 "the drill has no 'goal': say what one can do after it" \
	D018-no-goal.xml
finds 0 D018 "the drill has no 'intro': say where one is and who one is" \
	base.xml 5d
finds 0 D018 "the choice '%s' has no 'did': the debrief shows its whole text" \
	base.xml '/n1.type.d/d'
finds 5 D019 "there is more wrong in this file: mend what is listed, then ask \
again" D019-many.xml

# ---- what a document refers to ----

finds 5 D020 "there is no scene '%s' to go to" D020-goto.xml
finds 5 D021 "there is no person '%s' in the cast" D021-person.xml
finds 5 D022 "there is no variable '%s': declare it with 'var'" \
	D022-variable.xml
finds 5 D023 "there is no competency '%s': declare it with 'competency'" \
	D023-competency.xml
finds 5 D025 "the choice '%s' leads nowhere: give it \`to\` or goto elements" \
	D025-no-way.xml
finds 5 D025 "the choice '%s' has \`to\` and goto elements: keep one of the \
two" base.xml '/n1.type.d/s/$/<goto to="n2"\/>/'
finds 5 D026 "'%s' is of the kind '%s' and may not hold '%s'" D026-kind.xml
finds 5 D026 "'%s' is of the kind '%s' and must hold '%s'" \
	base.xml '/<choice id="n2/,/<.choice>/d'
finds 5 D027 "the variable '%s' has a min above its max" \
	D027-variable-range.xml
var() { # MSGID ATTRIBUTES; a variable beside the mood
	finds 5 D027 "$1" base.xml \
		"/<var id=\"mood\"/s/\$/<var id=\"tries\" $2\/>/"
}
var "the variable '%s' is a number and needs min and max" \
	'type="int" initial="0"'
var "the variable '%s' begins with '%s', which is not between its min and max" \
	'type="int" min="0" max="3" initial="7"'
var "the variable '%s' begins with '%s'; it must be true or false" \
	'type="bool" initial="0"'
var "the variable '%s' has the value '%s' twice, or it is no name: a small \
letter, then letters and digits" 'type="enum" values="a a" initial="a"'
var "the variable '%s' needs two values or more: values=\"calm cross\"" \
	'type="enum" values="a" initial="a"'
var "the variable '%s' begins with '%s', which is not one of its values" \
	'type="enum" values="a b" initial="c"'
var "the variable '%s' is no number and has no min or max" \
	'type="bool" min="0" max="1" initial="true"'
var "only a variable of the type enum has values, not '%s'" \
	'type="bool" values="a b" initial="true"'
var "'%s' is a value of '%s' and also a variable: rename one" \
	'type="enum" values="mood b" initial="b"'
finds 5 D028 "'%s' is no number: it can only be set with '='" \
	D028-operation.xml
finds 5 D029 "'%s' must be visited or avoided, so it needs a title that names \
the behaviour" D029-must-title.xml
finds 5 D030 "the choice '%s' has 'why' without blocked=\"show\"" D030-why.xml
finds 5 D030 "the choice '%s' is shown when it is blocked, but 'why' is \
missing" base.xml /n2.walk.w/d
finds 5 D031 "the mood '%s' must be a variable of the type int from -3 to 3" \
	D031-mood.xml
finds 5 D032 "the question '%s' has %zu right answers; exactly one must be \
right" D032-two-right.xml
finds 5 D032 "the question '%s' needs two answers or more" \
	commandments.xml '/c1.q1.[ab]"/d'
finds 5 D033 "the practice '%s' needs exactly three marks" D033-two-marks.xml
finds 5 D033 "'%s' is one mark too many: a practice has exactly three" \
	commandments.xml '/c1.m3/s/$/<mark id="c1.m4">did it<\/mark>/'
finds 5 D034 "commandment '%s' has the number %u; in its place it must have \
%zu" D034-numbers.xml
finds 5 D035 "'%s' uses the value '%.*s', which this handbook does not have" \
	D035-value.xml
finds 5 D036 "a value in '%s' is written wrongly: write \${name}" \
	D036-value-syntax.xml
finds 5 D037 "the text '%s' begins with a mark (= ~ - ? + x and a space) or is \
the word end: word it differently" D037-mark.xml
finds 5 D037 "the text '%s' has %s bytes; at most %s are allowed: make two \
paragraphs" handbook.xml "s/No one asks why/$(printf '%1001s' '' | tr ' ' a)/"
finds 5 D037 "the text '%s' has %s characters; at most %s are allowed" \
	base.xml "s/went on typing/$(printf '%200s' '' | tr ' ' a)/"
finds 5 D038 "the value '%s' is of the type %s; '%s' is not" D038-default.xml
finds 5 D004 "there are more than %d of '%s'" base.xml \
	"/<cast>/s|\$|$(seq 17 | sed 's/.*/<person id="p&" role="customer"><name \
id="p&.n">P<\/name><\/person>/' | tr -d '\n')|"

# ---- conditions ----

condition() { # MSGID CONDITION
	finds 5 D024 "$1" base.xml "s/if=\"mood &gt; 0\"/if=\"$2\"/"
}
condition "'%s' mixes and with or: set brackets" \
	'mood == 0 and seen(n1) or seen(n2)'
condition "the condition '%s' ends too early" 'mood =='
condition "the condition '%s' is not understood from '%s' on" 'mood == 1 1'
condition "the condition '%s' is nested too deeply" \
	"$(printf '%70s' '' | tr ' ' '(')mood"
condition "in '%s' something stands where only a number can" \
	'mood + seen(n1) == 1'
condition "in '%s' something stands that is neither true nor false, where a \
comparison belongs" 'mood'
condition "a number in '%s' is too large" 'mood == 99999999999'
condition "'%s' in '%s' is no scene and no choice of this drill" 'seen(n9)'
condition "'%s' in '%s' is no variable of this drill" 'patience == 1'
condition "'%s' divides by zero" 'mood \/ 0 == 1'
enum() { # MSGID CONDITION
	finds 5 D024 "$1" base.xml "s/if=\"mood &gt; 0\"/if=\"$2\"/
		/<var id=\"mood\"/s/\$/<var id=\"air\" type=\"enum\" \
values=\"calm cross\" initial=\"calm\"\/><var id=\"sky\" type=\"enum\" \
values=\"blue grey\" initial=\"blue\"\/>/"
}
enum "in '%s' something stands where only one of a variable's values can" \
	'air == 1'
enum "'%s' compares two names: one must be a variable" 'calm == cross'
enum "'%s' is not a value of '%s'" 'air == blue'
enum "'%s' and '%s' have different values and cannot be compared" 'air == sky'

# ---- a drill as a graph, and explored ----

finds 5 D040 "no way leads to the scene '%s'" D040-unreachable.xml
finds 5 D041 "no way leads from the start '%s' to an end" D041-no-end.xml
finds 5 D042 "from '%s' the drill runs in a circle without a choice" \
	D042-circle.xml
finds 5 D024 "'%s' is derived below '%s': a 'let' may use only those above \
it, so that none goes round in a circle" D024-let-circle.xml
finds 5 D024 "'%s' takes more than %d steps with all derived values worked \
out" D024-let-doubles.xml
finds 5 D024 "'%s' is only a name: derive a value from a variable" \
	D024-let-name.xml
finds 0 D043 "the choice '%s' has no feedback: say what it did to the \
customer" D043-no-feedback.xml
finds 0 D044 "the choices '%s' and '%s' do the same" D044-same-choices.xml
finds 0 D045 "no choice scores the competency '%s'" D045-never-scored.xml
finds 0 D046 "nothing reads the variable '%s'" D046-never-read.xml
finds 0 D047 "'%s' cannot become %lld: it goes from %d to %d, so the nearest \
is taken" D047-out-of-range.xml
finds 0 D048 "in all %zu scenes the best choice is number %zu: mix them" \
	D048-same-place.xml
finds 0 D049 "in all %zu scenes the best choice is the longest text: it can be \
guessed" D049-longest.xml
finds 0 D050 "the choice '%s' is never open" D050-never-open.xml
finds 5 D051 "from '%s' it may happen that no end can be reached any more" \
	D051-trap.xml
finds 5 D051 "from '%s' it may happen that no goto is open: add one without \
condition" base.xml '/<node id="good"/i\
<node id="fork" kind="check"><goto to="good" if="mood \&gt; 2"\/><\/node>
s/to="good" if="mood \&gt;= 0"/to="fork" if="mood \&gt;= 0"/'
finds 5 D052 "in '%s' it may happen that every choice is blocked" \
	D052-stuck.xml
finds 5 D053 "a circle changes the score, so there is no best path: make a \
choice in it once=\"yes\"" D053-score-circle.xml
finds 5 D054 "the drill has more than %d states: no result can be recorded; \
use fewer variables or smaller ranges" D054-too-many-states.xml
finds 0 D055 "the competency '%s' has the same points on every path" \
	D055-constant.xml
finds 0 D056 "the path with most points ends with '%s', not with 'ready'" \
	D056-best-not-ready.xml
finds 0 D057 "even the path with fewest points ends with 'ready': nobody can \
fail" D057-nobody-fails.xml
finds 0 D058 "'%s' must be visited, but the path with most points passes it \
by" D058-must-not-on-best.xml
finds 0 D058 "'%s' must be avoided, but the path with most points goes through \
it" base.xml '/<node id="good"/s/kind/must="avoid" kind/'
finds 0 D059 "no path reaches the scene '%s': the conditions on the way never \
hold" D059-never-reached.xml
finds 0 D060 "this goto to '%s' is never taken: the one before it has no \
condition" D060-goto-never.xml
finds 0 D061 "the scene '%s' has no hint" D061-no-hint.xml
finds 0 D062 "the debrief has %zu questions; four belong to it: what happened, \
how it felt, the gap to the commandment, what next shift" D062-debrief.xml
finds 0 D062 "the end '%s' lacks a title, or what the customer would tell at \
home" base.xml /bad.told/d
finds 5 D063 "a condition or value here may divide by zero" D063-division.xml
finds 5 D064 "'%s' returns, but it may be reached without a call" \
	D064-lost-return.xml
finds 5 D064 "in '%s' %d calls may be open already, which is the most: does \
one call itself?" D064-too-deep.xml
finds 5 D065 "the choice '%s' is required or a way out, but '%s' is no hub" \
	D065-not-a-hub.xml
finds 5 D065 "nobody ever gets out of the hub '%s': give it a choice with \
leave=\"yes\", or a goto" D065-no-way-out.xml
finds 5 D066 "'%s' is no choice of the scene '%s'" D066-timeout.xml
finds 0 D067 "'%s' gives %u seconds, but its %zu words take %zu to read" \
	D067-timer.xml
finds 0 D068 "in '%s' somebody speaks: make it a scene of the kind 'say'" \
	D068-narrate.xml
finds 0 D070 "there are %zu commandments, a multiple of seven: each falls \
always on the same weekday" D070-seven.xml
finds 0 D071 "the right answer of every recall question is number %zu: mix \
them" D071-same-place.xml
finds 0 D072 "commandment '%s' has %zu recall questions; two belong to it" \
	D072-one-question.xml

# ---- translations ----

finds 0 T001 "the document has no text '%s'; the unit is passed over" \
	T001-unknown-unit.xlf
finds 0 T002 "the text '%s' has changed since it was translated" \
	T002-stale.xlf
finds 0 T003 "the text '%s' is not translated" T003-missing.xlf
finds 5 T004 "the translation of '%s' must have the same \${values} as the \
text" T004-values.xlf
finds 5 T005 "the unit '%s' stands already in line %u" T005-twice.xlf
finds 0 T007 "the translation of '%s' is the same as the text" T007-same.xlf
finds 5 T008 "the translation says its language is '%s', but it lies in the \
folder '%s'" de/T008-language.xlf
finds 5 T009 "this is a translation of '%s', not of '%s'" \
	T009-other-document.xlf
finds 5 T010 "the unit '%s' has no source, so nobody can see whether it is \
still right" T010-no-source.xlf
has_not "the unit has its name" "$out$err" "(null)"

# ---- what lint itself says ----

expect_said 2 "lint needs a file" lint
expect_said 2 "--xsd takes one file" lint --xsd "$DATA/base.xml" \
	"$DATA/handbook.xml"
expect_said 5 "'%s' is no drill, no handbook and no list of commandments" \
	lint --xsd "$DATA/handbook.xlf"
for kind in base handbook commandments; do
	run lint --xsd "$DATA/$kind.xml"
	cp "$T/out" "$T/kind.xsd"
	[ $kind = base ] || continue
	run lint --xsd
	is "without a file it is that of drills" \
		"$(cmp "$T/out" "$T/kind.xsd" 2>&1)" ""
	xmllint --noout --schema "$T/kind.xsd" "$DATA/language.xml" \
		"$top_srcdir"/scenarios/*.xml >"$T/valid" 2>&1
	is "by the schema the drills are valid" "$?" 0
done
expect_said 1 "cannot open '%s': %s" lint "$T/no-such-file.xml"
expect_said 2 "'%s' is a translation: give the document it belongs to" \
	lint "$DATA/handbook.xlf"
expect_said 5 "the content has errors: %zu" lint "$DATA/D001-end-tag.xml"

done_testing
