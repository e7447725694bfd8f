// SPDX-License-Identifier: EUPL-1.2
// What partners of a network ask and tell each other (R26), on a phone and at a desk, with script and without: a guide sees
// what is known and asks a hub, its keeper answers and makes knowledge of it that a visitor reads; a club asks for a room,
// another offers one and replies, and what they agreed waits for the map.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor, tick, widths } from './at_work.mjs';

const said = (width, has_script) => `${width}, ${has_script ? 'with' : 'without'} script`;
const hub = 'Hub natuur en duurzaamheid';
let site, browser, base, slug, clubs, carrier, world;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  world = { browser, site };
  slug = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional').slug;
  // Who carries the hub stands on what it made public.
  const list = await (await fetch(`${base}/e/${slug}/knowledge`)).text();
  const page = await (await fetch(base + new RegExp(`href="(/e/${slug}/knowledge/[^"]+)"`).exec(list)[1])).text();
  carrier = /href="\/organisations\/([^"]+)"/.exec(page)[1];
  clubs = (await site.json(`/api/v1/organisations?ecosystem=${slug}&limit=50`)).results.filter((one) => one.id !== carrier);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

const status = (page) => page.locator('[role=status]').first().innerText();
const at_club = (club) => ['--ecosystem', slug, '--organisation', club];

async function mailed(page, subject) {
  await page.goto(`${base}/mail`);
  assert.ok(await page.locator('li', { hasText: subject }).count() > 0, `no mail: ${subject}`);
}

