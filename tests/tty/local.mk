# Tests at a terminal: TESTS += tests/tty/X.sh
tty_tests = tests/tty/prompt.sh tests/tty/lineup-de.sh \
	tests/tty/lineup-ru.sh tests/tty/drill-de.sh tests/tty/drill-ru.sh \
	tests/tty/handbook-ru.sh tests/tty/activate.sh tests/tty/kill.sh \
	tests/tty/golden.sh tests/tty/lineup-keys.sh tests/tty/told.sh \
	tests/tty/drill-keys.sh tests/tty/enrol.sh
TESTS += $(tty_tests)
EXTRA_DIST += tests/tty/lib.sh $(tty_tests)
