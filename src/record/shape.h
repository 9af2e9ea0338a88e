/* What a value must look like, by the type of its field. Private to record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_RECORD_SHAPE_H
#define PRESHIFT_RECORD_SHAPE_H

#include "record/record.h"

/* Whether the NUL-terminated V may stand in a line of F: the rules of every
 * value first, then the type's. "-" holds where F is optional. An error of
 * kind K says what is wrong. */
int shape_check(const struct record_field *f, const char *v, enum err_kind k,
		struct err *e) MUST_CHECK;

/* The field at place I of a record, head first. */
const struct record_field *record_field_at(const struct record_form *form,
					   size_t i);

/* [a-z0-9][a-z0-9.-]{0,63} */
bool shape_is_id(const char *s, size_t n);

/* The length in bytes of the space that S (N bytes) begins or ends with; 0 if
 * there is none. Any Unicode space (category Zs) counts. */
size_t shape_space_first(const char *s, size_t n);
size_t shape_space_last(const char *s, size_t n);

#endif
