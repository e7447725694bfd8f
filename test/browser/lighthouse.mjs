// SPDX-License-Identifier: EUPL-1.2
// One run of Lighthouse on one page, in a Chromium of its own.
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromium_path, quiet } from './kit.mjs';

const port = 9_000 + (process.pid % 1_000);

// Scores from 0 to 100, the audits that cost points, and the largest contentful paint in milliseconds where it is measured.
// The slow phone: 4 times slower, 1.6 Mbit/s, 150 ms there and back.
export async function lighthouse_scores(url, categories) {
  const browser = await chromium.launch({ executablePath: chromium_path, args: [...quiet, `--remote-debugging-port=${port}`] });
  try {
    const { lhr } = await lighthouse(url, { port, onlyCategories: categories, output: 'json', logLevel: 'error', formFactor: 'mobile' });
    const failed = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 &&
      ['binary', 'numeric', 'metricSavings'].includes(scoreDisplayMode)).map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`);
    return {
      scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)])),
      failed,
      largest_paint: lhr.audits['largest-contentful-paint']?.numericValue,
    };
  } finally {
    await browser.close();
  }
}
