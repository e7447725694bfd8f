// SPDX-License-Identifier: EUPL-1.2
// The season of a club (row R9), entered at a desk by a secretary who sees the workplace for the first time: from the mail
// that invites her to an activity of every week with its first and last day, the Wednesdays that it is not there, a tournament
// and the places that are free. Each step is done for real and counted (keystrokes.mjs). Aims: an activity in two minutes, a
// season in five.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo } from './kit.mjs';
import { FirstTimer, seconds, added_up } from './keystrokes.mjs';

const mail = 'secretary@club.example';
let site, browser;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  const { slug } = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional');
  const [club] = (await site.json(`/api/v1/organisations?ecosystem=${slug}`)).results;
  site.change('person', 'invite', '--role', 'provider_editor', '--mail', mail, '--ecosystem', slug, '--organisation', club.id);
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function comes_in(her, page) {
  await her.step('comes in', 'opens the link of the mail, says her name', async () => {
    await page.goto(`${site.base}/mail`);
    await page.goto(site.base + await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href'));
    await her.reads();
    await her.types(page.getByLabel('Je naam'), 'Noor Bakker');
    await her.goes(page.getByRole('button', { name: 'Ja, ik doe mee' }));
  });
}

const day_of_tournament = new Date(Date.now() + 100 * 24 * 3600e3).toISOString().slice(0, 10);

async function enters_an_activity(her, page, name) {
  await her.step('an activity', 'what, for whom, when, where, what it costs; looks at it as a child sees it; keeps it', async () => {
    await her.goes(page.getByRole('link', { name: 'Nieuwe activiteit' }));
    await her.types(page.getByLabel('Naam van de activiteit'), name);
    await her.chooses(page.getByLabel('Soort'), { label: 'Club' });
    await her.types(page.getByLabel('Wat doen kinderen er?'), 'Je leert schaken en speelt tegen elkaar.');
    await her.chooses(page.getByLabel('Onderwerp 1'), { index: 2 });
    await her.types(page.getByLabel('Voor kinderen van'), '8');
    await her.types(page.getByLabel('tot en met', { exact: true }).first(), '12');
    await her.ticks(page.locator('[name=day][value="3"]'));
    await her.types(page.locator('[name=from]'), '15:00');
    await her.types(page.locator('[name=until]'), '16:30');
    await her.chooses(page.getByLabel('Plek', { exact: true }), { index: 1 });
    await her.types(page.getByLabel('Bedrag in euro'), '12,50');
    await her.chooses(page.getByLabel('Per', { exact: true }), 'month');
    await her.goes(page.getByRole('button', { name: 'Bekijk hoe het eruitziet' }));
    await her.goes(page.getByRole('button', { name: 'Bewaar', exact: true }).first());
  });
}

test('a secretary who sees it for the first time enters the season of a club', async (t) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const her = new FirstTimer(page), name = 'Schaakclub voor beginners';
  await comes_in(her, page);
  await her.step('finds her way', 'reads the page of her club', async () => {
    if (!/\/organisations\//.test(page.url())) await page.goto(`${site.base}/workplace`);
    await her.reads();
  });
  await enters_an_activity(her, page, name);
  const card = page.locator('.own-card', { hasText: name });
  const activity = her.steps.at(-1);
  await her.step('free places', 'says how many children can still join', async () => {
    await her.types(card.getByLabel('Plekken vrij'), '12');
    await her.goes(card.getByRole('button', { name: 'Bewaar aantal' }));
  });
  await her.step('dates', 'two Wednesdays are cancelled, one tournament is added', async () => {
    await her.goes(card.getByRole('link', { name: 'Losse dagen' }));
    her.thinks(2); // where in the list these are
    for (const nth of [2, 5]) await her.goes(page.getByRole('button', { name: 'Gaat niet door' }).nth(nth));
    assert.equal(await page.locator('.sessions .cancelled').count(), 2);
    const extra = page.locator('#extra');
    await her.types(extra.getByLabel('Dag'), day_of_tournament);
    await her.types(extra.getByLabel('Van'), '10:00');
    await her.types(extra.getByLabel('Tot'), '16:00');
    await her.goes(extra.getByRole('button', { name: 'Voeg toe' }));
    assert.match(await page.locator('.sessions :target [role=status]').innerText(), /^Erbij gezet/i);
  });
  const minutes = (steps) => seconds(added_up(steps)) / 60;
  const season = minutes(her.steps.slice(1)); // she has come in
  for (const line of her.table().split('\n')) t.diagnostic(line);
  t.diagnostic(`all of it ${minutes(her.steps).toFixed(1)} minutes, the season ${season.toFixed(1)}, the activity in it ${minutes([activity]).toFixed(1)}`);
  assert.ok(season < 5, `${season} minutes`);
  const offering = (await site.json(`/api/v1/offerings?q=${encodeURIComponent(name)}`)).results.find((one) => one.title === name);
  assert.ok(offering, 'the club stands on the map');
  await page.context().close();
});
