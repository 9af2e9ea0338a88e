/* Tests of model/page.h: what people see at 80x24, at 40x12, on paper, and
 * what is read aloud.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/utf8.h"
#include "model/page.h"

#define RULE(n) "--------------------------------------" n "\n"
#define RULE40 RULE("")
#define RULE80 RULE("----------------------------------------")
#define CELLS(...) ((const char *const[]){ __VA_ARGS__ })

static void
shows(const struct page *p, enum page_style st, size_t cols, size_t rows,
      const char *want)
{
	OWN(str_free) struct str s = { 0 };

	page_render(&s, p, st, cols, rows, NULL);
	assert_string_equal(str_text(&s), want);
}

static void
rule_page(struct arena *a, struct page *p)
{
	page_title(a, p, "KNOW IT OR FIND OUT");
	page_field(a, p, "Do", "Say what you know, how you know it, and when "
			       "you will know the rest, to the minute.");
	page_field(a, p, "Avoid", "\"No idea.\"   Guessing with a smile.");
	page_gap(a, p);
	page_para(a, p, "Story: a guest asked Piet.");
	p->right = "4:49 of 10:00";
	p->keys = "Enter practice   b back   l Russian   p park   ? keys";
}

static void
test_screen(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "LINEUP  6 of 11  COMMANDMENT 7");

	(void)state;
	rule_page(&a, p);
	shows(p, PAGE_SCREEN, 80, 24,
	      "LINEUP  6 of 11  COMMANDMENT 7"
	      "                                   4:49 of 10:00\n" RULE80
	      "\n"
	      "KNOW IT OR FIND OUT\n"
	      "  Do     Say what you know, how you know it, and when you will "
	      "know the rest,\n"
	      "         to the minute.\n"
	      "  Avoid  \"No idea.\"   Guessing with a smile.\n"
	      "\n"
	      "Story: a guest asked Piet.\n"
	      "\n"
	      "Enter practice   b back   l Russian   p park   ? keys\n");
}

static void
test_small(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "LINEUP  6 of 11  COMMANDMENT 7");

	(void)state;
	rule_page(&a, p);
	/* the gaps go, then the story */
	shows(p, PAGE_SCREEN, 40, 12,
	      "LINEUP  6 of 11  COMMANDMENT 7\n"
	      "                         4:49 of 10:00\n" RULE40
	      "KNOW IT OR FIND OUT\n"
	      "  Do     Say what you know, how you\n"
	      "         know it, and when you will\n"
	      "         know the rest, to the minute.\n"
	      "  Avoid  \"No idea.\"   Guessing with a\n"
	      "         smile.\n"
	      "Story: a guest asked Piet.\n"
	      "Enter practice   b back   l Russian\n"
	      "p park   ? keys\n");
	/* the rule, of the keys all but a line, of the place what stands
	 * beside the clock; then the words from the end */
	shows(p, PAGE_SCREEN, 40, 10,
	      "LINEUP  6 of 11  COMMANDMENT 7\n"
	      "                         4:49 of 10:00\n"
	      "KNOW IT OR FIND OUT\n"
	      "  Do     Say what you know, how you\n"
	      "         know it, and when you will\n"
	      "         know the rest, to the minute.\n"
	      "  Avoid  \"No idea.\"   Guessing with a\n"
	      "         smile.\n"
	      "Story: a guest asked Piet.\n"
	      "Enter practice   b back   ? keys\n");
	shows(p, PAGE_SCREEN, 40, 7,
	      "6 of 11  COMMANDMENT 7   4:49 of 10:00\n"
	      "KNOW IT OR FIND OUT\n"
	      "  Do     Say what you know, how you\n"
	      "         know it, and when you will\n"
	      "         know the rest, to the minute.\n"
	      "Enter practice   b back   ? keys\n");
	p->blocks[2].essential = true; /* "Avoid" */
	p->right = NULL;
	shows(p, PAGE_SCREEN, 40, 6,
	      "LINEUP  6 of 11  COMMANDMENT 7\n"
	      "KNOW IT OR FIND OUT\n"
	      "  Avoid  \"No idea.\"   Guessing with a\n"
	      "         smile.\n"
	      "Enter practice   b back   ? keys\n");
	/* a first or last one that is too long is not cut */
	p->keys = "Type a name, for example Maria Keller-Brandt   L7 late   "
		  "u undo   Enter goes on, late-comers any time later";
	shows(p, PAGE_SCREEN, 40, 6,
	      "LINEUP  6 of 11  COMMANDMENT 7\n"
	      "KNOW IT OR FIND OUT\n"
	      "  Avoid  \"No idea.\"   Guessing with a\n"
	      "         smile.\n"
	      "L7 late   u undo\n");
}

