import type { Locator, Page } from 'playwright-core';

/**
 * By the Tab key alone, until this has the focus: a place on the page, or what is called exactly so. Of a group of radio buttons
 * the key reaches one, whichever is looked for.
 */
export async function tabTo(page: Page, on: Locator | string): Promise<void> {
  if (typeof on !== 'string') await on.first().waitFor({ state: 'attached' });
  for (let step = 0; step < 80; step += 1) {
    if (typeof on === 'string' ? (await nameInFocus(page)) === on : await isInFocus(on)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${on}`);
}

function isInFocus(on: Locator): Promise<boolean> {
  return on.first().evaluate((sought) => {
    const { activeElement: at } = document;
    if (at === sought) return true;
    if (!(at instanceof HTMLInputElement && sought instanceof HTMLInputElement)) return false;
    return [at, sought].every(({ type }) => type === 'radio') && at.name === sought.name;
  });
}

function nameInFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const label = at?.id ? document.querySelector(`label[for="${at.id}"]`) : null;
    return (label ?? at)?.textContent?.trim();
  });
}
