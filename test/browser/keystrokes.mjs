// SPDX-License-Identifier: EUPL-1.2
// How long somebody who sees a page for the first time would work at it: the keystroke-level model (S. Card, T. Moran and
// A. Newell, The keystroke-level model for user performance time with interactive systems, CACM 23(7), 1980), with
// reading and judging beside it. A walk does each step for real, by mouse and keyboard, and this counts it. What each
// figure is and where it comes from stands in docs/parameters.md.
import assert from 'node:assert/strict';

export const operators = {
  key: 0.28, // K, also a button of the mouse: an average typist, 40 words a minute
  pointing: 1.1, // P
  homing: 0.4, // H: the hand from keyboard to mouse, or back
  thinking: 1.35, // M: before each decision of one's own, not before what follows from it
  response: 1.0, // R: a page that was asked for is there
  second_look: 0.15, // of the words of a kind of page that was read before
};

// What is not known about a person is varied: the middle, and a quicker and a slower one.
export const paces = {
  quick: { judging: 10, words_a_minute: 240 },
  middle: { judging: 20, words_a_minute: 220 },
  slow: { judging: 30, words_a_minute: 200 },
};

const nothing = () => ({ keys: 0, clicks: 0, pointing: 0, homing: 0, thinking: 0, pages: 0, words: 0, judged: 0 });

export function seconds(counts, pace = paces.middle) {
  const o = operators;
  return (counts.keys + counts.clicks) * o.key + counts.pointing * o.pointing + counts.homing * o.homing +
    counts.thinking * o.thinking + counts.pages * o.response + (counts.words / pace.words_a_minute) * 60 +
    counts.judged * pace.judging;
}

export const added_up = (all) => all.reduce((sum, one) => {
  for (const name of Object.keys(sum)) sum[name] += one[name];
  return sum;
}, nothing());

// The words that somebody sees in the main part of a page and has to read to know what to do: not the records in a table or
// list, which are judged one by one, nor what can be chosen in a list that folds out.
const words_to_read = () => {
  const seen = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const at = text.parentElement;
    if (at.closest('table.records tbody, table.planned tbody, ol.plain, .sessions, .own-card, script, style, option')) continue;
    if (at.checkVisibility?.({ contentVisibilityAuto: true }) === false || at.getClientRects().length === 0) continue;
    seen.push(text.textContent);
  }
  return seen.join(' ').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
};

// Of "/workplace/delft/records/venue/0193…" and of the same with another id: one kind of page.
const kind_of_page = (url) => new URL(url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');

// Somebody at a page of the browser, whose steps are counted.
export class FirstTimer {
  steps = [];
  #page;
  #now = null;
  #hand = 'mouse';
  #pages_read = new Map(); // a kind of page, and the words of it when it was read

  constructor(page) {
    this.#page = page;
  }

  // A step of the work, in words for the table.
  async step(name, what, work) {
    this.#now = { name, what, ...nothing() };
    this.steps.push(this.#now);
    await work();
  }

  #hand_to(device) {
    if (this.#hand !== device) this.#now.homing++;
    this.#hand = device;
  }

  #points() {
    this.#hand_to('mouse');
    this.#now.pointing++;
    this.#now.clicks++;
  }

  // `decides`: of one's own accord, which takes thought; else it follows from what was done just before.
  async click(element, { decides = true } = {}) {
    if (decides) this.#now.thinking++;
    this.#points();
    await element.click();
  }

  // A link or button behind which is another page, that is read.
  async goes(element, options) {
    const page = this.#page;
    await Promise.all([page.waitForEvent('framenavigated'), this.click(element, options)]);
    await page.waitForLoadState();
    await this.reads();
  }

  // A page that is there: all of it the first time, what is new and a fraction of the rest later.
  async reads() {
    this.#now.pages++;
    const kind = kind_of_page(this.#page.url());
    const words = await this.#page.evaluate(words_to_read);
    const known = Math.min(this.#pages_read.get(kind) ?? 0, words);
    this.#now.words += words - known + known * operators.second_look;
    this.#pages_read.set(kind, Math.max(known, words));
  }

  // Something else to read, such as a page of the manual.
  reads_elsewhere(text) {
    this.#now.words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  // What opens on the page itself is read as well.
  async opens(element) {
    const before = await this.#page.evaluate(words_to_read);
    await this.click(element);
    this.#now.words += Math.max(0, await this.#page.evaluate(words_to_read) - before);
  }

  async types(element, text) {
    this.#now.thinking++;
    this.#points();
    await element.click();
    this.#hand_to('keyboard');
    this.#now.keys += text.length;
    await element.fill(text);
  }

  // A list that folds out: it is opened, and one is pointed at.
  async chooses(select, option) {
    this.#now.thinking++;
    this.#points();
    this.#points();
    await select.selectOption(option);
  }

  // A tick is a decision that judging already counts.
  async ticks(box) {
    await this.click(box, { decides: false });
    assert.ok(await box.isChecked());
  }

  // Each of these was looked at: is it what the map means, and is what stands there right?
  judges(places) {
    this.#now.judged += places;
  }

  // A decision about each of these that takes no new looking.
  thinks(times) {
    this.#now.thinking += times;
  }

  // In another program, such as a spreadsheet: cells that are gone to with an arrow and typed.
  types_elsewhere(cells) {
    this.#now.thinking += cells.length;
    this.#hand_to('keyboard');
    for (const cell of cells) this.#now.keys += cell.length + 1;
  }

  clicks_elsewhere(times) {
    this.#now.thinking += times;
    for (let nth = 0; nth < times; ++nth) this.#points();
  }

  total(pace = paces.middle) {
    return seconds(added_up(this.steps), pace);
  }

  // As rows of Markdown.
  table() {
    const row = (name, what, one) => `| ${name} | ${what} | ${one.keys} | ${one.clicks} | ${one.pages} | ${Math.round(one.words)} | ` +
      `${one.judged} | ${Math.round(seconds(one))} |`;
    return ['| step | what is done | keys | clicks | pages | words read | judged | seconds |', '|---|---|---|---|---|---|---|---|',
      ...this.steps.map((one) => row(one.name, one.what, one)), row('', '**all of it**', added_up(this.steps))].join('\n');
  }

  // "48 minutes (31 to 66)"
  told() {
    const minutes = (pace) => Math.round(this.total(pace) / 60);
    return `${minutes(paces.middle)} minutes (${minutes(paces.quick)} to ${minutes(paces.slow)})`;
  }
}
