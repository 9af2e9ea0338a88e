# Tests of the room store.
# SPDX-License-Identifier: GPL-3.0-or-later
store_fixture = tests/unit/store/fixture.c tests/unit/store/fixture.h \
	tests/unit/store/history.c

check_PROGRAMS += tests/unit/store/test_admit
TESTS += tests/unit/store/test_admit
tests_unit_store_test_admit_SOURCES = tests/unit/store/test_admit.c \
	$(store_fixture)
tests_unit_store_test_admit_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_admit_LDADD = $(link_store) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_append
TESTS += tests/unit/store/test_append
tests_unit_store_test_append_SOURCES = tests/unit/store/test_append.c \
	$(store_fixture)
tests_unit_store_test_append_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_append_LDADD = $(link_store) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_disk
TESTS += tests/unit/store/test_disk
tests_unit_store_test_disk_SOURCES = tests/unit/store/test_disk.c \
	$(store_fixture)
tests_unit_store_test_disk_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_disk_LDADD = $(link_store) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_fault
TESTS += tests/unit/store/test_fault
tests_unit_store_test_fault_SOURCES = tests/unit/store/test_fault.c \
	tests/unit/store/failing_vfs.c tests/unit/store/failing_vfs.h \
	$(store_fixture)
tests_unit_store_test_fault_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_fault_LDADD = $(link_store) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_guard
TESTS += tests/unit/store/test_guard
tests_unit_store_test_guard_SOURCES = tests/unit/store/test_guard.c \
	$(store_fixture)
tests_unit_store_test_guard_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_guard_LDADD = $(link_store) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_views
TESTS += tests/unit/store/test_views
tests_unit_store_test_views_SOURCES = tests/unit/store/test_views.c \
	$(store_fixture)
tests_unit_store_test_views_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_views_LDADD = $(link_store) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_rebuild
TESTS += tests/unit/store/test_rebuild
tests_unit_store_test_rebuild_SOURCES = tests/unit/store/test_rebuild.c \
	$(store_fixture)
tests_unit_store_test_rebuild_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_store_test_rebuild_LDADD = $(link_store) $(CMOCKA_LIBS)
