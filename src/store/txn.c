/* Transactions: all or nothing, and no signal in between.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <pthread.h>

static const int held_back[] = {
	SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGALRM,
	SIGUSR1, SIGUSR2,
};

/* The wait for other writers happens in BEGIN, before signals are blocked:
 * whoever waits can still be stopped. */
int
txn_write(struct store *s, struct txn *ret, struct err *e)
{
	sigset_t hold;

	if (!s->write)
		return db_fail(s, SQLITE_READONLY, e);
	if (RUN(s, Q_BEGIN_WRITE, e) != 0)
		return -1;
	sigemptyset(&hold);
	for (size_t i = 0; i < NELEM(held_back); i++)
		sigaddset(&hold, held_back[i]);
	*ret = (struct txn){ .s = s, .open = true };
	ret->masked = pthread_sigmask(SIG_BLOCK, &hold, &ret->old) == 0;
	return 0;
}

int
txn_read(struct store *s, struct txn *ret, struct err *e)
{
	if (!sqlite3_get_autocommit(s->db))
		return 0; /* part of what is open already */
	if (RUN(s, Q_BEGIN_READ, e) != 0)
		return -1;
	*ret = (struct txn){ .s = s, .open = true };
	return 0;
}

int
txn_commit(struct txn *t, struct err *e)
{
	if (!t->open)
		return 0;
	if (RUN(t->s, Q_COMMIT, e) != 0)
		return -1; /* txn_end takes it back */
	t->open = false;
	txn_end(t);
	return 0;
}

void
txn_end(struct txn *t)
{
	/* SQLite rolls back by itself after some faults. */
	if (t->open && !sqlite3_get_autocommit(t->s->db)) {
		struct err ignored;

		err_init(&ignored, NULL);
		if (RUN(t->s, Q_ROLLBACK, &ignored) != 0)
			sqlite3_exec(t->s->db, "ROLLBACK", NULL, NULL, NULL);
	}
	if (t->masked)
		pthread_sigmask(SIG_SETMASK, &t->old, NULL);
	*t = (struct txn){ 0 };
}
