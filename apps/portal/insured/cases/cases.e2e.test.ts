/** What is done in cases and how a transfer is applied for, as people do it: real Chromium, the real API, two real agencies. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser, testPng } from '#platform/testing';
import { barriers, sideways, sizes, visit } from '../../ui/portal.testing.ts';
import { password, servedWithChengdu, type Traveller, type TwoCities } from '../../ui/two-cities.testing.ts';

let browser: Browser;
let cities: TwoCities;
let chenId: string;

const lin: Traveller = {
  ...{ name: '林晓岚', number: '440301199001011234', bornOn: '1990-01-01', status: 'suspended' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance: '8312.40' },
};

beforeAll(async () => {
  [cities, browser] = await Promise.all([servedWithChengdu(), testBrowser()]);
  chenId = await cities.bring(chen);
  await cities.login(chenId, 'chen.zhiyuan');
});

afterAll(() => browser?.close());

test('who moves applies on a telephone, names another account once the bank sent back what Chengdu does not take, and sees that it was paid', async () => {
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
  const paper = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
  const printed = await page.request.get(`${cities.address}${paper}`);
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: '看这一件办到哪里' }).click();
  await page.locator('.legs').waitFor();
  await looked(page, 'leaving');
  await cities.confirmInChengdu(lin);
  await page.goto(`${cities.address}/zh/my/account`);
  await page.getByRole('heading', { name: /成都市?不收余额/ }).waitFor();
  await looked(page, 'account-offer');
  await page.goto(`${cities.address}/zh/my/cases`);
  await page.locator('.case-list a').last().click();
  await page.locator('.tl .both').first().waitFor();
  await page.locator('.offer .money').waitFor();
  await looked(page, 'transfer-offer');
  const copy = await page.getByRole('link', { name: /对方机构来函：.*不接收.*副本/ }).getAttribute('href');
  expect((await page.request.get(`${cities.address}${copy}`)).headers()['content-type']).toBe(
    'application/pdf',
  );
  expect(await page.locator('.tl').innerText()).toContain('申请了转出');
  await page.getByRole('link', { name: '确认收款账户' }).click();
  await page.getByLabel('账号').waitFor();
  await looked(page, 'payee');
  await page.getByRole('button', { name: '确认，付到这个账户' }).click();
  await page.locator('.errors:focus').waitFor();
  expect(await page.getByLabel('户名').inputValue()).toBe('林晓岚');
  await page.getByLabel('账号').fill('6222020000000000000');
  await page.getByLabel('联行号').fill('102584000000');
  await page.getByLabel('开户银行').fill('演示银行');
  await page.getByRole('button', { name: '确认，付到这个账户' }).dblclick();
  await page.locator('.beads').waitFor();
  await looked(page, 'confirmed');
  const number = page.url().split('/').at(-1) ?? '';
  await cities.decide(number, 'approve');
  await page.reload();
  await page
    .getByText(/可以在.*内.*行政复议|申请行政复议/)
    .first()
    .waitFor();
  expect(await page.locator('.tl').innerText()).toMatch(
    /确认了收款账户\s+办理人：您[\s\S]*复核同意\s+办理人：经办机构工作人员/,
  );
  await looked(page, 'approved');
  await cities.rounds();
  await cities.pay('RJCT');
  await page.reload();
  await page.getByText('银行把钱退回来了').waitFor();
  await looked(page, 'sent-back');
  await page.getByRole('link', { name: '换一个收款账户' }).click();
  await page.getByRole('heading', { name: '换一个账户' }).waitFor();
  expect(await page.getByLabel('户名').inputValue()).toBe('林晓岚');
  await looked(page, 'another-account');
  await page.getByLabel('账号').fill('6222020000000007719');
  await page.getByLabel('联行号').fill('102584000000');
  await page.getByLabel('开户银行').fill('演示银行');
  const again = await loseAnswers(page, '**/payee');
  await page.getByRole('button', { name: '确认，付到这个账户' }).dblclick();
  await page.locator('.tag', { hasText: '已结清' }).waitFor();
  expect(again.keys.size).toBe(1);
  await cities.pay();
  await page.reload();
  await page
    .getByText(/已付到收款账户/)
    .first()
    .waitFor();
  expect(await page.locator('.sum').innerText()).toMatch(/8,312\.40[\s\S]*•••• 7719/);
  await looked(page, 'paid');
  // One answer was lost on purpose.
  expect(complaints.filter((said) => !/status of 401|CONNECTION_RESET/.test(said))).toEqual([]);
}, 120_000);