/* Words of the page go before the last of its place does. */
static void
test_small_place(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "TRIAL  LINEUP  7 of 9  PRACTICE IN "
				      "PAIRS");

	(void)state;
	p->right = "0:24 left   6:21 of 10:00";
	page_para(&a, p, "Ben + Chiara");
	page_item(&a, p, "1", "named one way to help");
	shows(p, PAGE_SCREEN, 40, 4,
	      "LINEUP  7 of 9  PRACTICE IN PAIRS\n"
	      "             0:24 left   6:21 of 10:00\n"
	      "Ben + Chiara\n"
	      "  1  named one way to help\n");
	p->right = "6:21 of 10:00";
	shows(p, PAGE_SCREEN, 40, 3,
	      "PRACTICE IN PAIRS        6:21 of 10:00\n"
	      "Ben + Chiara\n"
	      "  1  named one way to help\n");
}

static void
test_picks(void **state)
{
	static const char *const names[] = {
		"Maria K.", "Ben O.", "Elif K.", "Jonas W.", "Chiara L.",
		"Olga T.", "Dmitri S.", "Piet V.",
	};
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "ROLL");

	(void)state;
	for (size_t i = 0; i < NELEM(names); i++)
		page_pick(&a, p, arena_printf(&a, "%zu", i + 1), names[i],
			  i == 0 ? "leads" : i == 6 ? "NEW (coach: Ana P.)" :
				   "", i == 0 ? "leads" : i == 6 ? "NEW" : "");
	page_para(&a, p, "Here: none");
	p->blocks[p->n - 1].essential = true;
	shows(p, PAGE_SCREEN, 80, 24,
	      "ROLL\n" RULE80 "\n"
	      "  1  Maria K.  leads    4  Jonas W.     7  Dmitri S.  "
	      "NEW (coach: Ana P.)\n"
	      "  2  Ben O.             5  Chiara L.    8  Piet V.\n"
	      "  3  Elif K.            6  Olga T.\n"
	      "Here: none\n");
	shows(p, PAGE_SCREEN, 40, 7,
	      "ROLL\n" RULE40
	      "1 Maria K. leads  5 Chiara L.\n"
	      "2 Ben O.          6 Olga T.\n"
	      "3 Elif K.         7 Dmitri S. NEW\n"
	      "4 Jonas W.        8 Piet V.\n"
	      "Here: none\n");
	/* a line that is too long goes on below its beginning */
	shows(p, PAGE_SCREEN, 30, 0,
	      "ROLL\n"
	      "----------------------------\n\n"
	      "  1  Maria K.  leads\n"
	      "  2  Ben O.\n"
	      "  3  Elif K.\n"
	      "  4  Jonas W.\n"
	      "  5  Chiara L.\n"
	      "  6  Olga T.\n"
	      "  7  Dmitri S.  NEW (coach:\n"
	      "     Ana P.)\n"
	      "  8  Piet V.\n"
	      "Here: none\n");
	p->n = 1;
	shows(p, PAGE_LINEAR, 80, 0, "ROLL.\n1: Maria K., leads\n");
}

/* What belongs together stays together: "page 3 of 3". */
static void
test_place(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "TRIAL  HANDBOOK edition 1   H5 Your "
				      "authority   page 2 of 3");

	(void)state;
	p->right = "English";
	shows(p, PAGE_SCREEN, 60, 24,
	      "TRIAL   HANDBOOK edition 1   H5 Your authority\n"
	      "page 2 of 3                                        English\n"
	      "----------------------------------------------------------\n");
	shows(p, PAGE_SCREEN, 20, 24,
	      "TRIAL\nHANDBOOK edition 1\nH5 Your authority\n"
	      "page 2 of 3\n           English\n------------------\n");
	p->place = "TRIAL\n a line   of its own ";
	shows(p, PAGE_PLAIN, 12, 24, "TRIAL\na line\nof its own\n"
				     "     English\n");
}

