/** Applying for one's balance in the browser, from the ground to the receipt, against the real API. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { testPdf } from '#platform/testing';
import type { Person } from '../../ui/agency.testing.ts';
import { agencyInBrowser } from '../../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../../ui/journey.testing.ts';
import { sayIn } from '../../ui/languages.ts';
import { inFull, sizes, viewsOf } from '../../ui/portal.testing.ts';
import { tabTo } from '../../ui/tab-to.testing.ts';
import {
  chooseHuge,
  dropEachWriteOnce,
  follow,
  listen,
  onward,
  picture,
  saved,
  typed,
} from './applying.testing.ts';

const password = 'three wet otters sing';
const card = { number: '6222 0202 0011 2233 446', code: '102584000002', bank: '中国工商银行深圳福田支行' };
const certificate = 'nationality-loss-certificate';

const { agency, browser } = await agencyInBrowser();

test.each(viewsOf('zh', 'phone'))(
  'somebody who comes from the checker applies in %s on a %s, once though pressed twice, and has a receipt as page and PDF',
  async (language, size, at) => {
    const say = sayIn(language);
    const identity = citizenNumber({ area: '440301', bornOn: plainDate('1990-01-01'), sequence: 123 + at });
    const { loginName } = await somebody('林晓岚', identity, 'recorded');
    const page = await (await on(size)).newPage();
    const complaints = listen(page);
    await page.goto(`${agency.address}/${language}/my/apply#ground=nationality-lost&what=nationality`);
    await signIn(page, { loginName, password });
    await page.locator('#ground-nationality-lost:checked').waitFor({ state: 'attached' });
    await looked(page, 'start');
    expect(await page.locator('.opt.sel').innerText()).toContain(
      say({ zh: '现在就可以办', en: 'you can have it now' }),
    );
    await onward(page);
    await page.locator('.task-list').waitFor();
    expect(await page.locator('.left').innerText()).toContain(say({ zh: '还差 2 项', en: '2 left to do' }));
    expect(await page.locator('.known').innerText()).toContain(
      say({ zh: '有效身份证件', en: 'identity document' }),
    );
    await looked(page, 'tasks');
    await page
      .locator('.task-list a', { hasText: say({ zh: '国籍', en: 'nationality' }) })
      .last()
      .click();
    await page.locator(`#paper-${certificate} + .r`).click();
    await page.locator('#pages').setInputFiles([picture('front.jpg', 3), picture('back.jpg', 4)]);
    await page.locator('.page-card img').nth(1).waitFor();
    await looked(page, 'paper');
    await page.locator('.page-card .thumb').first().click();
    await page.locator('dialog img').waitFor();
    await looked(page, 'preview');
    await page.keyboard.press('Escape');
    await saved(page);
    await onward(page);
    await page
      .locator('.task-list a', { hasText: say({ zh: '收款账户', en: 'Account for the payment' }) })
      .click();
    await onward(page);
    await page.locator('.errors:focus').waitFor();
    expect(await page.locator('.errors a').allInnerTexts()).toEqual(
      await page.locator('.problem').allInnerTexts(),
    );
    await looked(page, 'payee');
    expect(await page.locator('#payee-name').inputValue()).toBe('林晓岚');
    await fillPayee(page);
    await onward(page);
    await page.locator('.task-list a', { hasText: say({ zh: '核对并提交', en: 'Read it over' }) }).click();
    await page.locator('.hand-in').waitFor();
    await looked(page, 'check');
    await page.locator('.hand-in .btn').dblclick();
    await page.locator('.receipt-card').waitFor();
    await looked(page, 'receipt');
    const [number = ''] = await page.locator('.receipt-card .number').allInnerTexts();
    expect(page.url()).toBe(`${agency.address}/${language}/my/apply/received/${number}`);
    expect(await page.locator('.receipt-card').innerText()).toMatch(
      language === 'zh'
        ? /查询码\s+\S{4}-\S{4}\s+最晚办结\s+\d+月\d+日（周.）/
        : /Tracking code\s+\S{4}-\S{4}\s+Done by\s+\w{3} \d+ [A-Z][a-z]+/,
    );
    const letter = await page.locator('.receipt-does a').getAttribute('href');
    const pdf = await page.request.get(`${agency.address}${letter}`);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(await casesOf(page)).toEqual([number]);
    await page.goto(`${agency.address}/${language}/status#number=${number}`);
    expect(await page.locator('#number').inputValue()).toBe(number);
    expect(complaints()).toEqual([]);
    await page.context().close();
  },
  90_000,
);

test('a whole application is made at a desk in English by keyboard alone, and one that stands against it says so first', async () => {
  const { loginName } = await somebody('陈知远', '440301198502021233', 'not-recorded');
  const page = await (await on('desk')).newPage();
  const complaints = listen(page);
  // Choosers come to the test from now on, and not only a moment after the key was pressed.
  page.on('filechooser', () => undefined);
  await page.goto(`${agency.address}/en/my/apply`);
  await page.locator('#login-name').focus();
  await typed(page, loginName, 'Tab', password, 'Enter');
  await page.locator('#ground-nationality-lost').waitFor({ state: 'attached' });
  await tabTo(page, page.locator('#ground-retired-treated-elsewhere'));
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.task-list').waitFor();
  await looked(page, 'tasks');
  await follow(page, 'See first what is missing');
  await page.locator('#before-anyway').waitFor({ state: 'attached' });
  await looked(page, 'before');
  await tabTo(page, page.locator('#before-anyway'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await follow(page, 'Certificate of the loss');
  await page.locator(`#paper-${certificate}`).waitFor({ state: 'attached' });
  await tabTo(page, page.locator(`#paper-${certificate}`));
  await page.keyboard.press('Space');
  await page.locator('#pages').waitFor({ state: 'attached' });
  await tabTo(page, page.locator('#pages'));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await chooser).setFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: testPdf() });
  await page.locator('.page-card .does').waitFor();
  await looked(page, 'paper');
  await tabTo(page, page.getByRole('button', { name: /^Look at it/ }));
  await page.keyboard.press('Enter');
  await page.locator('dialog .btn').waitFor();
  await looked(page, 'preview of a PDF');
  await page.keyboard.press('Escape');
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await follow(page, 'Account for the payment');
  await page.locator('#payee-accountNumber').waitFor();
  await tabTo(page, page.locator('#payee-accountNumber'));
  await typed(page, card.number, 'Tab', card.code, 'Tab', card.bank, 'Enter');
  await follow(page, 'Read it over');
  await page.locator('.hand-in').waitFor();
  await looked(page, 'check');
  await tabTo(page, 'Confirm and hand it in');
  await page.keyboard.press('Enter');
  await page.locator('.receipt-card').waitFor();
  await looked(page, 'receipt');
  expect(await page.locator('.receipt-card').innerText()).toMatch(
    /Tracking code\s+\S{4}-\S{4}\s+Done by\s+\w{3} \d+ [A-Z][a-z]+/,
  );
  // That it cannot be approved by the record is not forgotten once it is sent.
  await page.getByText('it cannot be approved yet').waitFor();
  await tabTo(page, page.getByRole('link', { name: 'Follow this case' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'it cannot be approved yet' }).waitFor();
  expect(complaints()).toEqual([]);
  await page.context().close();
}, 90_000);

test('who brings other answers from the checker than are on record reads both, what to do, and which of them counts', async () => {
  const employer = { code: '91440300MA00020013', name: '深圳市南山机械有限公司' };
  const { loginName } = await somebody('白若溪', '440301199104044565', 'not-recorded', { employer });
  const page = await (await on('phone')).newPage();
  const told = 'what=settle&left=2026-09-01&roster=removed&insured=stopped';
  await page.goto(`${agency.address}/zh/my/apply#ground=settled-abroad-before-retirement&${told}`);
  await signIn(page, { loginName, password });
  await page.locator('#ground-settled-abroad-before-retirement:checked').waitFor({ state: 'attached' });
  await onward(page);
  await page.locator('.task-list a', { hasText: '先看' }).click();
  await page.locator('.differing').waitFor();
  await looked(page, 'before, otherwise on record');
  expect(await page.locator('.differing li').count()).toBe(2);
  const [cover, roster] = await page.locator('.differing li').allInnerTexts();
  expect(cover).toMatch(/还在缴吗？\s+您的回答\s+已经停保\s+我们的登记\s+还在缴\s+.*请单位办理停保/);
  expect(roster).toMatch(/您的回答\s+办了，或者没有单位\s+我们的登记\s+还没有\s+.*离职证明/);
  const missing = await page.locator('.remedies:not(.differing)').innerText();
  expect(missing).toContain('境外定居证明');
  expect(missing).not.toContain('申请表');
  await page.context().close();
}, 90_000);

test('a browser that is killed at every step of an application loses nothing, and another device goes on with it', async () => {
  const { loginName } = await somebody('周海宁', '440301198803034564', 'recorded');
  let page = await (await on('phone')).newPage();
  await page.goto(`${agency.address}/zh/my/apply`);
  await signIn(page, { loginName, password });
  await page.locator('#ground-nationality-lost:checked').waitFor({ state: 'attached' });
  await onward(page);
  await page.locator('.task-list').waitFor();
  page = await killed(page);
  await page.locator('.task-list a', { hasText: '国籍' }).last().click();
  await page.locator(`#paper-${certificate} + .r`).click();
  await page
    .locator('#pages')
    .setInputFiles([
      ...[picture('front.jpg', 5), picture('the same again.jpg', 5)],
      ...[{ name: 'letter.docx', mimeType: 'application/msword', buffer: Buffer.from('x') }],
      ...[{ name: 'no picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not at all') }],
    ]);
  await page.getByText('没有重复添加').waitFor();
  await chooseHuge(page);
  await page.locator('.why').nth(2).waitFor();
  expect((await page.locator('.why').allInnerTexts()).join('\n')).toMatch(/Word.*PDF.*\n.*\n.*20 MB/);
  await onward(page);
  expect(await page.locator('.errors a', { hasText: '不能用' }).count()).toBe(3);
  await saved(page);
  page = await killed(page);
  expect(await page.locator('.page-card img').count()).toBe(1);
  await onward(page);
  await page.locator('.task-list a', { hasText: '收款账户' }).click();
  await page.locator('#payee-accountNumber').fill('6222 02');
  await saved(page);
  page = await killed(page);
  expect(await page.locator('#payee-accountNumber').inputValue()).toBe('6222 02');
  await page.goto(`${agency.address}/zh/my${new URL(page.url()).pathname.replace(/^.*\/my|\/payee$/g, '')}`);
  expect(await page.locator('.task-list li', { hasText: '收款账户' }).innerText()).toContain('已填');
  await page.context().close();
  const other = await (await on('desk')).newPage();
  await other.goto(`${agency.address}/en/my/cases`);
  await signIn(other, { loginName, password });
  await other.getByRole('link', { name: 'Go on with it' }).click();
  await other.locator('.task-list a', { hasText: 'account' }).click();
  expect(await other.locator('#payee-accountNumber').inputValue()).toBe('6222 02');
  await fillPayee(other);
  await onward(other);
  await other.locator('.task-list a', { hasText: 'Read it over' }).click();
  await other.locator('.hand-in').waitFor();
  await other.reload();
  await other.locator('.hand-in .btn').click();
  await other.locator('.receipt-card').waitFor();
  await other.context().close();
}, 90_000);

test.runIf(inFull)(
  'what was typed a moment before the page is left or its language changed arrives all the same, on a slow line too',
  async () => {
    const { loginName } = await somebody('方静', '440301199307174562', 'recorded');
    const page = await (await on('phone')).newPage();
    await page.goto(`${agency.address}/zh/my/apply`);
    await signIn(page, { loginName, password });
    await page.locator('#ground-nationality-lost:checked').waitFor({ state: 'attached' });
    await onward(page);
    await page.locator('.task-list a', { hasText: '收款账户' }).click();
    await page.locator('#payee-accountNumber').waitFor();
    const address = page.url();
    const slow = await page.context().newCDPSession(page);
    await slow.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 },
    });
    const asked: string[] = [];
    page.on('dialog', (asks) => void asks.accept().then(() => asked.push(asks.type())));
    await page.locator('#payee-accountNumber').fill('6222 02');
    await page.goto('about:blank');
    const found = async () => {
      await page.goto(address);
      await page.locator('#payee-accountNumber').waitFor();
      return page.locator('#payee-accountNumber').inputValue();
    };
    await expect.poll(found, { timeout: 30_000 }).toBe('6222 02');
    await page.locator('#payee-accountNumber').fill('6222 0202');
    await page.locator('.my-bar a[hreflang="en"]').click();
    await page.waitForURL('**/en/my/**');
    expect([await page.locator('#payee-accountNumber').inputValue(), asked]).toEqual(['6222 0202', []]);
    await page.context().close();
  },
  90_000,
);

test('on a slow line that drops at each write nothing is lost and nothing is done twice', async () => {
  const { loginName } = await somebody('何思敏', '440301199205054324', 'recorded');
  const page = await (await on('phone')).newPage();
  await page.goto(`${agency.address}/zh/my/apply`);
  await signIn(page, { loginName, password });
  await page.locator('#ground-nationality-lost:checked').waitFor({ state: 'attached' });
  const slow = await page.context().newCDPSession(page);
  // Slow 3G; with `npm test` a fourth of the delay, and sixteen times the throughput.
  const [latency, throughput] = inFull ? [400, 50_000] : [100, 800_000];
  await slow.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput },
  });
  const dropped = await dropEachWriteOnce(page);
  await onward(page);
  await page.locator('.task-list').waitFor();
  await page.locator('.task-list a', { hasText: '国籍' }).last().click();
  await page.locator(`#paper-${certificate} + .r`).click();
  await page.locator('#pages').setInputFiles([picture('front.jpg', 6)]);
  await page.locator('.page-card.stopped').waitFor();
  await page.getByRole('button', { name: '再传一次' }).click();
  await page.locator('.page-card img').waitFor();
  await saved(page);
  await onward(page);
  await page.locator('.task-list a', { hasText: '收款账户' }).click();
  await fillPayee(page);
  await onward(page);
  await page.locator('.task-list a', { hasText: '核对并提交' }).click();
  await page.locator('.hand-in .btn').click();
  await page.locator('.receipt-card').waitFor();
  const [number = ''] = await page.locator('.receipt-card .number').allInnerTexts();
  expect([...new Set(dropped.map((each) => each.replace(/\/dft_\w+|\/psn_\w+|\/SZ-[\w-]+/g, '/…')))]).toEqual(
    expect.arrayContaining([
      ...['POST /withdrawal-drafts', 'POST /withdrawal-drafts/…/…/case', 'POST /cases/…/files'],
      ...['PUT /withdrawal-drafts/…/…', 'POST /withdrawal-drafts/…/…/submission'],
    ]),
  );
  expect(await casesOf(page)).toEqual([number]);
  const { items } = await (await page.request.get(`${agency.address}/api/v1/withdrawal-drafts`)).json();
  expect(items).toMatchObject([{ ended: 'submitted', caseNumber: number }]);
  const { papers, loose } = await (
    await page.request.get(`${agency.address}/api/v1/cases/${number}/papers`)
  ).json();
  const given = papers.flatMap((paper: { given: { pages: unknown[] }[] }) => paper.given);
  expect([given.length, given[0].pages.length, loose.length]).toEqual([1, 1, 0]);
  await page.context().close();
}, 90_000);

interface Somebody {
  readonly loginName: string;
}

/** An insured person with a login of their own, whose loss of nationality is on record where two officers recorded it. */
async function somebody(
  name: string,
  number: string,
  loss: 'recorded' | 'not-recorded',
  employed?: Required<Pick<Person, 'employer'>>,
): Promise<Somebody> {
  const status = employed ? 'active' : 'suspended';
  const personId = await agency.bring({ name, number, status, balance: '12345.67', ...employed });
  if (loss === 'recorded') {
    const fact = { entry: { kind: 'nationality-lost', on: '2026-09-15' }, paperReference: 'P-1' };
    const { factId } = await agency.atWindow<{ factId: string }>(`/people/${personId}/facts`, fact);
    await agency.asReviewer(`/people/${personId}/facts/${factId}/decision`, { confirmed: true });
  }
  const code = await agency.codeFor(personId);
  const loginName = `someone.${number.slice(-4)}`;
  await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
  return { loginName };
}

function on(size: keyof typeof sizes): Promise<BrowserContext> {
  return browser.newContext({ viewport: { ...sizes[size] } });
}

async function fillPayee(page: Page): Promise<void> {
  await page.locator('#payee-accountNumber').fill(card.number);
  await page.locator('#payee-bankCode').fill(card.code);
  await page.locator('#payee-bankName').fill(card.bank);
  await saved(page);
}

/** The same page in another window of the same browser, the first of which is gone from one moment to the next. */
async function killed(page: Page): Promise<Page> {
  const url = page.url();
  const storageState = await page.context().storageState();
  await page.context().close();
  const context = await browser.newContext({ viewport: { ...sizes.phone }, storageState });
  const next = await context.newPage();
  await next.goto(url);
  await next.locator('.task-list, .page-card img, #payee-accountNumber').first().waitFor();
  return next;
}

async function casesOf(page: Page): Promise<readonly string[]> {
  const session = await (await page.request.get(`${agency.address}/api/v1/sessions/current`)).json();
  const listed = await page.request.get(`${agency.address}/api/v1/people/${session.personIds[0]}/cases`);
  return (await listed.json()).items.map((item: { number: string }) => item.number);
}
