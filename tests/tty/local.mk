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
TESTS += $(tty_tests)
EXTRA_DIST += tests/tty/lib.sh $(tty_tests)
