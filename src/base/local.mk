# The room base: it knows nothing of the domain, everything stands on it.
# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/args.c src/base/args.h \
	src/base/arena.c src/base/arena.h \
	src/base/chance.c src/base/chance.h \
	src/base/charset.c src/base/charset.h \
	src/base/clock.c src/base/clock.h \
	src/base/encode.c src/base/encode.h \
	src/base/err.c src/base/err.h \
	src/base/layout.c src/base/layout.h \
	src/base/file.c src/base/folder.c src/base/file.h \
	src/base/messages.c src/base/messages.h \
	src/base/own.c src/base/own.h \
	src/base/str.c src/base/str.h \
	src/base/tool.c src/base/tool.h \
	src/base/utf8.c src/base/utf8.h \
	src/base/zone.c src/base/zone.h \
	src/base/zone_footer.c src/base/zone_footer.h
