// SPDX-License-Identifier: EUPL-1.2
// A partner's website, of another origin, with a list of ours on it in Chromium: the list is there, as high as what is in
// it, for keyboard and axe; no cookie, no request to anybody else; without script and with a site that is down the link stays.
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { axe, chromium_path, quiet, serve_demo } from './kit.mjs';


let site, browser, base, partner, here;
let page_of_partner = '';

const free_port = () => new Promise((found) => {
  const socket = createSocket().listen(0, '127.0.0.1', () => {
    const { port } = socket.address();
    socket.close(() => found(port));
  });
});

before(async () => {
  const port = await free_port();
  base = `http://localhost:${port}`;
  site = await serve_demo(1500, ['--no-pilots'], ['--port', `${port}`, '--public-address', base]);
  // 127.0.0.1 and localhost are different sites, as a partner's and ours are.
  partner = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(request.url === '/' ? page_of_partner : '');
  });
  await new Promise((ready) => partner.listen(0, '127.0.0.1', ready));
  here = `http://127.0.0.1:${partner.address().port}`;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--enable-unsafe-swiftshader'] });
});

after(async () => {
  await browser?.close();
  site?.stop();
  partner?.close();
});

// The line that /embed gives for these choices.
async function line(query = '') {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${base}/embed?${query}`);
  const text = await page.locator('textarea').inputValue();
  await context.close();
  return text;
}

// A page with styles of its own that would spoil ours if they got in.
async function visit(pasted, options = {}) {
  page_of_partner = `<!doctype html><html lang="nl"><head><title>School</title><style>a { font-size: 60px !important }</style>
    </head><body><main><h1>Onze school</h1><p><a href="/menu">Menu</a></p>${pasted}<p><a href="/contact">Contact</a></p></main></body></html>`;
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  const foreign = [], complaints = [];
  page.on('request', (request) => [base, here].some((ours) => request.url().startsWith(ours)) || /^(data|blob):/.test(request.url()) || foreign.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${here}/`);
  return { page, context, foreign, complaints };
}

const height = (page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

async function with_list(query, options) {
  const visited = await visit(await line(query), options);
  const list = visited.page.frameLocator('iframe');
  await list.locator('.card').first().waitFor();
  await visited.page.waitForFunction(() => document.querySelector('iframe').getBoundingClientRect().height > 200);
  return { ...visited, list };
}

test('one line puts the list on the page of another site, without cookies and without anybody else', async () => {
  const { page, context, foreign, complaints, list } = await with_list('theme=music');
  assert.ok(await list.locator('.card h3 a').count() > 0);
  assert.match(await page.locator('iframe').getAttribute('title'), /muziek/i);
  assert.equal(await page.locator('wegwijzer-lijst > a').count(), 0);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(foreign, []);
  assert.deepEqual(complaints.filter((text) => !text.includes('favicon')), []);
  const size = await list.locator('.card h3 a').first().evaluate((link) => getComputedStyle(link).fontSize);
  assert.notEqual(size, '60px');
  await context.close();
});

test('the frame is as high as what is in it, also on a telephone', async () => {
  const { page, context, list } = await with_list('');
  const fits = async () => {
    const inside = await list.locator('body').evaluate((body) => body.getBoundingClientRect().height);
    return Math.abs(inside - await height(page)) < 2;
  };
  assert.ok(await fits());
  const wide = await height(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.waitForFunction((before) => document.querySelector('iframe').getBoundingClientRect().height > before, wide);
  await page.waitForTimeout(300);
  assert.ok(await fits());
  const sideways = await list.locator('html').evaluate((root) => root.scrollWidth > root.clientWidth);
  assert.equal(sideways, false);
  await context.close();
});

test('the keyboard goes into the list and out of it, and a link opens a page of ours', async () => {
  const { page, context, list } = await with_list('theme=music');
  await page.locator('a', { hasText: 'Menu' }).focus();
  await page.keyboard.press('Tab');
  const first = list.locator('.card h3 a').first();
  assert.ok(await first.evaluate((link) => document.activeElement === link));
  const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
  await opened.waitForLoadState();
  assert.ok(opened.url().startsWith(`${base}/offerings/`));
  await page.bringToFront();
  for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement.textContent === 'Contact')); ++i) await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Contact');
  await context.close();
});

