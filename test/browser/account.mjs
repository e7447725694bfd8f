// SPDX-License-Identifier: EUPL-1.2
// Signing in, from the first invitation by the command line to a sign-in that is ended from another device: with script and
// without, on a phone and at a desk. axe finds nothing, nothing sticks out, and visitors get no cookie.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { axe, chromium_path, one_time_code, quiet, serve_demo, step_now, untranslated, ways } from './kit.mjs';
import { tick } from './at_work.mjs';

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
let site, browser, base, guide_at;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  const { slug } = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional');
  const [organisation] = (await site.json(`/api/v1/organisations?ecosystem=${slug}`)).results;
  guide_at = ['--ecosystem', slug, '--organisation', organisation.id];
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function in_order(page) {
  if (page.has_script) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), [], page.url());
    const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(scroll <= inner, `${page.url()} sticks out: ${scroll} px at ${inner}`);
  }
  assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex, follow');
  const text = await page.locator('body').innerText();
  assert.deepEqual(untranslated(text), [], `an untranslated key at ${page.url()}`);
}

async function visitor(width, has_script) {
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  return page;
}

// By the keyboard; a click of the library waits for a script of its own, which cannot run without script.
const enter = async (button) => {
  const page = button.page();
  await Promise.all([page.waitForEvent('framenavigated'), button.press('Enter')]);
  await page.waitForLoadState();
};
const press = (page, name) => enter(page.getByRole('button', { name, exact: true }));

// The address in the newest mail to somebody.
async function mailed(mail) {
  const page = await visitor('desktop', false);
  await page.goto(`${base}/mail`);
  const href = await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href');
  await page.context().close();
  return base + href;
}

// An operator looks at an organisation, asks two people, takes one invitation back and later the role of the other.
async function colleagues_of_an_organisation(page, width, has_script) {
  await page.goto(`${base}/account`);
  await enter(page.getByRole('link', { name: 'Naar je collega’s' }));
  await in_order(page);
  const places = page.getByLabel('Waarvan wil je de collega’s zien?');
  await places.selectOption({ index: (await places.locator('option').count()) - 1 });
  await press(page, 'Bekijken');
  await page.getByText('Hier heeft nog niemand een taak.').waitFor();
  await in_order(page);
  const there = page.url();
  const invite = async (mail, role) => {
    await page.getByLabel('Het mailadres van je collega').fill(mail);
    await tick(page.getByRole('radio', { name: new RegExp(`^${role} `) }));
    await press(page, 'Stuur de uitnodiging');
    await page.getByText(`mail naar ${mail}`).waitFor();
    await in_order(page);
    await enter(page.getByRole('link', { name: 'Naar je collega’s' }));
    assert.equal(page.url(), there);
  };
  const owner = `owner-${width}-${has_script}@museum.example`, guide = `guide-${width}-${has_script}@museum.example`;
  await invite(owner, 'eigenaar');
  await invite(guide, 'gids');
  const link_of_owner = await mailed(owner), link_of_guide = await mailed(guide);
  await in_order(page);
  await enter(page.getByRole('listitem').filter({ hasText: owner }).getByRole('button', { name: 'Uitnodiging intrekken' }));
  await page.getByText(owner).waitFor({ state: 'detached' });

  const other = await visitor(width, has_script);
  await other.goto(link_of_owner);
  await other.getByText('werkt niet meer').waitFor();
  await other.goto(link_of_guide);
  await other.getByLabel('Je naam').fill('Bert Bakker');
  await press(other, 'Ja, ik doe mee');
  await in_order(other);
  await other.goto(`${base}/account/colleagues`);
  await other.getByText('mag je niet').first().waitFor(); // a guide does not say who works there

  await page.goto(there);
  await in_order(page);
  await press(page, 'Niet meer als gids');
  await page.getByText('wordt overal uitgelogd').waitFor();
  await in_order(page);
  await enter(page.getByRole('link', { name: 'Nee, niet doen' }));
  await press(page, 'Niet meer als gids');
  await press(page, 'Niet meer als gids');
  await page.getByText('Hier heeft nog niemand een taak.').waitFor();
  await mailed(guide); // is told
  await other.goto(`${base}/account`);
  assert.equal(new URL(other.url()).pathname, '/sign-in');
  await other.context().close();
}

