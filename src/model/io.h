/* How a conversation talks: to a terminal, a script, or a test's list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_IO_H
#define PRESHIFT_MODEL_IO_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/err.h"
#include "base/messages.h"
#include "model/page.h"

/* One thing to choose. `word` is what scripts say (never translated);
 * `label` what people read, NULL: the page shows it already (the choice is
 * only to be accepted). `key` is what is pressed at a terminal: "1"; NULL:
 * counted from 1. A blocked one is shown and refused with `why`. */
struct io_option {
	const char *word;
	const char *label;
	const char *key;
	bool blocked;
	const char *why;
};

struct secret; /* trust/secret.h: bytes in locked memory; never looked into
		* by a session */

/* How the reader of a passphrase gets and fills one without knowing trust:
 * each byte is read straight into that memory, nowhere else. */
struct secret_ops {
	struct secret *(*make)(size_t cap);      /* room for CAP bytes + NUL */
	char *(*bytes)(struct secret *);
	void (*set_length)(struct secret *, size_t n); /* bytes[n] = NUL */
	void (*free)(struct secret *);           /* wipes; NULL is fine */
};

/* How a secret is asked where a person types it. */
struct io_secret {
	/* Digits from paper, a try of the keys: to be seen while it is typed,
	 * and behind it. */
	bool seen;
	/* What is said behind it, on its line; "" nothing. */
	const char *(*judge)(void *ctx, const struct secret *);
	void *ctx;
};

struct io;
struct io_ops {
	/* Shows a page. At a terminal it replaces the screen; in a script and
	 * in linear mode it is printed once, and when it is shown again only
	 * its `news`. */
	int (*tell)(struct io *, const struct page *, struct err *);
	/* One line under what was shown (an answer to what was just typed). */
	int (*say)(struct io *, const char *line, struct err *);
	/* One of N; DFLT is taken on Enter (DFLT == N: none). *RET_I is N if
	 * the time of the page above is over (page_clock.strict). A script must
	 * say the word; a terminal takes key or word. "0" at a terminal puts
	 * away: err_cancel. */
	int (*choose)(struct io *, const char *prompt,
		      const struct io_option *, size_t n, size_t dflt,
		      size_t *ret_i, struct err *);
	/* A line of at most 8,000 bytes, cleaned of control characters, NFC,
	 * without spaces at the ends; Enter alone is DFLT, or "" if that is
	 * NULL. In a script the next `> ` line; none: USAGE. End of input or
	 * Ctrl-C: err_cancel. */
	int (*ask)(struct io *, struct arena *, const char *prompt,
		   const char *dflt, const char **ret_line, struct err *);
	/* The same without a default, and where keys come one by one (a
	 * terminal that is not linear) a character of KEYS is an answer as
	 * soon as it is pressed at the begin of the line: the caller takes the
	 * time itself. Letters of a Russian keyboard answer as the Latin ones
	 * in their place; a capital answers only if KEYS has it. " " may be among KEYS; a line that is one
	 * blank is that answer too, never so in a script. */
	int (*ask_key)(struct io *, struct arena *, const char *prompt,
		       const char *keys, const char **ret_line, struct err *e);
	/* A secret, from the terminal (HOW NULL: not shown, only which letters
	 * came is said) or --passphrase-fd. The caller frees with secret_free
	 * (trust). */
	int (*ask_secret)(struct io *, const char *prompt,
			  const struct io_secret *how, struct secret **ret,
			  struct err *);
	/* 1 if another answer waits: what a script may leave out is asked
	 * only then. May be NULL: a person always has one, a list never. */
	int (*more)(struct io *);
	/* From now on the io's own words ("Please choose") are in M, which
	 * must outlive it; whoever runs the conversation puts them back. May
	 * be NULL: it has none. */
	void (*speak)(struct io *, const struct messages *m);
};

struct io {
	const struct io_ops *ops;
	bool interactive; /* a person sits there: numbers, redraws, repeats */
};

static inline int MUST_CHECK
io_tell(struct io *io, const struct page *p, struct err *e)
{
	return io->ops->tell(io, p, e);
}

static inline int MUST_CHECK
io_say(struct io *io, const char *line, struct err *e)
{
	return io->ops->say(io, line, e);
}

static inline int MUST_CHECK
io_choose(struct io *io, const char *prompt, const struct io_option *o,
	  size_t n, size_t dflt, size_t *ret_i, struct err *e)
{
	return io->ops->choose(io, prompt, o, n, dflt, ret_i, e);
}

static inline int MUST_CHECK
io_ask(struct io *io, struct arena *a, const char *prompt, const char *dflt,
       const char **ret_line, struct err *e)
{
	return io->ops->ask(io, a, prompt, dflt, ret_line, e);
}

static inline int MUST_CHECK
io_ask_key(struct io *io, struct arena *a, const char *prompt,
	   const char *keys, const char **ret_line, struct err *e)
{
	return io->ops->ask_key(io, a, prompt, keys, ret_line, e);
}

static inline int MUST_CHECK
io_ask_secret(struct io *io, const char *prompt, struct secret **ret,
	      struct err *e)
{
	return io->ops->ask_secret(io, prompt, NULL, ret, e);
}

static inline int MUST_CHECK
io_ask_secret_as(struct io *io, const char *prompt,
		 const struct io_secret *how, struct secret **ret,
		 struct err *e)
{
	return io->ops->ask_secret(io, prompt, how, ret, e);
}

/* What E finds wrong with an answer is told to a person, who is asked again
 * (0, E is empty); a script ends there, and so does what no other answer can
 * mend. */
static inline int MUST_CHECK
io_again(struct io *io, struct arena *a, struct err *e)
{
	const char *why = arena_strdup(a, e->text);

	if (!io->interactive || e->cancelled ||
	    (e->kind != ERR_USAGE && e->kind != ERR_REFUSED))
		return -1;
	err_clear(e);
	return io_say(io, why, e);
}

static inline bool
io_more(struct io *io)
{
	return io->interactive ||
	       (io->ops->more != NULL && io->ops->more(io) != 0);
}

static inline void
io_speak(struct io *io, const struct messages *m)
{
	if (io->ops->speak != NULL)
		io->ops->speak(io, m);
}

#endif
