/** The pages of whoever signs in, as people use them: against the real API, on a phone and at a desk, in both languages. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { testApprovedCase, testSettle } from '#platform/testing';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { signIn } from '../ui/journey.testing.ts';
import { barriers, sizes, viewsOf, visit } from '../ui/portal.testing.ts';

const loginName = 'lin.xiaolan';
const password = 'three wet otters sing';

const { agency, browser } = await agencyInBrowser();
let personId: string;
let transfer: string;
let withdrawal: string;

beforeAll(async () => {
  personId = await agency.bring({
    ...{ name: '林晓岚', number: '440301199001011234', status: 'suspended', balance: '12345.67' },
  });
  const other = {
    name: '陈知远',
    number: '440301198502021233',
    status: 'active',
    balance: '8312.40',
  } as const;
  const stranger = await agency.bring(other);
  transfer = (await agency.atWindow<Opened>('/transfers-out', { personId, to: '510100' })).number;
  const applied = { personId: stranger, ground: 'settled-abroad-before-retirement', applyAnyway: true };
  withdrawal = (await agency.atWindow<Opened>('/withdrawals', applied)).number;
  await activate(await agency.codeFor(personId));
});

interface Opened {
  readonly number: string;
}

test.each(viewsOf('en', 'desk'))(
  'somebody signs in and finds account, months and cases in %s on a %s',
  async (language, size) => {
    const { page, complaints, asked } = await visit(browser, {
      url: `${agency.address}/${language}/my/account`,
      size: sizes[size],
    });
    await page.locator('#login-name').waitFor();
    expect(await barriers(page)).toEqual([]);
    await signIn(page, { loginName, password });
    await page.locator('.bal .money').waitFor();
    await page.locator('.chart').first().waitFor({ state: 'attached' });
    const parts = await page.locator('.bal dd').allInnerTexts();
    const [balance] = await page.locator('.bal .money .vh').allInnerTexts();
    expect(balance).toBe('¥12,345.67');
    expect(parts).toEqual(['¥12,345.67', '¥0.00', expect.any(String), expect.any(String)]);
    expect(await barriers(page)).toEqual([]);
    await page.locator('.seg button').nth(1).click();
    expect(await page.locator('.fig tbody tr').count()).toBe(1);
    await open(page, '/account/2022');
    expect(await page.locator('.statement tfoot td').last().innerText()).toBe('12,345.67');
    await open(page, '/account/movements');
    expect(await page.locator('.log em').allInnerTexts()).toEqual(['+12,345.67']);
    await open(page, '/months');
    expect(await page.locator('.large').innerText()).toContain('89');
    await open(page, '/viewings');
    await open(page, '/cases');
    expect(await page.locator('.case-list').innerText()).toContain(transfer);
    await page.locator('.case-list a').first().click();
    await page.locator('.tl .both').first().waitFor();
    expect(await page.locator('.legs').innerText()).toMatch(/等转入地的联系函|contact letter/);
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${agency.address}/${language}/my/acount`);
    await page.locator('h1:visible', { hasText: /没有这一页|There is no such page/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: /到我的账户|To my account/ }).click();
    await page.locator('.bal .money').waitFor();
    expect(complaints.filter((said) => !/status of 401/.test(said))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(agency.address) || /440301199|%E6%99%93/.test(url))).toEqual(
      [],
    );
    await page.close();

    async function open(on: Page, path: string): Promise<void> {
      await on.goto(`${agency.address}/${language}/my${path}`);
      await on.locator('main .card, main .case-list').first().waitFor();
      expect(await barriers(on), path).toEqual([]);
      expect(await sidewaysPixels(on), path).toBe(0);
    }
  },
);

test('a session that ends brings back to the same page, with the other language and the way out beside it', async () => {
  const { page } = await visit(browser, {
    url: `${agency.address}/en/my/cases/${transfer}`,
    size: sizes.desk,
  });
  await signIn(page, { loginName, password });
  await page.locator('.legs').waitFor();
  await page.request.delete(`${agency.address}/api/v1/sessions/current`, { headers: { 'X-Suixing': '1' } });
  await page.getByRole('link', { name: 'Months paid' }).click();
  await page.locator('#login-name').waitFor();
  expect(await page.locator('h1:visible').innerText()).toBe('Please sign in again');
  await signIn(page, { loginName, password });
  await page.locator('.large').waitFor();
  expect(page.url()).toBe(`${agency.address}/en/my/months`);
  await page.getByRole('link', { name: '中文' }).click();
  await page.waitForURL(`${agency.address}/zh/my/months`);
  await page.locator('.large').waitFor();
  await page.getByRole('button', { name: '退出' }).click();
  await page.locator('#login-name').waitFor();
  expect(await page.locator('h1').innerText()).toBe('已经退出');
  expect(await page.locator('.large').count()).toBe(0);
  await page.goBack();
  await page.locator('#login-name').waitFor();
  await page.close();
});

test('who does not get in is told what to do, by keyboard alone, and nobody sees the case of somebody else', async () => {
  const { page } = await visit(browser, {
    url: `${agency.address}/zh/my/cases/${withdrawal}`,
    size: sizes.phone,
  });
  await page.locator('#login-name').focus();
  await page.keyboard.press('Enter');
  await page.locator('.errors:focus').waitFor();
  expect(await page.locator('.errors a').allInnerTexts()).toEqual(['请填登录名', '请填密码']);
  await page.locator('#login-name').focus();
  await page.keyboard.type(loginName);
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('登录名或密码不正确').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('main [role=alert]').waitFor();
  expect(await page.locator('.legs, .tl').count()).toBe(0);
  await page.close();
});

test('an account that was paid out is shown without interest, and nothing is asked that is not there', async () => {
  const paidOut = {
    name: '王安',
    number: '440301197503033215',
    status: 'suspended',
    balance: '100.00',
  } as const;
  const owner = await agency.bring(paidOut);
  const code = await agency.codeFor(owner);
  await agency.publicly('/logins', { by: 'window-code', code, loginName: 'wang.an', password });
  const of = { owner, caseId: 'cas_paid_out', on: agency.today };
  await testApprovedCase(agency.db, of);
  await testSettle(agency.db, of);
  const year = agency.today.slice(0, 4);
  const url = `${agency.address}/zh/my/account/${year}`;
  const { page, complaints, asked } = await visit(browser, { url, size: sizes.phone });
  await signIn(page, { loginName: 'wang.an', password });
  await page.locator('.statement').waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((one) => one.includes(`/account/interest/${year}`))).toEqual([]);
  await page.goto(`${agency.address}/zh/my/account`);
  await page.locator('.bal .money').waitFor();
  expect(await page.locator('.bal').innerText()).not.toContain('没有入账');
  expect(complaints.filter((said) => !/status of 401/.test(said))).toEqual([]);
  await page.close();
});
test('who comes from the checker without a login activates one, reads on in English meanwhile, and is back with the ground that they chose', async () => {
  const newcomer = await agency.bring({
    ...{ name: '许安然', number: '440301199108087650', status: 'suspended', balance: '500.00' },
  });
  const from = `${agency.address}/zh/my/apply#ground=nationality-lost&what=nationality`;
  const { page, asked } = await visit(browser, { url: from, size: sizes.phone });
  await page.getByRole('link', { name: '第一次来' }).click();
  await page.getByRole('link', { name: '没有码' }).click();
  await page.getByRole('link', { name: '我有窗口给的码' }).click();
  expect(page.url()).toBe(`${agency.address}/zh/my/activate`);
  const code = await agency.codeFor(newcomer);
  await page.locator('#code').fill(code);
  await page.locator('#loginName').fill('xu.anran');
  const kept = () => page.evaluate(() => sessionStorage.length);
  const another = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'English' }).click({ modifiers: ['ControlOrMeta'] });
  await (await another).close();
  expect(await kept()).toBe(0);
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Activate your login' }).waitFor();
  expect(await page.locator('#loginName').inputValue()).toBe('xu.anran');
  expect(await page.locator('#code').inputValue()).toBe('');
  expect(await kept()).toBe(0);
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('heading', { name: '开通网上服务' }).waitFor();
  await page.locator('#code').fill(code);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('开通好了').waitFor();
  await page.getByRole('link', { name: '去登录' }).click();
  await signIn(page, { loginName: 'xu.anran', password });
  await page.locator('#ground-nationality-lost:checked').waitFor({ state: 'attached' });
  expect(page.url()).toBe(from);
  expect(asked.filter((url) => url.includes('nationality'))).toEqual([]);
  await page.close();
}, 60_000);

/** As the window's paper says: a code, a name, a password. */
async function activate(code: string): Promise<void> {
  const { page } = await visit(browser, { url: `${agency.address}/zh/my/activate`, size: sizes.phone });
  await page.locator('#code').fill(code);
  await page.locator('#loginName').fill(loginName);
  await page.locator('#password').fill('too short');
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('密码至少要有').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('开通好了').waitFor();
  await page.close();
}

/** How far the page is wider than the window. */
function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