test('axe finds nothing on the page with the list, nor where the line is made', async () => {
  for (const address of [`${base}/embed/offerings?theme=music`, `${base}/embed/offerings?view=map`, `${base}/embed`, `${base}/en/embed?view=map`]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], address);
    await context.close();
  }
});

test('the map stands open above the list', async () => {
  const { context, list } = await with_list('view=map');
  assert.ok(await list.locator('ww-map details.map').evaluate((details) => details.open));
  assert.ok(await list.locator('.card [data-dot]').count() > 0);
  await context.close();
});

test('the frame becomes lower again when it becomes wider', async () => {
  const { page, context } = await visit(await line());
  const frame = page.locator('iframe').first();
  const height = async () => { await page.waitForTimeout(600); return (await frame.boundingBox()).height; };
  await page.setViewportSize({ width: 400, height: 900 });
  const narrow = await height();
  await page.setViewportSize({ width: 1200, height: 900 });
  const wide = await height();
  assert.ok(wide < narrow * 0.7, `${narrow} px narrow, ${wide} px wide`);
  await context.close();
});

test('without script, and when our site is down, there is a link to the same search', async () => {
  const plain = await visit(await line('theme=music'), { javaScriptEnabled: false });
  assert.equal(await plain.page.locator('wegwijzer-lijst > a').getAttribute('href'), `${base}/offerings?theme=music`);
  await plain.context.close();
  const gone = (await line('theme=music')).replaceAll(base, 'http://localhost:9');
  const down = await visit(gone);
  assert.ok(await down.page.locator('wegwijzer-lijst > a').isVisible());
  await down.context.close();
});

test('a message of somebody else does not move the frame', async () => {
  const { page, context } = await with_list('theme=music');
  const before = await height(page);
  await page.evaluate(() => window.postMessage({ wegwijzerHeight: 5000 }, '*'));
  await page.waitForTimeout(200);
  assert.equal(await height(page), before);
  await context.close();
});

test('no other page of ours can be shown in a frame of another site', async () => {
  const { page, context, complaints } = await visit(`<iframe src="${base}/offerings" title="Zoeken"></iframe>`);
  await page.waitForTimeout(500);
  assert.ok(complaints.some((text) => text.includes('frame-ancestors')), complaints.join('\n'));
  await context.close();
});

test('a list that the page moves is as high as what is in it again', async () => {
  const { page, context, list } = await with_list('theme=music');
  await page.evaluate(() => {
    document.querySelector('iframe').style.blockSize = '100px';
    document.querySelector('main').prepend(document.querySelector('wegwijzer-lijst'));
  });
  await page.waitForFunction(() => document.querySelector('iframe').getBoundingClientRect().height > 200);
  await list.locator('.card').first().waitFor();
  assert.equal(await page.locator('iframe').count(), 1);
  await context.close();
});

// How high each of so many frames is, once all are there.
async function heights(page, count) {
  await page.waitForFunction((all) => {
    const frames = [...document.querySelectorAll('iframe')];
    return frames.length === all && frames.every((frame) => frame.getBoundingClientRect().height > 200);
  }, count);
  return page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));
}

test('two lists on a page each have their own height', async () => {
  const { page, context, complaints } = await visit(await line('theme=music') + await line('view=map'));
  const [list, map] = await heights(page, 2);
  assert.notEqual(list, map);
  assert.equal(await page.locator('wegwijzer-lijst > a, wegwijzer-kaart > a').count(), 0);
  assert.deepEqual(complaints.filter((text) => !text.includes('favicon')), []);
  await context.close();
});

test('lists of two sites stand on one page', async () => {
  const other = base.replace('localhost', '127.0.0.1');  // the same server is another site by another name
  const pasted = await line('theme=music');
  const { page, context, complaints } = await visit(pasted + pasted.replaceAll(base, other));
  await heights(page, 2);
  const sites = await page.locator('iframe').evaluateAll((frames) => frames.map((frame) => new URL(frame.src).origin));
  assert.deepEqual(sites, [base, other]);
  assert.deepEqual(complaints.filter((text) => !text.includes('favicon')), []);
  await context.close();
});
