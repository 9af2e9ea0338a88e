/* Texts that people send back: what has no flaw can be written into its
 * document, and says there what it said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <string.h>

#include "base/charset.h"
#include "xml/edit.h"
#include "xml/edit_check.h"

static const char document[] =
	"<handbook xmlns='urn:preshift:handbook:1' id='handbook' version='1' "
	"xml:lang='en'>\n <title id='title'>Book</title>\n"
	" <value id='limit.staff' type='money' default='15 EUR'>"
	"<name id='v.limit.staff'>Limit</name></value>\n"
	" <section id='H5' must='yes'>\n  <title id='h5.title'>Yours</title>\n"
	"  <p id='h5.p1'><t id='h5.p1.t'>Up to ${limit.staff} is yours.</t>"
	"<easy id='h5.p1.e'>You may give ${limit.staff}.</easy></p>\n"
	"  <li id='h5.l1'><t id='h5.l1.t'>A drink.</t></li>\n"
	"  <p id='h5.p2'><t id='h5.p2.t'>Write it down.</t></p>\n"
	"  <question id='h5.q1'>\n   <ask id='h5.q1.ask'>Must you ask?</ask>\n"
	"   <answer id='h5.q1.a' right='yes'>No.</answer>\n"
	"   <answer id='h5.q1.b'>Yes.</answer>\n  </question>\n"
	" </section>\n</handbook>\n";

static void
take(struct arena *a, const struct content_file *doc, const char *s, size_t n,
     const char *lang)
{
	const struct messages *const names[] = { NULL };
	struct wording_reading how = { .h = doc->h,
				       .names = names, .nnames = 1 };
	struct wording was, now;
	struct wording_flaws f;
	const char *out;
	struct err e;

	err_init(&e, NULL);
	edit_wording(a, doc, 0, NULL, lang, &was);
	how.was = &was;
	if (!wording_read(a, s, n, &how, &now, &f)) {
		PROMISE(f.n > 0 && f.n <= WORDING_FLAWS);
		return;
	}
	if (was.translated)
		PROMISE(content_edit_translation(a, doc, NULL, 0, "x.xlf",
						 NULL, &was, &now, &out, &n,
						 &e) == 0);
	else
		PROMISE(content_edit(a, doc, &was, &now, &out, &n, &e) == 0);
}

void
fuzz_wording(struct arena *a, const char *s, size_t n)
{
	struct content_file doc = { .path = "x.xml", .s = document,
				    .n = sizeof(document) - 1 };
	struct findings f = { 0 };
	struct handbook *h;
	struct err e;
	bool sure;

	err_init(&e, NULL);
	PROMISE(content_handbook(a, doc.path, doc.s, doc.n, &f, &h, &e) == 0);
	doc.h = h;
	s = charset_decode(a, charset_guess(s, n, &sure), s, n, &n);
	if (s == NULL)
		return;
	take(a, &doc, s, n, "en");
	take(a, &doc, s, n, "de");
}
