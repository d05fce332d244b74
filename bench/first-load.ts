import fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { servePortal } from '#apps/portal';
import { launchBrowser } from '#platform/testing';
import { findBrowser } from '../scripts/setup/browser.mjs';
import { type Limit, medianOfFive } from './figure.ts';

/** A phone of some years ago on a slow line: a processor four times slower, 1.6 Mbit/s, 150 ms there and back. */
const phone = { width: 390, height: 844 } as const;
const slowdown = 4;
const line = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 } as const;

/** The checker as somebody meets it who has never been there: what it loads first, when it is seen, how soon it goes on. */
export async function run(): Promise<readonly Limit[]> {
  const executable = findBrowser();
  if (!executable) throw new Error('no browser was found: npm run setup -- --for-tests');
  const server = fastify();
  await servePortal(server, { region: '440300', demo: true });
  const url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/zh/check`;
  const browser = await launchBrowser(executable);
  try {
    return [
      await firstLoad(browser, url),
      await largestPaint(browser, url),
      await nextQuestion(browser, url),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function firstLoad(browser: Browser, url: string): Promise<Limit> {
  const page = await browser.newPage({ viewport: phone });
  const scripts: { readonly name: string; readonly size: Promise<number> }[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    const name = new URL(request.url()).pathname;
    scripts.push({ name, size: request.sizes().then(({ responseBodySize }) => responseBodySize) });
  });
  const html = (await (await page.goto(url, { waitUntil: 'networkidle' }))?.text()) ?? '';
  const sizes = await Promise.all(scripts.map(({ size }) => size));
  await page.close();
  const question = /<legend><h1[^>]*>([^<]+)<\/h1>/.exec(html)?.[1];
  return {
    name: 'checker, program that is loaded first (gzip)',
    measured: sizes.reduce((sum, size) => sum + size, 0) / 1000,
    unit: 'kB',
    atMost: 100,
    details: [
      ...scripts.map(({ name }, at) => `${name}: ${((sizes[at] ?? 0) / 1000).toFixed(1)} kB`),
      `first question in the HTML: ${question ? `yes (${question})` : 'no'}`,
    ],
  };
}

async function largestPaint(browser: Browser, url: string): Promise<Limit> {
  const runs: number[] = [];
  const measured = await medianOfFive(async () => {
    const page = await slowPhone(browser);
    await page.addInitScript(() => {
      new PerformanceObserver((seen) => {
        for (const { startTime } of seen.getEntries()) Object.assign(globalThis, { largestPaint: startTime });
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const at = await page.evaluate(() => (globalThis as unknown as { largestPaint: number }).largestPaint);
    await page.context().close();
    runs.push(at);
    return at;
  });
  return {
    name: 'checker, largest contentful paint on a slow phone',
    measured,
    unit: 'ms',
    atMost: 1500,
    details: [shown(runs), `processor ${slowdown}× slower, 1.6 Mbit/s, 150 ms, nothing kept from before`],
  };
}

const way = [
  { choose: 'input[value=settle]' },
  { day: ['2026', '9', '15'] },
  { choose: 'input[value=no]' },
  { choose: 'input[value=still]' },
] as const;

async function nextQuestion(browser: Browser, url: string): Promise<Limit> {
  const runs: number[] = [];
  const measured = await medianOfFive(async () => {
    const page = await slowPhone(browser);
    await page.goto(url, { waitUntil: 'networkidle' });
    const steps: number[] = [];
    for (const step of way) {
      await answer(page, step);
      steps.push(await timeOnward(page));
      // What the answer will need comes meanwhile; people read for longer than that.
      await page.waitForLoadState('networkidle');
    }
    await page.context().close();
    const slowest = Math.max(...steps);
    runs.push(slowest);
    return slowest;
  });
  return {
    name: `checker, from an answer to what comes next, the slowest of ${way.length}`,
    measured,
    unit: 'ms',
    atMost: 100,
    details: [shown(runs), `processor ${slowdown}× slower; until it is painted`],
  };
}

async function answer(page: Page, step: (typeof way)[number]): Promise<void> {
  if ('choose' in step) return page.locator(step.choose).check({ force: true });
  const [year, month, day] = step.day;
  await page.locator('.day-part.year input').fill(year);
  await page.locator('.day-part.month input').fill(month);
  await page.locator('.day-part.day input').fill(day);
}

/** From the press of the button until the next heading is on the screen. */
function timeOnward(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const before = document.querySelector('h1')?.textContent;
    const start = performance.now();
    document.querySelector<HTMLButtonElement>('form .btn.primary')?.click();
    while ((document.querySelector('h1')?.textContent ?? before) === before)
      await new Promise(requestAnimationFrame);
    // The frame that shows it has been handed over once the next one is asked for.
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
}

async function slowPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

function shown(runs: readonly number[]): string {
  return `five times: ${runs.map((run) => Math.round(run)).join(', ')} ms`;
}
