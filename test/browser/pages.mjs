// SPDX-License-Identifier: EUPL-1.2
// Every public page in Chromium, at phone and desktop width: axe finds nothing, nothing sticks out, the keyboard reaches
// the content, no key is left untranslated, no request leaves the site, and all works without script.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { axe, chromium_path, quiet, serve_demo, untranslated } from './kit.mjs';
import { public_pages } from './public_pages.mjs';

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

let site, browser, base, paths, street;

before(async () => {
  site = await serve_demo(1500);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  ({ paths, street } = await public_pages(site));
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function open(path, width, options = {}) {
  const context = await browser.newContext({ viewport: widths[width], ...options });
  const page = await context.newPage();
  const foreign = [];
  page.on('request', (request) => request.url().startsWith(base) || foreign.push(request.url()));
  await page.goto(base + path);
  return { page, foreign, close: () => context.close() };
}

// Every page on a phone; in the dark and on a desk one of each kind, which is the same but for colours and columns.
const kinds = [/^\/$/, /^\/stijl/, /^\/offerings\?near/, /^\/offerings\?where=nergens/, /^\/offerings\/.*\?/, /^\/organisations\//, /^\/areas\//,
  /network$/, /network\?show=collaborations/, /facts/, /completeness$/, /completeness\/.*theme/, /questions$/,
  /^\/children\?theme=music&age=9&/, /^\/teachers\?/, /^\/embed/,
  /^\/opportunity\/GM\w+\?/, /^\/opportunity\/GM\w+\/method/, /^\/opportunity\/GM\w+\/releases$/, /^\/opportunity\/GM\w+\/releases\/compare/, /^\/opportunity\/BU\w+$/, /^\/opportunity\/.*compare/, /^\/opportunity\/GM\w+\/paths/, /^\/opportunity\/GM\w+\/least/, /^\/opportunity\/GM\w+\/sure/, /^\/opportunity\/GM\w+\/change/, /^\/opportunity\/.*offerings/];
const one_of_each = () => kinds.map((kind) => paths.find((path) => kind.test(path)));
const looked_at = (width, look) => (width === 'phone' && look === 'light' ? paths : one_of_each());

for (const [width, look] of Object.keys(widths).flatMap((width) => [[width, 'light'], [width, 'dark']])) {
  test(`every page is in order at ${width} width, ${look}`, async () => {
    // One browser window for all, which keeps the style sheet and the script.
    const { page, foreign, close } = await open('/', width, { bypassCSP: true, colorScheme: look });
    for (const path of looked_at(width, look)) {
      await page.goto(base + path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), [], path);
      const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      assert.ok(scroll <= inner, `${path} sticks out: ${scroll} px at ${inner}`);
      const text = await page.evaluate(() => document.body.innerText);
      assert.deepEqual(untranslated(text), [], `an untranslated key on ${path}`);
      assert.deepEqual(foreign, [], path);
    }
    await close();
  });
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';

  test(`${how} a parent of a nine-year-old goes from the start to a next step`, async () => {
    const { page, close } = await open('/', 'phone', { javaScriptEnabled });
    await page.getByLabel('Waar woon je?').fill(street);
    await page.getByLabel('Leeftijd').selectOption('9');
    await page.getByRole('button', { name: 'Zoek' }).click();
    await page.locator('.card h3 a').first().click();
    assert.ok(await page.getByRole('heading', { name: 'Hoe doe je mee?' }).isVisible());
    const step = page.locator('.next .card h3 a').first();
    const title = await step.innerText();
    await step.click();
    await page.waitForURL(/\/offerings\/[^?]/);
    assert.equal(await page.locator('h1').innerText(), title);
    await close();
  });

  test(`${how} a child presses its way to something to do, with pictures`, async () => {
    const { page, close } = await open('/', 'phone', { javaScriptEnabled });
    await page.getByRole('link', { name: /Ik ben een kind/ }).click();
    await page.getByRole('link', { name: 'Natuur' }).click();
    await page.getByRole('link', { name: '9 jaar' }).click();
    assert.ok(await page.getByText('Stap 3 van 3').isVisible());
    await page.getByRole('link', { name: 'Terug' }).click();
    assert.ok(await page.getByRole('heading', { name: 'Hoe oud ben je?' }).isVisible());
    await page.getByRole('link', { name: '10 jaar' }).click();
    await page.getByLabel('Je straat of postcode').fill(street);
    await page.getByRole('button', { name: 'Verder' }).click();
    assert.ok(await page.getByRole('heading', { name: 'Vraag het aan iemand' }).isVisible());
    await page.locator('.card h3 a').first().click();
    assert.ok(await page.getByRole('heading', { name: 'Is dit iets voor mij?' }).isVisible());
    await close();
  });
}

test('a child that cannot spell its street presses its school', async () => {
  const { page, close } = await open('/children?theme=nature&age=9', 'phone', { javaScriptEnabled: false });
  await page.locator('.tiles a').first().click();
  assert.ok(await page.getByRole('heading', { name: 'Dicht bij jou' }).isVisible());
  await close();
});

test('a parent goes from a street to the neighbourhood and from there to what is done in it', async () => {
  const { page, close } = await open('/areas', 'phone', { javaScriptEnabled: false });
  await page.getByLabel('Waar woon je?').fill(street);
  await page.getByRole('button', { name: 'Naar mijn buurt' }).click();
  const area = await page.locator('h1').innerText();
  assert.match(page.url(), /\/areas\/BU\w+$/);
  await page.locator('.by a').click();
  const theme = page.locator('.tiles a').first();
  const count = Number(await theme.locator('.count').innerText());
  await theme.click();
  assert.equal(Number(/\d+/.exec(await page.locator('h1').innerText())[0]), count, area);
  await close();
});

test('a teacher finds a lesson for the group and what comes after it', async () => {
  const { page, close } = await open('/', 'desktop', { javaScriptEnabled: false });
  await page.getByRole('link', { name: /Ik sta voor de klas/ }).click();
  await page.getByLabel('Groep').selectOption('6');
  await page.getByLabel('Uw school').fill('school');
  await page.getByRole('button', { name: 'Zoek' }).click();
  const which = page.locator('.notice a').first();
  if (await which.count()) await which.click();
  await page.locator('.after a').first().click();
  assert.ok(await page.getByRole('heading', { name: 'Hoe doe je mee?' }).isVisible());
  await close();
});

test('choices are remembered by the browser for who asks for it, and forgotten again', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const kept = () => page.evaluate(() => localStorage.length);
  await page.goto(base);
  await page.getByLabel('Leeftijd').selectOption('9');
  await page.getByRole('button', { name: 'Zoek' }).click();
  assert.equal(await kept(), 0);
  await page.goto(base);
  await page.getByLabel('Waar woon je?').fill(street);
  await page.getByLabel('Leeftijd').selectOption('10');
  await page.getByLabel('Onthoud dit op dit apparaat').check();
  await page.getByRole('button', { name: 'Zoek' }).click();
  await page.goto(base);
  assert.equal(await page.getByLabel('Waar woon je?').inputValue(), street);
  assert.equal(await page.getByLabel('Leeftijd').inputValue(), '10');
  assert.deepEqual(await context.cookies(), []);
  await page.getByLabel('Onthoud dit op dit apparaat').uncheck();
  assert.equal(await kept(), 0);
  await context.close();
});

