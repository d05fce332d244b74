/** The public pages with an agency behind them: where a case is, whether a letter is genuine, how long transfers take. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, shanghaiDate } from '#basics';
import { barriers, testBrowser } from '#platform/testing';
import { type TestApi, testApi } from './api.testing.ts';
import { logTransfers } from './public-pages.testing.store.ts';
import { openCitizen, openOffice, tokenOf, tokenOfInsured } from './testing.store.ts';

let api: TestApi;
let address: string;
let browser: Browser;
/** A case that a clerk took in, and the code on its receipt. */
let number: string;
let code: string;

beforeAll(async () => {
  api = await testApi({ portal: { region: '440300', demo: false } });
  await openOffice(api.db);
  await openCitizen(api.db);
  address = await api.server.listen({ host: '127.0.0.1', port: 0 });
  browser = await testBrowser();
  const opened = await api.server.inject({
    ...{ method: 'POST', url: '/api/v1/withdrawals' },
    headers: { authorization: `Bearer ${tokenOf('clerk')}`, 'idempotency-key': randomUUID() },
    payload: { personId: 'psn_own', ground: 'nationality-lost', applyAnyway: true },
  });
  number = opened.json().number;
  code = (await look(`/cases/${number}/tracking-code`)).json().trackingCode;
});

afterAll(async () => browser?.close());

function look(path: string) {
  return api.server.inject({
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${tokenOfInsured}` },
  });
}

/** A page with every address that it asks for. */
async function visit(path: string): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${address}${path}`);
  return { page, asked };
}

test('who types number and code of the receipt reads where the case is, and neither ever stands in an address', async () => {
  const { page, asked } = await visit('/zh/status');
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('.errors:focus').waitFor();
  expect(await page.locator('.errors a').allInnerTexts()).toEqual([
    '请填办理编号，在受理回执上',
    '请填查询码，也在受理回执上',
  ]);
  await page.locator('#number').fill(number);
  await page.locator('#code').fill('0000-0000');
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('.errors:focus', { hasText: '没有查到' }).waitFor();
  expect(await page.locator('.errors').innerText()).toContain('连续错误 5 次后须等待 15 分钟');
  expect(await barriers(page)).toEqual([]);
  await page.locator('#code').fill(code.toLowerCase());
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('h1:focus', { hasText: '已受理' }).waitFor();
  expect(await page.locator('main').innerText()).toMatch(/在我们手里[\s\S]*共 10 个工作日[\s\S]*最晚/);
  expect(await barriers(page)).toEqual([]);
  expect(asked.filter((url) => url.includes(number) || /0000|tracking\?/.test(url))).toEqual([]);
  expect(page.url()).toBe(`${address}/zh/status`);
  await page.getByRole('button', { name: '查另一件' }).first().click();
  expect(await page.locator('#number').inputValue()).toBe('');
  await page.close();
});

test('a picture of the code on a letter is read in the browser and found genuine, an altered code a forgery', async () => {
  const letter = await look(`/cases/${number}/letters/1/html?language=zh`);
  const paper = await browser.newPage({ viewport: { width: 800, height: 1200 }, deviceScaleFactor: 2 });
  await paper.setContent(letter.body);
  const picture = await paper.screenshot({ fullPage: true });
  await paper.close();
  const { page, asked } = await visit('/en/verify');
  const choose = (buffer: Buffer, mimeType: string) =>
    page.locator('input[type=file]').setInputFiles({ name: 'letter', mimeType, buffer });
  await choose(picture, 'image/png');
  await page.locator('.found.ok').waitFor();
  const shown = await page.locator('.found').innerText();
  expect(shown).toMatch(/Issued by the medical-insurance agency of Shenzhen[\s\S]*Receipt of an application/);
  expect(shown).toContain(`${number}/1`);
  expect(await barriers(page)).toEqual([]);
  await choose(Buffer.from('%PDF-1.7'), 'application/pdf');
  await page.locator('.found.wait', { hasText: 'screenshot' }).waitFor();
  await page.locator('summary').click();
  await page.locator('#text').fill('https://example.org/pay');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.locator('.found.stop', { hasText: 'not a code from our letters' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const outside = asked.filter((url) => !/\/(en\/verify|assets\/.*|icon\.svg|\.well-known\/.*)$/.test(url));
  expect(outside).toEqual([]);
  await page.close();
});

test('how long transfers take stands in a picture and in a table, and places with too few are not told', async () => {
  const on = addDays(shanghaiDate(new Date()), -40);
  await logTransfers(api.db, { to: '510100', count: 12, on });
  await logTransfers(api.db, { to: '110000', count: 3, on });
  const { page } = await visit('/zh/transfer-times');
  await page.locator('.times').first().waitFor();
  expect(await page.locator('.times h2').allInnerTexts()).toEqual(['转出：医保关系', '转出：账户余额']);
  const table = page.locator('.times-table').first();
  expect(await table.locator('tbody th').allInnerTexts()).toEqual(['各地合计', '成都市']);
  expect(await table.locator('tbody td').first().innerText()).toBe('15');
  expect(await page.locator('main').innerText()).toContain('有的地区不足 5 件');
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

test('a program that asks for a page which is not there is told so as by the API, a browser by a page', async () => {
  const ask = (url: string, accept: string) => api.server.inject({ url, headers: { accept } });
  expect((await ask('/zh/nonsense', 'application/json')).json().code).toBe('http.no-such-path');
  expect((await ask('/api/v1/nothing', 'text/html')).json().code).toBe('http.no-such-path');
  const page = await ask('/zh/nonsense', 'text/html');
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
});
