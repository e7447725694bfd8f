// SPDX-License-Identifier: EUPL-1.2
// The map of the finder's list in Chromium: a picture without script or WebGL, otherwise the map that moves, linked
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

const count = async (page) => Number(/\d+/.exec(await page.locator('h1').innerText())[0]);

// How far the ground that is reached lies within what is in view, on each side.
const room_around_reach = (page) => page.evaluate(async () => {
  const { map } = document.querySelector('ww-map');
  const { geometry } = await map.getSource('reach').getData();
  const points = geometry.coordinates.flat(2);
  const [x, y] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const view = map.getBounds();
  const least = (all) => all.reduce((a, b) => Math.min(a, b)), most = (all) => all.reduce((a, b) => Math.max(a, b));
  return [least(x) - view.getWest(), view.getEast() - most(x), least(y) - view.getSouth(), view.getNorth() - most(y)];
});

test('without script the map stays open over every choice', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  await page.goto(`${base}${list}&view=map`);
  for (const chosen of ['.facet a', '.chosen a', '.sort a']) {
    for (const href of await page.locator(chosen).evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      assert.equal(new URL(href, base).searchParams.get('view'), 'map', `${chosen} ${href}`);
    }
  }
  assert.ok(await page.locator('.facet a').count() > 3);
  await close();
});

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
  const at = await page.evaluate(async () => {
    const frame = document.querySelector('.map-frame');
    frame.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { map } = frame.closest('ww-map');
    const near = new Promise((drawn) => map.once('idle', drawn));
    map.jumpTo({ center: (await map.getSource('venues').getData()).features[0].geometry.coordinates, zoom: 17 });
    await near;
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
  const { violations } = await page.evaluate(() => axe.run('main', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), []);
  await close();
});

test('all that is reached is in view', async () => {
  const { page, close } = await open_map();
  const room = await room_around_reach(page);
  assert.ok(room.every((side) => side > 0), room);
  await close();
});

test('with other minutes the shape, the list, its count and the address change at once, and the map stays', async () => {
  const { page, foreign, complaints, close } = await open_map();
  await page.evaluate(() => { window.same_page = true; });
  const [many, cards] = [await count(page), await page.locator('.card h3').allInnerTexts()];
  await page.getByRole('slider', { name: 'Hoe ver mag het zijn?' }).focus();
  await page.keyboard.press('Home');
  await page.waitForFunction((many) => !document.querySelector('h1').textContent.includes(many), String(many));
  const few = await count(page);
  assert.ok(few < many, `${few} of ${many}`);
  assert.equal(await page.locator('.travel [role="status"]').innerText(), await page.locator('h1').innerText());
  assert.equal(await page.locator('.travel [type="range"]').getAttribute('aria-valuetext'), '5 minuten');
  assert.match(page.url(), /minutes=5&.*view=map/);
  assert.notDeepEqual(await page.locator('.card h3').allInnerTexts(), cards);
  assert.ok(await page.evaluate(() => window.same_page && document.activeElement.matches('.travel [type="range"]')));
  assert.equal(await page.locator('form.search [name="minutes"]').inputValue(), '5');
  for (const other of await page.locator('.languages a').all()) assert.match(await other.getAttribute('href'), /minutes=5/);
  await page.waitForFunction(() => !document.querySelector('ww-map').map.isMoving());
  assert.ok((await room_around_reach(page)).every((side) => side > 0));
  const numbers = await page.locator('[data-dot]').evaluateAll((all) => all.map((mark) => Number(mark.dataset.dot)));
  const shown = await page.evaluate(async () => (await document.querySelector('ww-map').map.getSource('venues').getData()).features.length);
  assert.equal(shown, Math.max(0, ...numbers));
  await page.reload();
  await page.waitForSelector('details.map[data-ready]', patience);
  assert.equal(await count(page), few);
  assert.deepEqual({ foreign, complaints }, { foreign: [], complaints: [] });
  await close();
});

test('a list that does not arrive is told, with a link to it', async () => {
  const { page, close } = await open_map();
  await page.route(/\/offerings\?/, (route) => route.abort());
  await page.locator('.travel input[value="walk"]').check();
  const link = page.locator('.travel [role="status"] a');
  await link.waitFor();
  assert.match(await link.getAttribute('href'), /mode=walk/);
  await close();
});

test('an open map is open on the next page too, until it is closed', async () => {
  const { page, close } = await open_map();
  await page.locator('.sort a').first().click();
  await page.waitForURL(/sort=.*view=map/);
  assert.ok(await page.locator('details.map').evaluate((details) => details.open));
  await page.locator('details.again > summary').click();
  await page.locator('form.search [name="minutes"]').selectOption('15');
  await page.locator('form.search [type="submit"]').click();
  await page.waitForURL(/minutes=15.*view=map/);
  await page.waitForSelector('details.map[data-ready]', patience);
  await page.locator('details.map > summary').click();
  await page.waitForURL((url) => !url.search.includes('view=map'));
  await page.locator('.sort a').first().click();
  await page.waitForURL(/sort=/);
  assert.ok(!await page.locator('details.map').evaluate((details) => details.open));
  await close();
});

test('without script the form on the map leads to a page with the map open', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  await page.locator('details.map > summary').click();
  await page.locator('.travel [name="minutes"]').selectOption('10');
  await page.locator('.travel [type="submit"]').click();
  await page.waitForURL(/minutes=10/);
  assert.ok(await page.locator('details.map img').isVisible());
  await close();
});

test('numbers stand on the cards while the map is open', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  const number = page.locator('.card > [data-dot]').first();
  assert.ok(!await number.isVisible());
  await page.locator('details.map > summary').click();
  assert.ok(await number.isVisible());
  await close();
});

test('on a desk the map stands beside the list and stays in view, on a phone above it', async () => {
  const { page, close } = await open_map({ viewport: { width: 1280, height: 800 } });
  const [map, card] = [page.locator('.map-frame'), page.locator('.card').first()];
  const [beside, first] = [await map.boundingBox(), await card.boundingBox()];
  assert.ok(beside.x >= first.x + first.width, 'beside');
  await page.locator('.card').nth(9).evaluate((last) => last.scrollIntoView({ behavior: 'instant' }));
  const { y, height } = await map.boundingBox();
  assert.ok(y >= 0 && y + height <= 800, `in view: ${y} to ${y + height}`);
  await page.setViewportSize({ width: 390, height: 844 });
  const [above, below] = [await map.boundingBox(), await card.boundingBox()];
  assert.ok(above.y + above.height <= below.y, 'above');
  await close();
});

test('on a phone the picture is as wide as it is drawn, so that its names can be read', async () => {
  const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.locator('details.map > summary').click();
  const picture = page.locator('details.map img');
  assert.match(await picture.evaluate((shown) => shown.currentSrc), /width=360/);
  assert.ok((await picture.boundingBox()).width > 340);
  await close();
});

test('an offering, a venue and the way there have a picture of the map', async () => {
  const { page, foreign, complaints, close } = await open();
  const offering = await page.locator('.card:has([data-dot]) h3 a').first().getAttribute('href');
  const venue = (await site.json('/api/v1/venues')).results[0].id;
  for (const path of [offering, offering.replace('?', '/route?'), `/venues/${venue}`]) {
    await page.goto(base + path);
    const picture = page.locator('.around img');
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('.around img').naturalWidth > 0);
    assert.match(await picture.getAttribute('alt'), /^Kaart /, path);
  }
  assert.deepEqual({ foreign, complaints }, { foreign: [], complaints: [] });
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
