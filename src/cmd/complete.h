/* Completion at the prompt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_COMPLETE_H
#define PRESHIFT_CMD_COMPLETE_H

#include <stddef.h>

/* As `struct completer` asks (ui.h); CTX is the struct app. Numbers of people
 * only to who is logged in. */
char **complete_line(void *ctx, const char *line, size_t at);

#endif
