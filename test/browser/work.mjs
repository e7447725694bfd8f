// SPDX-License-Identifier: EUPL-1.2
// The workplace of a provider: a secretary who sees it for the first time enters the season of a club, on a phone and at a
// desk, with script and without. Steps are counted. What two people change at once, what a colleague may not, and dates.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, tick } from './at_work.mjs';

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

// Somebody who keeps the offering of an organisation, and has come in.
const editor_of = (organisation, mail, width, has_script, role = 'provider_editor') =>
  comes_in({ browser, site }, role, mail, ['--ecosystem', slug, '--organisation', organisation.id], width, has_script);

// A browser moves along a long page in steps.
async function comes_in_sight(element) {
  let y = 0;
  for (let tries = 0; tries < 40; tries++) {
    y = (await element.boundingBox()).y;
    if (y >= 0 && y < element.page().viewportSize().height) return;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  assert.fail(`it is at ${y}`);
}

for (const [width, has_script] of ways) {
  test(`a secretary enters the season of a club, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const club = clubs[width === 'phone' ? (has_script ? 0 : 1) : has_script ? 2 : 3];
    const page = await editor_of(club, `noor-${width}-${has_script}@club.example`, width, has_script);
    let steps = 0;
    const step = async (done) => { steps++; await done; };
    await page.goto(`${base}/workplace`);
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
    await step(tick(page.locator('[name=day][value="3"]')));
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
    const card = page.locator('.own-card', { hasText: `Schaakclub ${width} ${has_script}` });
    assert.match(await card.locator('[role=status]').innerText(), /Bewaard\. Over een paar tellen/); // where the page opens
    await in_order(page, 'kept');
    assert.ok(steps <= 15, `${steps} steps`);

    // A number that cannot be is asked again where it was typed; one that can be is kept.
    await card.getByLabel('Plekken vrij').fill('veel');
    await enter(card.getByRole('button', { name: 'Bewaar aantal' }));
    await in_order(page, 'places-wrong');
    assert.ok(await card.locator('[role=alert]').count() === 1);
    assert.equal(await card.getByLabel('Plekken vrij').inputValue(), 'veel');
    await card.getByLabel('Plekken vrij').fill('12');
    await enter(card.getByRole('button', { name: 'Bewaar aantal' }));
    assert.match(await card.locator('[role=status]').innerText(), /vrije plekken is bewaard/);

    // One Wednesday is cancelled, another moved, and one of these comes back.
    await enter(card.getByRole('link', { name: 'Losse dagen' }));
    await in_order(page, 'sessions');
    await press(page, 'Gaat niet door');
    assert.equal(await page.locator('.sessions .cancelled').count(), 1);
    assert.match(await page.locator('.sessions .cancelled:target [role=status]').innerText(), /gaat niet door\.$/);
    await in_order(page, 'cancelled');
    await press(page, 'Gaat toch door');
    assert.equal(await page.locator('.sessions .cancelled').count(), 0);
    assert.match(await page.locator('.sessions :target [role=status]').innerText(), /gaat toch door\.$/);
    // A time the wrong way round: the message is beside the form, in sight, with what was typed.
    const extra = page.locator('#extra');
    await extra.getByLabel('Dag').fill('2027-05-01');
    await extra.getByLabel('Van').fill('15:00');
    await extra.getByLabel('Tot').fill('14:10');
    await enter(extra.getByRole('button', { name: 'Voeg toe' }));
    await in_order(page, 'wrong-time');
    assert.equal(await extra.getByLabel('Tot').inputValue(), '14:10');
    await comes_in_sight(extra.getByRole('alert'));
    await extra.getByLabel('Tot').fill('16:10');
    await enter(extra.getByRole('button', { name: 'Voeg toe' }));
    assert.match(await page.locator('.sessions :target [role=status]').innerText(), /^Erbij gezet: zaterdag 1 mei 2027/i);
    await page.goto(page.url().replace('/sessions', '/for-everybody'));
    await in_order(page, 'rubric');
    await tick(page.getByLabel(/rolstoel/));
    await page.getByLabel('Wat neemt een kind mee, wat trekt het aan?').fill('Niets, er zijn borden genoeg.');
    await press(page, 'Bewaar');
    assert.match(await card.locator('[role=status]').innerText(), /Bewaard/);
    await enter(card.getByRole('link', { name: 'Voor ieder kind?' }));
    assert.match(await page.locator('.lead').innerText(), /Bij 2 van de 10 vragen/);
    assert.equal(await page.getByLabel('Wat neemt een kind mee, wat trekt het aan?').inputValue(), 'Niets, er zijn borden genoeg.');
    await page.goto(page.url().replace(/offerings\/([^/]+)\/for-everybody/, 'history/offering/$1'));
    await in_order(page, 'history');
    assert.match(await page.locator('.changes').innerText(), /Noor Bakker/);

    // Taken off the map, and undone.
    await page.goto(`${base}/workplace`);
    await card.locator('summary', { hasText: 'Meer' }).press('Enter');
    await enter(card.getByRole('button', { name: 'Haal van de kaart' }));
    assert.match(await page.locator('[role=status]').first().innerText(), /staat niet meer op de kaart/);
    await press(page, 'Maak ongedaan');
    assert.equal(await card.count(), 1);
    await enter(page.getByRole('link', { name: /^Vervolgstappen/ }));
    await in_order(page, 'steps');
    await page.context().close();
  });
}

for (const [width, has_script] of ways) {
  test(`two people change the same, and choose, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const club = clubs[width === 'phone' ? 4 : 5];
    const noor = await editor_of(club, `noor2-${width}@club.example`, width, has_script);
    const sam = await editor_of(club, `sam-${width}@club.example`, width, has_script);
    await noor.goto(`${base}/workplace`);
    await enter(noor.getByRole('link', { name: 'Nieuwe activiteit' }));
    await noor.getByLabel('Naam van de activiteit').fill('Dammen');
    await tick(noor.getByLabel('Dat weten we nog niet'));
    await press(noor, 'Bewaar');
    const edit = await noor.locator('.own-card h2 a', { hasText: 'Dammen' }).getAttribute('href');
    for (const page of [noor, sam]) await page.goto(base + edit);
    await noor.getByLabel('Naam van de activiteit').fill('Dammen voor iedereen');
    await sam.getByLabel('Naam van de activiteit').fill('Damclub');
    await sam.getByLabel('Wat doen kinderen er?').fill('Je leert dammen.');
    await press(noor, 'Bewaar');
    await press(sam, 'Bewaar');
    await in_order(sam, 'both');
    const both = await sam.locator('main').innerText();
    assert.match(both, /Dammen voor iedereen/);
    assert.match(both, /Damclub/);
    assert.doesNotMatch(both, /Je leert dammen/); // only one of them changed that
    await tick(sam.locator('[value=theirs]'));
    await press(sam, 'Bewaar');
    const card = await sam.locator('.own-card', { hasText: 'Dammen voor iedereen' }).count();
    assert.equal(card, 1);
    await sam.goto(base + edit);
    assert.equal(await sam.getByLabel('Wat doen kinderen er?').inputValue(), 'Je leert dammen.');

    // A copy of it asks for its days again.
    await sam.goto(`${base}/workplace`);
    await enter(sam.locator('.own-card', { hasText: 'Dammen voor iedereen' }).getByRole('link', { name: 'Kopieer' }));
    assert.match(await sam.locator('[role=status]').first().innerText(), /Dit is een kopie/);
    for (const page of [noor, sam]) await page.context().close();
  });
}

