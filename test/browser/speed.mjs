// SPDX-License-Identifier: EUPL-1.2
// What makes pages quick, without a clock: how much is sent, in how many rounds, and that nothing moves. Lighthouse judges
// accessibility, good practice and what search engines need. bench/pages.mjs measures times.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { lighthouse_scores } from './lighthouse.mjs';
import { chromium_path, quiet, serve_demo } from './kit.mjs';

const most_bytes = 60 * 1024;

let site, browser, offering, list;

before(async () => {
  site = await serve_demo(1500, ['--no-pilots']);
  browser = await chromium.launch({ executablePath: chromium_path, args: quiet });
  offering = `/offerings/${(await site.json('/api/v1/offerings')).results[0].id}`;
  const [place] = (await site.json('/api/v1/venues')).results;
  list = `/offerings?near=${place.point.latitude},${place.point.longitude}&age=9`;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

// A visit with an empty cache: what came over the line, and who asked for it.
async function visit(path) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const requests = new Map();
  line.on('Network.requestWillBeSent', ({ requestId, request, initiator }) =>
    requests.set(requestId, { url: request.url, initiator: initiator.type, bytes: 0 }));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { requests.get(requestId).bytes = encodedDataLength; });
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((shift) => { window.moved += shift.value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await page.goto(site.base + path, { waitUntil: 'networkidle' });
  const moved = await page.evaluate(() => window.moved);
  await context.close();
  return { requests: [...requests.values()].filter(({ url }) => url.startsWith('http')), moved };
}

for (const name of ['start', 'children', 'results', 'offering', 'start in Arabic']) {
  test(`the page ${name} is light, comes in one round and does not move`, async () => {
    const path = { start: '/', children: '/children', results: list, offering, 'start in Arabic': '/ar/' }[name];
    const { requests, moved } = await visit(path);
    const sum = requests.reduce((bytes, request) => bytes + request.bytes, 0);
    assert.ok(sum < most_bytes, `${sum} bytes: ${requests.map(({ url, bytes }) => `${url} ${bytes}`).join(', ')}`);
    // What a style sheet or a script asks for comes a round later; the tab's icon is nobody's wait.
    const later = requests.slice(1).filter(({ url, initiator }) => !['parser', 'preload'].includes(initiator) && !url.endsWith('/sign.svg'));
    assert.deepEqual(later.map(({ url, initiator }) => `${initiator}: ${url}`), []);
    assert.ok(moved < 0.01, `moved by ${moved}`);
  });
}

// Nothing here has to wait for what comes late: what is pressed works as soon as it is seen.
test('on a slow phone a parent goes from the start to a next step', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(site.base, { waitUntil: 'commit' });
  await page.getByLabel('Leeftijd').selectOption('9');
  await page.getByRole('button', { name: 'Zoek' }).tap();
  await page.waitForURL(/offerings\?/, { waitUntil: 'commit' });
  await page.locator('.chosen').getByText('9 jaar').waitFor();
  await page.locator('.card h3 a').first().tap();
  await page.waitForURL(/offerings\/[^?]/, { waitUntil: 'commit' });
  const step = page.locator('.next .card h3 a').first();
  const title = await step.innerText();
  await step.tap();
  await page.waitForFunction((wanted) => document.querySelector('h1')?.innerText === wanted, title);
  await context.close();
});

for (const name of ['start', 'list', 'offering']) {
  test(`Lighthouse finds nothing wrong with the page ${name}`, async () => {
    const path = { start: '/', list: '/offerings', offering }[name];
    const { scores, failed } = await lighthouse_scores(site.base + path, ['accessibility', 'best-practices', 'seo']);
    assert.deepEqual(scores, { accessibility: 100, 'best-practices': 100, seo: 100 }, failed.join('; '));
  });
}
