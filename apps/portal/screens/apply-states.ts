import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import type { MyState } from './my-states.ts';
import { withWithdrawal } from './visitors.ts';

/** Somebody who took an application back and may apply again; nobody else looks at what they are writing. */
const whose = withWithdrawal('withdrawn-by-applicant');
const at = pageOf.apply;

/** Applying for the balance, as far as it can be shown without handing anything in. */
export const applyStates: readonly MyState[] = [
  { name: 'apply-start', whose, at },
  { name: 'apply-tasks', whose, at, acts: begin },
  { name: 'apply-tasks-big', whose, at, bigType: true, acts: begin },
  { name: 'apply-ground', whose, at, acts: (page) => openTask(page, 0) },
  { name: 'apply-paper', whose, at, acts: aPaper },
  { name: 'apply-paper-empty', whose, at, acts: noPages },
  { name: 'apply-payee', whose, at, acts: (page) => openTask(page, -1) },
  { name: 'apply-payee-empty', whose, at, acts: noPayee },
  { name: 'apply-payee-abroad', whose, at, acts: abroad },
  { name: 'apply-payee-big', whose, at, bigType: true, acts: (page) => openTask(page, -1) },
  { name: 'apply-before', whose, at: () => `${at()}#${toldInChecker}`, acts: standsAgainst },
  {
    ...{ name: 'apply-before-narrow', whose, at: () => `${at()}#${toldInChecker}`, narrow: true },
    acts: standsAgainst,
  },
  { name: 'apply-newer', whose, at, acts: newerElsewhere },
  { name: 'apply-check', whose, at, acts: check },
  { name: 'apply-check-narrow', whose, at, narrow: true, acts: check },
  {
    name: 'apply-receipt',
    whose: withWithdrawal('submitted'),
    at: ({ number }) => pageOf.applied(number),
  },
  {
    ...{ name: 'apply-receipt-printed', whose: withWithdrawal('submitted'), printed: true },
    at: ({ number }) => pageOf.applied(number),
  },
  {
    ...{ name: 'apply-receipt-big', whose: withWithdrawal('submitted'), bigType: true },
    at: ({ number }) => pageOf.applied(number),
  },
];

/** To the list of tasks of the draft that is there, or of a new one. */
async function begin(page: Page): Promise<void> {
  await page.locator('.opt').first().waitFor();
  await page.waitForLoadState('networkidle');
  const begun = page.locator('.begun a');
  if ((await begun.count()) > 0) await begun.first().click();
  else {
    await page.locator('.opt').first().click();
    await onward(page);
  }
  await page.locator('.task-list').waitFor();
}

/** One of the tasks that can be begun, by its place; −1 is the payee's account. */
async function openTask(page: Page, place: number): Promise<void> {
  await begin(page);
  const tasks = page.locator('.task-list li:not(.not-yet) a');
  const last = (await page.locator('.task-list li.not-yet').count()) > 0 ? -1 : -2;
  await tasks.nth(place === -1 ? (await tasks.count()) + last : place).click();
  await page.locator('main form').waitFor();
}

/** Somebody who answered in the checker that cover and roster still hold, which the record of whoever looks does not bear out. */
const toldInChecker =
  'ground=settled-abroad-before-retirement&what=settle&left=2026-09-01&roster=still&insured=active';

/** What stands against an application that came from the checker. */
async function standsAgainst(page: Page): Promise<void> {
  await page.locator('.opt.sel').first().waitFor();
  await page.waitForLoadState('networkidle');
  await onward(page);
  await page.locator('.task-list').waitFor();
  await page.locator('.task-list a[href$="/before"]').click();
  await page.locator('.differing').waitFor();
}

/** The first paper, with the way to send its pages open. */
async function aPaper(page: Page): Promise<void> {
  await begin(page);
  // Not by its place: a draft that an earlier state left has a row more, of what stands against it.
  await page.locator('.task-list a[href*="/papers/"]').first().click();
  await page.locator('#paper-later').waitFor({ state: 'attached' });
  await page.locator('.opt').first().click();
}

async function noPages(page: Page): Promise<void> {
  await aPaper(page);
  await onward(page);
  await page.locator('.errors').waitFor();
}

async function noPayee(page: Page): Promise<void> {
  await openTask(page, -1);
  await page.locator('#payee-accountNumber').fill('');
  await onward(page);
  await page.locator('.errors').waitFor();
}

/** Somebody goes on with the same application on another device, and then here. */
async function newerElsewhere(page: Page): Promise<void> {
  await openTask(page, -1);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(page.url());
  const kept = elsewhere.waitForResponse((answer) => /PUT|PATCH/.test(answer.request().method()));
  await elsewhere.locator('#payee-bankName').fill('中国银行深圳分行');
  await kept;
  await elsewhere.close();
  await page.locator('#payee-bankName').fill('建设银行深圳分行');
  await page.locator('.newer').waitFor();
}

async function abroad(page: Page): Promise<void> {
  await openTask(page, -1);
  await page.locator('#payee-where-abroad + .r').click();
  await page.locator('#payee-abroad-currency').waitFor();
}

/** Every paper to follow, an account at home. */
async function check(page: Page): Promise<void> {
  await begin(page);
  for (;;) {
    const open = page.locator('.task-list li.to-do a, .task-list li.part a').first();
    const to = (await open.getAttribute('href')) ?? '';
    await open.click();
    await page.locator('main form, .hand-in').first().waitFor();
    if (to.endsWith('/check')) return;
    if (to.endsWith('/payee')) await fillPayee(page);
    else await page.locator('#paper-later + .r, #before-anyway + .r').first().click();
    await onward(page);
    await page.locator('.task-list').waitFor();
  }
}

/** An account at home. */
export async function fillPayee(page: Page): Promise<void> {
  await page.locator('#payee-where-here + .r').click();
  await page.locator('#payee-accountNumber').fill('6222 0202 0011 2233 446');
  await page.locator('#payee-bankCode').fill('102584000002');
  await page.locator('#payee-bankName').fill('中国工商银行深圳福田支行');
}

async function onward(page: Page): Promise<void> {
  await page.locator('.go .btn').click();
}
