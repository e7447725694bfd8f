// SPDX-License-Identifier: EUPL-1.2
// The map above the finder's list in Chromium: a picture without script or WebGL, otherwise the map that moves, linked
// both ways with the cards, under the policy for content as it is, and without a request to anybody else.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { axe, chromium_path, quiet, serve_demo } from './kit.mjs';

const drawn = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const patience = { timeout: 60_000 };  // WebGL without a graphics card

let site, browser, base, list;

before(async () => {
  site = await serve_demo(1500, ['--no-pilots']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, ...drawn] });
  const { latitude, longitude } = await middle();
  list = `/offerings?near=${latitude},${longitude}&age=9&minutes=30`;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function middle() {
  const [west, south, east, north] = (await (await fetch(`${base}/map/style.json`)).json()).sources.map.bounds;
  return { latitude: (south + north) / 2, longitude: (west + east) / 2 };
}

async function open(options = {}, with_browser = browser) {
  const context = await with_browser.newContext({ viewport: { width: 1000, height: 1000 }, ...options });
  const page = await context.newPage();
  const foreign = [], complaints = [], missing = [], tiles = [], letters = [];
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(base) || foreign.push(request.url()));
  page.on('response', (response) => response.url().endsWith('.mvt') && tiles.push(response.url()));
  page.on('response', (response) => response.url().endsWith('.pbf') && letters.push(`${response.status()} ${new URL(response.url()).pathname.split('/').slice(-2).join('/')}`));
  page.on('response', (response) => response.status() >= 400 && missing.push(`${response.status()} ${response.url()}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(base + list);
  return { page, foreign, complaints, missing, tiles, letters, close: () => context.close() };
}

async function open_map(options) {
  const opened = await open(options);
  await opened.page.locator('details.map > summary').click();
  await opened.page.waitForSelector('details.map[data-ready]', patience);
  return opened;
}

test('without script the picture shows each place of the list with its number', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  await page.locator('details.map > summary').click();
  const picture = page.locator('details.map img');
  assert.ok(await picture.isVisible());
  const svg = await (await fetch(new URL(await picture.getAttribute('src'), base))).text();
  const numbers = new Set(await page.locator('[data-dot]').evaluateAll((marks) => marks.map((mark) => mark.dataset.dot)));
  assert.ok(numbers.size > 1);
  for (const number of numbers) assert.ok(svg.includes(`>${number}</text>`), number);
  await close();
});

test('nothing of the map is loaded before somebody opens it', async () => {
  const { page, close } = await open();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  assert.deepEqual(loaded.filter((name) => /\/map\.js|map\.css|worker|\.mvt|style\.json|picture/.test(name)), []);
  await close();
});

test('the map moves, nobody complains, and nobody else is asked', async () => {
  const { page, foreign, complaints, missing, tiles, close } = await open_map();
  assert.equal(await page.locator('details.map img').count(), 0);
  assert.ok(tiles.length > 0);
  assert.match(await page.locator('.maplibregl-ctrl-attrib').innerText(), /Verzonnen stad/);
  assert.deepEqual({ foreign, complaints, missing }, { foreign: [], complaints: [], missing: [] });
  await close();
});

test('the map asks us for its letters, once, and draws with them', async () => {
  const { page, letters, close } = await open_map();
  await page.evaluate(() => new Promise((drawn) => {
    const { map } = document.querySelector('ww-map');
    map.once('idle', drawn);
    map.jumpTo({ zoom: 15 });
  }));
  assert.deepEqual(letters.toSorted(), ['200 Figtree%20Bold/0-255.pbf', '200 Figtree%20Regular/0-255.pbf']);
  const streets = await page.evaluate(() => document.querySelector('ww-map').map.queryRenderedFeatures({ layers: ['street names'] }).length);
  assert.ok(streets > 0);
  await close();
});

test('a letter that we do not have does not stop the map', async () => {
  const { page, foreign, complaints, close } = await open_map();
  const places = await page.evaluate(async () => {
    const { map } = document.querySelector('ww-map');
    const drawn = new Promise((done) => map.once('idle', done));
    map.setLayoutProperty('towns', 'text-field', 'Αθήνα Київ \u2603 Merel');
    map.jumpTo({ zoom: 13 });
    await drawn;
    return map.queryRenderedFeatures({ layers: ['towns'] }).length;
  });
  assert.ok(places > 0);
  assert.deepEqual({ foreign, complaints: complaints.filter((text) => !text.includes('404')) }, { foreign: [], complaints: [] });
  await close();
});

test('pointing at a place marks its cards, and a click goes to the first', async () => {
  const { page, close } = await open_map();
  await page.waitForTimeout(1000);
  const at = await page.evaluate(async () => {
    const frame = document.querySelector('.map-frame');
    frame.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { map } = frame.closest('ww-map');
    const [venue] = map.queryRenderedFeatures({ layers: ['venues'] });
    const { x, y } = map.project(venue.geometry.coordinates);
    const box = frame.getBoundingClientRect();
    return { x: box.x + x, y: box.y + y, number: venue.properties.number };
  });
  await page.mouse.move(at.x - 3, at.y);
  await page.mouse.move(at.x, at.y);
  const card = page.locator(`.card:has([data-dot="${at.number}"])`).first();
  await page.waitForFunction((number) => document.querySelector(`[data-dot="${number}"]`).closest('.card').matches('.on-map'), at.number);
  await page.mouse.click(at.x, at.y);
  await page.waitForFunction(() => document.activeElement.matches('.card a'));
  assert.equal(await page.evaluate(() => document.activeElement.href), await card.locator('h3 a').evaluate((link) => link.href));
  await close();
});

test('what the search finds beside this page is a small dot that leads to its place', async () => {
  const { page, close } = await open_map();
  const address = await page.evaluate(async () => {
    const { map } = document.querySelector('ww-map');
    const { features } = await map.getSource('others').getData();
    const shown = document.querySelectorAll('[data-dot]').length;
    if (features.length === 0 || shown === 0) throw new Error('no other places');
    return features[0].properties.address;
  });
  assert.match(address, /^\/venues\//);
  assert.equal((await fetch(base + address)).status, 200);
  await close();
});

test('the keyboard moves along the list and the map follows', async () => {
  const { page, close } = await open_map();
  const picked = () => page.evaluate(async () => {
    const { map } = document.querySelector('ww-map');
    return (await map.getSource('picked').getData()).features.map((feature) => feature.properties.number);
  });
  assert.deepEqual(await picked(), []);
  await page.locator('.card:has([data-dot]) h3 a').first().focus();
  assert.deepEqual(await picked(), [Number(await page.locator('[data-dot]').first().getAttribute('data-dot'))]);
  await close();
});

test('an open map has nothing that axe finds', async () => {
  const { page, close } = await open_map({ bypassCSP: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run('ww-map', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), []);
  await close();
});

test('the map is dark for who wants that, and follows when it changes', async () => {
  const { page, complaints, close } = await open_map({ colorScheme: 'dark' });
  const look = () => page.evaluate(() => {
    const { map } = document.querySelector('ww-map');
    return map.getLayer('venues') && [map.getPaintProperty('land', 'background-color'), map.getPaintProperty('venues', 'circle-color')];
  });
  assert.deepEqual(await look(), ['#23262a', '#7fd4c9']);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.querySelector('ww-map').map.getLayer('venues')
    && document.querySelector('ww-map').map.getPaintProperty('land', 'background-color') === '#faf6ec');
  assert.deepEqual(await look(), ['#faf6ec', '#0b5d57']);
  assert.deepEqual(complaints, []);
  await close();
});

test('without script the picture is dark for who wants that', async () => {
  const { page, close } = await open({ javaScriptEnabled: false, colorScheme: 'dark' });
  await page.locator('details.map > summary').click();
  assert.match(await page.locator('details.map img').evaluate((picture) => picture.currentSrc), /look=dark/);
  await close();
});

test('without WebGL the picture stays', async () => {
  const plain = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu', '--disable-3d-apis'] });
  const { page, close } = await open({}, plain);
  await page.locator('details.map > summary').click();
  await page.waitForTimeout(4000);
  assert.ok(await page.locator('details.map img').isVisible());
  assert.equal(await page.locator('.map-frame').count(), 0);
  await close();
  await plain.close();
});
