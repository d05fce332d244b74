import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { testJpeg } from '#platform/testing';
import { barriers, sideways } from '../ui/portal.testing.ts';

/** What a page owes: nobody barred, nothing wider than the window. `HEIR_SHOTS` names a folder for pictures of each. */
export async function look(page: Page, name: string): Promise<void> {
  await page.locator('main h1').first().waitFor();
  expect(await barriers(page), name).toEqual([]);
  expect(await sideways(page), name).toBe(0);
  if (process.env.HEIR_SHOTS)
    await page.screenshot({ path: `${process.env.HEIR_SHOTS}/${name}.png`, fullPage: true });
}

export function photo(name: string) {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(testJpeg()) };
}
