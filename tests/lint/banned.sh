#!/bin/sh
# Functions that nobody calls, and functions that belong to certain rooms.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/tap.sh"
cd "$top_srcdir" || exit 1

code=${TMPDIR:-/tmp}/preshift-banned.$$
trap 'rm -f "$code"' EXIT
find src -name '*.[ch]' | LC_ALL=C sort |
	xargs awk -f tests/lint/code.awk /dev/null >"$code"

# Calls of a function, or uses of a name, outside the places it belongs to.
# A member (a.exit, a->exit) or a longer name is something else.
uses() { # EXTENDED-REGEXP-OF-NAMES SUFFIX ALLOWED-PATHS-REGEXP
	grep -E "(^|[^A-Za-z0-9_.>])($1)$2" "$code" | grep -vE "^src/($3)"
}
calls() { uses "$1" '[[:space:]]*\(' "$2"; }

none "no unsafe string functions" \
	"$(calls 'strcpy|strcat|stpcpy|sprintf|vsprintf|strtok|gets|scanf|sscanf|fscanf' '-')"
none "no numbers parsed without an error" "$(calls 'atoi|atol|atoll|atof' '-')"
none "no shared time buffers, no time zone of the process" \
	"$(calls 'localtime|gmtime|asctime|ctime|localtime_r|mktime|tzset' '-')"
none "no shell" "$(calls 'system|popen' '-')"
none "no hidden chance" \
	"$(calls 'rand|srand|random|srandom|rand_r|drand48|lrand48' '-')"
none "no jumps, no stack of unknown size" \
	"$(calls 'alloca|setjmp|sigsetjmp|longjmp|siglongjmp' '-')"
none "no guessable temporary files" "$(calls 'mktemp|tmpnam|tempnam' '-')"

none "results are written by out, screens by ui" \
	"$(calls 'printf|vprintf|puts|putchar|perror|psignal' '(out|ui)/|main\.c')"
none "standard output is touched by out and ui, chosen by cmd" \
	"$(uses 'stdout' '' '(out|ui|cmd)/|main\.c')"
none "only main ends the program" \
	"$(calls 'exit|_exit|_Exit|quick_exit' 'main\.c')"
# TZDIR, where the zone data lie, is read where they are read.
none "the environment is read by main, cmd and ui" \
	"$(calls 'getenv|secure_getenv|setenv|unsetenv|putenv' '(cmd/|ui/|base/zone\.c)|main\.c')"
# A lock waits by the monotonic clock, which no record ever sees.
none "time comes from base/clock" \
	"$(calls 'time|clock_gettime|gettimeofday|clock' 'base/(clock|file)\.c')"
none "randomness comes from trust" \
	"$(calls 'getrandom|getentropy|randombytes_[a-z]*' 'trust/')"
none "the process's locale is set by main and ui" \
	"$(calls 'setlocale|newlocale|uselocale' 'ui/|main\.c')"

printf '%s\n' 'int f(void) { /* strcpy(a, b) */ return g("exit(1)"); }' \
	'int g(void) { p->exit(1); my_exit(2); return strcpy (a, b); }' |
	awk -f tests/lint/code.awk >"$code"
is "the lint finds what it looks for" \
	"$(calls 'strcpy|exit' '-' | grep -c .)" 1
done_testing
