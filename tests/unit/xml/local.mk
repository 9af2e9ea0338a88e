# Tests of the room xml. What they read: tests/data/xml, scenarios, standards.
# SPDX-License-Identifier: GPL-3.0-or-later

check_PROGRAMS += tests/unit/xml/test_content
TESTS += tests/unit/xml/test_content
tests_unit_xml_test_content_SOURCES = tests/unit/xml/test_content.c \
	tests/unit/xml/read_any.c tests/unit/xml/read_any.h
tests_unit_xml_test_content_LDADD = $(link_xml) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/xml/test_hostile
TESTS += tests/unit/xml/test_hostile
tests_unit_xml_test_hostile_SOURCES = tests/unit/xml/test_hostile.c \
	tests/unit/xml/read_any.c tests/unit/xml/read_any.h
tests_unit_xml_test_hostile_LDADD = $(link_xml) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/xml/test_lint
TESTS += tests/unit/xml/test_lint
tests_unit_xml_test_lint_SOURCES = tests/unit/xml/test_lint.c \
	tests/unit/xml/read_any.c tests/unit/xml/read_any.h
tests_unit_xml_test_lint_LDADD = $(link_xml) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/xml/test_xliff
TESTS += tests/unit/xml/test_xliff
tests_unit_xml_test_xliff_SOURCES = tests/unit/xml/test_xliff.c \
	tests/unit/xml/read_any.c tests/unit/xml/read_any.h
tests_unit_xml_test_xliff_LDADD = $(link_xml) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/xml/test_edit
TESTS += tests/unit/xml/test_edit
tests_unit_xml_test_edit_SOURCES = tests/unit/xml/test_edit.c \
	tests/unit/xml/read_any.c tests/unit/xml/read_any.h
tests_unit_xml_test_edit_LDADD = $(link_xml) $(CMOCKA_LIBS)
