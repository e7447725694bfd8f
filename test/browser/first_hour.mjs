// SPDX-License-Identifier: EUPL-1.2
// The first hour of a coordinator (row R7): from what OpenStreetMap knows of a town to a map of fifty learning places, by the
// pages alone, at a desk. Each step is done for real and counted (keystrokes.mjs). What a usable place is and what came out
// stands in docs/community-map.md. Exit code 77 where the shared data are not there.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_store } from './kit.mjs';
import { comes_in, in_order, puts_on_second_factor } from './at_work.mjs';
import { FirstTimer } from './keystrokes.mjs';

const data = process.env.WEGWIJZER_DATA ?? '../shared/data';
if (!existsSync(data)) {
  console.log(`no shared data in ${data}: set WEGWIJZER_DATA`);
  process.exit(77);
}

const wanted = 50, minutes = 60;
const clicks_of_a_file = 8; // open it, mark, fill down, save as CSV, choose it on the page
const manual = readFileSync('docs/manual/netwerk-kaart.md', 'utf8');
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
});

after(() => browser?.close());

// The rows of a file of cells, quoted where they must be.
function cells_of(text, between) {
  const rows = [[]];
  let cell = '', in_quotes = false;
  const body = text.replace(/^\ufeff/, '').replace(/\r/g, '');
  for (let i = 0; i < body.length; ++i) {
    const one = body[i];
    if (one === '"' && in_quotes && body[i + 1] === '"') cell += body[++i];
    else if (one === '"') in_quotes = !in_quotes;
    else if (!in_quotes && (one === between || one === '\n')) {
      rows.at(-1).push(cell);
      cell = '';
      if (one === '\n') rows.push([]);
    } else cell += one;
  }
  return rows.filter((row) => row.length > 1);
}

const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;

// What stands on the map, from the store and not from a page.
function map_of(site, slug) {
  const out = join(site.folder, 'map');
  site.change('export', out);
  const on_map = (name) => {
    const [heads, ...rows] = cells_of(readFileSync(join(out, 'ecosystems', slug, `${name}.csv`), 'utf8'), ',');
    return rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]]))).filter((one) => !one.archived_on);
  };
  return { venues: on_map('venues'), organisations: new Map(on_map('organisations').map((one) => [one.id, one])) };
}

// What keeps a place from being usable; nothing when it is.
function lacks(venue, organisations) {
  const whose = organisations.get(venue.organisation);
  const reached = [venue.website, venue.phone, whose?.website, whose?.phone, whose?.email].some(Boolean);
  return [!venue.name && 'a name', !venue.kind && 'a kind', !venue.confirmed_on && 'somebody who looked at it',
    !whose && 'an organisation', whose && !whose.confirmed_on && 'an organisation that was looked at',
    whose && (!whose.sector || whose.sector === 'other') && 'a sector', !reached && 'a way to reach it',
    !whose?.target_groups && 'for whom'].filter(Boolean);
}

// A coordinator at a desk, and what she does; a table is one kind of record.
class Coordinator {
  #judged = new Set();

  constructor(page) {
    this.page = page;
    this.counted = new FirstTimer(page);
  }

  button = (name) => this.page.getByRole('button', { name }).first();
  link = (name) => this.page.getByRole('link', { name, exact: typeof name === 'string' }).first();
  rows = () => this.page.locator('table.records tbody tr');

  async found() {
    return Number.parseInt(await this.page.locator('#found').innerText(), 10);
  }

  async to_home(network) {
    await this.counted.goes(this.link(`De kaart van ${network}`));
  }

  // By the numbers where a coordinator begins.
  async to_table(kind) {
    await this.counted.goes(this.page.locator('table.numbers tr', { hasText: kind }).locator('a').first());
  }

  async to_tab(kind) {
    await this.counted.goes(this.page.locator('main .tabs').getByRole('link', { name: kind }).first());
  }

  // Fields by the end of their name, and what is chosen there.
  async filters(fields, others = {}) {
    const one = this.counted;
    for (const [name, label] of Object.entries(others)) await one.chooses(this.page.locator(`#${name}`), { label });
    const filters = this.page.locator('details', { has: this.page.locator('#filter-name') });
    const folded = await filters.getAttribute('open') === null;
    if (folded && Object.keys(fields).length) await one.opens(filters.locator('summary'));
    for (const [name, label] of Object.entries(fields)) {
      await one.chooses(this.page.locator(`#filter-${name}`), { label });
    }
    await one.goes(this.button('Toon'), { decides: false });
  }

