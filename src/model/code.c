/* Digits copied from paper, and the check digit that catches a slip.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/code.h"

#include <string.h>

/* A totally anti-symmetric quasigroup of order 10 with a zero diagonal:
 * H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004. It finds every
 * single wrong digit and every swap of two neighbours. */
static const char quasigroup[10][11] = {
	"0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
	"3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
};

char
damm_digit(const char *digits, size_t n)
{
	int row = 0;

	for (size_t i = 0; i < n; i++)
		row = quasigroup[row][digits[i] - '0'] - '0';
	return (char)('0' + row);
}

bool
code_group_ok(const char *group, size_t n)
{
	if (n != CODE_GROUP)
		return false;
	for (size_t i = 0; i < n; i++)
		if (group[i] < '0' || group[i] > '9')
			return false;
	return damm_digit(group, n - 1) == group[n - 1];
}

int
code_read(const char *typed, size_t groups, char *out)
{
	size_t want = groups * CODE_GROUP, n = 0;

	for (; *typed != '\0'; typed++) {
		if (strchr(" .-", *typed) != NULL)
			continue;
		if (*typed < '0' || *typed > '9' || n == want)
			return -1;
		out[n++] = *typed;
	}
	if (n != want)
		return -1;
	out[n] = '\0';
	for (size_t i = 0; i < groups; i++)
		if (!code_group_ok(out + i * CODE_GROUP, CODE_GROUP))
			return (int)i + 1;
	return 0;
}
