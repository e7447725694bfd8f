// SPDX-License-Identifier: EUPL-1.2
// The community map in the hands of a coordinator: the table with its filters, a change of many at once and back, a
// spreadsheet out and in, one record with who said what, a board, two days beside each other.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor, tick } from './at_work.mjs';

let site, browser, base, slug;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  slug = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional').slug;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

const found = async (page) => Number.parseInt(await page.locator('#found').innerText(), 10);
const notice = (page) => page.locator('[role=status]').innerText();

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a coordinator keeps the map, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const page = await comes_in({ browser, site }, 'coordinator', `map${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    await puts_on_second_factor(page);
    await page.goto(`${base}/workplace/${slug}`);
    await in_order(page, 'map-home');
    await enter(page.getByRole('link', { name: 'Tabel, bord en kaart' }));
    await in_order(page, 'map-table');
    const all = await found(page);

    // Filters hold together, also "is empty".
    await page.locator('summary', { hasText: 'Kies per veld' }).press('Enter');
    await page.locator('#filter-level').selectOption({ label: 'Is leeg' });
    await page.locator('#filter-sector').selectOption({ label: 'Sport' });
    await press(page, 'Toon');
    await in_order(page, 'map-filtered');
    const sport = await found(page);
    assert.ok(sport > 1 && sport < all, `${sport} of ${all}`);

    // A view is kept, and found again.
    await page.locator('summary', { hasText: /^(Bewaar deze weergave|\d+ bewaarde weergave)/ }).press('Enter');
    await page.getByLabel('Naam van deze weergave').fill(`Sport ${nth}`);
    await press(page, 'Bewaar deze weergave');
    await page.goto(`${base}/workplace/${slug}/table/organisation`);
    await page.locator('summary', { hasText: /bewaarde weergave/ }).press('Enter');
    await enter(page.getByRole('link', { name: `Sport ${nth}` }));
    assert.equal(await found(page), sport);

    // Many at once: looked at first, done, and taken back.
    const boxes = page.locator('table.records input[type=checkbox]');
    await tick(boxes.nth(0));
    await tick(boxes.nth(1));
    await page.getByLabel('Wat wil je doen?').selectOption({ label: 'Niveau' });
    await press(page, 'Ga verder');
    await in_order(page, 'map-value');
    await page.locator('#field-value').selectOption('micro');
    await press(page, 'Bekijk eerst wat er verandert');
    await in_order(page, 'map-planned');
    assert.equal(await page.locator('table.planned tbody tr').count(), 2);
    await press(page, 'Verander deze 2');
    await in_order(page, 'map-changed');
    assert.match(await notice(page), /2 veranderd/);
    await enter(page.getByRole('link', { name: 'Terug naar de tabel: Organisaties' }));
    assert.equal(await found(page), sport - 2);
    await page.goto(`${base}/workplace/${slug}/table/organisation?f.sector=sport&f.level=-`);
    assert.equal(await found(page), sport - 2);
    await page.goto(`${base}/workplace/${slug}/changes`);
    await press(page, 'Draai dit terug');
    await page.goto(`${base}/workplace/${slug}/table/organisation?f.sector=sport&f.level=-`);
    assert.equal(await found(page), sport);

    // One record: who said what, a change by hand, wrong input.
    await enter(page.locator('table.records tbody th a').first());
    const record = page.url();
    await in_order(page, 'map-record');
    await page.getByLabel('E-mail', { exact: true }).fill('geen adres');
    const groups = [page.getByLabel('Basisschoolkinderen'), page.getByLabel('Gezinnen met weinig geld')];
    for (const group of groups) if (!await group.isChecked()) await tick(group);
    const all_ticked = async () => { for (const group of groups) assert.ok(await group.isChecked()); };
    await press(page, 'Bewaar');
    await in_order(page, 'map-record-wrong');
    assert.equal(await page.locator('[role=alert]').count(), 1);
    assert.match(await page.locator('.problem.summary li').innerText(), /^E-mail: /);
    await all_ticked();
    await page.getByLabel('E-mail', { exact: true }).fill(`club${nth}@voorbeeld.nl`);
    await page.getByLabel('Doelen').fill('Ieder kind in de wijk leert zwemmen.');
    await press(page, 'Bewaar');
    assert.match(await notice(page), /Bewaard/);
    await all_ticked();
    assert.match(await page.locator('#field-goals-told').innerText(), /Lea de Wit/);
    await press(page, 'Alles klopt vandaag');
    assert.match(await page.locator('#field-goals-told').innerText(), /bevestigd door Lea de Wit/);

    // A spreadsheet goes out, somebody works in it, it comes back.
    const csv = await page.context().request.get(`${base}/workplace/${slug}/table/organisation/sheet.csv?f.sector=sport`);
    assert.equal(csv.status(), 200);
    const sheet = (await csv.text()).replace('Ieder kind in de wijk leert zwemmen.', `Zwemmen en duiken ${nth}`);
    await page.goto(`${base}/workplace/${slug}/table/organisation/sheet`);
    await in_order(page, 'map-sheet');
    await page.getByLabel('Het bestand (CSV)').setInputFiles({ name: 'tabel.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await press(page, 'Bekijk eerst wat er verandert');
    await in_order(page, 'map-sheet-plan');
    assert.equal(await page.locator('table.planned tbody tr').count(), 1);
    await press(page, 'Voer dit door');
    assert.match(await notice(page), /1 veranderd/);
    await page.goto(record);
    assert.equal(await page.getByLabel('Doelen').inputValue(), `Zwemmen en duiken ${nth}`);

    // Something else than a table of ours.
    await page.goto(`${base}/workplace/${slug}/table/organisation/sheet`);
    await page.getByLabel('Het bestand (CSV)').setInputFiles({ name: 'iets.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
    await press(page, 'Bekijk eerst wat er verandert');
    assert.match(await page.locator('[role=alert]').innerText(), /geen tabel van hier/);

    // A new place: all that is wrong at once, each with its field.
    await page.goto(`${base}/workplace/${slug}/records/venue/new`);
    await page.getByLabel('Naam', { exact: true }).fill(`Schuur ${nth}`);
    await press(page, 'Bewaar');
    await in_order(page, 'map-new-venue-wrong');
    const wrong = page.locator('.problem.summary li');
    assert.deepEqual(await wrong.allInnerTexts(), ['Soort: Dit kan niet leeg blijven.',
      'Straat: Waar is het? Vul een adres in, of vul bij “Plek op de kaart” breedte en lengte in.']);
    await page.getByLabel('Straat').fill('Nergensstraat 1');
    await press(page, 'Bewaar');
    assert.match(await wrong.nth(1).innerText(), /^Straat: ‘Nergensstraat 1/);

    // A new organisation, a board, a map, two days.
    await page.goto(`${base}/workplace/${slug}/records/organisation/new`);
    await press(page, 'Bewaar');
    await in_order(page, 'map-new-wrong');
    await page.getByLabel('Naam', { exact: true }).fill(`Natuurclub ${nth}`);
    await page.getByLabel('Sector').selectOption({ label: 'Natuur' });
    await tick(page.getByLabel('Aanbieder'));
    await press(page, 'Bewaar');
    assert.match(await notice(page), /op de kaart/);
    await page.goto(`${base}/workplace/${slug}/table/organisation?show=board&by=sector`);
    await in_order(page, 'map-board');
    await page.goto(`${base}/workplace/${slug}/table/organisation?show=map`);
    await in_order(page, 'map-map');
    await page.goto(`${base}/workplace/${slug}/table/venue`);
    await in_order(page, 'map-venues');
    await page.goto(`${base}/workplace/${slug}/compare`);
    await in_order(page, 'map-compare');
    await page.goto(`${base}/workplace/${slug}/landscape`);
    await in_order(page, 'map-landscape');
    await page.goto(`${base}/workplace/${slug}/conflicts`);
    await in_order(page, 'map-conflicts');
    await page.goto(`${base}/en/workplace/${slug}/table/offering`);
    await in_order(page, 'map-english');
    await page.context().close();
  });
}

test('what is wrong in an address, or not theirs, is told', async () => {
  const page = await comes_in({ browser, site }, 'coordinator', 'wrong@net.example', ['--ecosystem', slug], 'desktop', false, 'Lea de Wit');
  await puts_on_second_factor(page);
  for (const [path, status] of [[`${slug}/table/nonsense`, 404], ['nowhere', 404], [`${slug}/records/organisation/x`, 404], [`${slug}/compare?then=2026-13-01`, 400]]) {
    const answer = await page.goto(`${base}/workplace/${path}`);
    assert.equal(answer.status(), status, path);
  }
  const club = (await site.json(`/api/v1/organisations?ecosystem=${slug}&limit=1`)).results[0];
  const editor = await comes_in({ browser, site }, 'provider_editor', 'edit@net.example', ['--ecosystem', slug, '--organisation', club.id], 'desktop', false, 'Noor Bakker');
  for (const path of ['', '/table/organisation', '/changes', `/records/organisation/${club.id}`, '/conflicts']) {
    assert.equal((await editor.goto(`${base}/workplace/${slug}${path}`)).status(), 403, path);
  }
  await editor.context().close();
  await page.context().close();
});
