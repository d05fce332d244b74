/** What is done in cases and how a transfer is applied for, as people do it: real Chromium, the real API, two real agencies. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import type { Traveller } from '../../../gateway/two-agencies.testing.ts';
import { barriers, sideways, sizes, visit } from '../../ui/portal.testing.ts';
import { password, servedWithChengdu, type TwoCities } from '../../ui/two-cities.testing.ts';

let browser: Browser;
let cities: TwoCities;

const lin: Traveller = {
  ...{ name: '林晓岚', number: '440301199001011234', bornOn: '1990-01-01', status: 'suspended' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance: '8312.40' },
};

beforeAll(async () => {
  [cities, browser] = await Promise.all([servedWithChengdu(), testBrowser()]);
});

afterAll(() => browser?.close());

test('who moves applies on a telephone, is paid what Chengdu does not take, and sees that it was paid', async () => {
  const personId = await cities.bring(lin);
  await cities.login(personId, 'lin.xiaolan');
  const { page, complaints } = await signedIn('lin.xiaolan', { path: 'zh/my/transfer/away', size: 'phone' });
  await page.getByLabel('找地方').fill('四川');
  await looked(page, 'where');
  await page.getByRole('button', { name: '继续' }).click();
  await page.locator('.errors:focus').waitFor();
  await page.locator('.opt', { hasText: '成都' }).click();
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('heading', { name: '可以转到成都' }).waitFor();
  await looked(page, 'check');
  await page.getByRole('link', { name: '继续' }).click();
  await page.getByRole('heading', { name: '核对一下' }).waitFor();
  await page.getByText('¥8,312.40').waitFor();
  await looked(page, 'confirm');
  await page.getByRole('button', { name: '提交转移申请' }).dblclick();
  await page.getByRole('heading', { name: '申请收到了' }).waitFor();
  await looked(page, 'receipt');
  expect(complaints).toEqual([]);
}, 120_000);

interface Opening {
  readonly path: string;
  readonly size: keyof typeof sizes;
}

async function signedIn(loginName: string, { path, size }: Opening): ReturnType<typeof visit> {
  const visited = await visit(browser, { url: `${cities.address}/${path}`, size: sizes[size] });
  const { page } = visited;
  await page.locator('#login-name').fill(loginName);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('#login-name').waitFor({ state: 'detached' });
  return visited;
}

/** Looked at for barriers and for whatever stands out of the window. */
async function looked(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  expect(await barriers(page), name).toEqual([]);
  expect(await sideways(page), name).toBe(0);
}
