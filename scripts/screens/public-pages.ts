import fastify from 'fastify';
import type { Page } from 'playwright-core';
import { type PageState, pageStates, servePortal } from '#apps/portal';
import { type Shots, sizes } from './shot.ts';

/** Those of everybody, from a portal without an agency behind it. */
export async function publicShots(wanted: (name: string) => boolean): Promise<Shots> {
  const server = fastify();
  const paths = await servePortal(server, { region: '440300', demo: true });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  // A page that answers below its own address, too, needs somebody who is signed in, or a link.
  const deep = new Set(paths.flatMap((page) => (page.endsWith('/*') ? [page, page.slice(0, -2)] : [])));
  const asTheyCome = paths
    .filter((page) => !deep.has(page))
    .map((page) => ({ name: page === '' ? 'landing' : page, path: page }));
  const states: readonly PageState[] = [...asTheyCome, ...pageStates];
  return {
    shots: states
      .filter(({ name }) => wanted(name))
      .map((state) => ({
        name: state.name,
        async show(browser, { language, size }) {
          const width = state.narrow ? 320 : sizes[size].width;
          const viewport = { ...sizes[size], width };
          const context = await browser.newContext({ viewport, deviceScaleFactor: 2 });
          const page = await context.newPage();
          await bringTo(page, { state, url: `${address}/${language}/` });
          return page;
        },
      })),
    close: () => server.close(),
  };
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
  await page.locator('main:not([aria-busy], [data-coming])').waitFor();
  for (const selector of presses) await page.locator(selector).first().click();
  if (printed) await page.emulateMedia({ media: 'print' });
}
