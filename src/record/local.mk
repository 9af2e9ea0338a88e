# The room record: the kinds of records and their canonical text.
# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += librecord.a
librecord_a_SOURCES = \
	src/record/canon.c \
	src/record/kinds.c \
	src/record/leaf.c \
	src/record/notary.h \
	src/record/record.c src/record/record.h \
	src/record/shape.c src/record/shape.h