const chen: Traveller = {
  ...{ name: '陈知远', number: '440301198502021233', bornOn: '1985-02-02', status: 'active' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance: '4321.00' },
};

test('a paper that is asked for is handed in where it is asked, and what somebody else did meanwhile is told', async () => {
  const number = await applied(chenId);
  await cities.as('clerk', `/withdrawals/${number}/review`, {});
  await cities.as('clerk', `/withdrawals/${number}/materials-request`, { note: '' });
  const at = { path: `en/my/cases/${number}`, size: 'desk' } as const;
  const { page } = await signedIn('chen.zhiyuan', at);
  await page.locator('.wanted li').first().waitFor();
  const wanted = await page.locator('.wanted li').count();
  await looked(page, 'papers-asked');
  await page.getByRole('link', { name: /^Hand it in.*settlement/ }).click();
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.locator('.errors:focus').waitFor();
  const permit = 'Long-term or permanent residence permit and passport';
  await page.locator('.opt', { hasText: permit }).click();
  await page.getByLabel(`Choose pictures or files ${permit}`).setInputFiles({
    ...{ name: 'permit.png', mimeType: 'image/png', buffer: Buffer.from(testPng()) },
  });
  await page.locator('.page-card img').waitFor();
  for (const does of ['Look at it', 'Replace', 'Remove'])
    await page.getByRole('button', { name: `${does} ${permit} Page 1` }).waitFor();
  await looked(page, 'paper');
  // Meanwhile a clerk takes in another paper at the window.
  const paper = { materialId: 'application-form', paperReference: 'W-1' };
  await cities.as('clerk', `/withdrawals/${number}/materials`, paper);
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.getByText('Somebody else has acted on this case').waitFor();
  const writes = await loseAnswers(page, '**/papers');
  await page.locator('.go [aria-disabled=false]').dblclick();
  await page.locator('.wanted li').first().waitFor();
  expect(writes.keys.size).toBe(1);
  expect(writes.count).toBeGreaterThan(1);
  expect(await page.locator('.wanted li').count()).toBe(wanted - 2);
  await page.getByText('Papers handed in').click();
  await page.locator('.mark-of.unchecked').waitFor();
  await page.getByRole('button', { name: 'Take the application back' }).click();
  await looked(page, 'asked-once');
  await page.getByRole('button', { name: 'Yes, take it back' }).dblclick();
  await page.locator('.tag', { hasText: 'Withdrawn by the applicant' }).waitFor();
  await page.close();
}, 120_000);

test('who does not agree objects by keyboard alone, and takes it back, once each though the connection drops', async () => {
  const number = await applied(chenId);
  await cities.decide(number, 'refuse');
  const at = { path: `en/my/cases/${number}`, size: 'desk' } as const;
  const { page } = await signedIn('chen.zhiyuan', at);
  await page.getByText('Not approved', { exact: false }).first().waitFor();
  await page.getByText('How we worked it out').click();
  await page.getByText('your situation is not the one').first().waitFor();
  await looked(page, 'refused');
  await tabTo(page, 'Object to the decision');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What do you not agree with?' }).waitFor();
  await tabTo(page, 'Object');
  await page.keyboard.press('Enter');
  await page.locator('.errors:focus').waitFor();
  await looked(page, 'objection');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('My insurance was stopped on 30 September.');
  const writes = await loseAnswers(page, '**/objection');
  await tabTo(page, 'Object');
  await page.keyboard.press('Enter');
  await page.locator('.made .said').waitFor();
  expect([writes.keys.size, await page.locator('.made .said').innerText()]).toEqual([
    1,
    'My insurance was stopped on 30 September.',
  ]);
  await looked(page, 'objected');
  await tabTo(page, 'Take the objection back');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Yes, take it back');
  await page.keyboard.press('Enter');
  await page.locator('.tag', { hasText: 'Refused' }).waitFor();
  await page.getByText('taken back', { exact: false }).first().waitFor();
  await page.close();
}, 120_000);

const zhou: Traveller = {
  ...{ name: '周行', number: '440305197002023014', bornOn: '1970-02-02', status: 'suspended' },
  ...{ since: '2005-01-01', until: '2026-07-31', balance: '54321.00' },
};

