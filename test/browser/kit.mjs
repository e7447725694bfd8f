// SPDX-License-Identifier: EUPL-1.2
// What the browser tests share: a served demo town, a quiet Chromium, and the codes of an app.
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.WEGWIJZER ?? 'build/release/wegwijzer';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const chromium_path = '/usr/bin/chromium';
export const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// Keys that a page shows because no language has a text for them, such as "asking.what_street".
const families = new Set([...readFileSync('assets/translations/nl.po', 'utf8').matchAll(/^msgid "(\w+)\./gm)].map((found) => found[1]));
export const untranslated = (text) => text.split(/[\s()"'“”‘’:;!?,]+/).map((word) => word.replace(/\.$/, ''))
  .filter((word) => /^\w+(\.\w+)+$/.test(word) && families.has(word.split('.')[0]) && !word.endsWith('.example'));

// How a walk is walked, as [width, with script]: each of the two once in each way, or all four with WAYS=all.
export const ways = process.env.WAYS === 'all'
  ? [['phone', true], ['desktop', true], ['phone', false], ['desktop', false]]
  : [['phone', true], ['desktop', false]];

// RFC 6238, by itself: the code of half a minute.
export function one_time_code(secret, step) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1e6).padStart(6, '0');
}

export const step_now = () => Math.floor(Date.now() / 30000);

// A store that `fill` made by commands of ours, served with some options of `serve`; `change` runs a command on its
// store and gives what it told.
export async function serve_store(fill, serve = ['--port', '0']) {
  const folder = mkdtempSync(join(tmpdir(), 'wegwijzer-'));
  const store = join(folder, 'store.sqlite');
  const change = (...words) => execFileSync(program, [...words, '--store', store], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  fill(change);
  const server = spawn(program, ['serve', '--store', store, ...serve], { stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((found) => server.stdout.on('data', (text) => {
    const address = /http:\/\/[\w.]+:\d+/.exec(text);
    if (address) found(address[0]);
  }));
  return {
    base,
    folder,
    change,
    json: async (path) => (await fetch(base + path)).json(),
    stop: () => { server.kill(); rmSync(folder, { recursive: true, force: true }); },
  };
}

// A made up town of `children`, made with some options of `demo`.
export const serve_demo = (children, demo = [], serve = ['--port', '0']) =>
  serve_store((run) => run('demo', '--children', String(children), ...demo), serve);
