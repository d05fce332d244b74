/** The API's page as a programmer sees it, on a desk and on a telephone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLog } from '#platform/log';
import { inFull, testBrowser } from '#platform/testing';
import { testApi } from './api.testing.ts';
import { operations } from './operations.ts';
import { type RunningServer, startServer } from './start.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  const { agency } = await testApi();
  const log = openLog({ level: 'silent', app: 'test' });
  const started = await startServer(agency, { host: '127.0.0.1', port: 0, log });
  if (!started.ok) throw new Error(started.refusal.code);
  server = started.value;
  browser = await testBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Opened {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, of the network, of the content security policy. */
  readonly complaints: readonly string[];
  readonly asked: readonly string[];
}

async function opened(size: { readonly width: number; readonly height: number }): Promise<Opened> {
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(90_000); // it draws hundreds of operations, which takes its time on a busy machine
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.address}/docs`);
  await page.locator('.opblock').first().waitFor();
  return { page, complaints, asked };
}

const sizes = [
  ['a telephone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
] as const;

describe.each(inFull ? sizes : sizes.slice(0, 1))('the API page on %s', (_name, size) => {
  let shown: Opened;
  beforeAll(async () => {
    shown = await opened(size);
  });
  afterAll(() => shown?.page.close());

  test('does not have to be pushed sideways to be read', async () => {
    const width = await shown.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  });

  test('lists every operation, asks nobody else, and the browser has nothing to complain of', async () => {
    const { page, complaints, asked } = shown;
    expect(await listedWhileScrolling(page)).toBe(operations.length);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.opblock-summary-control').first().click();
    await page.locator('.opblock.is-open .opblock-body').waitFor();
    expect(complaints).toEqual([]);
    const strangers = asked.filter(
      (url) => new URL(url).origin !== server.address && !url.startsWith('data:'),
    );
    expect(strangers).toEqual([]);
  });
});

/** How many operations somebody sees who reads the page to its end: it draws them as they come into view. */
async function listedWhileScrolling(page: Page): Promise<number> {
  const seen = new Set<string>();
  for (let screen = 0; screen < 400; screen += 1) {
    const ids = await page.locator('.opblock').evaluateAll((found) => found.map(({ id }) => id));
    for (const id of ids) seen.add(id);
    const atEnd = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight * 0.8);
      return scrollY === before;
    });
    if (atEnd && seen.size >= operations.length) break;
    await page.waitForTimeout(30);
  }
  return seen.size;
}
