/** What somebody is told, holds and decides about themselves, as people use it: against the real API, in both languages and sizes. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import { type ServedAgency, servedAgency } from '../ui/agency.testing.ts';
import { barriers, sideways, sizes, visit } from '../ui/portal.testing.ts';

const loginName = 'lin.xiaolan';
const password = 'three wet otters sing';

let browser: Browser;
let agency: ServedAgency;
let personId: string;
let transfer: string;

beforeAll(async () => {
  agency = await servedAgency();
  browser = await testBrowser();
  personId = await agency.bring({
    ...{ name: '林晓岚', number: '440301199001011234', status: 'suspended', balance: '12345.67' },
  });
  const code = await agency.codeFor(personId);
  await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
  transfer = (await agency.atWindow<{ number: string }>('/transfers-out', { personId, to: '510100' })).number;
});

afterAll(async () => {
  await browser?.close();
});

const views = [
  ['zh', 'phone'],
  ['en', 'desk'],
] as const;

test.each(views)('somebody reads in %s on a %s what they were told and how', async (language, size) => {
  const page = await signedIn({ language, size, path: '/notices' });
  const first = page.locator('.notices li').first();
  await first.waitFor();
  expect(await first.innerText()).toContain('139 •••• 3900');
  const isNew = language === 'zh' ? '新' : 'New';
  // The first to look is the first to read.
  expect(await page.locator('.notices .new').count()).toBe(language === 'zh' ? 1 : 0);
  if (language === 'zh') expect(await first.innerText()).toContain(isNew);
  await seen(page, `notices-${language}`);
  await page.locator('.unread-count').waitFor({ state: 'detached' });
  await page
    .locator('.choice-row input')
    .nth(language === 'zh' ? 1 : 0)
    .check();
  await first.locator('a').click();
  await page.waitForURL(`**/my/cases/${transfer}`);
  await page.close();
});

async function signedIn(to: {
  readonly language: 'zh' | 'en';
  readonly size: keyof typeof sizes;
  readonly path: string;
}): Promise<Page> {
  const { page } = await visit(browser, {
    url: `${agency.address}/${to.language}/my${to.path}`,
    size: sizes[to.size],
  });
  await page.locator('#login-name').fill(loginName);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  return page;
}

/** A page that anybody can use; with `PORTAL_SHOTS` it is kept as a picture to look at. */
async function seen(page: Page, name: string): Promise<void> {
  const folder = process.env.PORTAL_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  expect(await barriers(page), name).toEqual([]);
  expect(await sideways(page), name).toBe(0);
}
