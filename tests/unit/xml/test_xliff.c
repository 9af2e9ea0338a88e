/* Translations as translators' programs return them, and the schema that
 * authors' editors use.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/str.h"
#include "read_any.h"

#define HEAD                                                                  \
	"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'>" \
	"<file original='folder/base.xml' source-language='en' "              \
	"target-language='de' datatype='xml' tool='any'>"
#define TAIL "</body></file></xliff>"

struct fixture {
	struct arena a;
	struct any base, x;
};

static void
fixture_free(struct fixture *f)
{
	arena_free(&f->a);
}

static void
begin(struct fixture *f, const char *units)
{
	const char *s;

	memset(f, 0, sizeof(*f));
	f->base = read_path(&f->a, source_path(&f->a,
				"tests/data/xml/base.xml"), NULL);
	assert_non_null(f->base.drill);
	s = arena_printf(&f->a, "%s%s%s", HEAD, units, TAIL);
	f->x = read_bytes(&f->a, "scenarios/de/base.xlf", s, strlen(s),
			  &f->base.drill->doc);
	if (f->x.rc != 0)
		show(&f->x);
}

static const char *
target(const struct fixture *f, const struct text *t)
{
	return f->x.translation->targets[t->n];
}

static void
test_any_order_and_form(void **state)
{
	OWN(fixture_free) struct fixture f;
	const struct drill *d;

	(void)state;
	begin(&f, "<header><note>x</note></header><body>"
		  "<group id='g1'><trans-unit id='goal' approved='yes' "
		  "xml:space='preserve'><source>You can\n   greet first and "
		  "name a time. </source><target state='final'>Du\n kannst "
		  "<mrk mtype='x'>zuerst</mrk> gr\xc3\xbc\xc3\x9f"
		  "en.</target><note>Frage</note>"
		  "<alt-trans><target>Anders</target></alt-trans>"
		  "</trans-unit></group>"
		  "<trans-unit id='title'><source>The late key</source>"
		  "<seg-source><mrk>The late key</mrk></seg-source>"
		  "<target><![CDATA[Der <Schl\xc3\xbc" "ssel>]]></target>"
		  "<ext:more xmlns:ext='urn:ext'>x</ext:more></trans-unit>");
	assert_int_equal(f.x.rc, 0);
	d = f.base.drill;
	assert_string_equal(target(&f, d->goal),
			    "Du kannst zuerst gr\xc3\xbc\xc3\x9f" "en.");
	assert_string_equal(target(&f, d->title), "Der <Schl\xc3\xbc" "ssel>");
	assert_null(target(&f, d->intro));
	assert_string_equal(text_in(d->intro, f.x.translation), d->intro->s);
	assert_int_equal(f.x.translation->missing, d->doc.ntexts - 2);
	assert_int_equal(f.x.translation->stale, 0);
	assert_int_equal(count_code(&f.x, "T003"), d->doc.ntexts - 2);
	assert_int_equal(f.x.f.errors, 0);
}

static void
test_stale_and_unready(void **state)
{
	OWN(fixture_free) struct fixture f;
	const struct drill *d;

	(void)state;
	begin(&f, "<body>"
		  "<trans-unit id='title'><source>The old key</source>"
		  "<target>Der Schl\xc3\xbcssel</target></trans-unit>"
		  "<trans-unit id='goal'><source>You can greet first and name "
		  "a time.</source><target state='needs-translation'>You"
		  "</target></trans-unit>"
		  "<trans-unit id='intro'><source>Something old.</source>"
		  "</trans-unit>"
		  "<trans-unit id='k.greet'><source>greeting</source>"
		  "<target/></trans-unit>");
	d = f.base.drill;
	assert_int_equal(f.x.rc, 0);
	assert_null(target(&f, d->title));
	assert_null(target(&f, d->goal));
	assert_int_equal(f.x.translation->stale, 1);
	assert_int_equal(f.x.translation->missing, d->doc.ntexts - 1);
	assert_int_equal(count_code(&f.x, "T002"), 1);
}

static void
test_refused(void **state)
{
	static const struct { const char *s, *code; } t[] = {
		{ "<body><trans-unit><source>x</source></trans-unit>",
		  "D008" },
		{ "<body><unit id='x'/>", "D006" },
		{ "<body><trans-unit id='title'><source>x<x id='1'/></source>"
		  "</trans-unit>", "D006" },
		{ "<body><trans-unit id='title'><source>The late key</source>"
		  "<target>a&#x202e;b</target></trans-unit>", "D016" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(t); i++) {
		OWN(fixture_free) struct fixture f;

		begin(&f, t[i].s);
		assert_int_equal(f.x.rc, -1);
		assert_int_equal(count_code(&f.x, t[i].code), 1);
	}
}

/* What our tables accept, the schema accepts, and the other way round for
 * what a schema can say. */
static int
validate(enum content_kind kind, const char *path)
{
	OWN(str_free) struct str s = { 0 };
	xmlSchemaParserCtxt *pc;
	xmlSchema *schema;
	xmlSchemaValidCtxt *vc;
	xmlDoc *doc;
	int rc;

	content_xsd(kind, &s);
	pc = xmlSchemaNewMemParserCtxt(str_text(&s), (int)s.n);
	assert_non_null(pc);
	schema = xmlSchemaParse(pc);
	assert_non_null(schema);
	xmlSchemaFreeParserCtxt(pc);
	vc = xmlSchemaNewValidCtxt(schema);
	doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	rc = xmlSchemaValidateDoc(vc, doc);
	xmlFreeDoc(doc);
	xmlSchemaFreeValidCtxt(vc);
	xmlSchemaFree(schema);
	return rc;
}

static void
quiet(void *ctx, const char *msg, ...)
{
	(void)ctx;
	(void)msg;
}

static void
test_schema(void **state)
{
	static const struct {
		enum content_kind kind;
		const char *path;
		bool ok;
	} t[] = {
		{ CONTENT_DRILL, "scenarios/pear-tart.xml", true },
		{ CONTENT_DRILL, "scenarios/day-sixteen.xml", true },
		{ CONTENT_DRILL, "tests/data/xml/base.xml", true },
		{ CONTENT_COMMANDMENTS, "standards/commandments.xml", true },
		{ CONTENT_HANDBOOK, "standards/handbook.xml", true },
		{ CONTENT_DRILL, "tests/data/xml/D006-element.xml", false },
		{ CONTENT_DRILL, "tests/data/xml/D007-attribute.xml", false },
		{ CONTENT_DRILL, "tests/data/xml/D008-attribute-missing.xml",
		  false },
		{ CONTENT_DRILL, "tests/data/xml/D009-value.xml", false },
		{ CONTENT_DRILL, "tests/data/xml/D012-id.xml", false },
		{ CONTENT_DRILL, "standards/handbook.xml", false },
	};
	OWN(str_free) struct str none = { 0 };

	(void)state;
	xmlSetGenericErrorFunc(NULL, quiet);
	for (size_t i = 0; i < NELEM(t); i++) {
		OWN(arena_free) struct arena a = { 0 };
		int rc = validate(t[i].kind, source_path(&a, t[i].path));

		if ((rc == 0) != t[i].ok)
			fail_msg("%s: the schema says %d", t[i].path, rc);
	}
	content_xsd(CONTENT_XLIFF, &none);
	assert_int_equal(none.n, 0);
	xmlCleanupParser();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_order_and_form),
		cmocka_unit_test(test_stale_and_unready),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_schema),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
