# HTML results as a browser shows and prints them. What npm installs lies in
# the build folder; ./bootstrap check puts it there.
# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/browser/graph.sh
TESTS += tests/browser/pages.sh
EXTRA_DIST += \
	tests/browser/graph.js \
	tests/browser/look.js \
	tests/browser/package.json \
	tests/browser/package-lock.json
