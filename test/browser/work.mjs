// SPDX-License-Identifier: EUPL-1.2
// The workplace of a provider: a secretary who sees it for the first time enters the season of a club, on a phone and at a
// desk, with script and without. Steps are counted. What two people change at once, what a colleague may not, and dates.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { axe, chromium_path, quiet, serve_demo } from './kit.mjs';

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const pictures = process.env.PICTURES; // a folder to look at
let site, browser, base, slug, clubs;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  slug = (await site.json('/api/v1/ecosystems')).results[0].slug;
  clubs = (await site.json('/api/v1/organisations?limit=50')).results;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function in_order(page, name) {
  const wide = page.viewportSize().width;
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-${wide}.png`, fullPage: true });
  const text = await page.locator('body').innerText();
  assert.doesNotMatch(text, /\b(work|offering_form|rubric|attention|record_field|draft)\w*\.[a-z_]+\b(?=\s|$)/m, `an untranslated key at ${page.url()}`);
  if (!page.has_script) return;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), [], page.url());
  const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  assert.ok(scroll <= inner, `${page.url()} sticks out: ${scroll} px at ${inner}`);
}

// By the keyboard; a click of the library waits for a script of its own, which cannot run without script.
const enter = async (button) => {
  const page = button.page();
  await Promise.all([page.waitForEvent('framenavigated'), button.press('Enter')]);
  await page.waitForLoadState();
};
const press = (page, name) => enter(page.getByRole('button', { name, exact: true }).first());

// Somebody who keeps the offering of an organisation, and has come in.
async function editor_of(organisation, mail, width, has_script, role = 'provider_editor') {
  site.change('person', 'invite', '--role', role, '--mail', mail, '--ecosystem', slug, '--organisation', organisation.id);
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  await page.goto(`${base}/mail`);
  await page.goto(base + await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href'));
  await page.getByLabel('Je naam').fill('Noor Bakker');
  await press(page, 'Ja, ik doe mee');
  return page;
}

for (const [width, has_script] of [['phone', true], ['desktop', true], ['phone', false], ['desktop', false]]) {
  test(`a secretary enters the season of a club, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const club = clubs[width === 'phone' ? (has_script ? 0 : 1) : has_script ? 2 : 3];
    const page = await editor_of(club, `noor-${width}-${has_script}@club.example`, width, has_script);
    let steps = 0;
    const step = async (done) => { steps++; await done; };
    await page.goto(`${base}/work`);
    assert.match(page.url(), /\/organisations\//); // one organisation: straight to it
    await in_order(page, 'own');

    await step(enter(page.getByRole('link', { name: 'Nieuwe activiteit' })));
    await in_order(page, 'new');
    // Nothing filled in: what is wrong is said, nothing is lost.
    await page.getByLabel('Wat doen kinderen er?').fill('Je leert schaken en speelt tegen elkaar.');
    await press(page, 'Bewaar');
    await in_order(page, 'wrong');
    assert.match(await page.locator('[role=alert]').innerText(), /Geef de activiteit een naam/);
    assert.equal(await page.getByLabel('Wat doen kinderen er?').inputValue(), 'Je leert schaken en speelt tegen elkaar.');

    await step(page.getByLabel('Naam van de activiteit').fill(`Schaakclub ${width} ${has_script}`));
    await step(page.getByLabel('Onderwerp 1').selectOption({ index: 2 }));
    await step(page.getByLabel('Voor kinderen van').fill('8'));
    await step(page.getByLabel('tot en met', { exact: true }).first().fill('12'));
    await step(page.locator('[name=day][value="3"]').check({ force: true }));
    await step(page.locator('[name=from]').fill('15:00'));
    await step(page.locator('[name=until]').fill('16:30'));
    await step(page.getByLabel('Bedrag in euro').fill('12,50'));
    await step(page.getByLabel('Per', { exact: true }).selectOption('month'));
    await step(press(page, 'Bekijk hoe het eruitziet'));
    await in_order(page, 'preview');
    const preview = await page.locator('.preview').innerText();
    assert.match(preview, /8 tot en met 12 jaar/);
    assert.match(preview, /€ 12,50 per maand/);
    await step(press(page, 'Bewaar'));
    assert.match(await page.locator('[role=status]').first().innerText(), /Bewaard: Schaakclub/);
    await in_order(page, 'kept');
    assert.ok(steps <= 15, `${steps} steps`);

    // One Wednesday is cancelled, another moved, and one of these comes back.
    const card = page.locator('.own-card', { hasText: `Schaakclub ${width} ${has_script}` });
    await enter(card.getByRole('link', { name: 'Losse dagen' }));
    await in_order(page, 'sessions');
    await press(page, 'Gaat niet door');
    assert.equal(await page.locator('.sessions .cancelled').count(), 1);
    await in_order(page, 'cancelled');
    await press(page, 'Gaat toch door');
    assert.equal(await page.locator('.sessions .cancelled').count(), 0);
    await page.goto(page.url().replace('/sessions', '/for-everybody'));
    await in_order(page, 'rubric');
    await page.goto(page.url().replace('/for-everybody', '/history'));
    await in_order(page, 'history');
    assert.match(await page.locator('.changes').innerText(), /Noor Bakker/);

    // Taken off the map, and undone.
    await page.goto(`${base}/work`);
    await enter(card.getByRole('button', { name: 'Haal van de kaart' }));
    assert.match(await page.locator('[role=status]').first().innerText(), /staat niet meer op de kaart/);
    await press(page, 'Maak ongedaan');
    assert.equal(await card.count(), 1);
    await enter(page.getByRole('link', { name: /^Vervolgstappen/ }));
    await in_order(page, 'steps');
    await page.context().close();
  });
}
