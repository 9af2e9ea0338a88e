# Tests of the room trust.
# SPDX-License-Identifier: GPL-3.0-or-later

check_PROGRAMS += tests/unit/trust/test_golden
TESTS += tests/unit/trust/test_golden
tests_unit_trust_test_golden_SOURCES = tests/unit/trust/test_golden.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_golden_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_golden_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_key
TESTS += tests/unit/trust/test_key
tests_unit_trust_test_key_SOURCES = tests/unit/trust/test_key.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_key_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_key_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_merkle
TESTS += tests/unit/trust/test_merkle
tests_unit_trust_test_merkle_SOURCES = tests/unit/trust/test_merkle.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_merkle_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_merkle_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_minisign
TESTS += tests/unit/trust/test_minisign
tests_unit_trust_test_minisign_SOURCES = tests/unit/trust/test_minisign.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_minisign_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_minisign_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_note
TESTS += tests/unit/trust/test_note
tests_unit_trust_test_note_SOURCES = tests/unit/trust/test_note.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_note_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_note_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_seal
TESTS += tests/unit/trust/test_seal
tests_unit_trust_test_seal_SOURCES = tests/unit/trust/test_seal.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_seal_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_seal_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_secret
TESTS += tests/unit/trust/test_secret
tests_unit_trust_test_secret_SOURCES = tests/unit/trust/test_secret.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_secret_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_secret_LDADD = $(link_trust) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/trust/test_told
TESTS += tests/unit/trust/test_told
tests_unit_trust_test_told_SOURCES = tests/unit/trust/test_told.c \
	tests/unit/trust/fixture.h
tests_unit_trust_test_told_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_trust_test_told_LDADD = $(link_trust) $(CMOCKA_LIBS)
