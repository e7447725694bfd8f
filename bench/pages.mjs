// SPDX-License-Identifier: EUPL-1.2
// node bench/pages.mjs [RUNS]: how quick pages are on a slow phone (Lighthouse's: processor 4 times slower, 1.6 Mbit/s): the median of
// its performance score and of the largest contentful paint. A figure of this machine, never a test.
import { lighthouse_scores } from '../test/browser/lighthouse.mjs';
import { serve_demo } from '../test/browser/kit.mjs';

const runs = Number(process.argv[2] ?? 5);
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

const site = await serve_demo(8800, ['--no-pilots']);
try {
  const [place] = (await site.json('/api/v1/venues')).results;
  const near = `near=${place.point.latitude},${place.point.longitude}&age=9`;
  const offering = (await site.json('/api/v1/offerings')).results[0].id;
  for (const path of ['/', '/children', `/offerings?${near}`, `/offerings?${near}&q=muziek`, `/offerings/${offering}?${near}`, '/ar/']) {
    const all = [];
    for (let i = 0; i < runs; ++i) all.push(await lighthouse_scores(site.base + path, ['performance']));
    const score = median(all.map(({ scores }) => scores.performance)), paint = median(all.map((one) => one.largest_paint));
    console.log(`${path.replace(near, 'near=…').padEnd(60)} performance ${score}  largest paint ${Math.round(paint)} ms`);
  }
} finally {
  site.stop();
}
