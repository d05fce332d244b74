import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import { agentStates } from './agent-states.ts';
import { applyStates } from './apply-states.ts';
import { caseStates } from './case-states.ts';
import { employerStates } from './employer-states.ts';
import { filingStates } from './filing-states.ts';
import { heirStates } from './heir-states.ts';
import { openStates } from './open-states.ts';
import { ownStates } from './own-states.ts';
import { type Visitor, type Whose, withoutCase, withTransfer, withWithdrawal } from './visitors.ts';

/** What a page of whoever has signed in can look like, by a name: who looks, where, and what they do first. */
export interface MyState {
  readonly name: string;
  /** Null for whoever has not signed in. */
  readonly whose: Whose | null;
  /** The page below `/zh/my`, of `pageOf`; below `/zh` where it is `open`. */
  readonly at: (visitor: Visitor) => string;
  /** A page of everybody, which asks the agency. */
  readonly open?: boolean;
  /** On the narrowest window that there is, 320 pixels. */
  readonly narrow?: boolean;
  readonly bigType?: boolean;
  readonly printed?: boolean;
  /** What is pressed before it looks so, one after another, as selectors find it. */
  readonly presses?: readonly string[];
  /** Where pressing is not enough: what is filled in. Nothing that others would see may come of it. */
  readonly acts?: (page: Page, visitor: Visitor) => Promise<void>;
}

const aCase = ({ number }: Visitor) => pageOf.oneCase(number);

export const myStates: readonly MyState[] = [
  { name: 'sign-in', whose: null, at: pageOf.account },
  { name: 'sign-in-empty', whose: null, at: pageOf.account, presses: ['main .btn.primary'] },
  { name: 'activate', whose: null, at: pageOf.activate },
  { name: 'recover', whose: null, at: pageOf.recover },
  { name: 'account', whose: withWithdrawal('paid'), at: pageOf.account },
  { name: 'account-untouched', whose: withoutCase, at: pageOf.account },
  { name: 'account-big', whose: withoutCase, at: pageOf.account, bigType: true },
  { name: 'account-printed', whose: withoutCase, at: pageOf.account, printed: true },
  { name: 'account-table', whose: withoutCase, at: pageOf.account, presses: ['.seg button + button'] },
  { name: 'account-narrow', whose: withoutCase, at: pageOf.account, narrow: true },
  { name: 'account-unreachable', whose: withoutCase, at: pageOf.account, acts: cutOff },
  { name: 'movements', whose: withWithdrawal('paid'), at: pageOf.movements },
  { name: 'year', whose: withWithdrawal('paid'), at: () => pageOf.year(new Date().getFullYear()) },
  {
    ...{ name: 'year-printed', whose: withWithdrawal('paid'), printed: true },
    at: () => pageOf.year(new Date().getFullYear()),
  },
  { name: 'months', whose: withoutCase, at: pageOf.months },
  { name: 'viewings', whose: withWithdrawal('paid'), at: pageOf.viewings },
  { name: 'cases', whose: withWithdrawal('paid'), at: pageOf.cases },
  { name: 'cases-none', whose: withoutCase, at: pageOf.cases },
  ...[
    'submitted',
    'in-review',
    'awaiting-materials',
    'proposed',
    'approved',
    'settled',
    'paying',
    'paid',
    'returned',
    'refused',
    'objection',
    'withdrawn-by-applicant',
    'awaiting-confirmation',
  ].map((state) => ({ name: `withdrawal-${state}`, whose: withWithdrawal(state), at: aCase })),
  ...['awaiting-letter', 'remitting', 'completed', 'refused-balance'].map((state) => ({
    ...{ name: `transfer-out-${state}`, whose: withTransfer('out', state), at: aCase },
  })),
  ...['announced', 'awaiting-balance', 'completed'].map((state) => ({
    ...{ name: `transfer-in-${state}`, whose: withTransfer('in', state), at: aCase },
  })),
  { name: 'withdrawal-in-review-big', whose: withWithdrawal('in-review'), at: aCase, bigType: true },
  { name: 'withdrawal-in-review-narrow', whose: withWithdrawal('in-review'), at: aCase, narrow: true },
  { name: 'withdrawal-paid-printed', whose: withWithdrawal('paid'), at: aCase, printed: true },
  { name: 'case-unknown', whose: withoutCase, at: () => pageOf.oneCase('SZ-2026-00000-00000-00000') },
  {
    ...{ name: 'transfer-out-refused-balance-big', bigType: true, at: aCase },
    whose: withTransfer('out', 'refused-balance'),
  },
  ...applyStates,
  ...caseStates,
  ...ownStates,
  ...agentStates,
  ...filingStates,
  ...heirStates,
  ...employerStates,
  ...openStates,
];

/** The agency cannot be reached while somebody looks. */
async function cutOff(page: Page): Promise<void> {
  await page.route('**/api/v1/people/**', (route) => route.abort());
  await page.reload();
  await page.locator('.errors').first().waitFor({ timeout: 60_000 });
}
