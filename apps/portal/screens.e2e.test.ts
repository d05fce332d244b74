/**
 * Every page that there is, looked at for barriers: by turns in one of two languages and sizes, and with `npm run e2e` in every state,
 * language and size.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import { pages } from './pages.tsx';
import { type PageState, pageStates } from './screens.ts';
import { barriers, inFull, portalAlone, sideways, sizes, views, visit } from './ui/portal.testing.ts';

let browser: Browser;
let portal: Awaited<ReturnType<typeof portalAlone>>;

beforeAll(async () => {
  portal = await portalAlone();
  browser = await testBrowser();
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

// Every state of every page takes its time, more of it on a busy machine.
const minutes = (inFull ? 10 : 2) * 60_000;

// Those of whoever has signed in need an agency behind them; `insured/my.e2e.test.ts` looks at them.
const asTheyCome: readonly PageState[] = pages
  .filter(({ deep }) => !deep)
  .map(({ path }) => ({ name: path, path }));

describe.each(views.map(([language, size], turn) => [language, size, turn] as const))(
  'in %s on a %s',
  (language, size, turn) => {
    test(
      'no page has a barrier or is wider than the window',
      async () => {
        const found: string[] = [];
        const looked = inFull
          ? [...asTheyCome, ...pageStates]
          : asTheyCome.filter((_, at) => at % views.length === turn);
        for (const state of looked) {
          const { path, fragment = '', presses = [], bigType, narrow } = state;
          const { page } = await visit(browser, {
            url: `${portal.address}/${language}/${path}#${fragment}`,
            size: narrow ? { ...sizes[size], width: 320 } : sizes[size],
          });
          await page.waitForLoadState('networkidle');
          await page.locator('main:not([aria-busy], [data-coming])').waitFor();
          if (bigType) await page.locator('[data-does="big-type"]').click();
          for (const selector of presses) await page.locator(selector).first().click();
          found.push(...(await barriers(page)).map((barrier) => `${state.name}: ${barrier}`));
          if ((await sideways(page)) > 0) found.push(`${state.name}: is wider than the window`);
          await page.close();
        }
        expect(found).toEqual([]);
      },
      minutes,
    );
  },
);