  async names() {
    return this.rows().locator('th').allInnerTexts();
  }

  // Looks at what is on this page and was not looked at before.
  async judges() {
    const links = await this.rows().locator('th a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const fresh = links.filter((one) => !this.#judged.has(one));
    fresh.forEach((one) => this.#judged.add(one));
    this.counted.judges(fresh.length);
  }

  async ticks(is_meant) {
    let ticked = 0;
    for (const [nth, name] of (await this.names()).entries()) {
      if (!is_meant(name)) continue;
      await this.counted.ticks(this.rows().nth(nth).locator('input[type=checkbox]'));
      ++ticked;
    }
    return ticked;
  }

  // From page to page; what is no learning place goes off the map, and others take its room.
  async looks_through(is_none) {
    for (;;) {
      await this.judges();
      if (await this.ticks(is_none)) await this.does('Haal van de kaart');
      else if (await this.link('Volgende').count()) await this.counted.goes(this.link('Volgende'));
      else return;
    }
  }

  // With what is ticked: what to do, its value, how it will be, and on with the table.
  async does(what, value) {
    const one = this.counted;
    await one.chooses(this.page.locator('#do'), { label: what });
    await one.goes(this.button('Ga verder'), { decides: false });
    if (value) {
      await value(this.page);
      await one.goes(this.button('Bekijk eerst wat er verandert'), { decides: false });
    }
    if (await this.button(/^Verander (deze|alle)/).count()) await one.goes(this.button(/^Verander (deze|alle)/));
    assert.match(await this.page.locator('[role=status]').innerText(), /Gedaan/);
    await one.goes(this.link(/^Terug naar de tabel/), { decides: false });
  }

  // Of organisations: for these and no longer for others.
  async says_instead(group) {
    await this.does('Doelgroepen', async (page) => {
      await this.counted.ticks(page.getByLabel('Vervang door'));
      await this.counted.ticks(page.getByLabel(group));
    });
  }

  // What the table shows, as a file.
  async takes_sheet() {
    const link = this.link('Naar een spreadsheet');
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.counted.click(link)]);
    return readFileSync(await download.path(), 'utf8');
  }

