// SPDX-License-Identifier: EUPL-1.2
// Somebody of a club puts pictures with an activity, on a phone and at a desk, with script and without: from choosing one to
// what a child sees.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, tick, widths } from './at_work.mjs';

let site, browser, base, slug, clubs, photo;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  slug = (await site.json('/api/v1/ecosystems')).results[0].slug;
  clubs = (await site.json('/api/v1/organisations?limit=50')).results;
  photo = await taken('#2a6', '#fd5');
});

after(async () => {
  await browser?.close();
  site?.stop();
});

// A photo of a room in two colours, as a telephone takes it.
async function taken(wall, floor) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 } });
  await page.setContent(`<body style="margin:0;background:linear-gradient(${wall} 60%, ${floor} 60%)">`);
  const bytes = await page.screenshot({ type: 'jpeg', quality: 80 });
  await page.close();
  return bytes;
}

const alt_texts = (page) => page.locator('.album img').evaluateAll((all) => all.map((one) => one.alt));
// Each of them is there, and is a picture.
const all_seen = (page) => page.locator('.album img').evaluateAll(async (all) => {
  await Promise.all(all.map((one) => one.decode()));
  return all.every((one) => one.naturalWidth > 0);
});

for (const [width, has_script] of ways) {
  test(`somebody shows what it is like, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const club = clubs[width === 'phone' ? (has_script ? 0 : 1) : has_script ? 2 : 3];
    const page = await comes_in({ browser, site }, 'provider_editor', `noor-${width}-${has_script}@club.example`,
      ['--ecosystem', slug, '--organisation', club.id], width, has_script);
    await page.goto(`${base}/workplace`);
    await enter(page.getByRole('link', { name: 'Nieuwe activiteit' }));
    await page.getByLabel('Naam van de activiteit').fill('Bouwen met karton');
    await tick(page.getByLabel('Dat weten we nog niet'));
    await press(page, 'Bewaar');
    const card = page.locator('.own-card', { hasText: 'Bouwen met karton' });
    const offering = (await card.locator('h2 a').getAttribute('href')).split('/').pop();
    await enter(card.getByRole('link', { name: 'Foto’s' }));
    await in_order(page, 'no-picture');

    // What is wrong is said, and the words stay.
    await page.getByLabel('Wat zie je op de foto?').fill('Kinderen bouwen een brug van karton');
    await page.getByRole('button', { name: 'Zet de foto erbij' }).press('Enter'); // the browser asks for them
    assert.equal(await page.locator('form.work :invalid').count(), 2);
    assert.equal(await page.getByLabel('Wat zie je op de foto?').inputValue(), 'Kinderen bouwen een brug van karton');

    await page.getByLabel('Kies een foto').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
    await tick(page.getByLabel(/de ouders vinden het goed/));
    await press(page, 'Zet de foto erbij');
    assert.match(await page.locator('[role=status]').innerText(), /De foto staat erbij/);
    assert.deepEqual(await alt_texts(page), ['Kinderen bouwen een brug van karton']);
    if (has_script) assert.ok(await all_seen(page));

    await page.getByLabel('Kies een foto').setInputFiles({ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: await taken('#36c', '#eee') });
    await page.getByLabel('Wat zie je op de foto?').last().fill('De zaal met tafels');
    await tick(page.getByLabel(/de ouders vinden het goed/));
    await press(page, 'Zet de foto erbij');
    await in_order(page, 'two');
    await press(page, 'Zet deze vooraan');
    assert.deepEqual(await alt_texts(page), ['De zaal met tafels', 'Kinderen bouwen een brug van karton']);
    await page.getByLabel('Wat zie je op de foto?').first().fill('De zaal, met lange tafels');
    await press(page, 'Bewaar deze tekst');
    assert.deepEqual(await alt_texts(page), ['De zaal, met lange tafels', 'Kinderen bouwen een brug van karton']);

    // Visitors see them within seconds; a child sees the first on its card.
    const visitor = await browser.newPage({ viewport: widths[width] });
    const words = ['De zaal, met lange tafels', 'Kinderen bouwen een brug van karton'];
    let shown = [];
    for (let tries = 0; tries < 40 && shown.join() !== words.join(); tries++) {
      await visitor.goto(`${base}/offerings/${offering}`);
      shown = await visitor.locator('main picture img').evaluateAll((all) => all.map((one) => one.alt));
      await new Promise((done) => { setTimeout(done, 250); });
    }
    assert.deepEqual(shown, words);
    const address = await visitor.locator('main picture img').last().getAttribute('src');

    // Away is away, and asked twice.
    const last = page.locator('.album > li').last();
    await last.locator('summary').press('Enter');
    await enter(last.getByRole('button', { name: 'Ja, haal de foto weg' }));
    assert.match(await page.locator('[role=status]').innerText(), /De foto is weg/);
    assert.deepEqual(await alt_texts(page), ['De zaal, met lange tafels']);
    let status = 200;
    for (let tries = 0; tries < 40 && status === 200; tries++) {
      status = (await fetch(base + address)).status;
      await new Promise((done) => { setTimeout(done, 250); });
    }
    assert.equal(status, 404);
    await in_order(page, 'one-left');
    await visitor.close();
    await page.context().close();
  });
}
