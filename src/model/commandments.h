/* The house's service commandments: one a day, in file order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_COMMANDMENTS_H
#define PRESHIFT_MODEL_COMMANDMENTS_H

#include <stdint.h>
#include "model/text.h"

struct quiz_answer {
	const struct text *t;
	bool right;
};

/* A question with answers in the document's order, exactly one right. */
struct quiz {
	const char *id;
	const struct text *ask;
	struct quiz_answer *answers;
	size_t nanswers, capanswers;
};

#define PRACTICE_MARKS 3

struct commandment {
	const char *id;
	unsigned number;
	const struct text *topic, *title, *do_, *easy, *say, *answer, *avoid;
	const struct text *story, *question, *hint;
	const struct text *practice;
	unsigned practice_seconds;
	const struct text *marks[PRACTICE_MARKS];
	struct quiz *recall;
	size_t nrecall, caprecall;
	const char **drills; /* ids of the drills that train it */
	size_t ndrills, capdrills;
	unsigned line;
};

struct commandments {
	struct document doc;
	const struct text *mantra;
	struct commandment *v;
	size_t n, cap;
};

/* The commandment of a local date (days since 1970-01-01): place
 * (days mod n) in file order. n >= 1. */
const struct commandment *commandment_of_date(const struct commandments *c,
					      int64_t days);
const struct commandment *commandment_by_id(const struct commandments *c,
					    const char *id);

#endif
