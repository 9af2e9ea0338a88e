/* A disk that fails at the n-th write, for the tests of store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TEST_FAILING_VFS_H
#define PRESHIFT_TEST_FAILING_VFS_H

#include <stdbool.h>

/* Registers it as what every database is opened with from now on. */
void failing_vfs_install(void);
/* The N-th write, sync, truncate or delete from now fails with RC, and all
 * after it if FOR_EVER; 0: none fails. */
void failing_vfs_arm(unsigned n, int rc, bool for_ever);
/* Whether the failure came. */
bool failing_vfs_fired(void);

#endif
