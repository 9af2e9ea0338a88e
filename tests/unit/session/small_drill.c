/* A drill of two scenes, made by hand, and all that is needed to play it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small_drill.h"

#include <assert.h>
#include <string.h>

static const struct text *
text(struct small *t, const char *id, const char *s)
{
	return document_add_text(&t->a, &t->d.doc, id, s, 1);
}

static struct drill_node *
node(struct small *t, const char *id, enum node_kind kind, const char *title)
{
	struct drill *d = &t->d;
	struct drill_node n = { .id = id, .kind = kind,
				.call = DRILL_NONE };

	n.title = text(t, arena_printf(&t->a, "%s.title", id), title);
	assert(d->nnodes < 4);
	d->nodes[d->nnodes] = n;
	return &d->nodes[d->nnodes++];
}

static void
say(struct small *t, struct drill_node *n, int who, const char *s)
{
	struct drill_say x = { .who = who };

	x.t = text(t, arena_printf(&t->a, "%s.%zu", n->id, n->nsays), s);
	ARENA_PUSH(&t->a, n->says, n->nsays, n->capsays, x);
}

/* A choice to node TO worth POINTS, which moves the mood. */
static struct drill_choice *
choice(struct small *t, struct drill_node *n, const char *id, size_t to,
       int points, int mood)
{
	struct drill_choice c = { .id = id, .call = DRILL_NONE };
	struct drill_goto g = { .to = to };
	struct drill_score score = { .points = points };
	struct drill_set set = { .op = SET_ADD };

	c.t = text(t, arena_printf(&t->a, "%s.t", id),
		   arena_printf(&t->a, "You choose %s.", id));
	c.did = text(t, arena_printf(&t->a, "%s.d", id),
		     arena_printf(&t->a, "did %s", id));
	c.feedback = text(t, arena_printf(&t->a, "%s.f", id),
			  arena_printf(&t->a, "Think about %s.", id));
	set.value = ARENA_NEW(&t->a, struct expr);
	set.value->op = EX_INT;
	set.value->n = mood;
	ARENA_PUSH(&t->a, c.gotos, c.ngotos, c.capgotos, g);
	ARENA_PUSH(&t->a, c.scores, c.nscores, c.capscores, score);
	ARENA_PUSH(&t->a, c.sets, c.nsets, c.capsets, set);
	ARENA_PUSH(&t->a, n->choices, n->nchoices, n->capchoices, c);
	return &n->choices[n->nchoices - 1];
}

static void
build_scenes(struct small *t)
{
	struct drill_node *n = node(t, "n1", NODE_ASK, "The door");
	struct drill_hint hint = { .t = text(t, "n1.h", "Look up."),
				   .cost = 1 };
	struct drill_choice *c;

	say(t, n, -1, "Somebody knocks.");
	say(t, n, 0, "Hello?");
	say(t, n, 0, "I wait.");
	ARENA_PUSH(&t->a, n->hints, n->nhints, n->caphints, hint);
	choice(t, n, "n1.good", 1, 2, 1);
	c = choice(t, n, "n1.bad", 1, 0, -2);
	c->feedback_now = true;
	n = node(t, "n2", NODE_ASK, "The coffee");
	say(t, n, 0, "A coffee?");
	c = choice(t, n, "n2.offer", 2, 3, 1);
	c->show_blocked = true;
	c->why = text(t, "n2.offer.w", "The door is shut.");
	choice(t, n, "n2.plain", 2, 1, 0);
	c = choice(t, n, "n2.lie", 3, -1, 0);
	c->critical = true;
}

static void
build_ends(struct small *t)
{
	struct drill_node *n = node(t, "fine", NODE_END, "gives a coffee");

	n->must = MUST_VISIT;
	n->told = text(t, "fine.told", "He would say: kind people.");
	say(t, n, -1, "He drinks.");
	n = node(t, "gone", NODE_END, "Gone");
	n->told = text(t, "gone.told", "He would say: never again.");
	say(t, n, -1, "He leaves.");
}

