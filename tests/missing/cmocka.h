/* Found only where configure did not find cmocka.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#error "the unit tests need cmocka (libcmocka-dev): ./bootstrap deps, then configure again"
