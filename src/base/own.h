/* Ownership by the cleanup attribute, and attributes every room uses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_OWN_H
#define PRESHIFT_BASE_OWN_H

/* OWN(fn) T x: fn(&x) runs when x leaves its scope. To hand x on, copy it and
 * set it to NULL or zero ("transferred"). */
#define OWN(fn) __attribute__((cleanup(fn)))
#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define NELEM(a) (sizeof(a) / sizeof((a)[0]))

/* Marks a message for translation where it stands in a table or is handed to
 * a function that translates it (err_set does). */
#define N_(s) s

/* "out of memory" on standard error, then abort(). */
void own_no_memory(void) __attribute__((noreturn, cold));

#endif
