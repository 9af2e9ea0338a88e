/* Content in: commandments, handbook, drills, and their translations.
 * The only user of libxml2.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_CONTENT_H
#define PRESHIFT_XML_CONTENT_H

#include "base/str.h"
#include "model/drill.h"
#include "model/handbook.h"

/* Limits, checked before anything is allocated for the content. */
enum { CONTENT_MAX_BYTES = 16 << 20, CONTENT_MAX_DEPTH = 64,
       CONTENT_MAX_ELEMENTS = 2000000, CONTENT_MAX_TEXT = 16384 };

enum severity { SEV_ERROR, SEV_WARNING };

/* One finding: stable code, place, sentence in the reader's language. */
struct finding {
	const char *file;
	int line, column;
	const char *code; /* "D012" */
	enum severity severity;
	const char *text;
};

/* Findings in the order found, at most a thousand a file (then one says so).
 * `m` translates their sentences. */
struct findings {
	const struct messages *m;
	struct finding *v;
	size_t n, cap;
	size_t errors, warnings;
};

/* One row a code: what it means (msgid). lint prints it, a test asks for a
 * must-fail fixture of each. */
struct lint_code {
	const char *code;
	enum severity severity;
	const char *meaning;
};
extern const struct lint_code lint_codes[];
extern const size_t lint_code_count;

/* Each reads S (N bytes; FILE is its name for messages) into *ret, in A.
 * Everything wrong goes to F with file:line:column; if there is an error the
 * call fails (CONTENT) and e holds the first. DOCTYPE and entities are refused
 * before anything is expanded; XML_PARSE_NONET; unknown elements and
 * attributes are errors that name what is allowed. */
int content_commandments(struct arena *a, const char *file, const char *s,
			 size_t n, struct findings *f,
			 struct commandments **ret, struct err *e) MUST_CHECK;
int content_handbook(struct arena *a, const char *file, const char *s,
		     size_t n, struct findings *f, struct handbook **ret,
		     struct err *e) MUST_CHECK;
int content_drill(struct arena *a, const char *file, const char *s, size_t n,
		  struct findings *f, struct drill **ret, struct err *e)
	MUST_CHECK;

/* What kind of document S is, by its root element. */
enum content_kind { CONTENT_UNKNOWN, CONTENT_COMMANDMENTS, CONTENT_HANDBOOK,
		    CONTENT_DRILL, CONTENT_XLIFF };
enum content_kind content_kind_of(const char *s, size_t n);

/* XLIFF 1.2 of document D (its `original` is D's file name, ignored case of
 * folder). Unknown unit ids are warnings; units missing or stale are counted,
 * not errors. */
int content_translation(struct arena *a, const char *file, const char *s,
			size_t n, const struct document *d,
			struct findings *f, struct translation **ret,
			struct err *e) MUST_CHECK;

/* The XML Schema (1.0) of a kind of document, for authors' editors, printed
 * from the same table that reads it. Nothing for other kinds. */
void content_xsd(enum content_kind kind, struct str *out);

/* Checks of a drill beyond reading. QUICK: without exploration. */
void lint_drill(struct arena *a, const struct drill *d, bool quick,
		struct findings *f);
void lint_translation(struct arena *a, const struct document *d,
		      const struct translation *t, struct findings *f);
void lint_commandments(struct arena *a, const struct commandments *c,
		       struct findings *f);

#endif