async function open_details(page) {
  for (const more of await page.locator('details:not([open]) > summary').all()) await more.press('Enter');
}

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a question to a hub becomes knowledge, ${said(width, has_script)}`, async () => {
    const question = `Wie leent ons schepnetten voor slootonderzoek ${'ABCD'[nth]}?`;
    const keeper = await comes_in(world, 'provider_editor', `hub${nth}@natuur.example`, at_club(carrier), width, has_script, 'Hanna Hub');
    const guide = await comes_in(world, 'guide', `gids${nth}@school.example`, at_club(clubs[nth].id), width, has_script, 'Gijs Gids');
    await guide.goto(`${base}/account`);
    await enter(guide.getByRole('link', { name: /^Vraagbaak van/ }));
    await in_order(guide, 'hubs');

    // What is known stands there before anything is sent.
    await enter(guide.getByRole('link', { name: hub }));
    await in_order(guide, 'hub');
    await enter(guide.getByRole('link', { name: 'Stel een vraag' }));
    await in_order(guide, 'ask-first');
    await guide.getByLabel('Wat wil je weten?').fill('leskisten met bijen');
    await press(guide, 'Verder');
    await in_order(guide, 'ask-known');
    assert.match(await guide.locator('main').innerText(), /Staat je antwoord hier al\?[^]*Wie heeft een leskist over bijen\?/);

    // Without words it comes back with what was typed.
    await guide.getByLabel('Wat wil je weten?').fill('');
    await guide.getByLabel('Wil je er iets bij vertellen?').fill('Voor twee groepen, in mei.');
    await press(guide, 'Stel de vraag');
    await in_order(guide, 'ask-wrong');
    assert.match(await guide.locator('.problem').first().innerText(), /Er klopt nog één ding niet/);
    assert.equal(await guide.getByLabel('Wil je er iets bij vertellen?').inputValue(), 'Voor twee groepen, in mei.');
    await guide.getByLabel('Wat wil je weten?').fill(question);
    await press(guide, 'Stel de vraag');
    await in_order(guide, 'asked');
    assert.match(await status(guide), /Je vraag staat erbij/);
    const address = guide.url().replace(/\?.*/, '');

    // Its keeper hears of it and answers.
    await mailed(keeper, `Een vraag: ${question}`);
    await keeper.goto(`${base}/workplace`);
    await enter(keeper.getByRole('link', { name: /^Vraagbaak van/ }));
    await enter(keeper.getByRole('link', { name: question }).first());
    await in_order(keeper, 'question');
    await keeper.getByLabel('Jouw antwoord').fill('Die hebben wij.\n\n- Mail ons een week van tevoren.\n- Kijk op https://natuur.example.');
    await press(keeper, 'Geef antwoord');
    await in_order(keeper, 'answered');
    assert.match(await keeper.locator('.said-list').innerText(), /medewerker/);
    assert.doesNotMatch(await keeper.locator('main').innerText(), /Hanna|Gijs/, 'no name of a person');
    await mailed(guide, `Antwoord op je vraag: ${question}`);
    await guide.goto(address);
    await press(guide, 'Mijn vraag is beantwoord');
    await in_order(guide, 'question-answered');
    assert.match(await status(guide), /beantwoord/);
    await guide.context().close();

    // It becomes a page for everybody.
    await keeper.goto(address);
    await open_details(keeper);
    await in_order(keeper, 'keeping');
    await press(keeper, 'Maak er een kennispagina van');
    await in_order(keeper, 'knowledge-form');
    assert.match(await keeper.getByLabel('Tekst').inputValue(), /Die hebben wij/);
    await keeper.getByLabel('Titel').fill(`Schepnetten lenen ${'ABCD'[nth]}`);
    await tick(keeper.getByLabel('Iedereen'));
    await press(keeper, 'Bewaar');
    await in_order(keeper, 'knowledge-made');
    await enter(keeper.getByRole('link', { name: 'Bekijk als bezoeker' }));
    const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
    const visitor = await context.newPage();
    visitor.has_script = has_script;
    await visitor.goto(`${base}/e/${slug}`);
    await enter(visitor.getByRole('link', { name: 'Wat het netwerk weet' }));
    await in_order(visitor, 'public-knowledge');
    await visitor.getByLabel('Zoek op woorden').fill('schepnet lenen');
    await press(visitor, 'Zoek');
    await enter(visitor.getByRole('link', { name: `Schepnetten lenen ${'ABCD'[nth]}` }));
    await in_order(visitor, 'public-knowledge-page');
    assert.match(await visitor.locator('main').innerText(), /Hub natuur en duurzaamheid[^]*Klopt dit\? Laat het ons weten\./);
    await context.close();

    // Put away and back.
    await keeper.goto(address);
    await open_details(keeper);
    await press(keeper, 'Haal de vraag weg');
    await in_order(keeper, 'put-away');
    await press(keeper, 'Maak ongedaan');
    assert.match(await status(keeper), /staat er weer/);
    await keeper.context().close();
  });

  test(`partners find each other on the board, ${said(width, has_script)}`, async () => {
    const [one, other] = [clubs[2 * nth], clubs[2 * nth + 1]];
    const asked = `Een zaal voor dansles ${'ABCD'[nth]}`, offered = `Onze gymzaal is leeg ${'ABCD'[nth]}`;
    const club = await comes_in(world, 'provider_editor', `club${nth}@club.example`, at_club(one.id), width, has_script, 'Cas Club');
    await club.goto(`${base}/workplace`);
    await enter(club.getByRole('link', { name: /^Prikbord van/ }));
    await in_order(club, 'notices');
    await enter(club.getByRole('link', { name: 'Nieuw bericht' }));
    await in_order(club, 'notice-form');
    await press(club, 'Plaats het bericht');
    await in_order(club, 'notice-wrong');
    await tick(club.getByLabel('vragen iets'));
    await club.getByLabel('Het gaat om').selectOption('room');
    await club.getByLabel('In één zin').fill(asked);
    await club.getByLabel('Onderwerp 1').selectOption('music');
    await press(club, 'Plaats het bericht');
    await in_order(club, 'notice-placed');
    assert.match(await status(club), /staat op het prikbord/);
    const address = club.url().replace(/\?.*/, '');

    // Somebody offers what was asked; who asked hears of it.
    const hall = await comes_in(world, 'provider_editor', `zaal${nth}@zaal.example`, at_club(other.id), width, has_script, 'Zoë Zaal');
    await hall.goto(`${base}/workplace/${slug}/notices/new`);
    await tick(hall.getByLabel('bieden iets aan'));
    await hall.getByLabel('Het gaat om').selectOption('room');
    await hall.getByLabel('In één zin').fill(offered);
    await hall.getByLabel('Onderwerp 1').selectOption('music');
    await press(hall, 'Plaats het bericht');
    await in_order(hall, 'notice-matches');
    assert.match(await hall.locator('main').innerText(), new RegExp(`Wie zoekt dit\\?[^]*${asked}[^]*Past: ook ruimte, en ook over`));
    await mailed(hall, `Dit past bij je bericht: ${offered}`);

    // A reply goes by mail.
    await hall.goto(address);
    await in_order(hall, 'notice');
    await hall.getByLabel('Jouw bericht').fill('Kom gerust kijken.');
    await press(hall, 'Verstuur');
    await in_order(hall, 'replied');
    assert.match(await status(hall), /Je bericht gaat nu weg/);
    await mailed(hall, `Een reactie op je bericht: ${asked}`);
    await hall.context().close();

    // What they agreed waits for who keeps the map.
    await club.goto(address);
    await club.getByLabel('Met welke organisatie?').selectOption({ label: other.name });
    await tick(club.getByLabel('Stel voor om op de kaart'));
    await press(club, 'Dit is afgesproken');
    await in_order(club, 'agreed');
    assert.match(await club.locator('main').innerText(), new RegExp(`Afgesproken met ${other.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await club.goto(`${base}/workplace/${slug}/notices?side=offered&what=room`);
    await in_order(club, 'notices-chosen');
    assert.doesNotMatch(await club.locator('main').innerText(), new RegExp(asked));
    await club.goto(`${base}/workplace/${slug}/notices/print`);
    await in_order(club, 'market');
    assert.match(await club.locator('main').innerText(), new RegExp(offered));
    await club.context().close();
  });

  test(`a coordinator sees what waits and adds a hub, ${said(width, has_script)}`, async () => {
    const lead = await comes_in(world, 'coordinator', `lead${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    await puts_on_second_factor(lead);
    await lead.goto(`${base}/workplace/${slug}`);
    await in_order(lead, 'talk-home');
    assert.match(await lead.locator('.ways').innerText(), /al twee weken/);
    await enter(lead.getByRole('link', { name: 'Vraagbaak', exact: true }));
    await in_order(lead, 'hubs-coordinator');
    await enter(lead.getByRole('link', { name: 'Waar kunnen we met regen naartoe?' }).first());
    await open_details(lead);
    await lead.getByLabel('Geef door aan een andere hub').selectOption({ label: 'Hub wetenschap en techniek' }).catch(() => {});
    await in_order(lead, 'passing-on');
    await lead.goto(`${base}/workplace/${slug}/hubs`);
    await enter(lead.getByRole('link', { name: 'Hub erbij' }));
    await in_order(lead, 'new-hub');
    await lead.getByLabel('Naam').fill(`Hub sport ${'ABCD'[nth]}`);
    await lead.getByLabel('Organisatie').selectOption({ index: 2 });
    await press(lead, 'Bewaar');
    await in_order(lead, 'hub-record');
    await lead.goto(`${base}/workplace/${slug}/hubs`);
    assert.match(await lead.locator('main').innerText(), new RegExp(`Hub sport ${'ABCD'[nth]}`));
    await lead.context().close();
  });
}
