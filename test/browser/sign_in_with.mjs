// SPDX-License-Identifier: EUPL-1.2
// Signing in with the account of another organisation: two OpenID Connect providers on this machine, one that signs with
// RS256 and one with ES256, and a third that is away. With script and without.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { chromium } from 'playwright-core';
import { axe, chromium_path, one_time_code, quiet, serve_demo, step_now } from './kit.mjs';

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
let site, browser, base, folder, guide_at;
const providers = {};

const free_port = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

function signing_key(algorithm) {
  const { privateKey } = algorithm === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: `${algorithm}-1`, use: 'sig', alg: algorithm };
}

// It lets everybody in by the name that they type. `localhost` is another site to a browser than 127.0.0.1.
async function provider(code, algorithm, port) {
  const at = await free_port();
  const issuer = `http://localhost:${at}`;
  const made = new Provider(issuer, {
    clients: [{ client_id: `wegwijzer ${code}`, client_secret: 'geheim: met een %-teken', response_types: ['code'],
      grant_types: ['authorization_code'], id_token_signed_response_alg: algorithm,
      redirect_uris: [`http://127.0.0.1:${port}/sign-in/with/${code}/back`],
      post_logout_redirect_uris: [`http://127.0.0.1:${port}/sign-in`] }],
    jwks: { keys: [signing_key(algorithm)] },
    cookies: { keys: ['only for a test'] },
    pkce: { required: () => true },
  });
  const server = await new Promise((started) => {
    const listening = made.listen(at, '127.0.0.1', () => started(listening));
  });
  providers[code] = { issuer, server };
}

function settings_of(code, issuer, names, ...more) {
  const file = join(folder, `${code}.conf`);
  writeFileSync(join(folder, `${code}.secret`), 'geheim: met een %-teken\n', { mode: 0o600 });
  writeFileSync(file, [`code = ${code}`, `issuer = ${issuer}`, `client_id = wegwijzer ${code}`,
    `client_secret_file = ${code}.secret`, `name_nl = ${names[0]}`, `name_en = ${names[1]}`, ...more, ''].join('\n'));
  return ['--sign-in-with', file];
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wegwijzer-providers-'));
  const port = await free_port();
  await provider('stad', 'RS256', port);
  await provider('school', 'ES256', port);
  const gone = await free_port();
  site = await serve_demo(1500, [], ['--port', String(port), '--mail', 'show',
    ...settings_of('stad', providers.stad.issuer, ['gemeente Stad', 'the town'], 'sign_out = true'),
    ...settings_of('school', providers.school.issuer, ['de school', 'the school']),
    ...settings_of('weg', `http://localhost:${gone}`, ['wie weg is', 'who is away'])]);
  base = site.base;
  const { slug } = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional');
  const [organisation] = (await site.json(`/api/v1/organisations?ecosystem=${slug}`)).results;
  guide_at = ['--ecosystem', slug, '--organisation', organisation.id];
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
});

after(async () => {
  await browser?.close();
  site?.stop();
  for (const { server } of Object.values(providers)) { server.close(); server.closeAllConnections(); }
  rmSync(folder, { recursive: true, force: true });
});

async function visitor(width = 'desktop', has_script = false) {
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  return page;
}

async function in_order(page) {
  if (page.has_script) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), [], page.url());
    const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(scroll <= inner, `${page.url()} sticks out: ${scroll} px at ${inner}`);
  }
  assert.doesNotMatch(await page.locator('body').innerText(), /\b(account|mail|nav)\.[a-z_]+\b(?=\s|$)/m, page.url());
}

// By the keyboard; a click of the library waits for a script of its own, which cannot run without script.
const press = async (page, name) => {
  const button = page.getByRole('button', { name, exact: true });
  await Promise.all([page.waitForEvent('framenavigated'), button.press('Enter')]);
  await page.waitForLoadState();
};

// Past the pages of the provider: who they are, and that Wegwijzer may know.
async function be(page, code, name) {
  await page.waitForURL(`${providers[code].issuer}/interaction/**`);
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('x');
  await page.locator('input[name=password]').press('Enter');
  const agree = page.getByRole('button', { name: 'Continue' });
  await agree.waitFor();
  await agree.press('Enter');
}

const here = (page) => page.waitForURL((url) => url.origin === base && !url.pathname.startsWith('/sign-in/with/'));
const back_here = (page) => page.waitForURL((url) => url.origin === base && url.pathname.endsWith('/back'));

// Somebody who has just accepted an invitation, so who came in by a mail.
async function guide(name, width, has_script, role = 'guide') {
  const mail = `${name}@school.example`;
  site.change('person', 'invite', '--role', role, ...guide_at, '--mail', mail);
  const page = await visitor(width, has_script);
  await page.goto(`${base}/mail`);
  const href = await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href');
  await page.goto(base + href);
  await page.getByLabel('Je naam').fill(name);
  await press(page, 'Ja, ik doe mee');
  assert.equal(page.url(), `${base}/account`);
  return page;
}

