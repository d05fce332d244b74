/** Every page of whoever has signed in, in every state, language and size: with `npm run e2e`. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import { barriers, sideways, sizes, views } from '../ui/portal.testing.ts';
import { type DemoCity, openDemoCity } from './demo-city.ts';
import { liveThrough } from './lived.ts';
import { myStates } from './my-states.ts';
import { showMine } from './show.ts';

let browser: Browser;
let city: DemoCity;

beforeAll(async () => {
  city = await openDemoCity();
  await liveThrough(city);
  browser = await testBrowser();
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await city?.close();
});

test.each(views)(
  'no page of whoever has signed in has a barrier or is wider than the window, in %s on a %s',
  async (language, size) => {
    const found: string[] = [];
    for (const state of myStates) {
      const page = await showMine(browser, { city, state, look: { language, size: sizes[size] } });
      found.push(...(await barriers(page)).map((barrier) => `${state.name}: ${barrier}`));
      if ((await sideways(page)) > 0) found.push(`${state.name}: is wider than the window`);
      await page.context().close();
    }
    expect(found).toEqual([]);
  },
  900_000,
);
