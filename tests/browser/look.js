// node look.js MODULES CHROMIUM PAGES: every PAGES/NAME.LANG.html in a browser
// and as A4. Says "ok TITLE", or "not TITLE<TAB>WHY", and at the end "done".
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const { execFileSync } = require('node:child_process');
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [modules, chromiumPath, dir] = process.argv.slice(2);
const load = createRequire(path.join(modules, 'x'));
const { chromium } = load('playwright-core');
const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');

const MM = 96 / 25.4;
const PHONE = 320, ZOOMED = 640, WIDE = 1280; // 640 is 1280 at 200 %

function say(title, findings) {
	const why = findings.filter(Boolean).join('; ');

	console.log(why === '' ? `ok ${title}` :
		    `not ${title}\t${why.replace(/\s+/g, ' ').slice(0, 2000)}`);
}

// ---- the source ----

const VOID = new Set(['meta', 'br', 'wbr']);

// Every tag is closed, in the right order, and none is left to be guessed.
function unbalanced(html) {
	const open = [];

	html = html.replace(/<style>[^<]*<\/style>/, '');
	const tags = html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g);

	for (const [, slash, tag] of tags) {
		if (VOID.has(tag))
			continue;
		if (!slash)
			open.push(tag);
		else if (open.pop() !== tag)
			return `</${tag}> closes something else`;
	}
	return open.length > 0 && `<${open.pop()}> is not closed`;
}

// ---- in the window ----

// What stands outside of the window or of its own box (run in the page).
function overflowing() {
	const found = [];
	const wide = document.documentElement.clientWidth;

	if (document.documentElement.scrollWidth > wide)
		found.push(`the page is ${document.documentElement.scrollWidth}`
			   + ` wide in ${wide}`);
	for (const e of document.body.querySelectorAll('*')) {
		const box = e.getBoundingClientRect();
		const hidden = getComputedStyle(e.closest('thead') || e);

		if (hidden.position === 'absolute' || box.width === 0)
			continue;
		if (box.right > wide + 1 || box.left < -1)
			found.push(`<${e.localName}> `
				   + e.textContent.slice(0, 40));
	}
	return found.slice(0, 3);
}

// In the dark nothing but the colours is another.
async function violations(page, colorScheme) {
	const only = colorScheme === 'dark' ? { runOnly: ['cat.color'] } : {};
	const result = await page.evaluate(o => globalThis.axe.run(o), only);

	return result.violations.map(v => `${v.id}: ${v.help}: ` +
		v.nodes.slice(0, 2).map(n => n.html).join(' '));
}

async function onScreen(page, title) {
	const wrong = [], out = [];

	await page.evaluate(axe);
	for (const width of [WIDE, PHONE]) {
		await page.setViewportSize({ width, height: 900 });
		for (const colorScheme of ['light', 'dark']) {
			await page.emulateMedia({ colorScheme });
			for (const v of await violations(page, colorScheme))
				wrong.push(`${width} ${colorScheme} ${v}`);
		}
	}
	for (const width of [PHONE, ZOOMED, WIDE]) {
		await page.setViewportSize({ width, height: 900 });
		for (const o of await page.evaluate(overflowing))
			out.push(`${width}: ${o}`);
	}
	say(`${title}: axe has nothing to say`, wrong);
	say(`${title}: nothing is wider than the window`, out);
}

// ---- on paper ----

const pdf = path.join(dir, 'page.pdf');

// How: -raw in the order of the text, -layout as it lies on the paper.
function pdfPages(how) {
	return execFileSync('pdftotext', [how, pdf, '-'],
			    { encoding: 'utf8' }).split('\f').slice(0, -1);
}

const folded = s => s.replace(/\s+/g, '');

// What the page says in black on white, its margins gone (run in the page).
function printed() {
	const style = getComputedStyle(document.body);
	const shown = e => e.getClientRects().length > 0;

	return {
		ink: style.color, paper: style.backgroundColor,
		front: document.querySelector('nav') ? 1 : 0,
		headings: [...document.querySelectorAll('h2, h3')]
			.map(e => e.textContent),
		words: [...document.querySelectorAll(
			'h1, h2, h3, p, td, dd, div, span')]
			.filter(e => shown(e) && e.children.length === 0)
			.map(e => e.textContent),
	};
}