  // The file comes back with other rows: opened, saved and chosen outside of the page.
  async brings_sheet(sheet, change) {
    const one = this.counted;
    const [heads, ...rows] = cells_of(sheet, ';');
    const changed = rows.map((row, nth) => change(Object.fromEntries(heads.map((head, i) => [head, row[i]])), nth));
    const csv = [heads, ...changed.map((row) => heads.map((head) => row[head]))].map((row) => row.map(quoted).join(';')).join('\n');
    one.clicks_elsewhere(clicks_of_a_file);
    await one.goes(this.link('Terug uit een spreadsheet'));
    await this.page.getByLabel('Het bestand (CSV)').setInputFiles({ name: 'tabel.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await one.goes(this.button('Bekijk eerst wat er verandert'), { decides: false });
    await in_order(this.page, 'hour-sheet');
    await one.goes(this.button('Voer dit door'));
    await one.goes(this.link(/^Terug naar de tabel/), { decides: false });
  }

  // Two that are alike and are two: what the map says of each was just looked at.
  async tells_apart(network) {
    const one = this.counted;
    await one.step('twice', 'looks whether anything stands there twice', async () => {
      await this.to_home(network);
      await one.goes(this.link('Dubbelingen'));
      await in_order(this.page, 'hour-twice');
      while (await this.page.locator('.pairs > li').count()) {
        one.judges(1);
        await one.goes(this.page.locator('.pairs > li').first().getByRole('button', { name: /^Dit zijn er twee/ }), { decides: false });
      }
    });
  }

  async takes_all() {
    await this.counted.ticks(this.page.locator('input[name=all]'));
  }
}

// A network with nothing but what was imported, and who keeps its map, signed in.
async function begins(slug, name, imports) {
  const site = await serve_store((run) => {
    for (const [kind, file, ...options] of imports) {
      run('import', kind, join(data, file), '--ecosystem', slug, ...options);
    }
  }, ['--port', '0', '--mail', 'show']);
  const page = await comes_in({ browser, site }, 'coordinator', 'lea@net.example', ['--ecosystem', slug], 'desktop', true, 'Lea de Wit');
  await puts_on_second_factor(page);
  page.setDefaultTimeout(20000);
  await page.goto(`${site.base}/workplace`);
  return { site, slug, name, page, lea: new Coordinator(page) };
}

// Begins, works by `work`, and looks what has become of it.
async function in_an_hour(slug, name, imports, work) {
  const hour = await begins(slug, name, imports);
  try {
    await reads_up(hour);
    await work(hour);
    // Also with one organisation, to which others are sent at once.
    await hour.page.goto(`${hour.site.base}/workplace`);
    assert.equal(await hour.lea.link(`De kaart van ${name}`).count(), 1);
    return await is_a_usable_map(hour);
  } finally {
    await hour.page.context().close();
    hour.site.stop();
  }
}

async function reads_up({ lea, page, name }) {
  await lea.counted.step('begin', 'reads the page of the manual, finds the map of the network', async () => {
    lea.counted.reads_elsewhere(manual);
    await lea.counted.reads();
    await lea.counted.goes(lea.link(`De kaart van ${name}`));
    await in_order(page, `hour-home-${name}`);
  });
}

// Whether fifty places are usable, nothing else is on the map, and how long it took.
async function is_a_usable_map({ site, slug, name, lea }) {
  const { venues, organisations } = map_of(site, slug);
  const faults = venues.map((venue) => [venue.name, ...lacks(venue, organisations)]).filter((one) => one.length > 1);
  console.log(`\n${name}: ${venues.length} places, ${organisations.size} organisations, in ${lea.counted.told()}\n${lea.counted.table()}\n`);
  assert.deepEqual(faults, []);
  assert.ok(venues.length >= wanted, `${venues.length} places`);
  const twice = site.change('duplicates', slug).trim().split('\n').slice(1);
  assert.deepEqual(twice, []);
  assert.ok(lea.counted.total() < minutes * 60, lea.counted.told());
  return [...organisations.values()];
}

// Of Heidelberg the map knows nearly four hundred places; fifty-six have a site. Of these, who lives there says no to:
const not_for_children = new Set(['Campus-Bibliothek Bergheim', 'SRH Campus Sports', 'Asporta Bergheim',
  'Sportschützenverein 1973 Dilsberg e.V.']);
const for_the_young = /Gymnasium|Hellpach|College|Raphael/;

test('Heidelberg: fifty learning places in an hour', async () => {
  const imports = [['osm', 'osm/heidelberg_2024.osm.pbf', '--name', 'Heidelberg', '--holiday-region', 'north']];
  const organisations = await in_an_hour('heidelberg', 'Heidelberg', imports, async ({ lea, page }) => {
    const { counted } = lea;
    await counted.step('look', 'opens the places that have a site, looks at each, takes off what is no learning place', async () => {
      await lea.to_table('Plekken');
      await in_order(page, 'hour-places');
      await lea.filters({ website: 'Is ingevuld' });
      await in_order(page, 'hour-with-site');
      await lea.looks_through((name) => not_for_children.has(name));
    });
    await counted.step('organise', 'makes an organisation of each', async () => {
      await lea.takes_all();
      await lea.does('Maak van elke plek een organisatie');
    });
    await counted.step('the rest', 'takes off what nobody looked at yet', async () => {
      await lea.filters({ website: 'Maakt niet uit', organisation: 'Is leeg' });
      await lea.takes_all();
      await lea.does('Haal van de kaart');
    });
    await lea.tells_apart('Heidelberg');
    await counted.step('sector', 'gives a sector to who has none', async () => {
      await lea.to_home('Heidelberg');
      await lea.to_table('Organisaties');
      await in_order(page, 'hour-organisations');
      await lea.filters({ sector: 'Andere' });
      for (const [name, sector] of [['imker', 'Natuur'], ['Boxer', 'Sport']]) {
        await lea.ticks((one) => one.includes(name));
        await lea.does('Sector', () => counted.chooses(page.locator('#field-value'), { label: sector }));
      }
    });
    await counted.step('for whom', 'says for whom they are: all, then childcare, then secondary schools', async () => {
      await lea.filters({ sector: 'Maakt niet uit' });
      counted.thinks(await lea.found());
      await lea.takes_all();
      await lea.does('Doelgroepen', () => counted.ticks(page.getByLabel('Basisschoolkinderen')));
      await lea.filters({ sector: 'Kinderopvang en BSO' });
      await lea.takes_all();
      await lea.says_instead('Peuters');
      await lea.filters({ sector: 'Onderwijs' });
      await lea.ticks((name) => for_the_young.test(name));
      await lea.says_instead('Jongeren van de middelbare school');
    });
    await counted.step('confirm organisations', 'says that they are right today', async () => {
      await lea.filters({ sector: 'Maakt niet uit' });
      await lea.takes_all();
      await lea.does('Het klopt vandaag');
    });
    await counted.step('confirm places', 'says that they are right today', async () => {
      await lea.to_tab('Plekken');
      await lea.filters({ organisation: 'Is ingevuld' });
      await lea.takes_all();
      await lea.does('Het klopt vandaag');
    });
    await counted.step('looks back', 'sees that nothing is left to be confirmed', async () => {
      await lea.to_home('Heidelberg');
      await in_order(page, 'hour-done-Heidelberg');
    });
  });
  for (const one of organisations) {
    const group = one.sector === 'childcare' ? 'toddlers' : for_the_young.test(one.name) ? 'secondary_school' : 'primary_school';
    assert.equal(one.target_groups, group, one.name);
  }
});

// Of Delft it knows playgrounds, and of none its name. They are the town's, which has a site and a number; a name says in which
// wijk it is.
const wijken = ['Wijk 25 Buitenhof', 'Wijk 13 Hof van Delft', 'Wijk 12 Vrijenban', 'Wijk 28 Wippolder', 'Wijk 14 Voordijkshoorn'];

test('Delft: fifty learning places in an hour', async () => {
  const imports = [['areas', 'cbs/wijken_2022_selected.geojson', '--name', 'Delft'], ['osm', 'delft/delft_derived.osm.pbf'],
    ['places', 'delft/delft_leisure_2022.geojson']];
  await in_an_hour('delft', 'Delft', imports, async ({ lea, page }) => {
    const { counted } = lea;
    await counted.step('organisation', 'adds the town, whose playgrounds they are', async () => {
      await lea.to_table('Organisaties');
      await in_order(page, 'hour-no-organisations');
      await counted.goes(lea.link('Organisatie erbij'));
      await in_order(page, 'hour-new-organisation');
      await counted.types(page.getByLabel('Naam', { exact: true }), 'Gemeente Delft');
      await counted.ticks(page.getByLabel('Aanbieder'));
      await counted.chooses(page.getByLabel('Sector'), { label: 'Gemeente en overheid' });
      await counted.types(page.getByLabel('Website', { exact: true }), 'https://www.delft.nl');
      await counted.types(page.getByLabel('Telefoon', { exact: true }), '14 015');
      await counted.ticks(page.getByLabel('Peuters'));
      await counted.ticks(page.getByLabel('Basisschoolkinderen'));
      await counted.goes(lea.button('Bewaar'));
      assert.match(await page.locator('[role=status]').innerText(), /op de kaart/);
      await counted.goes(page.locator('main a', { hasText: 'Organisaties' }).first());
      await lea.to_tab('Plekken');
    });
    let named = 0;
    for (const wijk of wijken) {
      if (named >= wanted) break;
      const short = wijk.replace(/^Wijk \d+ /, '');
      await counted.step(short, 'looks at the playgrounds on the map, names them in a spreadsheet', async () => {
        await lea.filters({ kind: 'Speeltuin of speelplek' }, { area: wijk });
        const found = await lea.found();
        await counted.goes(page.locator('.tabs.small').getByRole('link', { name: 'Kaart' }));
        await in_order(page, `hour-map-${short}`);
        counted.judges(found);
        const sheet = await lea.takes_sheet();
        await lea.brings_sheet(sheet, (row, nth) => ({ ...row, Naam: `Speelplek ${short} ${nth + 1}`, Organisatie: 'Gemeente Delft' }));
        // The first row is typed, the others are filled by dragging it down.
        counted.types_elsewhere([`Speelplek ${short} 1`, 'Gemeente Delft']);
        counted.clicks_elsewhere(4);
        named += found;
      });
    }
    await counted.step('confirm places', 'says that they are right today', async () => {
      await lea.filters({ kind: 'Maakt niet uit', name: 'Is ingevuld' }, { area: 'Overal' });
      await lea.takes_all();
      await lea.does('Het klopt vandaag');
    });
    await counted.step('the rest', 'takes off what nobody looked at yet', async () => {
      await lea.filters({ name: 'Maakt niet uit' }, { standing: 'Nooit bevestigd' });
      await lea.takes_all();
      await lea.does('Haal van de kaart');
    });
    await lea.tells_apart('Delft');
  });
});
