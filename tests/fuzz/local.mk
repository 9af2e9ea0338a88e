# Readers of foreign bytes under lies: `make check` replays the corpora with a
# few thousand changes each; `make fuzz` gives each target to libFuzzer.
# SPDX-License-Identifier: GPL-3.0-or-later
fuzz_sources = tests/fuzz/fuzz.h tests/fuzz/targets.c \
	tests/fuzz/fuzz_content.c tests/fuzz/fuzz_text.c \
	tests/fuzz/fuzz_trust.c tests/fuzz/fuzz_wording.c

check_PROGRAMS += tests/fuzz/replay
TESTS += tests/fuzz/replay
tests_fuzz_replay_SOURCES = tests/fuzz/replay.c tests/fuzz/mutate.c \
	$(fuzz_sources)
tests_fuzz_replay_LDADD = $(link_cmd)

fuzz_programs += tests/fuzz/fuzz
tests_fuzz_fuzz_SOURCES = tests/fuzz/libfuzzer.c $(fuzz_sources)
tests_fuzz_fuzz_LDADD = $(link_cmd)
tests_fuzz_fuzz_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
