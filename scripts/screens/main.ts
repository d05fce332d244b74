/**
 * `npm run screens -- [FOLDER]`: writes what every page of the portal looks like, as it comes and in its named states, in both
 * languages, on a phone and at a desk, into a folder (`.suixing/screens` where none is named), and prints the list.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { argv, cwd, stderr, stdout } from 'node:process';
import fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { type PageState, pageStates, servePortal } from '#apps/portal';
import { launchBrowser } from '#platform/testing';
import { findBrowser } from '../setup/browser.mjs';

const root = dirname(dirname(import.meta.dirname));
const languages = ['zh', 'en'] as const;
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;

const executable = findBrowser();
if (executable) await writeScreens(executable);
else {
  stderr.write('No Chromium, Chrome or Edge was found: npm run setup -- --for-tests\n');
  process.exitCode = 1;
}

async function writeScreens(path: string): Promise<void> {
  const folder = resolve(cwd(), argv[2] ?? join(root, '.suixing', 'screens'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const server = fastify();
  const paths = await servePortal(server, { region: '440300', demo: true });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser(path);
  const asTheyCome = paths.map((page) => ({ name: page === '' ? 'landing' : page, path: page }));
  const states: readonly PageState[] = [...asTheyCome, ...pageStates];
  const views = languages.flatMap((language) =>
    (['phone', 'desk'] as const).map((size) => ({ language, size })),
  );
  const written = await Promise.all(
    views.map((view) => writeView(browser, { ...view, states, folder, address })),
  );
  for (const file of written.flat().sort()) stdout.write(`${relative(cwd(), file)}\n`);
  await browser.close();
  await server.close();
}

interface View {
  readonly language: (typeof languages)[number];
  readonly size: keyof typeof sizes;
  readonly states: readonly PageState[];
  readonly folder: string;
  readonly address: string;
}

/** One after another, each in a browser that remembers nothing. */
async function writeView(browser: Browser, view: View): Promise<readonly string[]> {
  const { language, size, states, folder, address } = view;
  const files: string[] = [];
  for (const state of states) {
    const context = await browser.newContext({ viewport: sizes[size], deviceScaleFactor: 2 });
    const page = await context.newPage();
    const file = join(folder, `${state.name.replaceAll('/', '-')}.${language}.${size}.png`);
    await bringTo(page, { state, url: `${address}/${language}/` });
    await showWhole(page, sizes[size]);
    await page.screenshot({ path: file });
    files.push(file);
    await context.close();
  }
  return files;
}

async function bringTo(
  page: Page,
  { state, url }: { readonly state: PageState; readonly url: string },
): Promise<void> {
  const { path, fragment, bigType, printed, presses = [] } = state;
  if (bigType) await page.addInitScript("localStorage.setItem('suixing.type', 'big')");
  const sent = await page.goto(`${url}${path}${fragment ? `#${fragment}` : ''}`, {
    waitUntil: 'networkidle',
  });
  // What stands behind the `#` is shown once the program is there, and then the page's title says so.
  const [, title = ''] = /<title>([^<]*)/.exec((await sent?.text()) ?? '') ?? [];
  if (fragment) await page.waitForFunction((before) => document.title !== before, title);
  await page.locator('main:not([aria-busy])').waitFor();
  for (const selector of presses) await page.locator(selector).first().click();
  if (printed) await page.emulateMedia({ media: 'print' });
}

/** The window grows to the page, so that what sticks to its foot is seen at the foot. */
async function showWhole(page: Page, { width, height }: (typeof sizes)[keyof typeof sizes]): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
}
