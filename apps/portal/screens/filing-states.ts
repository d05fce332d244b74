import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import type { MyState } from './my-states.ts';
import { type Visitor, withoutCase, withWithdrawal } from './visitors.ts';

const steps = ['where', 'why', 'from', 'until', 'check'] as const;
type Step = (typeof steps)[number];

/** A filing a question a page. Each is somebody else's, since what is typed is kept. */
export const filingStates: readonly MyState[] = [
  { name: 'filings-none', whose: withoutCase, at: pageOf.filings },
  { name: 'filing-new', whose: withoutCase, at: () => pageOf.newFiling() },
  {
    ...{ name: 'filing-new-empty', whose: withoutCase, at: () => pageOf.newFiling() },
    presses: ['form .btn.primary'],
  },
  { name: 'filing-where-unknown', whose: withoutCase, at: () => pageOf.newFiling(), acts: unknown },
  { name: 'filing-why', whose: withWithdrawal('paid'), at: () => pageOf.newFiling(), acts: to('why') },
  { name: 'filing-from', whose: withWithdrawal('refused'), at: () => pageOf.newFiling(), acts: to('from') },
  {
    name: 'filing-until',
    whose: withWithdrawal('proposed'),
    at: () => pageOf.newFiling(),
    acts: to('until'),
  },
  {
    ...{ name: 'filing-until-wrong', whose: withWithdrawal('approved'), at: () => pageOf.newFiling() },
    acts: tooEarly,
  },
  { name: 'filing-check', whose: withWithdrawal('settled'), at: () => pageOf.newFiling(), acts: to('check') },
  { name: 'filings-begun', whose: withWithdrawal('paying'), at: () => pageOf.newFiling(), acts: begun },
];

async function unknown(page: Page): Promise<void> {
  await page.locator('#place').fill('大连湾');
  await page.locator('[role=status]', { hasText: '大连湾' }).waitFor();
}

/** Answers every question before this one, as somebody does who comes for the first time or comes back. */
function to(step: Step): (page: Page, visitor: Visitor) => Promise<void> {
  return async (page) => {
    for (const at of steps.slice(0, steps.indexOf(step))) {
      await answers[at](page);
      await page.locator('.go .btn').click();
      await page.waitForURL((url) => !url.pathname.endsWith(`/${at}`));
      await page.locator('main:not([aria-busy]) h1').waitFor();
    }
  };
}

const answers: Readonly<Record<Step, (page: Page) => Promise<void>>> = {
  async where(page) {
    await page.locator('#place').fill(page.url().includes('/zh/') ? '四川' : 'Sichuan');
    await page.locator('.opt:has(#region-510000)').click();
  },
  why: (page) => page.locator('.opt:has(#group-long-term-resident)').click(),
  from: (page) => day(page, 'from', '1'),
  until: async () => undefined,
  check: async () => undefined,
};

async function day(page: Page, id: string, of: string): Promise<void> {
  for (const [part, value] of [
    ['', '2026'],
    ['-month', '9'],
    ['-day', of],
  ] as const)
    await page.locator(`#${id}${part}`).fill(value);
}

async function tooEarly(page: Page, visitor: Visitor): Promise<void> {
  await to('until')(page, visitor);
  await day(page, 'to', '');
  await page.locator('#to-month').fill('8');
  await page.locator('.go .btn').click();
  await page.locator('.errors').waitFor();
}

async function begun(page: Page, visitor: Visitor): Promise<void> {
  await to('why')(page, visitor);
  await page.locator('.saved-line .i, .saved-line svg').first().waitFor();
  await page.goto(page.url().replace(/\/new\/.*/, ''));
  await page.locator('.begun').waitFor();
}
