// node graph.js MODULES CHROMIUM PICTURES: measures each PICTURES/NAME.svg, the
// pictures of drills. Says "NAME: what is wrong", a line each, and "measured
// NAME".
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const { readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [modules, chromiumPath, dir] = process.argv.slice(2);
const load = createRequire(path.join(modules, 'x'));
const { chromium } = load('playwright-core');

// What a browser finds in one picture; runs there.
function measure() {
	const found = [];
	const boxes = [...document.querySelectorAll('g.box')].map((g) => {
		const r = g.querySelector('rect');
		const n = (a) => Number(r.getAttribute(a));
		return { g, id: g.id.slice(4), x: n('x'), y: n('y'),
			w: n('width'), h: n('height') };
	});
	const inside = (b, x, y) => x > b.x && x < b.x + b.w && y > b.y &&
		y < b.y + b.h;

	for (const b of boxes) {
		for (const c of boxes)
			if (b.id < c.id && b.x < c.x + c.w &&
			    c.x < b.x + b.w && b.y < c.y + c.h &&
			    c.y < b.y + b.h)
				found.push(`${b.id} and ${c.id} overlap`);
		for (const t of b.g.querySelectorAll('text')) {
			const r = t.getBBox();
			if (r.x < b.x || r.x + r.width > b.x + b.w ||
			    r.y < b.y || r.y + r.height > b.y + b.h)
				found.push(`'${t.textContent}' leaves ${b.id}`);
		}
	}
	for (const p of document.querySelectorAll('path[data-from]')) {
		const own = [p.dataset.from, p.dataset.to];
		const n = p.getTotalLength();
		const hit = new Set();

		for (let i = 0; i <= n; i++) {
			const at = p.getPointAtLength(i);
			for (const b of boxes)
				if (inside(b, at.x, at.y))
					hit.add(b.id);
		}
		for (const id of hit)
			found.push(`the line ${own.join(' to ')} crosses ${id}`);
		if (n === 0)
			found.push(`the line ${own.join(' to ')} is nowhere`);
	}
	const svg = document.documentElement;
	for (const t of document.querySelectorAll('text, rect')) {
		const r = t.getBBox();
		if (r.x < 0 || r.y < 0 ||
		    r.x + r.width > Number(svg.getAttribute('width')) ||
		    r.y + r.height > Number(svg.getAttribute('height')))
			found.push(`'${t.textContent}' leaves the picture`);
	}
	return found;
}

async function main() {
	const browser = await chromium.launch({
		executablePath: chromiumPath,
		args: ['--no-sandbox'],
	});
	const page = await browser.newPage();

	for (const file of readdirSync(dir).sort()) {
		const name = path.basename(file, '.svg');
		await page.goto(String(pathToFileURL(path.join(dir, file))));
		for (const what of await page.evaluate(measure))
			console.log(`${name}: ${what}`);
		console.log(`measured ${name}`);
	}
	await browser.close();
}

main().catch((e) => {
	console.log(String(e));
	process.exit(1);
});