// The last line of each page above its foot, where the number stands.
function alone(pages, front, headings) {
	const titles = new Set(headings.map(folded));
	const last = pages.map((p, i) => {
		const lines = p.split('\n').map(l => l.trim()).filter(Boolean);
		const foot = lines.findLastIndex(l =>
			new RegExp(` ${i + 1} \\S+ \\d+$`).test(l));

		return lines[foot - 1] || '';
	});

	return last.slice(front).filter(l => titles.has(folded(l)))
		.map(l => `'${l}' stands alone at the foot`);
}

async function onPaper(page, name, title) {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await page.setViewportSize({ width: Math.floor((210 - 2 * 18) * MM),
				     height: 900 });
	const out = await page.evaluate(overflowing);
	const shown = await page.evaluate(printed);

	writeFileSync(pdf, await page.pdf({ format: 'A4' }));
	const pages = pdfPages('-layout');
	const all = folded(pdfPages('-raw').join(''));
	const wrong = [];

	if (shown.ink !== 'rgb(0, 0, 0)' ||
	    shown.paper !== 'rgb(255, 255, 255)')
		wrong.push(`${shown.ink} on ${shown.paper}`);
	for (const w of shown.words)
		if (!all.includes(folded(w)))
			wrong.push(`'${w.slice(0, 60)}' is not there`);
	say(`${title}: printed black on white, every word`, wrong.slice(0, 5));
	say(`${title}: nothing is wider than the paper`, out);
	if (name === 'sheet') {
		say(`${title}: one page`,
		    [pages.length !== 1 && `${pages.length} pages`]);
		return;
	}
	const n = pages.length;

	say(`${title}: each page says which of how many it is`,
	    pages.map((p, i) => !new RegExp(`${i + 1} \\S+ ${n}$`, 'm')
		.test(p) && `page ${i + 1} of ${n} does not`));
	say(`${title}: no heading stands alone at a page's foot`,
	    alone(pages, shown.front, shown.headings));
}

// ---- what names may do ----

const HOSTILE = {
	people: ['Wiener, <script>alert(1)</script>',
		 '<b>Bold</b>, Anna "Q" O\'Hara &',
		 'onerror=alert(2)>, </style><img src=x',
		 'Markup&gt;, &lt;kein', 'onload=alert(3)>, "><svg'],
	sheet: ['<script>alert(1)</script> W.', '&lt;kein M.'],
};

async function harmless(page, name, title) {
	const found = await page.evaluate(() => ({
		text: document.body.textContent,
		labels: [...document.querySelectorAll('td, .ticks li')]
			.map(e => e.textContent).join('\n'),
		alien: [...document.querySelectorAll(
			'script, img, svg, iframe, link, object')]
			.map(e => e.outerHTML),
	}));

	say(`${title}: names stay names`, found.alien.concat(
		(HOSTILE[name] || []).filter(h => !found.labels.includes(h))
			.map(h => `'${h}' is not there as it is written`)));
}

async function links(page, title) {
	const lost = await page.evaluate(() =>
		[...document.querySelectorAll('a')]
			.map(a => a.getAttribute('href'))
			.filter(h => !document
				.querySelector(`section h2${h}`)));
	const n = await page.evaluate(() => document.links.length);

	say(`${title}: the contents lead to every part`, lost.concat(
		n < 20 ? [`only ${n} links`] : []));
}

async function look(context, file) {
	const [name, lang] = file.split('.');
	const title = `${name} in ${lang}`;
	const page = await context.newPage();
	const url = pathToFileURL(path.join(dir, file)).href;
	const asked = [];

	page.on('request', r => r.url() !== url && asked.push(r.url()));
	page.on('dialog', d => { asked.push(d.message()); d.dismiss(); });
	page.on('console', m => m.type() === 'error' && asked.push(m.text()));
	await page.goto(url);
	say(`${title}: in its language, every tag closed`, [
		await page.getAttribute('html', 'lang') !== lang && 'lang',
		unbalanced(readFileSync(path.join(dir, file), 'utf8')),
	]);
	await harmless(page, name, title);
	if (name === 'handbook')
		await links(page, title);
	await onScreen(page, title);
	await onPaper(page, name, title);
	say(`${title}: nothing was fetched, nothing ran`, asked);
	await page.close();
}

async function main() {
	const browser = await chromium.launch({ executablePath: chromiumPath });
	const context = await browser.newContext();

	for (const file of readdirSync(dir).filter(f => f.endsWith('.html')))
		await look(context, file);
	await browser.close();
	console.log('done');
}

main();
