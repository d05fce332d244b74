/** What every journey does: signing in, and looking at a page for what stands in anybody's way. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers, sideways } from './portal.testing.ts';

/** Nobody is barred from it and nothing is wider than the window; with `PORTAL_SHOTS` it is kept as a picture to look at. */
export async function looked(page: Page, name = new URL(page.url()).pathname.slice(1)): Promise<void> {
  await page.locator('main h1').first().waitFor();
  const folder = process.env.PORTAL_SHOTS;
  const file = `${folder}/${name.replaceAll('/', '-')}.png`;
  if (folder) await page.screenshot({ path: file, fullPage: true });
  expect([await barriers(page), await sideways(page)], name).toEqual([[], 0]);
}

export async function signIn(
  page: Page,
  { loginName, password }: { readonly loginName: string; readonly password: string },
): Promise<void> {
  await page.locator('#login-name').fill(loginName);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
}
