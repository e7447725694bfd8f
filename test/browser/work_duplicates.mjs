// SPDX-License-Identifier: EUPL-1.2
// A coordinator looks at what is recorded twice, on a phone and at a desk, with script and without: tells two apart, merges two
// and takes that back; visitors are led on. Who keeps only an organisation is refused.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor } from './at_work.mjs';

const said = (width, has_script) => `${width}, ${has_script ? 'with' : 'without'} script`;
let site, browser, base, slug, world;

before(async () => {
  site = await serve_demo(2500, ['--flawed', '--no-pilots'], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  world = { browser, site };
  slug = (await site.json('/api/v1/ecosystems')).results[0].slug;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

const pairs_on = async (page) => Number(/\d+/.exec(await page.locator('.lead').innerText())[0]);
const pair = (page, nth = 0) => page.locator('.pairs > li').nth(nth);
const notice = (page) => page.locator('.notice[role=status]').innerText();

// The atlas of visitors follows a change within half a second or so.
async function leads_to(page, address, wanted) {
  for (let tries = 0; tries < 40; ++tries) {
    const answer = await page.goto(address);
    if (answer.status() === 200 && page.url() === wanted) return;
    await new Promise((soon) => setTimeout(soon, 250));
  }
  assert.fail(`${address} does not lead to ${wanted}`);
}

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a coordinator merges two and tells two apart, ${said(width, has_script)}`, async () => {
    const page = await comes_in(world, 'coordinator', `lead${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    await puts_on_second_factor(page);
    await page.goto(`${base}/workplace`);
    await enter(page.locator(`main a[href="/workplace/${slug}"]`).first());
    await enter(page.getByRole('link', { name: 'Dubbelingen' }));
    await in_order(page, 'duplicates');
    const all = await pairs_on(page);
    assert.ok(all > 4, `${all} pairs`);
    assert.ok(await pair(page).locator('.why li').count() > 1);

    // Two things: gone from the list, and back again.
    const names = await pair(page).locator('h2').innerText();
    await enter(pair(page).getByRole('button', { name: /^Dit zijn er twee/ }));
    assert.match(await notice(page), /^Onthouden/);
    await in_order(page, 'duplicates-two');
    assert.equal(await pairs_on(page), all - 1);
    const apart = page.locator('details', { hasText: 'waarvan iemand zei' });
    await apart.locator('summary').press('Enter');
    assert.match(await apart.innerText(), new RegExp(names.split(' en ')[0].replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    await in_order(page, 'duplicates-told-apart');
    await enter(apart.getByRole('button', { name: 'Laat ze toch weer zien' }).first());
    assert.equal(await pairs_on(page), all);

    // One thing: which stays, what stands, what moves.
    await enter(pair(page).getByRole('link', { name: /^Dit is dezelfde/ }));
    await in_order(page, 'merge');
    const stays = await page.locator('main dl.about dd a').nth(0).getAttribute('href');
    const goes = await page.locator('main dl.about dd a').nth(1).getAttribute('href');
    await enter(page.getByRole('link', { name: 'Laat de andere blijven' }));
    assert.equal(await page.locator('main dl.about dd a').nth(0).getAttribute('href'), goes);
    await enter(page.getByRole('link', { name: 'Laat de andere blijven' }));
    assert.equal(await page.locator('main dl.about dd a').nth(0).getAttribute('href'), stays);
    const choices = page.locator('fieldset.versions');
    for (let i = 0; i < await choices.count(); ++i) {
      assert.equal(await choices.nth(i).locator('input:checked').count(), 1);
    }
    const equal = page.locator('details', { hasText: 'bij allebei hetzelfde' });
    if (await equal.count()) await equal.locator('summary').press('Enter');
    await in_order(page, 'merge-opened');
    await press(page, 'Voeg samen');
    assert.match(await notice(page), /staat nu één keer op de kaart/);
    await in_order(page, 'merged');
    assert.ok(await pairs_on(page) < all);

    // A visitor with the old address comes to the one that stays.
    const visitor = await page.context().newPage();
    await leads_to(visitor, base + goes, base + stays);
    await visitor.close();

    // And back: what was merged is two again.
    await press(page, 'Maak ongedaan');
    assert.match(await notice(page), /^Teruggedraaid/);
    await in_order(page, 'merge-undone');
    assert.equal(await pairs_on(page), all);
    const again = await page.context().newPage();
    await leads_to(again, base + goes, base + goes);
    await page.context().close();
  });
}

test('what somebody changed meanwhile is shown before it is merged', async () => {
  const page = await comes_in(world, 'coordinator', 'late@net.example', ['--ecosystem', slug], 'desktop', true, 'Late Lea');
  await puts_on_second_factor(page);
  await page.goto(`${base}/workplace/${slug}/duplicates`);
  const clubs = page.locator('.pairs > li', { hasText: 'organisatie ·' });
  await enter(clubs.first().getByRole('link', { name: /^Dit is dezelfde/ }));
  const stays = (await page.locator('main dl.about dd a').nth(0).getAttribute('href')).split('/').pop();
  const other = await page.context().newPage();
  other.has_script = true;
  await other.goto(`${base}/workplace/${slug}/organisations/${stays}/about`);
  await other.getByLabel(/Telefoon/).first().fill('0990-111111');
  await press(other, 'Bewaar');
  await press(page, 'Voeg samen');
  assert.match(await page.locator('[role=alert]').innerText(), /intussen veranderd/);
  await in_order(page, 'merge-changed');
  assert.match(await page.locator('form.work').innerText(), /0990-111111/);
  await press(page, 'Voeg samen');
  assert.match(await notice(page), /één keer op de kaart/);
  await page.context().close();
});

test('English pages are whole', async () => {
  const page = await comes_in(world, 'coordinator', 'english@net.example', ['--ecosystem', slug], 'desktop', true, 'Anna');
  await puts_on_second_factor(page);
  await page.goto(`${base}/en/workplace/${slug}/duplicates`);
  await in_order(page, 'duplicates-en');
  await enter(pair(page).getByRole('link', { name: /^These are the same/ }));
  await in_order(page, 'merge-en');
  await page.context().close();
});

test('who keeps only an organisation, or nothing, is refused', async () => {
  const club = (await site.json('/api/v1/organisations?limit=1')).results[0];
  const place = ['--ecosystem', slug, '--organisation', club.id];
  for (const role of ['organisation_owner', 'provider_editor', 'guide']) {
    const page = await comes_in(world, role, `${role}@club.example`, place, 'phone', true);
    for (const path of ['duplicates', 'duplicates/merge']) {
      assert.equal((await page.goto(`${base}/workplace/${slug}/${path}`)).status(), 403, `${role} ${path}`);
    }
    await in_order(page, 'duplicates-refused');
    await page.context().close();
  }
});
