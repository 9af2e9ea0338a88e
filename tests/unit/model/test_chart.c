/* Tests of model/chart.h: thousands of charts made by chance, none of which
 * may have boxes that overlap or lines that cross a box.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/chance.h"
#include "model/chart.h"

static bool
overlap(const struct chart_box *b, const struct chart_box *c)
{
	return b->x < c->x + c->w && c->x < b->x + b->w &&
	       b->y < c->y + c->h && c->y < b->y + b->h;
}

/* Whether the straight way from P to Q goes through the inside of B. */
static bool
crosses(const struct chart_box *b, struct chart_point p, struct chart_point q)
{
	for (int i = 0; i <= 400; i++) {
		double x = p.x + (q.x - p.x) * (i / 400.0);
		double y = p.y + (q.y - p.y) * (i / 400.0);

		if (x > b->x && x < b->x + b->w && y > b->y &&
		    y < b->y + b->h)
			return true;
	}
	return false;
}

static bool
on_edge(const struct chart_box *b, struct chart_point p)
{
	return p.x > b->x && p.x < b->x + b->w &&
	       (p.y == b->y || p.y == b->y + b->h);
}

static void
check(const struct chart *c)
{
	for (size_t i = 0; i < c->nboxes; i++) {
		const struct chart_box *b = &c->boxes[i];

		assert_true(b->x >= 0 && b->y >= 0);
		assert_true(b->x + b->w <= c->w && b->y + b->h <= c->h);
		for (size_t k = 0; k < i; k++)
			assert_false(overlap(b, &c->boxes[k]));
	}
	for (size_t i = 0; i < c->nlines; i++) {
		const struct chart_line *l = &c->lines[i];

		assert_true(l->n >= 2);
		assert_true(on_edge(&c->boxes[l->from], l->at[0]));
		assert_true(on_edge(&c->boxes[l->to], l->at[l->n - 1]));
		for (size_t k = 0; k + 1 < l->n; k++)
			for (size_t b = 0; b < c->nboxes; b++)
				assert_false(crosses(&c->boxes[b], l->at[k],
						     l->at[k + 1]));
	}
}

static void
by_chance(struct chance *lot, size_t n, size_t nlines)
{
	OWN(arena_free) struct arena a = { 0 };
	struct chart c = { 0 };
	struct err e;

	err_init(&e, NULL);
	for (size_t i = 0; i < n; i++) {
		size_t lines = 1 + chance_draw(lot, 5);

		chart_box(&a, &c, arena_printf(&a, "b%zu", i), 0);
		for (size_t k = 0; k < lines; k++)
			chart_text(&a, &c, i,
				   &"what somebody says here"[
					chance_draw(lot, 23)]);
	}
	for (size_t i = 0; n > 1 && i < nlines; i++) {
		size_t from = chance_draw(lot, n), to = chance_draw(lot, n);

		if (from != to)
			chart_line(&a, &c, from, to, "1", 0);
	}
	assert_int_equal(chart_lay_out(&a, &c, &e), 0);
	check(&c);
}

static void
test_by_chance(void **state)
{
	struct chance lot = { 20261121 };

	(void)state;
	by_chance(&lot, 1, 0);
	by_chance(&lot, 2, 1);
	for (int i = 0; i < 60; i++)
		by_chance(&lot, 1 + chance_draw(&lot, 40),
			  chance_draw(&lot, 80));
}

/* A line that leads up begins at the box it leaves, like any other. */
static void
test_circle(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct chart c = { 0 };
	struct err e;

	(void)state;
	err_init(&e, NULL);
	for (size_t i = 0; i < 3; i++) {
		chart_box(&a, &c, "b", 0);
		chart_text(&a, &c, i, "somebody");
	}
	chart_line(&a, &c, 0, 1, "1", 0);
	chart_line(&a, &c, 1, 2, "1", 0);
	chart_line(&a, &c, 2, 0, "1", 0);
	assert_int_equal(chart_lay_out(&a, &c, &e), 0);
	check(&c);
	assert_true(c.boxes[0].y < c.boxes[1].y);
	assert_true(c.boxes[1].y < c.boxes[2].y);
	assert_int_equal(c.lines[2].at[0].y, c.boxes[2].y);
	assert_int_equal(c.lines[2].at[c.lines[2].n - 1].y,
			 c.boxes[0].y + c.boxes[0].h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_chance),
		cmocka_unit_test(test_circle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