async function linked_guide(name, code, button, role = 'guide', width = 'desktop', has_script = false) {
  const page = await guide(name, width, has_script, role);
  await press(page, button);
  await be(page, code, name);
  await here(page);
  assert.equal(page.url(), `${base}/account`);
  return page;
}

for (const [width, has_script, code, who] of [
  ['desktop', true, 'stad', 'gemeente Stad'], ['phone', true, 'school', 'de school'],
  ['desktop', false, 'school', 'de school'], ['phone', false, 'stad', 'gemeente Stad']]) {
  test(`a guide links an account and comes in by it, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const name = `guide-${width}-${has_script}`;
    const page = await guide(name, width, has_script);
    await in_order(page);
    await press(page, `Koppel het account van ${who}`);
    await be(page, code, name);
    await here(page);
    assert.equal(page.url(), `${base}/account`);
    await page.getByText(`${who}, gekoppeld op`).waitFor();
    await in_order(page);
    const mails = await visitor();
    await mails.goto(`${base}/mail`);
    await mails.locator('li', { hasText: `${name}@school.example` }).getByText('Er is een account gekoppeld').waitFor();
    await mails.context().close();

    await press(page, 'Uitloggen');
    await page.goto(`${base}/sign-in?next=/offerings`);
    await in_order(page);
    const ours = async () => (await page.context().cookies(base)).filter(({ name }) => name.startsWith('wegwijzer'));
    await press(page, `Met het account van ${who}`);
    await here(page); // they are signed in over there already
    assert.equal(page.url(), `${base}/offerings`);
    const cookies = await ours();
    assert.deepEqual(cookies.map((one) => one.name), ['wegwijzer'], 'that of the way is gone');
    assert.ok(cookies[0].httpOnly && cookies[0].sameSite === 'Lax' && cookies[0].expires === -1);
    await page.goto(`${base}/account`);

    await press(page, `Ontkoppel het account van ${who}`);
    assert.equal(await page.getByText('gekoppeld op').count(), 0);
    // Who came in by it does not link it again: that takes a mail.
    await page.getByText('Log dan uit en log in met een link in een mail').waitFor();
    await press(page, 'Uitloggen');
    await press(page, `Met het account van ${who}`);
    await back_here(page);
    await page.getByText('nog niet gekoppeld').waitFor();
    await in_order(page);
    assert.deepEqual(await ours(), []);
    await page.context().close();
  });
}

test('somebody without an account here does not get one, in English too', async () => {
  const page = await visitor('desktop', true);
  await page.goto(`${base}/en/sign-in`);
  await press(page, 'With the account of the town');
  await be(page, 'stad', 'stranger');
  await back_here(page);
  await page.getByText('not yet linked to an account at Wegwijzer').waitFor();
  await in_order(page);
  await page.goto(`${base}/account`);
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.context().close();
});

test('what came back once does not come back again', async () => {
  const page = await linked_guide('replayed', 'stad', 'Koppel het account van gemeente Stad');
  await press(page, 'Uitloggen');
  const seen = [];
  page.on('request', (request) => { if (request.url().includes('/back?')) seen.push(request.url()); });
  await press(page, 'Met het account van gemeente Stad');
  await here(page);
  await press(page, 'Uitloggen');
  const again = await page.goto(seen[0]);
  assert.equal(again.status(), 403);
  await page.getByText('al gebruikt, duurde te lang of begon in een andere browser').waitFor();
  await page.goto(`${base}/account`);
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.context().close();
});

test('what one browser began does not end in another', async () => {
  const page = await linked_guide('stopped', 'school', 'Koppel het account van de school');
  await press(page, 'Uitloggen');
  const stopped = new Promise((found) => page.route(`${providers.school.issuer}/auth?**`, async (route) => {
    found((await route.fetch({ maxRedirects: 0 })).headers().location);
    await route.abort();
  }));
  await page.getByRole('button', { name: 'Met het account van de school' }).press('Enter');
  const address = await stopped;
  assert.match(address, /\/sign-in\/with\/school\/back\?code=/);
  const other = await visitor();
  for (const begun of [false, true]) {
    if (begun) {
      await other.goto(`${base}/sign-in`);
      await press(other, 'Met het account van de school');
      await other.waitForURL(/\/interaction\//); // the page in between goes on by itself
    }
    assert.equal((await other.goto(address)).status(), 403);
    await other.goto(`${base}/account`);
    assert.equal(new URL(other.url()).pathname, '/sign-in');
  }
  await other.context().close();
  await page.context().close();
});

test('an account is of one person', async () => {
  await (await linked_guide('first', 'stad', 'Koppel het account van gemeente Stad')).context().close();
  const page = await guide('second', 'desktop', false);
  await press(page, 'Koppel het account van gemeente Stad');
  await be(page, 'stad', 'first');
  await back_here(page);
  await page.getByText('al gekoppeld aan iemand anders').waitFor();
  await page.context().close();
});

test('an operator links nothing before the second factor', async () => {
  const mail = 'operator@stad.example';
  site.change('person', 'invite', '--role', 'operator', '--mail', mail);
  const page = await visitor();
  await page.goto(`${base}/mail`);
  await page.goto(base + await page.locator('li', { hasText: mail }).last().locator('a').getAttribute('href'));
  await page.getByLabel('Je naam').fill('Anna');
  await press(page, 'Ja, ik doe mee');
  assert.equal(new URL(page.url()).pathname, '/account/second-factor');
  const form = await page.locator('input[name=form]').first().getAttribute('value');
  // Nothing is linked before the second factor is there.
  const answer = await page.request.post(`${base}/account/elsewhere/link`, {
    form: { provider: 'stad', form }, headers: { Origin: base }, maxRedirects: 0 });
  assert.equal(answer.status(), 403);
  await page.context().close();
});

for (const [width, has_script, role] of [['desktop', true, 'provider_editor'], ['phone', false, 'guide']]) {
  test(`a ${role} with an app shows its code after the other organisation too, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const name = `app-${role}`, with_school = 'Met het account van de school';
    const page = await linked_guide(name, 'school', 'Koppel het account van de school', role, width, has_script);
    await page.goto(`${base}/account/second-factor`);
    const secret = await page.locator('#secret').innerText();
    const step = step_now();
    await page.getByLabel('Code', { exact: true }).fill(one_time_code(secret, step));
    await press(page, 'App koppelen');
    await page.goto(`${base}/account`);
    await press(page, 'Uitloggen');
    await press(page, with_school);
    await here(page);
    assert.equal(new URL(page.url()).pathname, '/sign-in/second-factor');
    await in_order(page);
    // Until then it opens nothing.
    const code_page = page.url();
    await page.goto(`${base}/account`);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await page.goto(code_page);
    await page.getByLabel('Code', { exact: true }).fill(one_time_code(secret, step));
    await press(page, 'Verder');
    await page.getByText('Deze code klopt niet').waitFor(); // each code works once
    await in_order(page);
    await page.getByLabel('Code', { exact: true }).fill(one_time_code(secret, step + 1));
    await press(page, 'Verder');
    assert.equal(page.url(), `${base}/account`);
    await in_order(page);
    await page.context().close();
  });
}

