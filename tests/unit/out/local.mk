# The formats of a result, and errors of writing.
# SPDX-License-Identifier: GPL-3.0-or-later

check_PROGRAMS += tests/unit/out/test_json
TESTS += tests/unit/out/test_json
tests_unit_out_test_json_SOURCES = tests/unit/out/test_json.c \
	tests/unit/out/printed.h
tests_unit_out_test_json_LDADD = $(link_out) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/out/test_csv
TESTS += tests/unit/out/test_csv
tests_unit_out_test_csv_SOURCES = tests/unit/out/test_csv.c \
	tests/unit/out/printed.h
tests_unit_out_test_csv_LDADD = $(link_out) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/out/test_html
TESTS += tests/unit/out/test_html
tests_unit_out_test_html_SOURCES = tests/unit/out/test_html.c \
	tests/unit/out/printed.h
tests_unit_out_test_html_LDADD = $(link_out) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/out/test_out
TESTS += tests/unit/out/test_out
tests_unit_out_test_out_SOURCES = tests/unit/out/test_out.c \
	tests/unit/out/printed.h
tests_unit_out_test_out_LDADD = $(link_out) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/out/test_printer
TESTS += tests/unit/out/test_printer
tests_unit_out_test_printer_SOURCES = tests/unit/out/test_printer.c
tests_unit_out_test_printer_LDADD = $(link_out) $(CMOCKA_LIBS)
