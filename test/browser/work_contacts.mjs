// SPDX-License-Identifier: EUPL-1.2
// People to turn to, on a phone and at a desk, with script and without: a coordinator enters somebody, who says yes from
// the mail without signing in, stands in the list, corrects it and goes again; a guide puts themselves on the list.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor, tick, widths } from './at_work.mjs';

const said = (width, has_script) => `${width}, ${has_script ? 'with' : 'without'} script`;
let site, browser, base, slug, clubs, world;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  world = { browser, site };
  slug = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional').slug;
  clubs = (await site.json(`/api/v1/organisations?ecosystem=${slug}&limit=100`)).results;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function visitor(width, has_script) {
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  return page;
}

const person = (page, name) => page.locator('.people > .person', { hasText: name });
const list = () => `${base}/workplace/${slug}/contacts`;

async function mailed_link(page, to, subject) {
  await page.goto(`${base}/mail`);
  return base + await page.locator('li', { hasText: to }).filter({ hasText: subject }).last().locator('a').getAttribute('href');
}

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`somebody is asked, says yes, and goes again, ${said(width, has_script)}`, async () => {
    const club = clubs[nth], name = `Jet van Proef ${'ABCD'[nth]}`, address = `jet${nth}@gmail.com`;
    const lead = await comes_in(world, 'coordinator', `people${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    await puts_on_second_factor(lead);
    await lead.goto(`${base}/workplace/${slug}`);
    await in_order(lead, 'people-home');
    assert.match(await lead.locator('main').innerText(), /niemand in de oranje laag/);
    await enter(lead.getByRole('link', { name: 'Contactlijst', exact: true }));
    await in_order(lead, 'people-list');
    assert.ok(await lead.locator('.person').count() > 5);

    // Found by layer.
    await lead.getByLabel('Laag', { exact: true }).selectOption({ label: 'Oranje laag' });
    await press(lead, 'Laat zien');
    await in_order(lead, 'people-orange');
    assert.equal(await lead.locator('.person.green').count(), 0);
    await lead.goto(`${list()}?without=orange`);
    await in_order(lead, 'people-without');
    assert.ok(await lead.locator('.people-of').count() > 0);

    // Entered; what is wrong is said, and what was typed stays.
    await lead.goto(list());
    await enter(lead.getByRole('link', { name: 'Voeg iemand toe', exact: true }));
    await in_order(lead, 'people-new');
    await press(lead, 'Bewaar en vraag akkoord');
    await in_order(lead, 'people-wrong');
    await lead.getByLabel('Organisatie').selectOption({ value: club.id });
    await lead.getByLabel('Naam', { exact: true }).fill(name);
    await lead.getByLabel('Functie').fill('Vrijwilliger');
    await tick(lead.getByRole('radio', { name: /^Groen/ }));
    await lead.getByLabel('Zakelijk mailadres').fill(address);
    await tick(lead.getByRole('checkbox', { name: 'samenwerken' }));
    await lead.getByLabel('In één regel').fill('De materialen');
    await press(lead, 'Bewaar en vraag akkoord');
    await in_order(lead, 'people-private');
    assert.match(await lead.locator('.problem').first().innerText(), /gmail\.com/);
    assert.equal(await lead.getByLabel('Naam', { exact: true }).inputValue(), name);
    await tick(lead.getByRole('checkbox', { name: 'Dit adres gebruikt de organisatie' }));
    await press(lead, 'Bewaar en vraag akkoord');
    assert.match(await lead.locator('[role=status]').first().innerText(), /De mail met de vraag/);
    await lead.goto(`${list()}?q=${encodeURIComponent(name)}`);
    await in_order(lead, 'people-waiting');
    assert.match(await person(lead, name).innerText(), /Wacht op akkoord/);

    // The person answers from the mail.
    const page = await visitor(width, has_script);
    const link = await mailed_link(page, address, 'Mag je in de contactlijst');
    await page.goto(link);
    await in_order(page, 'people-asked');
    await page.getByText('Klopt er iets niet? Verbeter het eerst').press('Enter');
    await page.getByLabel('Functie').fill('Materiaalbeheer');
    await in_order(page, 'people-correcting');
    await press(page, 'Ja, zo mag het er staan');
    await in_order(page, 'people-yes');
    assert.match(await page.locator('[role=status]').innerText(), /Dit staat nu in de lijst/);

    // Everybody of the network sees it; who keeps it changes it, and the person hears.
    await lead.goto(`${list()}?q=${encodeURIComponent(name)}`);
    assert.match(await person(lead, name).innerText(), /Materiaalbeheer/);
    await enter(lead.getByRole('link', { name: `Verander ${name}` }));
    await in_order(lead, 'people-change');
    await lead.getByLabel('Zakelijk telefoonnummer').fill('015 200 30 40');
    await press(lead, 'Bewaar');
    assert.match(await lead.locator('[role=status]').first().innerText(), /krijgt een mail/);
    await lead.goto(`${base}/workplace/${slug}/records/organisation/${club.id}`);
    await in_order(lead, 'people-of-record');
    assert.match(await lead.locator('.people-of').innerText(), new RegExp(name));

    // And goes: nothing is left.
    await page.goto(await mailed_link(page, address, 'Er is iets veranderd'));
    await in_order(page, 'people-own');
    await press(page, 'Haal mij van de lijst');
    await in_order(page, 'people-gone');
    assert.match(await page.locator('h1').innerText(), /Je staat niet op de lijst/);
    assert.equal((await page.goto(link)).status(), 404);
    await in_order(page, 'people-over');
    await lead.goto(`${list()}?q=${encodeURIComponent(name)}`);
    assert.equal(await person(lead, name).count(), 0);
    await page.context().close();
    await lead.context().close();
  });

  test(`a guide puts themselves on the list, ${said(width, has_script)}`, async () => {
    const club = clubs[nth + 10], mail = `guide${nth}@school.example`;
    const guide = await comes_in(world, 'guide', mail, ['--ecosystem', slug, '--organisation', club.id], width, has_script, 'Mia Gids');
    await guide.goto(`${base}/account`);
    await in_order(guide, 'people-account');
    await enter(guide.getByRole('link', { name: /^Contactlijst van/ }));
    await enter(guide.getByRole('link', { name: 'Zet jezelf op de lijst' }));
    await in_order(guide, 'people-me');
    await guide.getByLabel('Functie').fill('Leerkracht');
    await tick(guide.getByRole('radio', { name: /^Groen/ }));
    await press(guide, 'Zet mij op de lijst');
    assert.match(await guide.locator('[role=status]').first().innerText(), /Je staat op de lijst/);
    await guide.goto(`${base}/account`);
    await enter(guide.getByRole('link', { name: `Wat er over jou staat bij ${club.name}` }));
    await in_order(guide, 'people-own-signed-in');
    await press(guide, 'Haal mij van de lijst');
    assert.match(await guide.locator('h1').innerText(), /Je staat niet op de lijst/);
    await guide.context().close();
  });
}
