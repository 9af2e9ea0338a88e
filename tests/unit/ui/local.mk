# Scripts and keyboard layouts; the terminal itself is tried in tests/tty.
# SPDX-License-Identifier: GPL-3.0-or-later


check_PROGRAMS += tests/unit/ui/test_phrase
TESTS += tests/unit/ui/test_phrase
tests_unit_ui_test_phrase_SOURCES = tests/unit/ui/test_phrase.c
tests_unit_ui_test_phrase_LDADD = $(link_ui) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/ui/test_script
TESTS += tests/unit/ui/test_script
tests_unit_ui_test_script_SOURCES = tests/unit/ui/test_script.c
tests_unit_ui_test_script_LDADD = $(link_ui) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/ui/test_ticks
TESTS += tests/unit/ui/test_ticks
tests_unit_ui_test_ticks_SOURCES = tests/unit/ui/test_ticks.c
tests_unit_ui_test_ticks_LDADD = $(link_ui) $(CMOCKA_LIBS)
