import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import { fillPayee } from './apply-states.ts';
import type { MyState } from './my-states.ts';
import { withoutCase, withTransfer, withWithdrawal } from './visitors.ts';

/** What is answered in a case, and the way to a transfer. */
export const caseStates: readonly MyState[] = [
  {
    name: 'case-paper',
    whose: withWithdrawal('awaiting-materials'),
    at: ({ number }) => pageOf.oneCase(number),
    presses: ['.wanted a.btn'],
  },
  {
    name: 'case-why',
    whose: withWithdrawal('in-review'),
    at: ({ number }) => pageOf.oneCase(number),
    presses: ['details.why:last-of-type summary'],
  },
  {
    name: 'case-taken-back',
    whose: withWithdrawal('submitted'),
    at: ({ number }) => pageOf.oneCase(number),
    presses: ['.sec.last .btn'],
  },
  {
    name: 'case-payee',
    whose: withWithdrawal('awaiting-confirmation'),
    at: ({ number }) => pageOf.payeeOf(number),
  },
  {
    name: 'case-payee-check',
    whose: withWithdrawal('awaiting-confirmation'),
    at: ({ number }) => pageOf.payeeOf(number),
    acts: readAccountOver,
  },
  {
    name: 'case-objecting',
    whose: withWithdrawal('refused'),
    at: ({ number }) => pageOf.objectionTo(number),
  },
  { name: 'account-offer', whose: withWithdrawal('awaiting-confirmation'), at: pageOf.account },
  { name: 'transfer-where', whose: withoutCase, at: () => pageOf.transferAway() },
  { name: 'transfer-where-none', whose: withoutCase, at: () => pageOf.transferAway(), presses: ['.go .btn'] },
  { name: 'transfer-check', whose: withoutCase, at: () => pageOf.transferAway('510100') },
  { name: 'transfer-confirm', whose: withoutCase, at: () => pageOf.transferAway('510100', 'confirm') },
  { name: 'transfer-here-check', whose: withoutCase, at: () => pageOf.transferHere('510100') },
  { name: 'transfer-here-confirm', whose: withoutCase, at: () => pageOf.transferHere('510100', 'confirm') },
  {
    name: 'transfer-receipt',
    whose: withTransfer('out', 'awaiting-letter'),
    at: ({ number }) => pageOf.transferReceipt(number),
  },
];

async function readAccountOver(page: Page): Promise<void> {
  await fillPayee(page);
  await page.locator('.go .btn').click();
  await page.locator('.check-page').waitFor();
}
