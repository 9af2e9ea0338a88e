# The room store: log and views in SQLite.
# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	src/store/admit.c \
	src/store/admit_handbook.c \
	src/store/admit_people.c \
	src/store/append.c \
	src/store/db.c \
	src/store/internal.h \
	src/store/log.c \
	src/store/project.c \
	src/store/project_floor.c \
	src/store/project_handbook.c \
	src/store/project_log.c \
	src/store/project_people.c \
	src/store/query.c src/store/query.h \
	src/store/read_floor.c \
	src/store/read_handbook.c \
	src/store/read_house.c \
	src/store/read_training.c \
	src/store/roster.c \
	src/store/schema.c \
	src/store/store.c src/store/store.h \
	src/store/txn.c \
	src/store/views.c
