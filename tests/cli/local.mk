# Tests of the command line, one topic a script: TESTS += tests/cli/X.sh
TESTS += tests/cli/house.sh
EXTRA_DIST += tests/cli/lib.sh
TESTS += tests/cli/lineup.sh
TESTS += tests/cli/drill.sh
TESTS += tests/cli/verify.sh
TESTS += tests/cli/handbook.sh
