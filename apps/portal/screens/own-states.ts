import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import { answered, refusal } from './as-answered.ts';
import { demoPassword } from './demo-city.ts';
import type { MyState } from './my-states.ts';
import { withoutCase, withTransfer, withWithdrawal } from './visitors.ts';

const whose = withoutCase;

/** What somebody is told, holds and decides about themselves, and whom they let act for them. */
export const ownStates: readonly MyState[] = [
  { name: 'activate-sent', whose: null, at: pageOf.activateBySent },
  { name: 'recover-sent', whose: null, at: pageOf.recoverBySent },
  { name: 'sign-in-wrong', whose: null, at: pageOf.account, acts: mistyped },
  { name: 'sign-in-big', whose: null, at: pageOf.account, bigType: true },
  { name: 'sign-in-narrow', whose: null, at: pageOf.account, narrow: true },
  { name: 'notices', whose: withWithdrawal('paid'), at: pageOf.notices },
  { name: 'notices-none', whose: withTransfer('in', 'announced'), at: pageOf.notices },
  { name: 'record', whose, at: pageOf.record },
  { name: 'record-shown', whose, at: pageOf.record, presses: ['[aria-pressed=false]'] },
  { name: 'record-wish-empty', whose, at: pageOf.record, presses: ['.wish-form .btn'] },
  { name: 'my-data', whose, at: pageOf.myData },
  { name: 'my-data-shown', whose, at: pageOf.myData, acts: showMyData },
  { name: 'record-proves-again', whose, at: pageOf.record, acts: provesAgain },
  { name: 'contact-phone', whose, at: () => pageOf.contact('phone') },
  { name: 'contact-email-empty', whose, at: () => pageOf.contact('email'), presses: ['form .btn.primary'] },
  { name: 'contact-code', whose, at: () => pageOf.contact('phone'), acts: codeSent },
  { name: 'security', whose, at: pageOf.security },
  { name: 'capacities', whose, at: pageOf.capacities },
  { name: 'mandates', whose, at: pageOf.mandates },
  { name: 'mandate-who', whose, at: () => pageOf.newMandate('who') },
  { name: 'mandate-who-empty', whose, at: () => pageOf.newMandate('who'), presses: ['.go .btn'] },
  { name: 'mandate-what', whose, at: pageOf.mandates, acts: named },
  { name: 'mandate-until', whose, at: pageOf.mandates, acts: scoped },
  { name: 'mandate-check', whose, at: pageOf.mandates, acts: dated },
];

/** The password was given longer ago than it counts; in a demo nobody waits for that. */
async function provesAgain(page: Page): Promise<void> {
  await answered(page, '**/own-numbers', { status: 403, json: refusal('access.prove-again') });
  await page.locator('[aria-pressed=false]').click();
  await page.locator('#password').waitFor();
}

/** As if a code had gone out: nobody is sent one for a picture. */
async function codeSent(page: Page): Promise<void> {
  await answered(page, '**/contact-code', { status: 200, json: { sentTo: '139****5678', minutes: 10 } });
  await page.locator('#new-contact').fill('13900005678');
  await page.locator('form .btn.primary').click();
  await page.locator('#code').waitFor();
}

async function mistyped(page: Page): Promise<void> {
  await page.locator('#login-name').fill('citizen3');
  await page.locator('#password').fill('not the password of anybody');
  await page.keyboard.press('Enter');
  await page.locator('.errors').waitFor();
}

async function showMyData(page: Page): Promise<void> {
  await page.locator('#password').fill(demoPassword);
  await page.keyboard.press('Enter');
  await page.locator('.sums').waitFor();
}

async function named(page: Page): Promise<void> {
  await page.locator('a[href*="/mandates/new"]').first().click();
  await page.locator('#agent-name').fill('周建国');
  await onward(page);
  await page.locator('.opt:has(#which-all)').click();
}

async function scoped(page: Page): Promise<void> {
  await named(page);
  for (const at of [0, 1]) await page.locator('.check-row input').nth(at).check();
  await onward(page);
  await page.locator('.opt:has(#until-quarter)').click();
}

async function dated(page: Page): Promise<void> {
  await scoped(page);
  await onward(page);
  await page.locator('main form:has(#until-quarter)').waitFor({ state: 'detached' });
}

async function onward(page: Page): Promise<void> {
  await page.locator('.go .btn').click();
}
