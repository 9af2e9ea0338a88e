# The program and its rooms, from the highest to the lowest.
# SPDX-License-Identifier: GPL-3.0-or-later
bin_PROGRAMS += preshift
preshift_SOURCES = src/main.c
preshift_LDADD = $(link_cmd)

# What a program links that uses a room and those below it. Unit tests take
# the line of their own room, so a call upwards does not link.
link_base = libbase.a $(UNISTRING_LIBS)
link_model = libmodel.a $(link_base)
link_record = librecord.a $(link_model)
link_xml = libxml.a $(link_record) $(LIBXML_LIBS)
link_trust = libtrust.a $(link_record) $(SODIUM_LIBS)
link_store = libstore.a $(link_record) $(SQLITE_LIBS)
link_session = libsession.a $(link_record)
link_out = libout.a $(link_record)
link_ui = libui.a $(link_record) $(READLINE_LIBS)
link_cmd = libcmd.a libui.a libsession.a libout.a libstore.a libtrust.a \
	libxml.a $(link_record) $(READLINE_LIBS) $(SQLITE_LIBS) \
	$(SODIUM_LIBS) $(LIBXML_LIBS)

include src/base/local.mk
include src/model/local.mk
include src/record/local.mk
include src/xml/local.mk
include src/trust/local.mk
include src/store/local.mk
include src/session/local.mk
include src/out/local.mk
include src/ui/local.mk
include src/cmd/local.mk
