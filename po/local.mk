# The program's own messages: po/LL.po, compiled here, read by base/messages.
# SPDX-License-Identifier: GPL-3.0-or-later
catalogues = po/de.mo po/ru.mo
EXTRA_DIST += po/POTFILES.in po/extract.sh po/potfiles.sh \
	po/preshift.pot po/de.po po/ru.po

cataloguedir = $(pkgdatadir)/locale
catalogue_DATA = $(catalogues)
CLEANFILES += $(catalogues)

SUFFIXES = .po .mo
.po.mo:
	$(AM_V_GEN)$(MKDIR_P) po && $(MSGFMT) -c -o $@ $<

# Run by hand after messages have changed; the result is committed.
.PHONY: update-po
update-po:
	@$(SHELL) $(srcdir)/po/potfiles.sh $(srcdir) >POTFILES.new && \
	if cmp -s POTFILES.new $(srcdir)/po/POTFILES.in; \
	then rm -f POTFILES.new; \
	else mv POTFILES.new $(srcdir)/po/POTFILES.in; fi
	$(SHELL) $(srcdir)/po/extract.sh $(srcdir) \
		$(srcdir)/po/preshift.pot
	@for po in $(catalogues:.mo=.po); do \
		$(MSGMERGE) --quiet --update --backup=none --no-wrap \
			--no-fuzzy-matching --add-location=file \
			$(srcdir)/$$po $(srcdir)/po/preshift.pot && \
		printf '%s: ' "$$po" && \
		$(MSGFMT) -c --statistics -o /dev/null $(srcdir)/$$po \
			|| exit 1; \
	done
