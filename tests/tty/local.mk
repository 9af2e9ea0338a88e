# Tests at a terminal: TESTS += tests/tty/X.sh
EXTRA_DIST += tests/tty/lib.sh
