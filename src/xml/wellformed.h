/* What libxml2 found, in our words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_WELLFORMED_H
#define PRESHIFT_XML_WELLFORMED_H

#include "xml/report.h"

/* CODE is an xmlParserErrors; STR and N are what came with it. */
void wellformed_report(struct report *r, struct place at, int code,
		       const char *str, int n);

#endif