/* More people than lines: each number is still there, at the front of a name
 * as long as there is room. */
static void
test_crowd(void **state)
{
	(void)state;
	for (size_t n = 13; n <= 60; n++) {
		OWN(arena_free) struct arena a = { 0 };
		OWN(str_free) struct str s = { 0 }, all = { 0 };
		struct page *p = page_new(&a, "ROLL");
		size_t lines = 0;

		page_para(&a, p, "Stand together. Who is here?");
		for (size_t i = 1; i <= n; i++)
			page_pick(&a, p, arena_printf(&a, "%zu", i),
				  "Chiara L.", "NEW (coach: Ana)", "NEW");
		page_para(&a, p, "Here: none   Not said: all");
		p->blocks[p->n - 1].essential = true;
		p->keys = "1-6 8 are here   L7 late\n? keys";
		page_render(&s, p, PAGE_SCREEN, 40, 11, "0:12 of 10:00");
		for (const char *c = s.s; *c != '\0'; lines++) {
			size_t len = strcspn(c, "\n");
			char *line = arena_strndup(&a, c, len);

			assert_true(utf8_width(line) <= 38);
			str_printf(&all, " %s ", line);
			c += len + 1;
		}
		assert_true(lines <= 11);
		for (size_t i = 1; i <= n; i++)
			assert_non_null(strstr(all.s, arena_printf(
				&a, " %zu ", i)));
		assert_non_null(strstr(s.s, "Here: none"));
		assert_non_null(strstr(s.s, "? keys"));
	}
}

/* Two of one first name are told apart by the letter that is left of the
 * other. */
static void
test_crowd_of_twins(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str s = { 0 };
	struct page *p = page_new(&a, "ROLL");

	(void)state;
	for (size_t i = 1; i <= 30; i++)
		page_pick(&a, p, arena_printf(&a, "%zu", i),
			  i % 2 != 0 ? "Dmitri S." : "Дмитрий К.", "", "");
	p->keys = "1-6 8 are here   L7 late\n? keys";
	page_render(&s, p, PAGE_SCREEN, 40, 11, "0:12 of 10:00");
	assert_non_null(strstr(s.s, " 1 Dmi S "));
	assert_non_null(strstr(s.s, " 2 Дми К "));
}

static void
test_small_style(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "DRILL");

	(void)state;
	page_para(&a, p, "He knocks.");
	page_gap(&a, p);
	page_item(&a, p, "1", "Open.");
	p->keys = "Number, then Enter   r read again   0 put away";
	shows(p, PAGE_SMALL, 40, 0,
	      "DRILL\n"
	      "He knocks.\n"
	      "  1  Open.\n"
	      "Number, then Enter   0 put away\n");
}

static void
test_ear(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "");

	(void)state;
	p->keys = "1 2 3 heard it   Enter swap now\n? keys";
	shows(p, PAGE_LINEAR, 80, 0,
	      "1 2 3 heard it, Enter swap now, ? keys\n");
	p->ear = (struct page_ear){ "Keys, each with Enter:", "empty line" };
	shows(p, PAGE_LINEAR, 80, 0,
	      "Keys, each with Enter: 1 2 3 heard it, empty line swap now, "
	      "? keys.\n");
	p->keys = "";
	shows(p, PAGE_LINEAR, 80, 0, "");
	page_field(&a, p, "He looks", "calm   [ . . # . . ]   (0 of 3)");
	page_para(&a, p, "[..] is no bar [ ] or [x].");
	shows(p, PAGE_LINEAR, 80, 0,
	      "He looks: calm, (0 of 3)\n[..] is no bar [ ] or [x].\n");
}

