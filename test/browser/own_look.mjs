// SPDX-License-Identifier: EUPL-1.2
// An ecosystem with garish colours and a logo in Chromium, light and dark: axe finds nothing, nothing sticks out or moves,
// links have the colour, the logo is told to who cannot see it, and on paper all is black.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { axe, chromium_path, quiet, serve_demo } from './kit.mjs';

const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

let town, browser, paths;

before(async () => {
  town = await serve_demo(1500, ['--no-pilots']);
  const { slug } = (await town.json('/api/v1/ecosystems')).results[0];
  town.change('ecosystem', slug, '--colour', '#ffff00', '--accent', '#ff00aa', '--logo', 'fuzz/corpus/picture/jpeg',
    '--logo-text', 'Gemeente');
  const [offering] = (await town.json(`/api/v1/offerings?ecosystem=${slug}`)).results;
  paths = [`/e/${slug}`, `/offerings?ecosystem=${slug}&age=9`, `/offerings/${offering.id}`, '/stijl'];
  browser = await chromium.launch({ executablePath: chromium_path, args: quiet });
  while (!(await (await fetch(town.base + paths[0])).text()).includes('theme.css')) {
    await new Promise((later) => setTimeout(later, 100));
  }
});

after(async () => {
  await browser?.close();
  town?.stop();
});

async function open(path, colorScheme, width) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (said) => { if (said.type() === 'error') page.problems.push(said.text()); });
  await page.goto(town.base + path);
  return page;
}

const role = (page, name) =>
  page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), name);

for (const look of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    test(`can be read in the ${look} at ${width}`, async () => {
      for (const path of paths) {
        const page = await open(path, look, width);
        await page.evaluate(axe);
        const { violations } = await page.evaluate((rules) => axe.run(document, rules), rules);
        assert.deepEqual(violations.map((one) => `${path} ${one.id}: ${one.nodes[0].html}`), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${path} sticks out by ${wide}`);
        assert.deepEqual(page.problems, [], path);
        await page.context().close();
      }
    });
  }
}

test('is yellow where yellow can be read, and olive where not', async () => {
  const dark = await open(paths[0], 'dark', 1280);
  assert.equal(await role(dark, '--primary'), '#ffff00');
  const light = await open(paths[0], 'light', 1280);
  assert.notEqual(await role(light, '--primary'), '#ffff00');
  assert.equal(await role(light, '--sun'), '#ff00aa');
});

test('keeps room for the logo and says what it is', async () => {
  const page = await open(paths[0], 'light', 390);
  const logo = page.getByRole('link', { name: 'Gemeente', exact: true });
  assert.equal(await logo.getAttribute('href'), paths[0]);
  const [loaded, high] = await logo.locator('img').evaluate((img) => [img.naturalWidth > 0, img.clientHeight]);
  assert.ok(loaded);
  assert.ok(high > 20 && high < 48, `${high}`);
});

test('is black on white on paper', async () => {
  const page = await open(paths[0], 'dark', 1280);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await role(page, '--primary'), '#000000');
});