static void
build(struct small *t)
{
	struct drill *d = &t->d;
	struct drill_var mood = { .id = "mood", .type = VAR_INT, .min = -3,
				  .max = 3 };
	struct drill_person guest = { .id = "guest", .role = "customer" };
	struct drill_competency own = { .id = "own", .weight = 1,
					.pass = 5000 };

	d->doc.id = "small";
	d->doc.lang = "en";
	d->doc.version = 1;
	d->pass = 7000;
	d->title = text(t, "title", "The small drill");
	d->goal = text(t, "goal", "Open the door.");
	d->intro = text(t, "intro", "It is early.");
	guest.name = text(t, "guest.name", "The guest");
	own.name = text(t, "own.name", "owning it");
	ARENA_PUSH(&t->a, d->vars, d->nvars, d->capvars, mood);
	ARENA_PUSH(&t->a, d->persons, d->npersons, d->cappersons, guest);
	ARENA_PUSH(&t->a, d->competencies, d->ncompetencies,
		   d->capcompetencies, own);
	d->nodes = ARENA_ARRAY(&t->a, struct drill_node, 4);
	build_scenes(t);
	build_ends(t);
	ARENA_PUSH(&t->a, d->debrief, d->ndebrief, d->capdebrief,
		   text(t, "q1", "What happened?"));
	drill_index(&t->a, d);
	assert(expr_parse(&t->a, "seen(n1.good)", d, EXT_BOOL,
			  &d->nodes[1].choices[0].cond, &t->e) == 0);
	drill_prepare(&t->a, d);
}

/* Every text in that language, but for the title, which nobody did yet. */
static const struct translation *
translate(struct small *t, const char *lang)
{
	struct translation *tr = ARENA_NEW(&t->a, struct translation);

	tr->lang = lang;
	tr->n = t->d.doc.ntexts;
	tr->targets = ARENA_ARRAY(&t->a, const char *, tr->n);
	for (size_t i = 1; i < tr->n; i++)
		tr->targets[i] = arena_printf(&t->a, "%s %s", lang,
					      t->d.doc.texts[i]->s);
	return tr;
}

void
small_init(struct small *t)
{
	static const char *const langs[] = { "en", "de", "ru" };
	const struct messages **m;
	const struct translation **tr;
	const struct explore *x;

	memset(t, 0, sizeof(*t));
	err_init(&t->e, NULL);
	t->clock.fixed = true;
	build(t);
	assert(explore_run(&t->a, &t->d, 1000, &x, &t->report, &t->e) == 0);
	m = ARENA_ARRAY(&t->a, const struct messages *, 3);
	tr = ARENA_ARRAY(&t->a, const struct translation *, 3);
	tr[1] = translate(t, "de");
	tr[2] = translate(t, "ru");
	fake_keeper_init(&t->keeper);
	t->s = (struct practice_setup){
		.drill = &t->d, .explore = x, .report = &t->report,
		.langs = langs, .m = m, .tr = tr, .nlangs = 3,
		.name = "Dmitri S.", .clock = &t->clock,
		.keeper = &t->keeper.keeper, .draft_key = "drill 1 small",
		.digest = "aa",
	};
}

void
small_free(struct small *t)
{
	fake_io_free(&t->io);
	fake_keeper_free(&t->keeper);
	arena_free(&t->a);
}

int
small_run(struct small *t, const char *const *answers, bool interactive)
{
	size_t power = t->io.answers != NULL ? t->io.power_after : SIZE_MAX;

	fake_io_free(&t->io);
	fake_io_init(&t->io, answers, interactive);
	t->io.clock = &t->clock;
	t->io.step = 3;
	t->io.power_after = power;
	err_clear(&t->e);
	memset(&t->r, 0, sizeof(t->r));
	return practice_run(&t->io.io, &t->a, &t->s, &t->r, &t->e);
}