static void
test_big(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "LINEUP");

	(void)state;
	page_big(&a, p, "Which question do we bluff on?");
	page_para(&a, p, "Leader: ask it.");
	p->keys = "Enter show";
	shows(p, PAGE_SCREEN, 80, 24,
	      "LINEUP\n" RULE80 "\n"
	      "      Which question do we bluff on?\n\n"
	      "Leader: ask it.\n\n"
	      "Enter show\n");
	shows(p, PAGE_SCREEN, 80, 4,
	      "LINEUP\n"
	      "      Which question do we bluff on?\n"
	      "Leader: ask it.\n"
	      "Enter show\n");
	/* never a line too much: what can't be missed loses its end */
	page_item(&a, p, "1", "One");
	page_item(&a, p, "2", "Two");
	shows(p, PAGE_SCREEN, 80, 3,
	      "LINEUP\n"
	      "      Which question do we bluff on?\n"
	      "  1  One\n");
}

static void
table_page(struct arena *a, struct page *p)
{
	page_head(a, p, 4, CELLS("", "Name", "State", "Proof"));
	page_row(a, p, 4, CELLS("9", "Ortiz, Ben", "overdue since 14 Nov",
				"-"));
	page_row(a, p, 4, CELLS("10", "Соколов, Д.", "signed", "fair"));
}

static void
test_table(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, NULL);

	(void)state;
	table_page(&a, p);
	shows(p, PAGE_SCREEN, 80, 24,
	      "      Name         State                 Proof\n"
	      "   9  Ortiz, Ben   overdue since 14 Nov  -\n"
	      "  10  Соколов, Д.  signed                fair\n");
	/* the longest text gives, and no date is torn */
	shows(p, PAGE_SCREEN, 44, 0,
	      "      Name         State             Proof\n"
	      "   9  Ortiz, Ben   overdue since     -\n"
	      "                   14 Nov\n"
	      "  10  Соколов, Д.  signed            fair\n");
	/* no room for columns: sentences */
	shows(p, PAGE_PLAIN, 28, 0,
	      "  9  Name: Ortiz, Ben;\n"
	      "     State: overdue since 14\n"
	      "     Nov; Proof: -.\n"
	      "  10  Name: Соколов, Д.;\n"
	      "      State: signed; Proof:\n"
	      "      fair.\n");
	shows(p, PAGE_LINEAR, 80, 0,
	      "9: Name: Ortiz, Ben; State: overdue since 14 Nov; Proof: -.\n"
	      "10: Name: Соколов, Д.; State: signed; Proof: fair.\n");
}

/* Where all find no room the free text is broken; names, numbers and dates
 * stay whole. */
static void
test_table_narrow(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, NULL);

	(void)state;
	page_head(&a, p, 4, CELLS("Number", "What it is about", "Day", "State"));
	page_row(&a, p, 4, CELLS("1042", "the room telephone is never answered",
				 "21. Nov.", "noch offen"));
	page_row(&a, p, 4, CELLS("7", "breakfast", "3. Dez.", "zugesagt"));
	shows(p, PAGE_SCREEN, 52, 0,
	      "  Number  What it is about    Day       State\n"
	      "    1042  the room telephone  21. Nov.  noch offen\n"
	      "          is never answered\n"
	      "       7  breakfast           3. Dez.   zugesagt\n");
	/* a word is not cut, but for one that is longer than any */
	page_row(&a, p, 4, CELLS("8", "Schlüsselübergabeprotokollbuch",
				 "4. Dez.", "漢字漢字漢字漢字漢字"));
	shows(p, PAGE_SCREEN, 56, 0,
	      "  Number  What it is about  Day       State\n"
	      "    1042  the room          21. Nov.  noch offen\n"
	      "          telephone is\n"
	      "          never answered\n"
	      "       7  breakfast         3. Dez.   zugesagt\n"
	      "       8  Schlüsselübergab  4. Dez.   漢字漢字漢字漢字\n"
	      "          eprotokollbuch              漢字\n");
}

