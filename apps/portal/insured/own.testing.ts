/** How somebody looks after what is their own in a test. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../ui/languages.ts';
import { type Size, sizes } from '../ui/portal.testing.ts';

export const password = 'three wet otters sing';

export interface Opening {
  readonly loginName: string;
  readonly language: Language;
  readonly size: Size;
  readonly path: string;
}

/** In a browser of its own, with a login whose password is {@link password}. */
export async function signedInAt(address: string, browser: Browser, to: Opening): Promise<Page> {
  const page = await browser.newPage({ viewport: { ...sizes[to.size] } });
  // As the sign-in page does it, which `my.e2e.test.ts` tries; here it would only take its time.
  const opened = await page.request.post(`${address}/api/v1/sessions`, {
    headers: { 'X-Suixing': '1' },
    data: { as: 'person', loginName: to.loginName, password },
  });
  expect(opened.status()).toBe(201);
  await page.goto(`${address}/${to.language}/my${to.path}`);
  return page;
}

/** Fields by their ids. */
export async function typed(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value);
}
