// SPDX-License-Identifier: EUPL-1.2
// A coordinator asks somebody to keep the map of a neighbourhood; that steward comes in, looks at what nobody looked at,
// confirms it, and is refused outside the own part. On a phone and at a desk, with script and without.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor, widths } from './at_work.mjs';

const said = (width, has_script) => `${width}, ${has_script ? 'with' : 'without'} script`;
let site, browser, base, slug, world;

before(async () => {
  site = await serve_demo(1500, ['--no-pilots'], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  world = { browser, site };
  slug = (await site.json('/api/v1/ecosystems')).results[0].slug;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

// Of the mail that waits for this address.
async function says_yes(mail, width, has_script) {
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  await page.goto(`${base}/mail`);
  await page.goto(base + await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href'));
  await in_order(page, 'steward-invited');
  await page.getByLabel('Je naam').fill('Sam de Buur');
  await press(page, 'Ja, ik doe mee');
  return page;
}

const first_row = (page) => page.locator('table.stewards tbody tr').filter({ hasText: 'nog niemand' }).last();

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a neighbourhood gets a steward, ${said(width, has_script)}`, async () => {
    const lead = await comes_in(world, 'coordinator', `lead${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    await puts_on_second_factor(lead);
    await lead.goto(`${base}/workplace/${slug}`);
    await enter(lead.getByRole('link', { name: 'Buurtkenners' }));
    await in_order(lead, 'stewards');
    const area = await first_row(lead).locator('th').innerText();
    const where = await first_row(lead).locator('td a').first().getAttribute('href');
    await enter(first_row(lead).getByRole('link', { name: `Nodig iemand uit voor ${area}` }));
    await in_order(lead, 'steward-inviting');
    assert.match(await lead.locator('h2').first().innerText(), new RegExp(area));

    const mail = `buur${nth}@straat.example`;
    await lead.getByLabel('Het mailadres van je collega').fill(mail);
    assert.ok(await lead.getByRole('radio').first().isChecked(), 'there is one thing to be');
    await press(lead, 'Stuur de uitnodiging');
    await in_order(lead, 'steward-asked');

    const page = await says_yes(mail, width, has_script);
    await page.goto(`${base}/workplace`);
    await in_order(page, 'steward-at-work');
    await enter(page.getByRole('link', { name: `Kaart van ${area}` }));
    assert.equal(new URL(page.url()).pathname, where);
    await in_order(page, 'steward-area');

    // The table of the own part, and a place of it that is right.
    await enter(page.locator('table.numbers tbody tr', { hasText: 'Plekken' }).locator('a').first());
    await in_order(page, 'steward-table');
    assert.equal(await page.locator('table.records input[type=checkbox]').count(), 0);
    await enter(page.locator('table.records tbody th a').first());
    await in_order(page, 'steward-place');
    await press(page, 'Alles klopt vandaag');
    assert.match(await page.locator('[role=status]').innerText(), /[Bb]evestigd/);

    // A place that is not there yet, wrongly first.
    await page.goto(base + where);
    await enter(page.getByRole('link', { name: 'Plek erbij' }));
    await in_order(page, 'steward-new-place');
    await press(page, 'Bewaar');
    assert.ok(await page.locator('[role=alert]').count());
    await in_order(page, 'steward-new-place-wrong');

    // Nothing else of the network.
    for (const path of ['', '/table/venue', '/stewards', '/duplicates', '/landscape', '/changes']) {
      const answer = await page.goto(`${base}/workplace/${slug}${path}`);
      assert.equal(answer.status(), 403, path);
    }
    await in_order(page, 'steward-refused');

    // The coordinator sees who keeps it.
    await lead.goto(`${base}/workplace/${slug}/stewards`);
    assert.match(await lead.locator('main').innerText(), /Sam de Buur/);
    await page.context().close();
    await lead.context().close();
  });
}
