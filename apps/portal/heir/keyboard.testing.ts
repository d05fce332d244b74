import type { Locator, Page } from 'playwright-core';

/** By keyboard: forward until it has the focus, and Enter; twice in a row where somebody is impatient. */
export async function pressOn(page: Page, on: Locator, times: 'once' | 'twice' = 'once'): Promise<void> {
  await tabTo(page, on);
  await page.keyboard.press('Enter');
  if (times === 'twice') await page.keyboard.press('Enter');
}

async function tabTo(page: Page, on: Locator): Promise<void> {
  await on.first().waitFor();
  for (let step = 0; step < 80; step++) {
    if (await on.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${on}`);
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
