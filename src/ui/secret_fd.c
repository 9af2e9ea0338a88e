/* Passphrases from a descriptor (--passphrase-fd), one a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/phrase.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static ssize_t
read_byte(int fd, char *p)
{
	ssize_t n;

	do {
		n = read(fd, p, 1);
	} while (n < 0 && errno == EINTR);
	return n;
}

/* Reads up to the end of the line straight into P, which has room for
 * SECRET_BYTES and one more. */
static int
read_line(int fd, char *p, size_t *ret_n, struct err *e)
{
	size_t n = 0;

	for (;;) {
		ssize_t got = read_byte(fd, p + n);

		if (got < 0)
			return err_set(e, ERR_FAILED,
				       "passphrases can't be read: %s",
				       err_reason(e, errno));
		if (got == 0 && n == 0)
			return err_set(e, ERR_USAGE,
				       "a passphrase is needed: give one line "
				       "more to --passphrase-fd");
		if (got == 0 || p[n] == '\n')
			break;
		if (++n > SECRET_BYTES)
			return err_set(e, ERR_USAGE,
				       "a passphrase is too long: at most %d "
				       "bytes",
				       SECRET_BYTES);
	}
	if (n > 0 && p[n - 1] == '\r')
		n--;
	*ret_n = n;
	return 0;
}

int
secret_from_fd(const struct secret_ops *ops, int fd, struct secret **ret,
	       struct err *e)
{
	struct secret *s;
	size_t n = 0;

	if (ops == NULL || fd < 0)
		return err_set(e, ERR_USAGE,
			       "a passphrase is needed: --passphrase-fd");
	s = ops->make(SECRET_BYTES + 2);
	if (read_line(fd, ops->bytes(s), &n, e) != 0) {
		ops->free(s);
		return -1;
	}
	ops->set_length(s, n);
	*ret = s;
	return 0;
}
