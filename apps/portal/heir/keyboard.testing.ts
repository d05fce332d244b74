import type { Locator, Page } from 'playwright-core';
import { tabTo } from '../ui/tab-to.testing.ts';

/** By keyboard: forward until it has the focus, and Enter; twice in a row where somebody is impatient. */
export async function pressOn(page: Page, on: Locator, times: 'once' | 'twice' = 'once'): Promise<void> {
  await tabTo(page, on);
  await page.keyboard.press('Enter');
  if (times === 'twice') await page.keyboard.press('Enter');
}

export async function typeInto(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, page.locator(field));
  await page.keyboard.type(text);
}

/** A radio button of a group is reached with Tab and the arrows, or pressed where it has the focus. */
export async function choose(page: Page, field: string): Promise<void> {
  const group = page.locator(`input[name="${await page.locator(field).getAttribute('name')}"]`);
  const first =
    (await group.and(page.locator(':checked')).count()) > 0 ? group.and(page.locator(':checked')) : group;
  await tabTo(page, first);
  await page.keyboard.press('Space');
  while (!(await page.locator(field).isChecked())) await page.keyboard.press('ArrowDown');
}