test('a transfer is applied for and cancelled with the keyboard alone, once each though the answer was lost', async () => {
  const personId = await cities.bring(zhou);
  await cities.login(personId, 'zhou.xing');
  const { page } = await signedIn('zhou.xing', { path: 'en/my/transfer/away/440300', size: 'desk' });
  await page.getByRole('heading', { name: /^You cannot transfer/ }).waitFor();
  await looked(page, 'not-yet');
  await tabTo(page, 'Another place');
  await page.keyboard.press('Enter');
  await page.getByLabel('Find a place').waitFor();
  await tabTo(page, 'Find a place');
  await page.keyboard.type('chengdu');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'You can transfer to Chengdu' }).waitFor();
  await looked(page, 'check-en');
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await page.getByText('¥54,321.00').waitFor();
  const writes = await loseAnswers(page, '**/transfers-out');
  await tabTo(page, 'Apply for the transfer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'We have your application' }).waitFor();
  expect(writes.keys.size).toBe(1);
  await looked(page, 'receipt-en');
  await tabTo(page, 'Follow this case');
  await page.keyboard.press('Enter');
  await page.locator('.legs').waitFor();
  await tabTo(page, 'Cancel the transfer');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Yes, cancel it');
  await page.keyboard.press('Enter');
  await page.locator('.tag', { hasText: 'Cancelled' }).waitFor();
  await page.goto(`${cities.address}/en/my/cases`);
  await page.locator('.case-list li').first().waitFor();
  expect(await page.locator('.case-list li').count()).toBe(1);
  await page.close();
}, 120_000);

const wu: Traveller = {
  ...{ name: '吴来', number: '440301199003074714', bornOn: '1990-03-07', status: 'active' },
  ...{ since: '2026-10-01', until: '2026-10-31', balance: '' },
};

test('who comes here confirms what the other agency announced, and finds every kind of case with what it means', async () => {
  const personId = await cities.bring(wu);
  await cities.login(personId, 'wu.lai');
  const filing = { kind: 'treatment-filing', change: 'file', region: '510100', group: 'long-term-resident' };
  const statement = { ...filing, fromOn: cities.today };
  const { number } = await cities.as<{ number: string }>('clerk', '/life-events', {
    personId,
    statement,
    applyAnyway: true,
  });
  const { page } = await signedIn('wu.lai', { path: 'zh/my/transfer/here/510100', size: 'desk' });
  await page.getByRole('heading', { name: /可以从成都市?转来/ }).waitFor();
  await looked(page, 'here');
  await page.getByRole('link', { name: '继续' }).click();
  await page.getByLabel('参保凭证号').waitFor();
  await looked(page, 'here-confirm');
  await cities.announceFromChengdu(wu);
  await page.getByRole('button', { name: '提交转移申请' }).click();
  await page.getByText('不用再申请，确认那一件即可').first().waitFor();
  await page.getByRole('link', { name: '我的办理' }).click();
  await page.locator('.case-list .wait').first().waitFor();
  await looked(page, 'cases');
  await page.locator('.case-list a', { hasText: '待本人确认' }).click();
  await page.getByLabel('搬来常住').check({ force: true });
  await looked(page, 'announced');
  await page.getByRole('button', { name: '确认转来' }).dblclick();
  await page.locator('.tag', { hasText: '等待信息表' }).waitFor();
  await page.getByRole('link', { name: '受理回执和查询码' }).click();
  await page.getByRole('heading', { name: '申请收到了' }).waitFor();
  await page.goto(`${cities.address}/zh/my/cases/${number}`);
  await page.locator('.facts').first().waitFor();
  await page.getByText('我们是怎么判断的').click();
  await page.locator('.weighed').first().waitFor();
  await looked(page, 'life-event');
  await page.close();
}, 120_000);

async function applied(personId: string): Promise<string> {
  const application = { personId, ground: 'settled-abroad-before-retirement', applyAnyway: true };
  return (await cities.as<{ number: string }>('clerk', '/withdrawals', application)).number;
}

/** The server does what it is asked; the first answer to it never arrives. Tells which keys were sent, and how often. */
async function loseAnswers(page: Page, address: string) {
  const writes = { keys: new Set<string>(), count: 0 };
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    writes.keys.add(route.request().headers()['idempotency-key'] ?? '');
    writes.count += 1;
    if (writes.count > 1) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  return writes;
}

/** Goes on with the tab key until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: at } = document;
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`) : null;
      return (label ?? at)?.textContent?.trim();
    });
    if (focused === name) return;
  }
  throw new Error(`nothing is reached that is called ${name}`);
}

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
  const { SHOTS: folder } = process.env;
  if (folder) {
    const was = page.viewportSize() ?? sizes.desk;
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: `${folder}/${name}.${size}.png`, fullPage: true });
    }
    await page.setViewportSize(was);
  }
  expect(await barriers(page), name).toEqual([]);
  expect(await sideways(page), name).toBe(0);
}
