# Tests of cmd: check_PROGRAMS += tests/unit/cmd/test_X, TESTS += the same,
# tests_unit_cmd_test_X_LDADD = $(link_cmd) $(CMOCKA_LIBS)