for (const [width, has_script] of ways) {
  test(`an operator is invited, comes in and keeps others out, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const mail = `operator-${width}-${has_script}@stad.example`, password = 'paard batterij nietje';
    site.change('person', 'invite', '--role', 'operator', '--mail', mail);
    const page = await visitor(width, has_script);
    const link = await mailed(mail);
    await page.goto(link);
    await in_order(page);
    await page.goto(link); // looking at it does not use it up
    await page.getByLabel('Je naam').fill('Anna de Vries');
    await press(page, 'Ja, ik doe mee');

    // Nothing goes before the second factor.
    assert.equal(new URL(page.url()).pathname, '/account/second-factor');
    await page.goto(`${base}/account`);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await page.goto(`${base}/account/second-factor`);
    await in_order(page);
    const secret = await page.locator('#secret').innerText();
    let step = step_now();
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await press(page, 'App koppelen');
    await page.getByText('Deze code klopt niet').waitFor();
    await in_order(page);
    await page.getByLabel('Code', { exact: true }).fill(one_time_code(secret, step));
    await press(page, 'App koppelen');
    await in_order(page);
    const recovery = await page.locator('.recovery-codes code').allInnerTexts();
    assert.equal(recovery.length, 10);
    await enter(page.getByRole('link', { name: 'Ik heb ze bewaard' }));
    await in_order(page);

    await page.getByLabel('Nieuw wachtwoord').fill('wachtwoord123');
    await enter(page.getByRole('button', { name: 'Bewaren' }).nth(1));
    await page.getByText('makkelijk te raden').waitFor();
    await page.getByLabel('Nieuw wachtwoord').fill(password);
    await enter(page.getByRole('button', { name: 'Bewaren' }).nth(1));
    await page.getByText('Je hebt een wachtwoord').waitFor();
    await page.goto(`${base}/account/erase`);
    await in_order(page);
    await page.getByRole('button', { name: 'Account wissen' }).press('Enter'); // without the tick nothing goes
    await page.goto(`${base}/account`);
    await press(page, 'Uitloggen');
    assert.equal((await page.context().cookies()).length, 0);

    const sign_in = async (at, code, next = '') => {
      await at.goto(`${base}/sign-in/password${next}`);
      await in_order(at);
      await at.getByLabel('Je mailadres').fill(mail);
      await at.getByLabel('Wachtwoord').fill(password);
      await press(at, 'Inloggen');
      assert.equal(new URL(at.url()).pathname, '/sign-in/second-factor');
      await in_order(at);
      await at.getByLabel('Code', { exact: true }).fill(code);
      await press(at, 'Verder');
    };
    await sign_in(page, one_time_code(secret, step + 1), '?next=//evil.example');
    assert.equal(page.url(), `${base}/account`);
    const cookie = (await page.context().cookies())[0];
    assert.ok(cookie.httpOnly && cookie.sameSite === 'Lax' && cookie.expires === -1, JSON.stringify(cookie));

    await colleagues_of_an_organisation(page, width, has_script);

    // From an address deep in the site, with a code in between.
    const other = await visitor(width, has_script);
    await sign_in(other, recovery[0], '?next=%2Faccount%2Fcolleagues');
    assert.equal(other.url(), `${base}/account/colleagues`);
    assert.equal((await other.context().cookies()).length, 1);
    await page.goto(`${base}/account`);
    await press(page, 'Log dit apparaat uit');
    await page.getByRole('heading', { name: 'Mijn account' }).waitFor();
    await other.goto(`${base}/account`);
    assert.equal(new URL(other.url()).pathname, '/sign-in');
    await in_order(other);
    await other.context().close();

    await page.context().close();
  });
}

// Who has to sign in for a page comes to it by a link in a mail, and leaves a task only when asked twice.
async function goes_on_after_a_mail(mail, width, has_script) {
  const page = await visitor(width, has_script);
  await page.goto(`${base}/account/address`);
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  assert.equal((await page.context().cookies()).length, 0);
  await page.getByLabel('Je mailadres').fill('bert@school');
  await press(page, 'Stuur mij een link');
  assert.equal(await page.getByLabel('Je mailadres').inputValue(), 'bert@school');
  await in_order(page);
  await page.getByLabel('Je mailadres').fill(mail);
  await press(page, 'Stuur mij een link');
  await page.goto(await mailed(mail));
  await press(page, 'Inloggen');
  assert.equal(page.url(), `${base}/account/address`);
  await page.goto(`${base}/account`);
  await page.locator('summary', { hasText: 'Stoppen met deze taak' }).press('Enter');
  await page.getByText('Je bent dan niet meer gids').waitFor();
  await in_order(page);
  await page.context().close();
}

for (const [width, has_script] of ways) {
  test(`somebody changes their mail address, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const name = `mover-${width}-${has_script}`, old = `${name}@school.example`, wanted = `${name}@museum.example`;
    site.change('person', 'invite', '--role', 'guide', ...guide_at, '--mail', old);
    const page = await visitor(width, has_script);
    await page.goto(await mailed(old));
    await page.getByLabel('Je naam').fill('Noor');
    await press(page, 'Ja, ik doe mee');
    await in_order(page);
    await goes_on_after_a_mail(old, width, has_script);
    await enter(page.getByRole('link', { name: 'Mailadres veranderen' }));
    await in_order(page);
    await page.getByLabel('Je nieuwe mailadres').fill(old);
    await press(page, 'Stuur de mail');
    await page.getByText('Dit is je mailadres al').waitFor();
    await in_order(page);
    await page.getByLabel('Je nieuwe mailadres').fill(`slip-${wanted}`);
    await press(page, 'Stuur de mail');
    await page.getByText(`mail gestuurd naar slip-${wanted}`).waitFor();
    await in_order(page);
    await press(page, 'Toch niet veranderen');
    await page.getByText('mail gestuurd naar').waitFor({ state: 'detached' });
    await page.goto(await mailed(`slip-${wanted}`));
    await page.getByText('werkt niet meer').waitFor();
    await in_order(page);

    await page.goto(`${base}/account/address`);
    await page.getByLabel('Je nieuwe mailadres').fill(wanted);
    await press(page, 'Stuur de mail');
    const link = await mailed(wanted);
    const stranger = await visitor(width, has_script);
    await stranger.goto(link);
    await stranger.getByText('Log in met je oude mailadres').waitFor();
    assert.doesNotMatch(await stranger.locator('body').innerText(), /@/);
    await in_order(stranger);
    await stranger.context().close();

    await page.goto(link);
    await in_order(page);
    await press(page, 'Gebruik dit mailadres');
    assert.equal(page.url(), `${base}/account`);
    await page.getByText(`Je mailadres is ${wanted}.`).waitFor();
    assert.ok((await mailed(old)).endsWith('/about'), 'the old address is told what to do');
    await page.goto(link);
    await page.getByText('werkt niet meer').waitFor();
    await page.context().close();
  });
}

test('visitors get no cookie, and pages of who signed in are kept nowhere', async () => {
  for (const path of ['/', '/offerings', '/sign-in', '/sign-in/password']) {
    assert.equal((await fetch(base + path)).headers.get('set-cookie'), null, path);
  }
  assert.equal((await fetch(`${base}/sign-in`)).headers.get('cache-control'), 'no-store');
});

test('a form from elsewhere is refused', async () => {
  const send = (headers) => fetch(`${base}/sign-in/link`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ mail: 'a@b.example' }), headers });
  assert.equal((await send({ Origin: base })).status, 303);
  assert.equal((await send({ Origin: 'https://evil.example' })).status, 403);
  assert.equal((await send({ 'Sec-Fetch-Site': 'cross-site' })).status, 403);
  assert.equal((await send({})).status, 403);
});