test('an editor without an app is not let in by the other organisation alone', async () => {
  const page = await linked_guide('no-app', 'school', 'Koppel het account van de school', 'provider_editor', 'phone', true);
  await press(page, 'Uitloggen');
  await press(page, 'Met het account van de school');
  await here(page);
  assert.equal(new URL(page.url()).pathname, '/account/second-factor');
  assert.equal(await page.locator('#secret').count(), 0, 'one is put on after a mail only');
  await in_order(page);
  for (const path of ['/account', '/workplace']) {
    await page.goto(base + path);
    assert.equal(new URL(page.url()).pathname, '/sign-in', path);
  }
  await page.context().close();
});

for (const [width, has_script] of [['desktop', true], ['phone', true], ['phone', false]]) {
  test(`who came in from elsewhere signs out there too, ${width}, ${has_script ? 'with' : 'without'} script`, async () => {
    const with_town = 'Met het account van gemeente Stad';
    const page = await linked_guide(`leaves-${width}-${has_script}`, 'stad', 'Koppel het account van gemeente Stad', 'guide',
      width, has_script);
    await press(page, 'Uitloggen');
    assert.equal(new URL(page.url()).pathname, '/sign-in', 'a mail let them in');
    await press(page, with_town);
    await here(page);
    await press(page, 'Uitloggen');
    assert.equal(page.url(), `${base}/sign-out?with=stad`);
    assert.deepEqual((await page.context().cookies(base)).filter(({ name }) => name.startsWith('wegwijzer')), []);
    await in_order(page);
    await press(page, 'Ook uitloggen bij gemeente Stad');
    await page.waitForURL(`${providers.stad.issuer}/session/end?**`);
    const agree = page.getByRole('button', { name: 'Yes, sign me out' });
    await agree.press('Enter');
    await page.waitForURL(`${base}/sign-in`);
    await press(page, with_town);
    await page.waitForURL(`${providers.stad.issuer}/interaction/**`); // who they are is asked again
    await page.context().close();
  });
}

test('an organisation that is away is told in a sentence, soon', async () => {
  const page = await visitor('desktop', true);
  await page.goto(`${base}/sign-in`);
  const begun = Date.now();
  await press(page, 'Met het account van wie weg is');
  await page.getByText('geeft nu geen antwoord').waitFor();
  assert.ok(Date.now() - begun < 6000);
  await in_order(page);
  assert.deepEqual(await page.context().cookies(), []);
  await page.context().close();
});

test('who says no over there is not signed in', async () => {
  const page = await visitor();
  await page.goto(`${base}/sign-in`);
  await press(page, 'Met het account van de school');
  await page.waitForURL(`${providers.school.issuer}/interaction/**`);
  await page.goto(await page.getByRole('link', { name: /Cancel/ }).getAttribute('href').then((href) => new URL(href, page.url()).href));
  await back_here(page);
  await page.getByText('liet je niet verdergaan').waitFor();
  await page.context().close();
});
