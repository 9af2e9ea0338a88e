# Unit tests of cmd.
check_PROGRAMS += tests/unit/cmd/test_table tests/unit/cmd/test_csv
TESTS += tests/unit/cmd/test_table tests/unit/cmd/test_csv
tests_unit_cmd_test_table_SOURCES = tests/unit/cmd/test_table.c
tests_unit_cmd_test_table_LDADD = $(link_cmd) $(CMOCKA_LIBS)
tests_unit_cmd_test_csv_SOURCES = tests/unit/cmd/test_csv.c
tests_unit_cmd_test_csv_LDADD = $(link_cmd) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/cmd/test_verification
TESTS += tests/unit/cmd/test_verification
tests_unit_cmd_test_verification_SOURCES = tests/unit/cmd/test_verification.c
tests_unit_cmd_test_verification_LDADD = $(link_cmd) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/cmd/test_enrol_words
TESTS += tests/unit/cmd/test_enrol_words
tests_unit_cmd_test_enrol_words_SOURCES = tests/unit/cmd/test_enrol_words.c
tests_unit_cmd_test_enrol_words_LDADD = $(link_cmd) $(CMOCKA_LIBS)
