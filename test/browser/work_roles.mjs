// SPDX-License-Identifier: EUPL-1.2
// The workplace for who is no editor, on a phone and at a desk, with script and without: a coordinator and the owner of a
// network keep what belongs to all of it, the owner of an organisation what it promises; a policy maker and a guide see what
// everybody sees, and are refused where others keep their offering.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor, tick } from './at_work.mjs';

const said = (width, has_script) => `${width}, ${has_script ? 'with' : 'without'} script`;
let site, browser, base, slug, clubs, world;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  world = { browser, site };
  slug = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional').slug;
  clubs = (await site.json(`/api/v1/organisations?ecosystem=${slug}&limit=50`)).results;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

const at_club = (club) => `${base}/workplace/${slug}/organisations/${club.id}`;

// An activity of this club, made by the coordinator; gives its title.
async function add_activity(page, club, title) {
  await page.goto(`${at_club(club)}/offerings/new`);
  await page.getByLabel('Naam van de activiteit').fill(title);
  await tick(page.getByLabel('Dat weten we nog niet'));
  await press(page, 'Bewaar');
  return title;
}

async function propose(page, club, own, other) {
  await page.goto(`${at_club(club)}/next-steps`);
  await page.getByLabel('Welke activiteit van jullie?').selectOption({ label: own });
  await page.getByLabel(/Welke andere activiteit/).fill(other);
  await press(page, 'Zoek');
  await in_order(page, 'coordinator-found-step');
  assert.match(await page.locator('#found:target h2').innerText(), /^Gevonden: \d/);
  await press(page, 'Stel voor: hierin verder gaan');
  assert.match(await page.locator('.sessions :target [role=status]').innerText(), /^Voorgesteld: /);
}

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a coordinator keeps what belongs to the network, ${said(width, has_script)}`, async () => {
    const [club, partner] = [clubs[2 * nth], clubs[2 * nth + 1]];
    const page = await comes_in(world, 'coordinator', `lead${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    assert.equal(new URL(page.url()).pathname, '/account/second-factor');
    await puts_on_second_factor(page);

    // All of the network, page by page, what waits first.
    await page.goto(`${base}/workplace`);
    await in_order(page, 'coordinator-list');
    const list = page.locator('.at-work > li');
    assert.equal(await list.count(), 20);
    assert.match(await list.first().innerText(), /\d activiteit/);
    await enter(page.getByRole('link', { name: 'Volgende' }));
    await in_order(page, 'coordinator-page-2');
    assert.match(await page.locator('.pager').innerText(), /Bladzijde 2 van/);

    // By name, and straight to it.
    await page.getByLabel('Zoek een organisatie of activiteit').fill(club.name.toUpperCase());
    await press(page, 'Zoek');
    await in_order(page, 'coordinator-searched');
    await enter(page.getByRole('link', { name: club.name, exact: true }).first());
    assert.equal(page.url(), at_club(club));
    await in_order(page, 'coordinator-club');

    // An activity is changed, with who did.
    const own = await add_activity(page, club, `Eigen ${nth}`);
    await enter(page.locator('.own-card h2 a', { hasText: own }));
    await in_order(page, 'coordinator-edit');
    await page.getByLabel('Wat doen kinderen er?').fill('Nagekeken door het netwerk.');
    await press(page, 'Bewaar');
    assert.match(await page.locator('[role=status]').first().innerText(), /^Bewaard/);
    await page.locator('.own-card', { hasText: own }).locator('summary', { hasText: 'Meer' }).press('Enter');
    await enter(page.locator('.own-card', { hasText: own }).getByRole('link', { name: 'Wie veranderde wat?' }));
    await in_order(page, 'coordinator-history');
    const history = await page.locator('.changes').innerText();
    assert.match(history, /Lea de Wit/);
    assert.match(history, /Nagekeken door het netwerk/);

    // Two proposals: yes to the one, no to the other.
    for (const [title, answer, after] of [[`Welkom ${nth}`, 'Ja, goed idee', /Afgesproken/], [`Vol ${nth}`, 'Nee', null]]) {
      const other = await add_activity(page, partner, title);
      await propose(page, club, own, other);
      await page.goto(`${at_club(partner)}/next-steps`);
      await in_order(page, 'coordinator-asked');
      const row = page.locator('.sessions li', { hasText: other });
      assert.equal(await row.count(), 1);
      await enter(row.getByRole('button', { name: answer, exact: true }));
      if (after) assert.match(await row.innerText(), after);
      else assert.equal(await row.count(), 0);
    }
    await page.goto(`${at_club(club)}/about`);
    await in_order(page, 'coordinator-about');
    await page.context().close();
  });
}