test('nothing sticks out on a tablet or a desk', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(base + path);
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} at ${width}`);
    }
  }
  await context.close();
});

test('the keyboard reaches the content first and every control after it', async () => {
  const { page, close } = await open('/', 'desktop');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Ga naar de inhoud');
  const reached = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    // What is folded away opens with Enter.
    if (await page.evaluate(() => document.activeElement.tagName) === 'SUMMARY') await page.keyboard.press('Enter');
    reached.add(await page.evaluate(() => document.activeElement.id || document.activeElement.name));
  }
  for (const control of ['where', 'age', 'minutes', 'mode', 'theme', 'day', 'free']) assert.ok(reached.has(control), control);
  await close();
});

// Tab until `wanted` says that the focus is where one wants to be; nobody goes on for ever.
async function tab_to(page, wanted) {
  for (let presses = 0; presses < 250; ++presses) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted)) return;
  }
  throw new Error('the keyboard does not get there');
}

test('by keyboard alone a parent goes from the start to a next step', async () => {
  const { page, close } = await open('/', 'desktop');
  await tab_to(page, () => document.activeElement.id === 'where');
  await page.keyboard.type(street);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/offerings\?/);
  await tab_to(page, () => document.activeElement.matches('.card h3 a'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/offerings\/[^?]/);
  assert.ok(await page.getByRole('heading', { name: 'Hoe doe je mee?' }).isVisible());
  const first = page.url();
  await tab_to(page, () => document.activeElement.matches('.next .card h3 a'));
  const title = await page.evaluate(() => document.activeElement.innerText);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== first);
  assert.equal(await page.locator('h1').innerText(), title);
  await close();
});

test('what is pressed is as high as a finger is broad, and no title pushes the organisation under its drawing', async () => {
  for (const path of [paths.find((one) => /^\/offerings\?near/.test(one)), paths.find((one) => /^\/offerings\/.*\?near/.test(one)),
    '/teachers', '/organisations', '/areas', '/stijl']) {
    const { page, close } = await open(path, 'phone');
    const low = await page.evaluate(() => [...document.querySelectorAll('nav a, footer li > a, main li > a, main dd > a')]
      .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 43.5).map((link) => link.outerHTML));
    assert.deepEqual(low, [], path);
    const fallen = await page.evaluate(() => [...document.querySelectorAll('.card > .drawing ~ .by')]
      .filter((by) => by.getBoundingClientRect().left < by.parentElement.querySelector('.drawing').getBoundingClientRect().right)
      .map((by) => by.innerText));
    assert.deepEqual(fallen, [], path);
    await close();
  }
});

test('on paper there is nothing to press, in black on white, with the address to go to', async () => {
  const { page, close } = await open(paths.find((path) => /^\/offerings\/.*\?/.test(path)), 'desktop', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  for (const pressed of ['header.site nav', '.languages', 'footer.site']) assert.ok(await page.locator(pressed).isHidden(), pressed);
  const colours = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
  assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  const shown = await page.locator('.take-part a[href^="http"]').evaluateAll(
    (links) => links.map((link) => getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))));
  assert.ok(shown.every(Boolean), String(shown));
  await close();
});

test('without script a parent reads Arabic from right to left and comes back in Dutch', async () => {
  const { page, close } = await open('/organisations', 'phone', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'العربية' }).click();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).direction), 'rtl');
  const [brand, menu] = await Promise.all(['.brand', '.languages'].map((part) => page.locator(part).boundingBox()));
  assert.ok(brand.x > menu.x, 'the page begins at the right');
  assert.ok(await page.getByRole('heading', { level: 1 }).innerText().then((text) => /منظم/.test(text)));
  await page.getByRole('link', { name: 'Nederlands' }).click();
  assert.equal(new URL(page.url()).pathname, '/organisations');
  await close();
});

test('the home is no part of what is shared', async () => {
  const { page, close } = await open(`/offerings?where=${encodeURIComponent(street)}&age=9`, 'desktop');
  const home = new URL(await page.locator('.language').first().getAttribute('href'), base).searchParams.get('near');
  const shared = new URL(await page.locator('.sharing .address a').getAttribute('href'), base).searchParams.get('near');
  assert.ok(home && shared && home !== shared);
  await close();
});

test('data for other programs is read by them and by no rule of the browser', async () => {
  const kinds = new Set();
  for (const path of paths.filter((one) => /^\/(offerings|organisations|venues)\/[0-9a-f]{8}-/.test(one) && !one.includes('/route'))) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (wrong) => complaints.push(String(wrong)));
    await page.goto(base + path);
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    assert.equal(data['@context'], 'https://schema.org', path);
    kinds.add(data['@type']);
    assert.deepEqual(complaints, [], path);
    await context.close();
  }
  assert.ok(kinds.has('Organization') && kinds.has('Place') && kinds.size >= 3, [...kinds].join());
});

test('a policy maker finds who has least, why, and what would help', async () => {
  const { page, close } = await open('/', 'desktop');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Kansen' }).click();
  await page.locator('main .links a').first().click();
  await page.getByLabel('Leeftijd').selectOption('9');
  await page.getByLabel('Hoe gaat het kind erheen?').selectOption('foot');
  await page.getByRole('button', { name: 'Laat zien' }).click();
  const answer = page.locator('.answer');
  const said = await answer.innerText();
  assert.match(said, /Dat komt vooral hierdoor: \S/);
  assert.match(said, /Wat daar het meest helpt: \S/);
  const [least, lead] = [await answer.getByRole('link').first().innerText(), await page.locator('.areas tbody tr').first().innerText()];
  assert.ok(lead.startsWith(least), 'the table begins with the same neighbourhood');
  await answer.getByRole('link').first().click();
  assert.match(await page.locator('h1').innerText(), new RegExp(least));
  await page.locator('.dense tbody a').first().click();
  assert.match(await page.locator('main').innerText(), /Is het er\? [01],\d\d/);
  await close();
});

test('how far the funnel is followed can be chosen without script', async () => {
  const path = paths.find((one) => /^\/opportunity\/GM\w+\?/.test(one));
  const { page, close } = await open(path, 'phone', { javaScriptEnabled: false });
  const amounts = async () => Object.fromEntries(await page.locator('.areas').first().locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [row.cells[0].innerText, Number(row.cells[1].innerText.replace(',', '.'))])));
  const experienced = await amounts();
  await page.getByRole('link', { name: 'er is', exact: true }).click();
  assert.match(page.url(), /upTo=exists/);
  const existing = await amounts();
  assert.ok(Object.keys(existing).length > 3);
  for (const [area, amount] of Object.entries(existing)) assert.ok(amount > experienced[area], area);
  await close();
});

test('a council member goes by keyboard from one question to the next, and waits for nothing that moves by itself', async () => {
  const path = paths.find((one) => /^\/opportunity\/GM\w+\/least/.test(one));
  const { page, close } = await open(path, 'phone', { javaScriptEnabled: false });
  assert.equal(await page.locator('meta[http-equiv]').count(), 0);
  const questions = page.getByRole('navigation', { name: 'Vier vragen over ongelijkheid' });
  for (const [name, said] of [['Waarom?', /Het meeste verschil komt van/], ['Hoe zeker is dat?', /./], ['Wat zou het veranderen?', /zijn het meest geholpen/]]) {
    await questions.getByRole('link', { name }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/age=9&going=bicycle/);
    assert.equal(await questions.locator('[aria-current=page]').innerText(), name);
    assert.match(await page.locator('.answer').innerText(), said);
  }
  await close();
});

test('a table that is wider than a phone says so, only then, and moves by keyboard', async () => {
  for (const [before, key] of [['', 'ArrowRight'], ['/ar', 'ArrowLeft']]) {
    const path = before + paths.find((one) => /^\/opportunity\/BU\w+$/.test(one));
    const desk = await open(path, 'desktop');
    assert.equal(await desk.page.locator('.sideways:visible').count(), 0);
    await desk.close();
    const { page, close } = await open(path, 'phone');
    const tables = await page.locator('.wide').evaluateAll((all) => all.map((table) =>
      [table.scrollWidth - table.clientWidth, getComputedStyle(table.querySelector('.sideways')).visibility === 'visible']));
    for (const [more, says] of tables) assert.ok(says === more > 0 || more === 1, `${path}: ${more} px`);  // 1: rounded
    const table = page.locator('.wide').nth(tables.findIndex(([more]) => more > 1));
    await table.focus();
    for (let times = 0; times < 20; ++times) await page.keyboard.press(key);
    let moved = 0;
    for (let tries = 0; tries < 40 && moved === 0; ++tries) {
      await page.waitForTimeout(50);
      moved = await table.evaluate((one) => one.scrollLeft);
    }
    assert.notEqual(moved, 0, path);
    await close();
  }
});

test('how sure it is comes when somebody loads the page again', async () => {
  const path = paths.find((one) => /^\/opportunity\/GM\w+\/sure/.test(one));
  const { page, close } = await open(path, 'phone', { javaScriptEnabled: false });
  for (let tries = 0; tries < 600 && await page.locator('progress').count(); ++tries) {
    await page.waitForTimeout(500);
    await page.getByRole('link', { name: 'Laad opnieuw' }).click();
  }
  assert.ok(await page.getByRole('heading', { name: 'Meet dit eerst' }).isVisible());
  await close();
});
