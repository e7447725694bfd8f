// SPDX-License-Identifier: EUPL-1.2
// node test/browser/screenshots.mjs FOLDER [WORDS]: pictures of every public page (or of those with WORDS in their address) on
// a phone, a tablet and a desk, in light and dark, in every language; index.html shows them side by side, problems.txt tells
// which stick out, complain, or have something that axe finds. For eyes, some twenty minutes: pages.mjs and map.mjs assert on fewer.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { axe, chromium_path, quiet, serve_demo } from './kit.mjs';
import { public_pages } from './public_pages.mjs';

const [folder, words = ''] = process.argv.slice(2);
if (!folder) throw new Error('Say in which folder the pictures are to be laid: node test/browser/screenshots.mjs FOLDER [WORDS]');

const sizes = [{ width: 390, height: 844 }, { width: 768, height: 1024 }, { width: 1280, height: 900 }];
const looks = ['light', 'dark'];
const languages = ['nl', 'en', 'ar'];

// The Dutch address of a page; the other languages have a prefix.
const bare = (path) => path.replace(/^\/(en|ar)(?=\/)/, '');
const in_language = (path, language) => (language === 'nl' ? path : `/${language}${path}`);
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

async function wait_for_the_map(page) {
  await page.waitForFunction(() => !document.querySelector('.map[aria-busy=true]'), null, { timeout: 5000 }).catch(() => {});
}

async function found_by_axe(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ').slice(0, 300)}`);
}

async function shoot(page, address, file) {
  const complaints = [];
  page.removeAllListeners();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (wrong) => complaints.push(String(wrong)));
  await page.goto(address, { waitUntil: 'load' });
  await wait_for_the_map(page);
  const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  if (scroll > inner) complaints.push(`sticks out: ${scroll} px at ${inner}`);
  await page.screenshot({ path: file, fullPage: true });
  complaints.push(...await found_by_axe(page));
  return complaints.filter((said) => !/status of 40[04]/.test(said));  // a page that is not there says so on purpose
}

const index = (pages, files) => `<!doctype html><meta charset="utf-8"><title>Wegwijzer: every page</title>
<style>body{font:16px sans-serif}div{display:flex;gap:8px;align-items:start;overflow:auto}img{border:1px solid #888}</style>
${pages.map((path) => `<h2>${escaped(path)}</h2>${languages.map((language) => `<div>${files.filter((one) => one.path === path &&
  one.language === language).map(({ name }) => `<a href="${name}"><img loading="lazy" src="${name}" width="300" alt="${name}"></a>`).join('')}</div>`).join('')}`).join('\n')}`;

mkdirSync(folder, { recursive: true });
const site = await serve_demo(1500);
const browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
try {
  const pages = [...new Set((await public_pages(site)).paths.map(bare))].filter((path) => path.includes(words));
  const files = [], problems = [];
  for (const language of languages) for (const look of looks) for (const viewport of sizes) {
    const context = await browser.newContext({ viewport, colorScheme: look });
    const page = await context.newPage();
    for (const [number, path] of pages.entries()) {
      const name = `${String(number).padStart(3, '0')}-${viewport.width}-${look}-${language}.png`;
      const complaints = await shoot(page, site.base + in_language(path, language), join(folder, name));
      problems.push(...complaints.map((said) => `${name} ${in_language(path, language)}: ${said}`));
      files.push({ path, language, name });
    }
    await context.close();
    console.log(`${language} ${look} ${viewport.width} px: ${pages.length} pages`);
  }
  writeFileSync(join(folder, 'index.html'), index(pages, files));
  writeFileSync(join(folder, 'problems.txt'), problems.map((line) => `${line}\n`).join(''));
  writeFileSync(join(folder, 'pages.txt'), pages.map((path, number) => `${String(number).padStart(3, '0')} ${path}\n`).join(''));
  console.log(`${files.length} pictures, ${problems.length} problems; open ${join(folder, 'index.html')}`);
} finally {
  await browser.close();
  site.stop();
}
