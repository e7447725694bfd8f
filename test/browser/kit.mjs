// SPDX-License-Identifier: EUPL-1.2
// What the browser tests share: a served demo town and a quiet Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.WEGWIJZER ?? 'build/release/wegwijzer';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const chromium_path = '/usr/bin/chromium';
export const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// A made up town of `children`, made with some options of `demo` and served with some of `serve`; `change` runs a
// command on its store.
export async function serve_demo(children, demo = [], serve = ['--port', '0']) {
  const folder = mkdtempSync(join(tmpdir(), 'wegwijzer-'));
  const store = join(folder, 'demo.sqlite');
  execFileSync(program, ['demo', '--children', String(children), ...demo, '--store', store]);
  const server = spawn(program, ['serve', '--store', store, ...serve], { stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((found) => server.stdout.on('data', (text) => {
    const address = /http:\/\/[\w.]+:\d+/.exec(text);
    if (address) found(address[0]);
  }));
  return {
    base,
    change: (...words) => execFileSync(program, [...words, '--store', store], { stdio: ['ignore', 'pipe', 'pipe'] }),
    json: async (path) => (await fetch(base + path)).json(),
    stop: () => { server.kill(); rmSync(folder, { recursive: true, force: true }); },
  };
}
