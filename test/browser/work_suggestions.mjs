// SPDX-License-Identifier: EUPL-1.2
// One map, kept by many hands, on a phone and at a desk, with script and without: a visitor says what is wrong and what is
// missing, a coordinator takes it over, it stands on the map; a coordinator asks an organisation, which answers from the
// mail without signing in, and its answer is looked at before it stands there.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium_path, quiet, serve_demo, ways } from './kit.mjs';
import { comes_in, enter, in_order, press, puts_on_second_factor, widths } from './at_work.mjs';

const said = (width, has_script) => `${width}, ${has_script ? 'with' : 'without'} script`;
let site, browser, base, slug, clubs, world;

before(async () => {
  site = await serve_demo(1500, [], ['--port', '0', '--mail', 'show']);
  base = site.base;
  browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, '--disable-gpu'] });
  world = { browser, site };
  slug = (await site.json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional').slug;
  // Those with a number, as their page says it.
  clubs = [];
  for (const one of (await site.json(`/api/v1/organisations?ecosystem=${slug}&limit=100`)).results) {
    const phone = /<a href="tel:[^"]*"[^>]*>([^<]+)</.exec(await (await fetch(`${base}/organisations/${one.id}`)).text());
    if (phone && clubs.length < 8) clubs.push({ ...one, phone: phone[1].replace(/<[^>]*>/g, '').trim() });
  }
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function visitor(width, has_script) {
  const context = await browser.newContext({ viewport: widths[width], javaScriptEnabled: has_script, bypassCSP: has_script });
  const page = await context.newPage();
  page.has_script = has_script;
  return page;
}

// What a running server shows a moment after it was kept.
async function shows(page, address, text) {
  for (let tries = 0; tries < 20; ++tries) {
    await page.goto(address);
    if ((await page.locator('main').innerText()).includes(text)) return;
    await new Promise((go_on) => setTimeout(go_on, 250));
  }
  assert.fail(`${address} does not show ${text}`);
}

const card = (page, name) => page.locator('.suggestions > li', { hasText: name });

