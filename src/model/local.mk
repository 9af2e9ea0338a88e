# The room model: data and rules, no input or output.
# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libmodel.a
libmodel_a_SOURCES = \
	src/model/chart.c src/model/chart.h \
	src/model/chart_layout.h \
	src/model/chart_place.c \
	src/model/code.c src/model/code.h \
	src/model/commandments.c src/model/commandments.h \
	src/model/drill.c src/model/drill.h \
	src/model/drill_judge.c \
	src/model/drill_prepare.c \
	src/model/duty.c src/model/duty.h \
	src/model/edition.c \
	src/model/explore.c src/model/explore.h \
	src/model/explore_graph.h \
	src/model/explore_path.c \
	src/model/explore_value.c \
	src/model/expr.c src/model/expr.h \
	src/model/expr_eval.c \
	src/model/expr_operand.c \
	src/model/expr_parser.h \
	src/model/expr_print.c \
	src/model/handbook.c src/model/handbook.h \
	src/model/handbook_value.c \
	src/model/idmap.c src/model/idmap.h \
	src/model/io.h \
	src/model/keeper.h \
	src/model/page.c src/model/page.h \
	src/model/page_picks.c \
	src/model/page_render.c \
	src/model/page_sheet.h \
	src/model/page_spoken.c \
	src/model/page_squeeze.c \
	src/model/page_table.c \
	src/model/passphrase.c src/model/passphrase.h \
	src/model/person.c src/model/person.h \
	src/model/playtest.c src/model/playtest.h \
	src/model/plan.c src/model/plan.h \
	src/model/setting.c src/model/setting.h \
	src/model/setting_words.c \
	src/model/text.c src/model/text.h \
	src/model/typed.c src/model/typed.h \
	src/model/value.c src/model/value.h \
	src/model/walk.c src/model/walk.h \
	src/model/wording.c src/model/wording.h \
	src/model/wording_match.c \
	src/model/wording_read.c
