# Tests at a terminal, one a line.
tty_tests = tests/tty/prompt.sh
tty_tests += tests/tty/activate.sh
tty_tests += tests/tty/clock.sh
tty_tests += tests/tty/drill-de.sh
tty_tests += tests/tty/drill-keys.sh
tty_tests += tests/tty/drill-ru.sh
tty_tests += tests/tty/enrol.sh
tty_tests += tests/tty/golden.sh
tty_tests += tests/tty/handbook-ru.sh
tty_tests += tests/tty/kill.sh
tty_tests += tests/tty/lineup-de.sh
tty_tests += tests/tty/lineup-keys.sh
tty_tests += tests/tty/lineup-ru.sh
tty_tests += tests/tty/told.sh
tty_tests += tests/tty/check.sh
tty_tests += tests/tty/places.sh
tty_tests += tests/tty/keys.sh
tty_tests += tests/tty/linear.sh
tty_tests += tests/tty/bad-input.sh
tty_tests += tests/tty/slow-line.sh
tty_tests += tests/tty/first.sh
tty_tests += tests/tty/prepare.sh
tty_tests += tests/tty/edit.sh
tty_tests += tests/tty/person.sh
tty_tests += tests/tty/find-de.sh
tty_tests += tests/tty/standing-ru.sh
tty_tests += tests/tty/settings.sh
tty_tests += tests/tty/help.sh
tty_tests += tests/tty/verify.sh
tty_tests += tests/tty/me.sh
TESTS += $(tty_tests)
EXTRA_DIST += tests/tty/lib.sh tests/tty/golden-lib.sh $(tty_tests)

check_PROGRAMS += tests/tty/stalled
tests_tty_stalled_SOURCES = tests/tty/stalled.c tests/bench/bench.c \
	tests/bench/bench.h tests/bench/pty.c tests/bench/pty.h
tests_tty_stalled_LDADD = $(link_base)
