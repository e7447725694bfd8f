// SPDX-License-Identifier: EUPL-1.2
// node style.mjs FOLDER: writes the style sheets. site.css, of every page: the components of NL Design System that we use,
// told of our elements (style/components.mjs), then our own parts in the order of style/site.css. figures.css, which
// comes behind it on pages with figures, and work.css, on those of who signs in: only our own.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build, transform } from 'esbuild';
import postcss from 'postcss';
import values from 'postcss-value-parser';
import { components, packages } from './style/components.mjs';

const find = createRequire(import.meta.url).resolve;
const known = Object.assign({}, ...Object.values(components));
const licence = '/*! Components: @utrecht/component-library-css, EUPL-1.2, Gemeente Utrecht and Frameless B.V. */\n';

// The selector with our elements in the place of the component's classes; nothing when we have no such element.
function ours(selector) {
  const classes = selector.match(/\.utrecht-[\w-]+/g) ?? [];
  if (classes.some((name) => !(name.slice('.utrecht-'.length) in known))) return [];
  return [selector.replace(/\.utrecht-([\w-]+)/g, (_, name) => known[name])];
}

function component(name) {
  const sheet = postcss.parse(readFileSync(find(`@utrecht/${packages[name] ?? name}-css/dist/index.css`), 'utf8'));
  sheet.walkComments((comment) => comment.remove());
  sheet.walkAtRules('charset', (rule) => rule.remove());
  sheet.walkRules((rule) => {
    rule.selectors = rule.selectors.flatMap(ours);
    if (rule.selectors.filter(Boolean).length === 0) rule.remove();
  });
  if (sheet.nodes.length === 0) throw new Error(`nothing of the component ${name} is used`);
  return sheet.toString();
}

// var(--utrecht-…) that nobody gives a value becomes what the component takes instead, down to nothing at all: a declaration
// without a value is left out.
function settle(text, given) {
  const parsed = values(text);
  let missing = false;
  parsed.walk((node) => {
    const name = node.type === 'function' && node.value === 'var' ? node.nodes[0].value : '';
    if (!/^--_?utrecht-/.test(name)) return;
    const comma = node.nodes.findIndex((part) => part.type === 'div');
    const instead = comma < 0 ? null : settle(values.stringify(node.nodes.slice(comma + 1)).trim(), given);
    if (given.has(name)) Object.assign(node, { type: 'word', value: instead ? `var(${name}, ${instead})` : `var(${name})` });
    else if (instead === null) missing = true;
    else Object.assign(node, { type: 'word', value: instead });
    return false;
  });
  return missing ? null : parsed.toString();
}

// One that is left out may have given a value to others, so this goes on until nothing changes.
function settle_all(sheet) {
  for (let changed = true; changed;) {
    changed = false;
    const given = new Set();
    sheet.walkDecls(/^--/, (one) => { given.add(one.prop); });
    sheet.walkDecls((one) => {
      const value = settle(one.value, given);
      if (value === one.value) return;
      changed = true;
      if (value === null) one.remove();
      else one.value = value;
    });
  }
  for (const empty of ['walkRules', 'walkAtRules']) {
    sheet[empty]((rule) => { if (rule.nodes?.length === 0) rule.remove(); });
  }
}

const [folder] = process.argv.slice(2);
const own = (name, options) => build({ entryPoints: [`style/${name}`], bundle: true, external: ['../fonts/*'], ...options });
const site = await own('site.css', { write: false });
await own('figures.css', { minify: true, outfile: `${folder}/figures.css` });
await own('work.css', { minify: true, outfile: `${folder}/work.css` });
const sheet = postcss.parse(Object.keys(components).map(component).join('\n') + site.outputFiles[0].text);
settle_all(sheet);
const { code } = await transform(sheet.toString(), { loader: 'css', minify: true });
writeFileSync(`${folder}/site.css`, licence + code);
