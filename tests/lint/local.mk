# What a reader would otherwise have to look for.
# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/lint/code.awk tests/lint/messages.unprovoked
TESTS += \
	tests/lint/banned.sh \
	tests/lint/fragments.sh \
	tests/lint/headers.sh \
	tests/lint/keys.sh \
	tests/lint/layers.sh \
	tests/lint/manual.sh \
	tests/lint/messages.sh \
	tests/lint/paths.sh \
	tests/lint/plain.sh \
	tests/lint/ux.sh \
	tests/lint/po.sh \
	tests/lint/potfiles.sh \
	tests/lint/shell.sh

# The sanitizers put variables of their own beside ours.
if !SANITIZERS
TESTS += tests/lint/globals.sh
endif
