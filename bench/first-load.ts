import fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { servePortal } from '#apps/portal';
import { launchBrowser } from '#platform/testing';
import { findBrowser } from '../scripts/setup/browser.mjs';
import { type Limit, medianOfFive } from './figure.ts';

/** A phone of some years ago on a slow line: a processor four times slower, 1.6 Mbit/s, 150 ms there and back. */
const phone = { width: 390, height: 844 } as const;
const slowdown = 4;
const region = '440300';
const line = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 } as const;

/** The checker as somebody meets it who has never been there: what it loads first, when it is seen, how soon it goes on. */
export async function run(): Promise<readonly Limit[]> {
  const executable = findBrowser();
  if (!executable) throw new Error('no browser was found: npm run setup -- --for-tests');
  const server = fastify();
  await servePortal(server, { region, demo: true });
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
  const ready: number[] = [];
  const measured = await medianOfFive(async () => {
    const page = await slowPhone(browser);
    await page.addInitScript(watchLoad);
    await page.goto(url, { waitUntil: 'networkidle' });
    const { painted, answerable } = await page.evaluate(() => (globalThis as unknown as { load: Load }).load);
    await page.context().close();
    runs.push(painted);
    ready.push(answerable);
    return painted;
  });
  return {
    name: 'checker, largest contentful paint on a slow phone',
    measured,
    unit: 'ms',
    atMost: 1500,
    details: [
      shown(runs),
      `the program has taken the page over after ${Math.round(medianOf(ready))} ms (${shown(ready)}); what is chosen before that counts`,
      `processor ${slowdown}× slower, 1.6 Mbit/s, 150 ms, nothing kept from before`,
    ],
  };
}

interface Load {
  painted: number;
  answerable: number;
}

/** Runs in the page before its own program: when most of it is seen, and when its form does what it is for. */
function watchLoad(): void {
  const load: Load = { painted: 0, answerable: 0 };
  Object.assign(globalThis, { load });
  new PerformanceObserver((seen) => {
    for (const { startTime } of seen.getEntries()) load.painted = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    const form = document.querySelector('form');
    // React keeps what it knows of an element under such a key, from when it has taken it over.
    if (form && Object.keys(form).some((key) => key.startsWith('__reactProps')))
      load.answerable = performance.now();
    else setTimeout(look, 4);
  };
  look();
}

/** For each first answer a way with most questions, as it stands behind the `#`: together they come by every question. */
const ways = [
  'what=move&retired=no&insured=active',
  'what=settle&left=2026-09-15&retired-then=no&roster=removed&insured=active',
  'what=return-home&left=2026-09-15&retired-then=no&roster=removed&insured=active',
  'what=elsewhere&filing=confirmed',
  'what=death&heirs=yes',
  'what=refused&answer=refused',
  'what=nationality',
  'what=money',
].map((way) => [...new URLSearchParams(way)]);

/** Each press of each way, by somebody who has never been there: from the finger that leaves the button to what comes next, on the screen. */
async function nextQuestion(browser: Browser, url: string): Promise<Limit> {
  const taken = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const way of ways) {
      const page = await slowPhone(browser);
      await page.addInitScript(watchPresses);
      await page.goto(url, { waitUntil: 'networkidle' });
      for (const [at, [question, given]] of way.entries()) {
        await answer(page, question, given);
        const press = `${way[0]?.[1]}: ${question} → ${way[at + 1]?.[0] ?? 'the answer'}`;
        taken.set(press, [...(taken.get(press) ?? []), await timeOnward(page)]);
      }
      await page.context().close();
    }
  const presses = [...taken].map(([press, runs]) => ({ press, median: medianOf(runs), runs }));
  presses.sort((one, other) => other.median - one.median);
  const [slowest] = presses;
  return {
    name: `checker, from an answer to what comes next, the slowest of ${presses.length}`,
    measured: slowest?.median ?? 0,
    unit: 'ms',
    atMost: 100,
    details: [
      ...presses.map(({ press, median, runs }) => `${press}: ${Math.round(median)} ms (${listed(runs)})`),
      `all ${[...taken.values()].flat().length}: middle ${Math.round(medianOf([...taken.values()].flat()))} ms`,
      `processor ${slowdown}× slower, the middle of ${rounds}; from the browser’s time of the press to that of the paint, without what drives it`,
    ],
  };
}

const rounds = 5;

async function answer(page: Page, id: string, given: string): Promise<void> {
  if (id !== 'left') await page.locator(`label:has(#${id}-${given})`).tap();
  else {
    const [year = '', month = '', day = ''] = given.split('-');
    await page.locator(`#${id}`).fill(year);
    await page.locator(`#${id}-month`).fill(month);
    await page.locator(`#${id}-day`).fill(day);
  }
  // What is needed then comes meanwhile. Nobody presses sooner.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
}

/** What the browser notes of a press: when the finger left the glass, and when the next heading was on the screen. */
interface Press {
  released: number;
  painted: number;
}

/** Runs in the page before its own program. */
function watchPresses(): void {
  const press: Press = { released: 0, painted: 0 };
  Object.assign(globalThis, { press });
  addEventListener(
    'pointerup',
    ({ timeStamp }) => Object.assign(press, { released: timeStamp, painted: 0 }),
    true,
  );
  // A heading that comes is marked before it is painted, so that the browser tells when it was.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) node.querySelector('h1')?.setAttribute('elementtiming', 'heading');
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries())
      press.painted = (entry as PerformanceEntry & { readonly renderTime: number }).renderTime; // an element's entry has one
  }).observe({ type: 'element' });
}

async function timeOnward(page: Page): Promise<number> {
  await page.locator('form .btn.primary').tap();
  await page.waitForFunction(() => (globalThis as unknown as { press: Press }).press.painted > 0);
  const { released, painted } = await page.evaluate(() => (globalThis as unknown as { press: Press }).press);
  return painted - released;
}

function medianOf(runs: readonly number[]): number {
  return [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
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
  return `five times: ${listed(runs)} ms`;
}

function listed(runs: readonly number[]): string {
  return runs.map((run) => Math.round(run)).join(', ');
}
