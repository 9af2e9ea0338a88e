#!/bin/sh
# po/extract.sh SRCDIR OUTPUT.pot [FILE...]: collects the translatable messages
# of FILE... (default: those that po/POTFILES.in names). `make update-po` and
# the lints of tests/lint use the same call, so they cannot disagree.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
srcdir=$1 out=$2
shift 2
case $out in /*) ;; *) out=$(pwd)/$out ;; esac
cd "$srcdir"
if [ $# -eq 0 ]; then
	# shellcheck disable=SC2046 # one word a file
	set -- $(sed -e 's/#.*//' po/POTFILES.in)
fi
[ $# -gt 0 ] || set -- /dev/null
# Files without line numbers and no date: what did not change looks the same.
LC_ALL=C "${XGETTEXT:-xgettext}" --language=C --from-code=UTF-8 \
	--force-po --output=- \
	--no-wrap --add-location=file --add-comments=translators \
	--keyword --keyword=_ --keyword=N_ \
	--keyword=T:2 --keyword=err_set:3 --keyword=err_wrap:2 \
	--keyword=messages_get:2 --keyword=messages_nget:2,3 \
	--keyword=messages_pget:2c,3 \
	--flag=_:1:pass-c-format --flag=N_:1:pass-c-format \
	--flag=err_set:3:c-format --flag=err_wrap:2:c-format \
	--flag=T:2:pass-c-format --flag=messages_get:2:pass-c-format \
	--flag=messages_nget:2:pass-c-format \
	--flag=messages_nget:3:pass-c-format \
	--package-name=preshift --copyright-holder='the authors of preshift' \
	--msgid-bugs-address='the issues of the project' "$@" |
	sed -e '/^"POT-Creation-Date:/d' -e '1s/.*/# The messages of preshift./' \
		-e 's/^# Copyright (C) YEAR/# Copyright (C)/' \
		-e '/^# FIRST AUTHOR/d' >"$out"
