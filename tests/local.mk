# All tests speak TAP: programs (cmocka) and shell scripts alike.
# SPDX-License-Identifier: GPL-3.0-or-later
TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)

# Nothing of the person who runs them reaches the tests, nor theirs him.
AM_TESTS_ENVIRONMENT = \
	unset PRESHIFT_SITE LANG LANGUAGE TZ NO_COLOR COLUMNS LINES; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	PRESHIFT='$(abs_builddir)/preshift'; export PRESHIFT; \
	PRESHIFT_DATADIR='$(abs_srcdir)'; export PRESHIFT_DATADIR; \
	PRESHIFT_LOCALEDIR='$(abs_builddir)/po'; export PRESHIFT_LOCALEDIR; \
	srcdir='$(abs_srcdir)'; top_srcdir='$(abs_srcdir)'; \
	abs_builddir='$(abs_builddir)'; export srcdir top_srcdir abs_builddir; \
	HOME='$(abs_builddir)/tests/home'; export HOME; \
	XDG_DATA_HOME=$$HOME/data; export XDG_DATA_HOME; \
	XDG_CONFIG_HOME=$$HOME/config; export XDG_CONFIG_HOME; \
	XDG_STATE_HOME=$$HOME/state; export XDG_STATE_HOME; \
	XDG_CACHE_HOME=$$HOME/cache; export XDG_CACHE_HOME; \
	XDG_RUNTIME_DIR=$$HOME/run; export XDG_RUNTIME_DIR; \
	$(MKDIR_P) "$$HOME"; \
	CC='$(CC)'; export CC; \
	LINT_CFLAGS='$(LANG_CFLAGS) -D_GNU_SOURCE $(library_cflags)'; \
	export LINT_CFLAGS;

EXTRA_DIST += tests/tap.sh tests/lib.sh tests/package.sh tests/tty/lib.sh tests/expected-skips \
	tests/unit/said.h \
	tests/missing/cmocka.h

include tests/unit/base/local.mk
include tests/unit/model/local.mk
include tests/unit/record/local.mk
include tests/unit/xml/local.mk
include tests/unit/trust/local.mk
include tests/unit/store/local.mk
include tests/unit/session/local.mk
include tests/unit/out/local.mk
include tests/unit/ui/local.mk
include tests/unit/cmd/local.mk
include tests/cli/local.mk
include tests/tty/local.mk
include tests/lint/local.mk
include tests/browser/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk

distclean-local:
	rm -rf tests/browser/npm

mostlyclean-local:
	rm -rf tests/home tests/fuzz/found

# Ratios against a reference, measured in one run.
.PHONY: bench fuzz
bench: all $(bench_programs)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/bench/run.sh

# Every call of six commands fails once, in six ways.
.PHONY: fault
fault: all
	@$(AM_TESTS_ENVIRONMENT) FAULT_LONG=1 $(SHELL) $(srcdir)/tests/cli/fault.sh

# So long for each reader of foreign bytes, from its corpus and the content.
FUZZ_SECONDS = 60
FUZZ_TARGETS = $$(sed -n 's/^\t{ "\([a-z]*\)", fuzz_.*/\1/p' \
	$(srcdir)/tests/fuzz/targets.c)
fuzz: all $(fuzz_programs)
if FUZZING
	@for t in $(FUZZ_TARGETS); do \
		echo "== $$t"; \
		seeds=$(srcdir)/tests/fuzz/corpus/$$t; \
		test -d $$seeds || seeds=$(srcdir)/scenarios; \
		$(MKDIR_P) tests/fuzz/found/$$t && \
		PRESHIFT_FUZZ=$$t tests/fuzz/fuzz -max_total_time=$(FUZZ_SECONDS) \
			-rss_limit_mb=4096 -artifact_prefix=tests/fuzz/found/$$t- \
			tests/fuzz/found/$$t $$seeds || exit 1; \
	done
else
	@echo "make fuzz needs: configure CC=clang --enable-fuzzing --enable-sanitizers" >&2; \
	exit 1
endif