// Refused at every page of the workplace, in words; what everybody may see stays to be seen.
async function is_refused(page, role) {
  const offering = (await site.json(`/api/v1/offerings?ecosystem=${slug}&limit=1`)).results[0];
  const keeping = [`/organisations/${clubs[0].id}`, `/organisations/${clubs[0].id}/about`, `/history/organisation/${clubs[0].id}`,
    `/organisations/${clubs[0].id}/next-steps`, `/organisations/${clubs[0].id}/offerings/new`, `/offerings/${offering.id}`,
    `/offerings/${offering.id}/sessions`, `/offerings/${offering.id}/for-everybody`, `/history/offering/${offering.id}`]
    .map((path) => `/workplace/${slug}${path}`);
  for (const path of ['/workplace', ...keeping]) {
    const answer = await page.goto(base + path);
    assert.equal(answer.status(), 403, path);
    await in_order(page, `${role}-refused`);
    assert.equal(await page.locator('main form').count(), 0, path);
  }
  await page.goto(`${base}/account`);
  await in_order(page, `${role}-account`);
  assert.equal(await page.getByRole('link', { name: 'Jouw aanbod' }).count(), 0);
  assert.equal((await page.goto(`${base}/offerings/${offering.id}`)).status(), 200);
  await in_order(page, `${role}-offering`);
}

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a policy maker sees figures and keeps nothing, ${said(width, has_script)}`, async () => {
    const page = await comes_in(world, 'policy_maker', `beleid${nth}@stad.example`, ['--ecosystem', slug], width, has_script);
    await puts_on_second_factor(page);
    await is_refused(page, 'policy');
    for (const path of ['/opportunity', `/e/${slug}/completeness`, `/e/${slug}/network`]) {
      assert.equal((await page.goto(base + path)).status(), 200, path);
      await in_order(page, 'policy-figures');
    }
    await page.context().close();
  });

  test(`a guide looks and keeps nothing, ${said(width, has_script)}`, async () => {
    const place = ['--ecosystem', slug, '--organisation', clubs[0].id];
    const page = await comes_in(world, 'guide', `gids${nth}@school.example`, place, width, has_script);
    await is_refused(page, 'guide');
    await page.context().close();
  });
}

async function asks_a_colleague(page, mail, role) {
  await page.goto(`${base}/account`);
  await enter(page.getByRole('link', { name: 'Naar je collega’s' }));
  await in_order(page, 'colleagues');
  await page.getByLabel('Het mailadres van je collega').fill(mail);
  await tick(page.getByRole('radio', { name: new RegExp(`^${role} `) }));
  await press(page, 'Stuur de uitnodiging');
  await page.getByText(`mail naar ${mail}`).waitFor();
}

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`an owner says what is promised and asks a colleague, ${said(width, has_script)}`, async () => {
    const club = clubs[10 + nth];
    const place = ['--ecosystem', slug, '--organisation', club.id];
    const page = await comes_in(world, 'organisation_owner', `owner${nth}@club.example`, place, width, has_script, 'Gea Post');
    await page.goto(`${base}/workplace`);
    await enter(page.getByRole('link', { name: 'Over ons en veiligheid' }));
    await in_order(page, 'owner-about');
    await page.getByLabel(/een VOG/).selectOption('yes');
    await page.getByLabel(/terecht als iets niet goed voelt/).fill('Gea van de club');
    await press(page, 'Bewaar');
    assert.match(await page.locator('[role=status]').innerText(), /Bewaard wat er over jullie staat/);
    await enter(page.getByRole('link', { name: 'Over ons en veiligheid' }));
    await enter(page.getByRole('link', { name: 'Wie veranderde wat?' }));
    await in_order(page, 'owner-history');
    assert.match(await page.locator('.changes').innerText(), /Gea Post[^]*Gea van de club/);
    await asks_a_colleague(page, `new-editor${nth}@club.example`, 'redacteur');
    await page.context().close();
  });

  test(`an owner of a network keeps it and asks a coordinator, ${said(width, has_script)}`, async () => {
    const page = await comes_in(world, 'ecosystem_owner', `network${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Ida Net');
    await puts_on_second_factor(page);
    await page.goto(`${base}/workplace?q=${encodeURIComponent(clubs[14 + nth].name)}`);
    await in_order(page, 'network-list');
    await enter(page.locator('.at-work > li a').first());
    await in_order(page, 'network-club');
    assert.match(await page.locator('h1').innerText(), new RegExp(`Aanbod van ${clubs[14 + nth].name}`));
    await asks_a_colleague(page, `coordinator${nth}@net.example`, 'coördinator');
    await page.context().close();
  });
}
