# Tests of the command line, one topic a script: TESTS += tests/cli/X.sh
