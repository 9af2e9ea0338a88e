/* Groups of digits people copy from paper: five random digits and their Damm
 * check digit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_CODE_H
#define PRESHIFT_MODEL_CODE_H

#include <stdbool.h>
#include <stddef.h>

enum { CODE_GROUP = 6, CODE_GROUPS = 5, CHARTER_GROUPS = 8 };

/* Damm's quasigroup of order 10 (H. M. Damm, 2004): the check digit of N
 * digits ('0' … '9'). */
char damm_digit(const char *digits, size_t n);
/* Six digits, the last one right. */
bool code_group_ok(const char *group, size_t n);
/* Takes digits from TYPED (spaces, dots and hyphens between them are ignored)
 * into OUT (6*groups+1 bytes). Returns the number of the first group that
 * holds a slip (1-based), 0 if all hold, -1 if the length is wrong or there is
 * something else than digits (OUT is then not usable). */
int code_read(const char *typed, size_t groups, char *out);

#endif