/* Dashes alone are no figures: they stand under their head. */
static void
test_table_of_dashes(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, NULL);

	(void)state;
	page_head(&a, p, 3, CELLS("Name", "Heard", "Proof"));
	page_row(&a, p, 3, CELLS("Ortiz, Ben", "12", "-"));
	page_row(&a, p, 3, CELLS("Lind, Chiara", "-", "-"));
	shows(p, PAGE_SCREEN, 80, 0,
	      "  Name          Heard  Proof\n"
	      "  Ortiz, Ben       12  -\n"
	      "  Lind, Chiara      -  -\n");
}

static void
test_items(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "Harbour House");

	(void)state;
	page_item(&a, p, "9", "Start the lineup\tearly shift, Front desk");
	page_item(&a, p, "10", "Log in\tyour number");
	shows(p, PAGE_PLAIN, 80, 0,
	      "Harbour House\n\n"
	      "   9  Start the lineup   early shift, Front desk\n"
	      "  10  Log in             your number\n");
	shows(p, PAGE_PLAIN, 32, 0,
	      "Harbour House\n\n"
	      "   9  Start the lineup\n"
	      "      early shift, Front desk\n"
	      "  10  Log in\n"
	      "      your number\n");
	shows(p, PAGE_LINEAR, 80, 0,
	      "Harbour House.\n"
	      "9: Start the lineup, early shift, Front desk\n"
	      "10: Log in, your number\n");
}

static void
test_plain_and_linear(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "LINEUP  6 of 11");

	(void)state;
	rule_page(&a, p);
	page_rule(&a, p, "H5 Your authority");
	page_para(&a, p, "Two\nlines.");
	shows(p, PAGE_PLAIN, 60, 0,
	      "LINEUP  6 of 11                                "
	      "4:49 of 10:00\n"
	      "\n"
	      "KNOW IT OR FIND OUT\n"
	      "  Do     Say what you know, how you know it, and when you\n"
	      "         will know the rest, to the minute.\n"
	      "  Avoid  \"No idea.\"   Guessing with a smile.\n"
	      "\n"
	      "Story: a guest asked Piet.\n"
	      "H5 Your authority\n"
	      "Two\n"
	      "lines.\n");
	shows(p, PAGE_LINEAR, 200, 0,
	      "LINEUP, 6 of 11, 4:49 of 10:00.\n"
	      "KNOW IT OR FIND OUT\n"
	      "Do: Say what you know, how you know it, and when you will know "
	      "the rest, to the minute.\n"
	      "Avoid: \"No idea.\", Guessing with a smile.\n"
	      "Story: a guest asked Piet.\n"
	      "H5 Your authority\n"
	      "Two\n"
	      "lines.\n"
	      "Enter practice, b back, l Russian, p park, ? keys\n");
}

/* What is made to be held in a hand. */
static void
test_paper(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "Handbook");

	(void)state;
	p->contents = "Contents";
	page_para(&a, p, "In front.");
	page_rule(&a, p, "H0 Who");
	page_item(&a, p, "9", "Nine.");
	page_note(&a, p, "Easier", "It is the ninth of them.");
	page_item(&a, p, "10", "Ten.");
	page_rule(&a, p, "Roll");
	page_tick(&a, p, " 9", "Anna");
	page_tick(&a, p, "10", "Ben");
	page_blank(&a, p, "");
	page_blank(&a, p, "End: ____");
	shows(p, PAGE_PLAIN, 24, 0,
	      "Handbook\n"
	      "\n"
	      "In front.\n"
	      "\n"
	      "Contents\n"
	      "  H0 Who\n"
	      "  Roll\n"
	      "\n"
	      "H0 Who\n"
	      "   9  Nine.\n"
	      "      Easier: It is the\n"
	      "      ninth of them.\n"
	      "  10  Ten.\n"
	      "Roll\n"
	      "  [ ]  9  Anna\n"
	      "  [ ] 10  Ben\n"
	      "________________________\n"
	      "End: ____\n");
	shows(p, PAGE_LINEAR, 80, 0,
	      "Handbook.\n"
	      "In front.\n"
	      "H0 Who\n"
	      "9: Nine.\n"
	      "Easier: It is the ninth of them.\n"
	      "10: Ten.\n"
	      "Roll\n"
	      "9: Anna\n"
	      "10: Ben\n"
	      "End: ____\n");
}

