# Programs for libFuzzer: fuzz_programs += tests/fuzz/fuzz_X, their corpus in
# corpus/X, tests_fuzz_fuzz_X_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
