/* What every finding's code means. Codes are stable: a number is never used
 * for another thing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/report.h"

#include "base/str.h"

#define E SEV_ERROR
#define W SEV_WARNING

const struct lint_code lint_codes[] = {
	/* reading */
	{ "D001", E, N_("the file is not well-formed XML") },
	{ "D002", E, N_("a DOCTYPE or an entity of one's own") },
	{ "D003", E, N_("the file is not UTF-8 text") },
	{ "D004", E, N_("the file is larger, deeper or longer than allowed") },
	{ "D005", E, N_("the first element or its namespace is not known") },
	{ "D006", E, N_("an element that may not stand there") },
	{ "D007", E, N_("an attribute that the element does not have") },
	{ "D008", E, N_("a required attribute is missing") },
	{ "D009", E, N_("an attribute's value is not of its kind") },
	{ "D010", E, N_("a required element is missing") },
	{ "D011", E, N_("an element stands more often than allowed") },
	{ "D012", E, N_("an id is not of the form of ids") },
	{ "D013", E, N_("an id stands twice") },
	{ "D014", E, N_("text where none may stand") },
	{ "D015", E, N_("a text is empty") },
	{ "D016", E, N_("a text has control or format characters") },
	{ "D017", W, N_("a text is not in Unicode normal form C") },
	{ "D018", W, N_("a part is missing that learners or leaders need") },
	{ "D019", W, N_("more findings than are shown") },
	/* references and rules of a document */
	{ "D020", E, N_("a way leads to a scene that does not exist") },
	{ "D021", E, N_("a person who is not in the cast") },
	{ "D022", E, N_("a variable that is not declared") },
	{ "D023", E, N_("a competency that is not declared") },
	{ "D024", E, N_("a condition or value that is not understood") },
	{ "D025", E, N_("a choice must have either `to` or goto elements") },
	{ "D026", E, N_("a scene has parts that its kind does not allow, or lacks one") },
	{ "D027", E, N_("a variable is declared wrongly") },
	{ "D028", E, N_("an operation that the variable's type does not have") },
	{ "D029", E, N_("a scene that must be visited or avoided has no title") },
	{ "D030", E, N_("blocked=\"show\" and its reason do not go together") },
	{ "D031", E, N_("a mood is not a variable from -3 to 3") },
	{ "D032", E, N_("a question needs two answers or more, exactly one right") },
	{ "D033", E, N_("a practice needs exactly three marks") },
	{ "D034", E, N_("commandments are not numbered 1, 2, 3 in order") },
	{ "D035", E, N_("a ${value} that the handbook does not have") },
	{ "D036", E, N_("a ${value} that is written wrongly") },
	{ "D037", E, N_("a text is too long or begins with a mark") },
	{ "D038", E, N_("a default value is not of its type") },
	/* a drill as a graph */
	{ "D040", E, N_("a scene that no way leads to") },
	{ "D041", E, N_("no way leads from the start to an end") },
	{ "D042", E, N_("a circle of scenes without a choice") },
	{ "D043", W, N_("a choice without feedback") },
	{ "D044", W, N_("two choices of a scene do the same") },
	{ "D045", W, N_("a competency that no choice scores") },
	{ "D046", W, N_("a variable that nothing reads") },
	{ "D047", W, N_("a value outside the variable's range") },
	{ "D048", W, N_("the best choice stands always in the same place") },
	{ "D049", W, N_("the best choice is always the longest text") },
	/* a drill explored */
	{ "D050", W, N_("a choice that is never open") },
	{ "D051", E, N_("a scene from which no end can be reached") },
	{ "D052", E, N_("a scene in which every choice may be blocked") },
	{ "D053", E, N_("a circle that changes the score") },
	{ "D054", E, N_("the drill has too many states to be explored") },
	{ "D055", W, N_("a competency has the same points on every path") },
	{ "D056", W, N_("the path with most points is not ready") },
	{ "D057", W, N_("even the path with fewest points is ready") },
	{ "D058", W, N_("the path with most points misses what must be visited, or meets what must be avoided") },
	{ "D059", W, N_("a scene that no path reaches, as its conditions never hold") },
	{ "D060", W, N_("a goto that is never taken") },
	{ "D061", W, N_("a scene with choices has no hint") },
	{ "D062", W, N_("a drill without four debrief questions, or an end without a title or what the customer would tell") },
	{ "D063", E, N_("a division that may be by zero") },
	{ "D064", E, N_("a return that nothing called, or calls within calls deeper than eight") },
	{ "D065", E, N_("a hub without a way out, or parts of a hub elsewhere") },
	{ "D066", E, N_("a timer that names no choice of its scene") },
	{ "D067", W, N_("a timer that is shorter than reading takes") },
	{ "D068", W, N_("a scene of the kind narrate in which somebody speaks") },
	/* commandments */
	{ "D070", W, N_("the number of commandments is a multiple of seven: each would always fall on the same weekday") },
	{ "D071", W, N_("the right answer stands always in the same place") },
	{ "D072", W, N_("a commandment has not exactly two recall questions") },
	/* translations */
	{ "T001", W, N_("a unit whose id the document does not have") },
	{ "T002", W, N_("a translation of a text that has changed since") },
	{ "T003", W, N_("a text without translation") },
	{ "T004", E, N_("a translation has other ${values} than the text") },
	{ "T005", E, N_("two units with the same id") },
	{ "T006", E, N_("a translation is too long or begins with a mark") },
	{ "T007", W, N_("a translation is the same as the text") },
	{ "T008", E, N_("the translation's language is not that of its folder") },
	{ "T009", E, N_("the translation belongs to another document") },
	{ "T010", E, N_("a unit without source") },
};
const size_t lint_code_count = NELEM(lint_codes);

const struct lint_code *
lint_code_find(const char *code)
{
	for (size_t i = 0; i < lint_code_count; i++)
		if (str_eq(lint_codes[i].code, code))
			return &lint_codes[i];
	return NULL;
}