/* No line is ever too wide, whatever the size, the script or the input. */
static void
test_widths(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "ПРЕДСМЕННЫЙ БРИФИНГ  6 из 11");

	(void)state;
	rule_page(&a, p);
	table_page(&a, p);
	page_field(&a, p, "Ein ziemlich langes Wort in einer Zeile", "日本語");
	page_para(&a, p, "Donaudampfschifffahrtsgesellschaftskapitän"
			 "smützenabzeichen \x1b[31mrot\x07 \xff\xfe");
	page_rule(&a, p, "Übung");
	page_item(&a, p, "L7", "a\tb");
	page_big(&a, p, "Что мы скажем гостю?");
	page_row(&a, p, 0, NULL);
	for (int st = PAGE_SCREEN; st <= PAGE_LINEAR; st++) {
		for (size_t cols = 10; cols < 130; cols++) {
			OWN(str_free) struct str s = { 0 };
			size_t n = 0;

			page_render(&s, p, (enum page_style)st, cols,
				    cols % 30, "0:12 из 10:00");
			assert_true(utf8_valid(s.s, s.n));
			assert_true(utf8_printable(s.s, s.n, true));
			for (char *l = strtok(s.s, "\n"); l != NULL;
			     l = strtok(NULL, "\n"), n++)
				assert_true(utf8_width(l) <= cols);
			assert_true(n > 0);
		}
	}
	shows(page_new(&a, NULL), PAGE_SCREEN, 80, 24, "");
}

static void
test_clock(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page_clock c = { .on = true, .started_ms = 5000,
				.seconds = 600 };

	(void)state;
	assert_string_equal(page_clock_text(&a, &c, 17999, "%s of %s", "",
					    ""),
			    "0:12 of 10:00");
	assert_string_equal(page_clock_text(&a, &c, 4000, "%s of %s", "",
					    ""),
			    "0:00 of 10:00");
	assert_string_equal(page_clock_text(&a, &c, 5000 + 3600 * 1000,
					    "%2$s: %1$s", "", ""),
			    "10:00: 60:00");
	/* a bad translation does no harm */
	assert_string_equal(page_clock_text(&a, &c, 5000, "%n %d 100%% %s%s%s",
					    "", ""),
			    "%n %d 100% 0:0010:00%s");
	assert_null(page_clock_left(&a, &c, 5000));
	c.slot_left_of = 60;
	c.slot_started_ms = 10000;
	assert_string_equal(page_clock_left(&a, &c, 46500), "0:24");
	assert_string_equal(page_clock_left(&a, &c, 99000), "0:00");
	/* what it stood is not counted, nor what it stands */
	c.stood_ms = 20000;
	c.slot_stood_ms = 8000;
	assert_string_equal(page_clock_text(&a, &c, 37999, "%s of %s", "", ""),
			    "0:12 of 10:00");
	assert_string_equal(page_clock_left(&a, &c, 54500), "0:24");
	c.paused = true;
	c.paused_ms = 54500;
	assert_string_equal(page_clock_text(&a, &c, 900000, "%s of %s", "",
					    "paused at %s"), "paused at 0:29");
	assert_string_equal(page_clock_left(&a, &c, 900000), "0:24");
	c.stood_ms = 0;
	c.ended = true;
	c.ended_ms = 5000 + 592 * 1000;
	assert_string_equal(page_clock_text(&a, &c, 900000000, "",
					    "ended at %s", ""),
			    "ended at 9:52");
	c.on = false;
	assert_null(page_clock_text(&a, &c, 5000, "%s of %s", "", ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_screen),
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_small_place),
		cmocka_unit_test(test_picks),
		cmocka_unit_test(test_crowd),
		cmocka_unit_test(test_crowd_of_twins),
		cmocka_unit_test(test_ear),
		cmocka_unit_test(test_small_style),
		cmocka_unit_test(test_big),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_table_narrow),
		cmocka_unit_test(test_table_of_dashes),
		cmocka_unit_test(test_items),
		cmocka_unit_test(test_plain_and_linear),
		cmocka_unit_test(test_paper),
		cmocka_unit_test(test_widths),
		cmocka_unit_test(test_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
