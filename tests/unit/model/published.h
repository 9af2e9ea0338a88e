/* A small handbook as it is published, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_PUBLISHED_H
#define PRESHIFT_TESTS_PUBLISHED_H

static const char published[] =
	"preshift-text/1\n"
	"house: Harbour House\n"
	"document: handbook\n"
	"edition: 3\n"
	"language: en\n"
	"title: Service Handbook\n"
	"\n"
	"== H2 The commandments\n"
	"Every guest leaves with a yes.\n"
	"They are short.\n"
	"1. Open on the minute – Be ready early.\n"
	"~ Be there.\n"
	"- Say: \"Good morning.\"\n"
	"- They ask, you answer: \"Now?\" \"At half past.\"\n"
	"- Avoid: \"Closed.\"\n"
	"? Up to 15 EUR?\n"
	"x No.\n"
	"+ Yes.\n"
	"\n"
	"== H5 Your authority\n"
	"Up to 15 EUR you decide. Call +49 30 1.\n"
	"~ You may give 15 EUR.\n"
	"- a drink\n"
	"end\n";

#endif
