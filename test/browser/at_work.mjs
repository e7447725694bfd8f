// SPDX-License-Identifier: EUPL-1.2
// What the browser tests of the workplace share: somebody of a role who has come in, and a page that is in order.
import assert from 'node:assert/strict';
import { axe, one_time_code, step_now, untranslated } from './kit.mjs';

export const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const pictures = process.env.PICTURES; // a folder to look at

export async function in_order(page, name) {
  const wide = page.viewportSize().width;
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-${wide}.png`, fullPage: true });
  const text = await page.locator('body').innerText();
  assert.deepEqual(untranslated(text), [], `an untranslated key at ${page.url()}`);
  if (!page.has_script) return;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), [], page.url());
  const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  assert.ok(scroll <= inner, `${page.url()} sticks out: ${scroll} px at ${inner}`);
}

// By the keyboard; a click of the library waits for a script of its own, which cannot run without script.
export const enter = async (button) => {
  const page = button.page();
  await Promise.all([page.waitForEvent('framenavigated'), button.press('Enter')]);
  await page.waitForLoadState();
};
export const press = (page, name) => enter(page.getByRole('button', { name, exact: true }).first());

// Ticks a box or chooses one of several by the keyboard: what the browser shows above the page, such as which field is
// still to be filled in, may stand in the way of a click.
export const tick = async (box) => {
  await box.press(' ');
  assert.ok(await box.isChecked());
};

// A browser of somebody who was invited and said yes to it: `place` are words of the command, such as '--ecosystem', 'delft'.
export async function comes_in({ browser, site }, role, mail, place, width, has_script, name = 'Noor Bakker') {
  site.change('person', 'invite', '--role', role, '--mail', mail, ...place);
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  await page.goto(`${site.base}/mail`);
  await page.goto(site.base + await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href'));
  await page.getByLabel('Je naam').fill(name);
  await press(page, 'Ja, ik doe mee');
  return page;
}

// Of a role that asks for it.
export async function puts_on_second_factor(page) {
  const secret = await page.locator('#secret').innerText();
  await page.getByLabel('Code', { exact: true }).fill(one_time_code(secret, step_now()));
  await press(page, 'App koppelen');
  await enter(page.getByRole('link', { name: 'Ik heb ze bewaard' }));
}
