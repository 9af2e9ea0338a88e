# Programs that tests/bench/run.sh measures: bench_programs += tests/bench/X
# SPDX-License-Identifier: GPL-3.0-or-later
bench_report = tests/bench/bench.c tests/bench/bench.h
bench_trial = $(bench_report) tests/bench/trial.c tests/bench/trial.h
bench_pty = $(bench_report) tests/bench/pty.c tests/bench/pty.h
link_trial = libstore.a libtrust.a $(link_record) $(SQLITE_LIBS) \
	$(SODIUM_LIBS)

bench_programs += tests/bench/make_house
tests_bench_make_house_SOURCES = tests/bench/make_house.c $(bench_trial)
tests_bench_make_house_LDADD = $(link_trial)

bench_programs += tests/bench/bench_start
tests_bench_bench_start_SOURCES = tests/bench/bench_start.c $(bench_pty)
tests_bench_bench_start_LDADD = $(link_base)

bench_programs += tests/bench/bench_key
tests_bench_bench_key_SOURCES = tests/bench/bench_key.c $(bench_pty)
tests_bench_bench_key_LDADD = $(link_base)

bench_programs += tests/bench/bench_append
tests_bench_bench_append_SOURCES = tests/bench/bench_append.c $(bench_trial)
tests_bench_bench_append_LDADD = $(link_trial)

bench_programs += tests/bench/bench_rebuild
tests_bench_bench_rebuild_SOURCES = tests/bench/bench_rebuild.c $(bench_trial)
tests_bench_bench_rebuild_LDADD = $(link_trial)

bench_programs += tests/bench/bench_lint
tests_bench_bench_lint_SOURCES = tests/bench/bench_lint.c $(bench_report)
tests_bench_bench_lint_LDADD = $(link_xml)

bench_programs += tests/bench/bench_seal
tests_bench_bench_seal_SOURCES = tests/bench/bench_seal.c $(bench_report)
tests_bench_bench_seal_LDADD = $(link_trust)

TESTS += tests/bench/smoke.sh
