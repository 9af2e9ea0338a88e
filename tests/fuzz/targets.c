/* The table of all readers of foreign bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include "base/str.h"

#define CORPUS "tests/fuzz/corpus/"

const struct fuzz_target fuzz_targets[] = {
	{ "args", fuzz_args, { CORPUS "args" }, 40000 },
	{ "checkpoint", fuzz_checkpoint, { CORPUS "checkpoint" }, 8000 },
	{ "code", fuzz_code, { CORPUS "code" }, 40000 },
	{ "content", fuzz_content,
	  { "standards", "scenarios", "tests/data/xml" }, 1500 },
	{ "csv", fuzz_csv, { CORPUS "csv" }, 40000 },
	{ "edition", fuzz_edition, { CORPUS "edition" }, 40000 },
	{ "expr", fuzz_expr, { CORPUS "expr" }, 60000 },
	{ "keys", fuzz_keys, { CORPUS "keys" }, 20000 },
	{ "leaf", fuzz_leaf, { CORPUS "leaf" }, 20000 },
	{ "messages", fuzz_messages, { CORPUS "messages" }, 4000 },
	{ "minisign", fuzz_minisign, { CORPUS "minisign" }, 6000 },
	{ "passphrase", fuzz_passphrase, { CORPUS "text" }, 40000 },
	{ "playtest", fuzz_playtest, { "scenarios", CORPUS "playtest" },
	  10000 },
	{ "references", fuzz_references, { CORPUS "references" }, 100000 },
	{ "text", fuzz_text, { CORPUS "text" }, 20000 },
	{ "wording", fuzz_wording, { CORPUS "wording" }, 10000 },
};
const size_t fuzz_target_count = NELEM(fuzz_targets);

const struct fuzz_target *
fuzz_target_find(const char *name)
{
	for (size_t i = 0; i < fuzz_target_count; i++)
		if (name != NULL && str_eq(fuzz_targets[i].name, name))
			return &fuzz_targets[i];
	fprintf(stderr, "one of these is to be named:");
	for (size_t i = 0; i < fuzz_target_count; i++)
		fprintf(stderr, " %s", fuzz_targets[i].name);
	fputc('\n', stderr);
	exit(2);
}