for (const [nth, [width, has_script]] of ways.entries()) {
  test(`a visitor suggests and a coordinator takes it over, ${said(width, has_script)}`, async () => {
    const club = clubs[nth], number = `015 200 30 4${nth}`, missing = `Timmerwerkplaats ${'ABCD'[nth]}zaal`;
    const page = await visitor(width, has_script);

    // What should stand there, beside what does.
    await page.goto(`${base}/organisations/${club.id}`);
    await enter(page.getByRole('link', { name: 'Klopt er iets niet?' }));
    await in_order(page, 'suggest-correction');
    assert.equal(await page.getByLabel('Telefoon').inputValue(), club.phone);
    await page.getByLabel('Telefoon').fill('bel maar');
    await press(page, 'Verstuur');
    await in_order(page, 'suggest-wrong');
    assert.match(await page.locator('.problem').first().innerText(), /geen telefoonnummer/);
    await page.getByLabel('Telefoon').fill(number);
    await press(page, 'Verstuur');
    await in_order(page, 'suggest-thanks');
    assert.match(await page.locator('h1').innerText(), /Bedankt/);

    // Something that is missing; what is called so already is shown first.
    await page.goto(`${base}/organisations`);
    await enter(page.getByRole('link', { name: 'Mis je iets op de kaart?' }).first());
    await in_order(page, 'suggest-missing');
    await page.getByRole('radio', { name: /^Een club/ }).check({ force: true });
    await page.getByLabel('Hoe heet het?').fill(club.name);
    await press(page, 'Verstuur');
    await in_order(page, 'suggest-do-you-mean');
    assert.match(await page.locator('main .notice').innerText(), /Bedoel je dit\?/);
    await page.getByLabel('Hoe heet het?').fill(missing);
    await press(page, 'Nee, het is iets anders: verstuur');
    assert.match(await page.locator('h1').innerText(), /Bedankt/);
    await page.context().close();

    // Who keeps the map sees both and takes over.
    const lead = await comes_in(world, 'coordinator', `lead${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Lea de Wit');
    await puts_on_second_factor(lead);
    await lead.goto(`${base}/workplace/${slug}`);
    await in_order(lead, 'queue-home');
    await enter(lead.getByRole('link', { name: /^Voorstellen van anderen/ }));
    await in_order(lead, 'queue');
    const change = card(lead, club.name);
    assert.match(await change.innerText(), new RegExp(`Nu: ${club.phone.replace('+', '\\+')}[^]*Voorstel: ${number}`));
    await enter(change.getByRole('button', { name: 'Neem over' }));
    await in_order(lead, 'queue-taken-over');
    assert.match(await lead.locator('[role=status]').first().innerText(), /Overgenomen/);
    await shows(lead, `${base}/organisations/${club.id}`, number);

    // Taken back, and taken over again from where it waits.
    await lead.goto(`${base}/workplace/${slug}/suggestions?state=decided`);
    await in_order(lead, 'queue-decided');
    await enter(card(lead, club.name).first().getByRole('button', { name: 'Draai terug' }));
    assert.match(await lead.locator('[role=status]').first().innerText(), /Teruggedraaid/);
    await enter(card(lead, club.name).getByRole('button', { name: 'Neem over' }));
    await lead.goto(`${base}/workplace/${slug}/history/organisation/${club.id}`);
    assert.match(await lead.locator('.changes').innerText(), /Lea de Wit/);

    // What is new becomes an organisation.
    await lead.goto(`${base}/workplace/${slug}/suggestions`);
    await enter(card(lead, missing).getByRole('link', { name: 'Zet op de kaart…' }));
    await in_order(lead, 'queue-new');
    await press(lead, 'Zet op de kaart');
    assert.match(await lead.locator('[role=status]').first().innerText(), /op de kaart/);
    await shows(lead, `${base}/organisations?q=${encodeURIComponent(missing)}`, missing);
    await lead.context().close();
  });

  test(`an organisation answers a question from a mail, ${said(width, has_script)}`, async () => {
    const lead = await comes_in(world, 'coordinator', `ask${nth}@net.example`, ['--ecosystem', slug], width, has_script, 'Ida Net');
    await puts_on_second_factor(lead);
    await lead.goto(`${base}/workplace/${slug}`);
    await enter(lead.getByRole('link', { name: /^Vragen aan organisaties/ }));
    await in_order(lead, 'asking');
    const whom = lead.locator('.suggestions > li', { has: lead.getByRole('button', { name: 'Bekijk de mail' }) })
      .filter({ hasText: nth < 2 ? 'Is er voor kinderen' : 'staat er niet' }).first();
    const name = await whom.locator('h2').innerText();
    for (const more of await whom.locator('summary').all()) await more.press('Enter');
    const choice = whom.locator('label.choice', { hasText: nth < 2 ? 'Is er voor kinderen' : 'staat er niet' }).first();
    await choice.getByRole('checkbox').check({ force: true });
    const question = (await choice.innerText()).split('\n')[0];
    await enter(whom.getByRole('button', { name: 'Bekijk de mail' }));
    await in_order(lead, 'asking-mail');
    assert.ok((await lead.locator('blockquote').innerText()).includes(question), question);
    await press(lead, 'Verstuur deze mail');
    await in_order(lead, 'asking-sent');
    assert.match(await lead.locator('[role=status]').innerText(), /De mail gaat nu weg/);

    // The link opens this question, without signing in.
    const page = await visitor(width, has_script);
    await page.goto(`${base}/mail`);
    const link = await page.locator('li', { hasText: `Een paar vragen over ${name}` }).last().locator('a').getAttribute('href');
    await page.goto(base + link);
    await in_order(page, 'answer');
    assert.equal(await page.locator('h1').innerText(), question);
    if (await page.getByRole('radio').count() > 0) await page.getByRole('radio').first().check({ force: true });
    else await page.locator('form.work input[type=text]').first().fill(
      /telefoonnummer/.test(question) ? '015 123 45 67' : /^Wanneer/.test(question) ? 'elke woensdag 14:00-15:30' : /website/.test(question) ? 'www.club.example' : /leeftijd/.test(question) ? '8-12' : 'gratis');
    await press(page, 'Verstuur je antwoord');
    await in_order(page, 'answer-thanks');
    assert.match(await page.locator('h1').innerText(), /Bedankt/);
    assert.equal((await page.goto(base + link)).status(), 404);
    await in_order(page, 'answer-over');
    await page.context().close();

    // It waits until somebody looked.
    await lead.goto(`${base}/workplace/${slug}/suggestions`);
    const answer = card(lead, `Antwoord van ${name}`).last();
    await in_order(lead, 'queue-answer');
    await enter(answer.locator('button.primary'));
    assert.match(await lead.locator('[role=status]').first().innerText(), /Overgenomen/);
    await lead.goto(`${base}/workplace/${slug}/asking`);
    await in_order(lead, 'asking-answered');
    assert.match(await lead.locator('main').innerText(), /beantwoord op/);
    await lead.context().close();
  });
}
