import fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { servePortal } from '#apps/portal';
import { launchBrowser } from '#platform/testing';
import { findBrowser } from '../scripts/setup/browser.mjs';
import { serveBarePage } from './bare-page.ts';
import type { Limit } from './figure.ts';
import { type Load, watchLoad } from './load.ts';
import { timeOnward, watchPresses } from './press.ts';
import { phone, slowdown, slowPhone } from './slow-phone.ts';

const region = '440300';

/** The checker as somebody meets it who has never been there: what it loads first, when it is seen, how soon it goes on. */
export async function run(): Promise<readonly Limit[]> {
  const executable = findBrowser();
  if (!executable) throw new Error('no browser was found: npm run setup -- --for-tests');
  const server = fastify();
  await servePortal(server, { region, demo: true });
  const url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/zh/check`;
  const bare = await serveBarePage();
  const browser = await launchBrowser(executable);
  try {
    return [
      await firstLoad(browser, url),
      await largestPaint(browser, url, bare.url),
      await nextQuestion(browser, url, bare.url),
    ];
  } finally {
    await browser.close();
    await bare.stop();
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

async function largestPaint(browser: Browser, url: string, bareUrl: string): Promise<Limit> {
  const ours: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await loaded(browser, url));
    bare.push(await loaded(browser, bareUrl));
  }
  const painted = ours.map((each) => each.painted);
  const answerable = ours.map((each) => each.answerable);
  return {
    name: 'checker, largest contentful paint on a slow phone',
    measured: medianOf(painted),
    unit: 'ms',
    atMost: 1500,
    details: [
      shown(painted),
      `a bare page beside it: ${inMiddle(bare.map((each) => each.painted))}`,
      `the program has taken the page over after ${inMiddle(answerable)}; what is chosen before that counts`,
      `processor ${slowdown}× slower, 1.6 Mbit/s, 150 ms, nothing kept from before`,
    ],
  };
}

async function loaded(browser: Browser, url: string): Promise<Load> {
  const page = await slowPhone(browser);
  await page.addInitScript(watchLoad);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => (globalThis as unknown as { load: Load }).load.painted > 0);
  const load = await page.evaluate(() => (globalThis as unknown as { load: Load }).load);
  await page.context().close();
  return load;
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
async function nextQuestion(browser: Browser, url: string, bareUrl: string): Promise<Limit> {
  const taken = new Map<string, number[]>();
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(...(await barePresses(browser, bareUrl)));
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
      `a bare page beside it, where a press only puts one heading for another: ${inMiddle(bare)}`,
      `processor ${slowdown}× slower, the middle of ${rounds}; from the browser’s time of the press to that of the paint, without what drives it`,
    ],
  };
}

const rounds = 5;

async function barePresses(browser: Browser, url: string): Promise<readonly number[]> {
  const page = await slowPhone(browser);
  await page.addInitScript(watchPresses);
  await page.goto(url, { waitUntil: 'networkidle' });
  const taken: number[] = [];
  for (let press = 0; press < 3; press += 1) {
    await page.waitForTimeout(500);
    taken.push(await timeOnward(page));
  }
  await page.context().close();
  return taken;
}

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

function medianOf(runs: readonly number[]): number {
  return [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
}

function inMiddle(runs: readonly number[]): string {
  return `${Math.round(medianOf(runs))} ms (${listed(runs)})`;
}

function shown(runs: readonly number[]): string {
  return `five times: ${listed(runs)} ms`;
}

function listed(runs: readonly number[]): string {
  return runs.map((run) => Math.round(run)).join(', ');
}
