# Tests of session: check_PROGRAMS += tests/unit/session/test_X, TESTS += the same,
# tests_unit_session_test_X_LDADD = $(link_session) $(CMOCKA_LIBS)

# The conversation of a test, for every program here.
fake_io = tests/unit/session/fake_io.c tests/unit/session/fake_io.h

check_PROGRAMS += tests/unit/session/test_lineup
TESTS += tests/unit/session/test_lineup
tests_unit_session_test_lineup_SOURCES = tests/unit/session/test_lineup.c \
	tests/unit/session/lineup_house.c tests/unit/session/lineup_house.h \
	$(fake_io)
tests_unit_session_test_lineup_LDADD = $(link_session) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/session/test_lineup_draft
TESTS += tests/unit/session/test_lineup_draft
tests_unit_session_test_lineup_draft_SOURCES = \
	tests/unit/session/test_lineup_draft.c \
	tests/unit/session/lineup_house.c tests/unit/session/lineup_house.h \
	$(fake_io)
tests_unit_session_test_lineup_draft_LDADD = $(link_session) $(CMOCKA_LIBS)

# A drill made by hand.
small_drill = tests/unit/session/small_drill.c \
	tests/unit/session/small_drill.h

check_PROGRAMS += tests/unit/session/test_practice
TESTS += tests/unit/session/test_practice
tests_unit_session_test_practice_SOURCES = \
	tests/unit/session/test_practice.c $(small_drill) $(fake_io)
tests_unit_session_test_practice_LDADD = $(link_session) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/session/test_practice_draft
TESTS += tests/unit/session/test_practice_draft
tests_unit_session_test_practice_draft_SOURCES = \
	tests/unit/session/test_practice_draft.c $(small_drill) $(fake_io)
tests_unit_session_test_practice_draft_LDADD = $(link_session) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/session/test_reading
TESTS += tests/unit/session/test_reading
tests_unit_session_test_reading_SOURCES = \
	tests/unit/session/test_reading.c $(fake_io)
tests_unit_session_test_reading_LDADD = $(link_session) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/session/test_signing
TESTS += tests/unit/session/test_signing
tests_unit_session_test_signing_SOURCES = \
	tests/unit/session/test_signing.c $(fake_io)
tests_unit_session_test_signing_LDADD = $(link_session) $(CMOCKA_LIBS)
