import type { Page } from 'playwright-core';
import type { MyState } from './my-states.ts';
import { timesTold } from './times-told.ts';
import {
  asker,
  deceased,
  nobody,
  relative,
  type Visitor,
  withTrackingCode,
  withWithdrawal,
} from './visitors.ts';

const atStatus = () => '/status';

/** Pages of everybody that ask the agency. */
export const openStates: readonly MyState[] = [
  { name: 'times', whose: null, at: () => '/transfer-times', open: true },
  { name: 'times-told', whose: null, at: () => '/transfer-times', open: true, acts: timesTold },
  {
    ...{ name: 'status-told', at: atStatus, open: true, acts: askStatus },
    whose: withTrackingCode(withWithdrawal('in-review')),
  },
  {
    ...{ name: 'status-asked-of-you', at: atStatus, open: true, acts: askStatus },
    whose: withTrackingCode(withWithdrawal('awaiting-materials')),
  },
  { name: 'status-unknown', whose: null, at: atStatus, open: true, acts: mistyped },
  { name: 'status-empty', whose: null, at: atStatus, open: true, presses: ['form .btn'] },
  { name: 'status-document', whose: null, at: atStatus, open: true, presses: ['.opt + .opt'] },
  { name: 'account-inquiry-kept', whose: null, at: () => '/account-inquiry', open: true, acts: askAfter },
  {
    ...{ name: 'account-inquiry-later', whose: asker, at: () => '/account-inquiry#answer', open: true },
    acts: lookAgain,
  },
  { name: 'verify-pasted', whose: null, at: () => '/verify', open: true, acts: pasted },
];

async function askStatus(page: Page, { number, secret = '' }: Visitor): Promise<void> {
  await page.locator('#number').fill(number);
  await page.locator('#code').fill(secret);
  await page.locator('form .btn').click();
  await page.locator('.verdict, .page-head h1:focus, .facts').first().waitFor();
}

/** A relative asks, and sends one proof at once. */
async function askAfter(page: Page): Promise<void> {
  await page.locator('main .btn.primary').click();
  for (const [who, { name, identity }] of Object.entries({ deceased, asker: relative })) {
    await page.locator(`#${who}-name`).fill(name);
    await page.locator(`#${who}-number`).fill(identity.number);
  }
  await page.locator('.opt:has(#relation-spouse)').click();
  await page.locator('form .btn.primary').click();
  await page.locator('#kept-secret').waitFor();
  await sendProof(page);
}

/** Whoever asked before looks for the answer, and sees what they have sent. */
async function lookAgain(page: Page, { number, secret = '' }: Visitor): Promise<void> {
  await page.locator('#inquiry').fill(number);
  await page.locator('#secret').fill(secret);
  await page.locator('form .btn.primary').click();
  await page.locator('fieldset.upload').first().waitFor();
  if ((await page.locator('.page-card').count()) > 0) return;
  await sendProof(page);
  await page.reload();
  await lookAgain(page, { ...nobody, number, secret });
}

async function sendProof(page: Page): Promise<void> {
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page.locator('#papers-death').setInputFiles({ name: 'death.jpg', mimeType: 'image/jpeg', buffer });
  await page.locator('.page-card img').waitFor();
}

async function mistyped(page: Page): Promise<void> {
  await page.locator('#number').fill('SZ-2026-7K3M9-QX2TB-04GHE');
  await page.locator('#code').fill('7KQM-2FXT');
  await page.locator('form .btn').click();
  await page.locator('.errors').waitFor();
}

/** A code that is none of the agency's. */
async function pasted(page: Page): Promise<void> {
  await page.locator('summary').first().click();
  await page.locator('textarea').fill('SX1.eyJub3QiOiJvdXJzIn0.AAAA');
  await page.locator('.pasted .btn').click();
  await page.locator('.found').waitFor();
}
