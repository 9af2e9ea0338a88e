# The room xml: content in. The only user of libxml2.
# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libxml.a
libxml_a_SOURCES = \
	src/xml/attrs.c \
	src/xml/bytes.c \
	src/xml/clean.c \
	src/xml/codes.c \
	src/xml/commandments.c \
	src/xml/content.h \
	src/xml/documents.c src/xml/documents.h \
	src/xml/drill.c \
	src/xml/drill_build.h \
	src/xml/drill_refs.c \
	src/xml/drill_rules.c \
	src/xml/edit.c src/xml/edit.h \
	src/xml/edit_check.c src/xml/edit_check.h \
	src/xml/edit_xliff.c \
	src/xml/handbook.c \
	src/xml/kind.c \
	src/xml/lint.h \
	src/xml/lint_explore.c \
	src/xml/lint_expr.c \
	src/xml/lint_graph.c \
	src/xml/lint_texts.c \
	src/xml/nodes.c src/xml/nodes.h \
	src/xml/reader.c src/xml/reader.h \
	src/xml/report.c src/xml/report.h \
	src/xml/wellformed.c src/xml/wellformed.h \
	src/xml/xliff.c \
	src/xml/xsd.c
