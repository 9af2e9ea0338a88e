# One program for each part of the room model.
# SPDX-License-Identifier: GPL-3.0-or-later

check_PROGRAMS += tests/unit/model/test_chart
TESTS += tests/unit/model/test_chart
tests_unit_model_test_chart_SOURCES = tests/unit/model/test_chart.c
tests_unit_model_test_chart_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_walk
TESTS += tests/unit/model/test_walk
tests_unit_model_test_walk_SOURCES = tests/unit/model/test_walk.c \
	tests/unit/model/mini_drill.c tests/unit/model/mini_drill.h
tests_unit_model_test_walk_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_code
TESTS += tests/unit/model/test_code
tests_unit_model_test_code_SOURCES = tests/unit/model/test_code.c
tests_unit_model_test_code_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_duty
TESTS += tests/unit/model/test_duty
tests_unit_model_test_duty_SOURCES = tests/unit/model/test_duty.c
tests_unit_model_test_duty_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_handbook
TESTS += tests/unit/model/test_handbook
tests_unit_model_test_handbook_SOURCES = tests/unit/model/test_handbook.c \
	tests/unit/model/published.h
tests_unit_model_test_handbook_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_edition
TESTS += tests/unit/model/test_edition
tests_unit_model_test_edition_SOURCES = tests/unit/model/test_edition.c \
	tests/unit/model/published.h
tests_unit_model_test_edition_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_playtest
TESTS += tests/unit/model/test_playtest
tests_unit_model_test_playtest_SOURCES = tests/unit/model/test_playtest.c \
	tests/unit/model/mini_drill.c tests/unit/model/mini_drill.h
tests_unit_model_test_playtest_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_page
TESTS += tests/unit/model/test_page
tests_unit_model_test_page_SOURCES = tests/unit/model/test_page.c
tests_unit_model_test_page_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_passphrase
TESTS += tests/unit/model/test_passphrase
tests_unit_model_test_passphrase_SOURCES = tests/unit/model/test_passphrase.c
tests_unit_model_test_passphrase_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_plan
TESTS += tests/unit/model/test_plan
tests_unit_model_test_plan_SOURCES = tests/unit/model/test_plan.c
tests_unit_model_test_plan_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_setting
TESTS += tests/unit/model/test_setting
tests_unit_model_test_setting_SOURCES = tests/unit/model/test_setting.c
tests_unit_model_test_setting_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_text
TESTS += tests/unit/model/test_text
tests_unit_model_test_text_SOURCES = tests/unit/model/test_text.c
tests_unit_model_test_text_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_value
TESTS += tests/unit/model/test_value
tests_unit_model_test_value_SOURCES = tests/unit/model/test_value.c
tests_unit_model_test_value_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_expr
TESTS += tests/unit/model/test_expr
tests_unit_model_test_expr_SOURCES = tests/unit/model/test_expr.c \
	tests/unit/model/mini_drill.c tests/unit/model/mini_drill.h
tests_unit_model_test_expr_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_drill
TESTS += tests/unit/model/test_drill
tests_unit_model_test_drill_SOURCES = tests/unit/model/test_drill.c \
	tests/unit/model/mini_drill.c tests/unit/model/mini_drill.h
tests_unit_model_test_drill_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/model/test_explore
TESTS += tests/unit/model/test_explore
tests_unit_model_test_explore_SOURCES = tests/unit/model/test_explore.c \
	tests/unit/model/mini_drill.c tests/unit/model/mini_drill.h
tests_unit_model_test_explore_LDADD = libmodel.a libbase.a \
	$(UNISTRING_LIBS) $(CMOCKA_LIBS)