test('what is typed is kept as a draft by itself, and seen by nobody else', async () => {
  const noor = await editor_of(clubs[6], 'noor3@club.example', 'phone', true);
  await noor.goto(`${base}/workplace`);
  await enter(noor.getByRole('link', { name: 'Nieuwe activiteit' }));
  await noor.getByLabel('Naam van de activiteit').fill('Half af');
  await noor.locator('.draft-state', { hasText: 'Bewaard als kladje' }).waitFor();
  const address = noor.url();
  await noor.goto(`${base}/workplace`);
  await noor.goto(address);
  assert.equal(await noor.getByLabel('Naam van de activiteit').inputValue(), 'Half af');
  await in_order(noor, 'draft');
  const sam = await editor_of(clubs[6], 'sam3@club.example', 'phone', true);
  await sam.goto(address);
  assert.equal(await sam.getByLabel('Naam van de activiteit').inputValue(), '');
  await press(noor, 'Gooi weg wat ik had getypt');
  assert.equal(await noor.getByLabel('Naam van de activiteit').inputValue(), '');
  for (const page of [noor, sam]) await page.context().close();
});

test('two partners agree on a next step, and an owner says what is promised', async () => {
  const [one, other] = [clubs[7], clubs[8]];
  const pages = [];
  for (const [club, name] of [[one, 'een'], [other, 'twee']]) {
    const page = await editor_of(club, `${name}@club.example`, 'desktop', true);
    await page.goto(`${base}/workplace`);
    await enter(page.getByRole('link', { name: 'Nieuwe activiteit' }));
    await page.getByLabel('Naam van de activiteit').fill(`Stap ${name}`);
    await tick(page.getByLabel('Dat weten we nog niet'));
    await press(page, 'Bewaar');
    pages.push(page);
  }
  const [from, to] = pages;
  await enter(from.getByRole('link', { name: /^Vervolgstappen/ }));
  await from.getByLabel('Welke activiteit van jullie?').selectOption({ label: 'Stap een' });
  await from.getByLabel(/Welke.*activiteit.*van een ander/).fill('stap twee');
  await press(from, 'Zoek');
  await in_order(from, 'found');
  await press(from, 'Stel voor: hierin verder gaan');
  assert.match(await from.locator('main').innerText(), /Wacht op het antwoord van de ander/);
  await from.goto(`${base}/mail`);
  assert.match(await from.locator('li', { hasText: 'twee@club.example' }).last().innerText(), /vervolgstap/i);
  await to.goto(`${base}/workplace`);
  assert.match(await to.locator('main').innerText(), /1 wacht op jou/);
  await enter(to.getByRole('link', { name: /^Vervolgstappen/ }));
  await in_order(to, 'asked');
  await press(to, 'Ja, goed idee');
  assert.match(await to.locator('main').innerText(), /Afgesproken/);
  for (const page of pages) await page.context().close();

  const owner = await editor_of(one, 'eigenaar@club.example', 'phone', true, 'organisation_owner');
  await owner.goto(`${base}/workplace`);
  await enter(owner.getByRole('link', { name: 'Over ons en veiligheid' }));
  await in_order(owner, 'about');
  await owner.getByLabel(/een VOG/).selectOption('yes');
  await owner.getByLabel(/terecht als iets niet goed voelt/).fill('Vertrouwenspersoon Gea');
  await press(owner, 'Bewaar');
  // On the map within seconds, with what children see.
  const step = (await owner.locator('.own-card h2 a', { hasText: 'Stap een' }).getAttribute('href')).split('/').pop();
  let text = '';
  for (let tries = 0; tries < 40 && !/Vertrouwenspersoon Gea/.test(text); tries++) {
    await owner.goto(`${base}/offerings/${step}`);
    text = await owner.locator('main').innerText();
    await new Promise((done) => { setTimeout(done, 250); });
  }
  assert.match(text, /Vertrouwenspersoon Gea/);
  assert.match(text, /Stap twee/); // the step that was agreed on
  await owner.context().close();
});
