# Tests of the room record.
# SPDX-License-Identifier: GPL-3.0-or-later

check_PROGRAMS += tests/unit/record/test_forms
TESTS += tests/unit/record/test_forms
tests_unit_record_test_forms_SOURCES = tests/unit/record/test_forms.c
tests_unit_record_test_forms_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_record_test_forms_LDADD = $(link_record) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/record/test_leaf
TESTS += tests/unit/record/test_leaf
tests_unit_record_test_leaf_SOURCES = tests/unit/record/test_leaf.c
tests_unit_record_test_leaf_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_record_test_leaf_LDADD = $(link_record) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/record/test_record
TESTS += tests/unit/record/test_record
tests_unit_record_test_record_SOURCES = tests/unit/record/test_record.c
tests_unit_record_test_record_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_record_test_record_LDADD = $(link_record) $(CMOCKA_LIBS)
