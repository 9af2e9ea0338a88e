# One program for each header of the room base.
# SPDX-License-Identifier: GPL-3.0-or-later

check_PROGRAMS += tests/unit/base/test_args
TESTS += tests/unit/base/test_args
tests_unit_base_test_args_SOURCES = tests/unit/base/test_args.c
tests_unit_base_test_args_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_args_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_arena
TESTS += tests/unit/base/test_arena
tests_unit_base_test_arena_SOURCES = tests/unit/base/test_arena.c
tests_unit_base_test_arena_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_arena_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_chance
TESTS += tests/unit/base/test_chance
tests_unit_base_test_chance_SOURCES = tests/unit/base/test_chance.c
tests_unit_base_test_chance_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_chance_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_clock
TESTS += tests/unit/base/test_clock
tests_unit_base_test_clock_SOURCES = tests/unit/base/test_clock.c
tests_unit_base_test_clock_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_clock_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_encode
TESTS += tests/unit/base/test_encode
tests_unit_base_test_encode_SOURCES = tests/unit/base/test_encode.c
tests_unit_base_test_encode_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_encode_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_err
TESTS += tests/unit/base/test_err
tests_unit_base_test_err_SOURCES = tests/unit/base/test_err.c
tests_unit_base_test_err_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_err_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_file
TESTS += tests/unit/base/test_file
tests_unit_base_test_file_SOURCES = tests/unit/base/test_file.c
tests_unit_base_test_file_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_file_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_messages
TESTS += tests/unit/base/test_messages
tests_unit_base_test_messages_SOURCES = tests/unit/base/test_messages.c
tests_unit_base_test_messages_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_messages_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_own
TESTS += tests/unit/base/test_own
tests_unit_base_test_own_SOURCES = tests/unit/base/test_own.c
tests_unit_base_test_own_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_own_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_str
TESTS += tests/unit/base/test_str
tests_unit_base_test_str_SOURCES = tests/unit/base/test_str.c
tests_unit_base_test_str_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_str_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_utf8
TESTS += tests/unit/base/test_utf8
tests_unit_base_test_utf8_SOURCES = tests/unit/base/test_utf8.c
tests_unit_base_test_utf8_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_utf8_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/base/test_zone
TESTS += tests/unit/base/test_zone
tests_unit_base_test_zone_SOURCES = tests/unit/base/test_zone.c
tests_unit_base_test_zone_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_zone_LDADD = libbase.a $(UNISTRING_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/base/test_layout
TESTS += tests/unit/base/test_layout
tests_unit_base_test_layout_SOURCES = tests/unit/base/test_layout.c
tests_unit_base_test_layout_LDADD = $(link_base) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/base/test_charset
TESTS += tests/unit/base/test_charset
tests_unit_base_test_charset_SOURCES = tests/unit/base/test_charset.c
tests_unit_base_test_charset_LDADD = $(link_base) $(CMOCKA_LIBS)
