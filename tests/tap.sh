# shellcheck shell=sh
# The Test Anything Protocol for shell tests. A script sources this (or a
# lib.sh, which does), counts with ok and not_ok, and ends with done_testing.
# A script that dies before that has no plan, and the harness calls it an error.
# SPDX-License-Identifier: GPL-3.0-or-later
tap_count=0

# By hand, outside `make check`: sh tests/lint/layers.sh
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${abs_builddir:=$(pwd)}"
: "${CC:=cc}"

ok() { # TITLE
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s\n' "$tap_count" "$1"
}

not_ok() { # TITLE [LINE-OF-EXPLANATION...]
	tap_count=$((tap_count + 1))
	printf 'not ok %d - %s\n' "$tap_count" "$1"
	shift
	[ $# -eq 0 ] || printf '%s\n' "$@" | sed 's/^/# /'
}

skip() { # TITLE WHY
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s # SKIP %s\n' "$tap_count" "$1" "$2"
}

skip_all() { # WHY; instead of any test
	printf '1..0 # SKIP %s\n' "$1"
	exit 0
}

need() { # COMMAND; one that a machine may lack
	command -v "$1" >/dev/null 2>&1 || skip_all "$1 is not installed"
}

check() { # TITLE COMMAND...; ok if the command succeeds
	tap_title=$1
	shift
	if tap_said=$("$@" 2>&1); then
		ok "$tap_title"
	else
		not_ok "$tap_title" "failed: $*" "$tap_said"
	fi
}

is() { # TITLE GOT WANTED
	if [ "$2" = "$3" ]; then
		ok "$1"
	else
		not_ok "$1" "got:" "$2" "wanted:" "$3"
	fi
}

has() { # TITLE TEXT PART
	case $2 in
	*"$3"*) ok "$1" ;;
	*) not_ok "$1" "no '$3' in:" "$2" ;;
	esac
}

has_not() { # TITLE TEXT PART
	case $2 in
	*"$3"*) not_ok "$1" "'$3' found in:" "$2" ;;
	*) ok "$1" ;;
	esac
}

none() { # TITLE FINDINGS; ok if there are none (lints)
	if [ -z "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "$2"
	fi
}

done_testing() {
	printf '1..%d\n' "$tap_count"
}
