/** An employer with more staff than a page holds: found, ticked over several pages, and reported together. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../ui/journey.testing.ts';
import { sizes, visit } from '../ui/portal.testing.ts';

const firm = { code: '91440300MA00020013', name: '深圳示例电子有限公司' };
const login = { loginName: 'shili.renshi', password: 'three wet otters sing' };
const people = 260;

const { agency, browser } = await agencyInBrowser();

beforeAll(async () => {
  const bornOn = plainDate('1990-01-01');
  await agency.bringAll(
    Array.from({ length: people }, (_, at) => ({
      name: nameOf(at),
      number: citizenNumber({ area: '440301', bornOn, sequence: at }),
      // Every tenth is stopped already, and cannot be stopped once more.
      status: at % 10 === 9 ? ('suspended' as const) : ('active' as const),
      balance: '10.00',
      employer: firm,
    })),
  );
  const found = await agency.db.superuser.row<{ id: string }>('SELECT owner_id AS id FROM employer');
  const seen = { paperReference: 'business licence seen' };
  const path = `/employers/${found?.id}/activation-code`;
  const { code } = await agency.atWindow<{ code: string }>(path, seen);
  await agency.publicly('/logins', { by: 'window-code', code, ...login });
});

test('whoever is ticked on one page stays ticked on the next, in a search, and in the list of those selected', async () => {
  const { page, complaints } = await opened('zh', 'desk');
  await rows(page, 50);
  const first = await page.locator('.roster-row b').first().innerText();
  await page.getByRole('button', { name: '勾选这里列出的 50 人' }).click();
  await page.getByText('选了 50 人').waitFor();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('第 2 页').waitFor();
  await rows(page, 50);
  expect(await page.locator('.roster-row b').first().innerText()).not.toBe(first);
  expect(await page.locator('.roster-row input:checked').count()).toBe(0);
  await page.locator('.roster-row input').nth(1).check();
  await page.locator('#roster-name').fill(first);
  await page.keyboard.press('Enter');
  await page.locator('.roster-row', { hasText: first }).first().waitFor();
  await page.locator('#roster-name').fill('');
  // Back where they were before they looked for somebody.
  await page.getByText('第 2 页').waitFor();
  await rows(page, 50);
  expect(await page.locator('.roster-row input:checked').count()).toBe(1);
  await page.getByRole('button', { name: '看选了谁' }).click();
  await rows(page, 51);
  await looked(page);
  await page.locator('.roster-row', { hasText: first }).locator('input').first().uncheck();
  await page.getByText('选了 50 人').waitFor();
  await page.getByRole('button', { name: '回到名单' }).click();
  await page.getByRole('button', { name: '全部取消' }).click();
  await page.getByRole('button', { name: '重新选上刚才的 50 人' }).click();
  await page.getByText('选了 50 人').waitFor();
  expect(complaints.filter((said) => !/status of 401/.test(said))).toEqual([]);
  await page.close();
});

test('from a phone by keyboard as many as a report takes are ticked, reported, and those with an error shown first', async () => {
  const { page } = await opened('en', 'phone');
  for (const at of [1, 2, 3, 4]) {
    await page.getByText(`Page ${at}`).waitFor();
    await rows(page, 50);
    await page.getByRole('button', { name: 'Select the 50 listed here' }).press('Enter');
    await page.getByText(`${at * 50} selected`).waitFor();
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('roster-top');
  }
  await page.getByText('Page 5').waitFor();
  await rows(page, 50);
  expect(await page.locator('.roster-row input:disabled').count()).toBe(50);
  await looked(page);
  await page.getByRole('button', { name: 'Report them as leaving' }).press('Enter');
  await page.locator('#ended-on').focus();
  for (const part of agency.today.split('-')) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('#stops-yes').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.locator('#reason-resigned').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Report 200 people leaving' }).press('Enter');
  await page.getByRole('heading', { name: '180 received, 20 not possible' }).waitFor();
  expect(await page.locator('.report-line').count()).toBe(200);
  const first = await page
    .locator('.report-line')
    .evaluateAll((lines) => lines.slice(0, 20).every((line) => line.querySelector('.tag.stop') !== null));
  expect(first).toBe(true);
  await page.getByRole('button', { name: 'Change it and report these 20 again' }).press('Enter');
  await page.locator('#ended-on').waitFor();
  await page.close();
});

async function opened(language: 'zh' | 'en', size: keyof typeof sizes) {
  const url = `${agency.address}/${language}/my/employer`;
  const visited = await visit(browser, { url, size: sizes[size] });
  await signIn(visited.page, login);
  return visited;
}

async function rows(page: Page, n: number): Promise<void> {
  await page
    .locator('.roster-row')
    .nth(n - 1)
    .waitFor();
  expect(await page.locator('.roster-row').count()).toBe(n);
}

/** Everybody has a name of their own. */
function nameOf(at: number): string {
  const digits = [...'零一二三四五六七八九'];
  return `职${[...String(at).padStart(3, '0')].map((digit) => digits[Number(digit)]).join('')}`;
}
