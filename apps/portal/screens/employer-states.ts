import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import { answered, refusal } from './as-answered.ts';
import type { MyState } from './my-states.ts';
import { employer } from './visitors.ts';

const whose = employer;
const at = pageOf.employer;

/** An employer's staff, and those who leave, a question a page. */
export const employerStates: readonly MyState[] = [
  { name: 'employer', whose, at },
  { name: 'employer-narrow', whose, at, narrow: true },
  { name: 'employer-ticked', whose, at, acts: tick },
  { name: 'employer-ticked-big', whose, at, acts: tick, bigType: true },
  { name: 'employer-nobody-found', whose, at, acts: search },
  { name: 'employer-day', whose, at, acts: report },
  { name: 'employer-day-empty', whose, at, acts: withoutDay },
  { name: 'employer-stop', whose, at, acts: toStop },
  { name: 'employer-reason', whose, at, acts: toReason },
  { name: 'employer-check', whose, at, acts: toCheck },
  { name: 'employer-check-gone', whose, at, acts: gone },
  { name: 'employer-people', whose, at: pageOf.staffAgents },
  { name: 'employer-people-who', whose, at: () => pageOf.newStaffAgent('who') },
  {
    ...{ name: 'employer-people-who-empty', whose, at: () => pageOf.newStaffAgent('who') },
    presses: ['.go .btn'],
  },
  { name: 'employer-people-until', whose, at: () => pageOf.newStaffAgent('who'), acts: named },
  { name: 'employer-people-check', whose, at: () => pageOf.newStaffAgent('who'), acts: dated },
  { name: 'employer-reports', whose, at: pageOf.staffReports },
  { name: 'employer-report', whose, at: pageOf.staffReports, acts: open },
];

async function tick(page: Page): Promise<void> {
  await page.locator('.roster-row').first().waitFor();
  for (const place of [0, 1, 2]) await page.locator('label.roster-row input').nth(place).check();
}

async function open(page: Page): Promise<void> {
  await page.locator('.case-list a').first().click();
  await page.locator('.report-line').first().waitFor();
}

async function search(page: Page): Promise<void> {
  await page.locator('#roster-name').fill('欧阳');
  await page.keyboard.press('Enter');
  await page.locator('.roster-row').first().waitFor({ state: 'detached' });
}

async function report(page: Page): Promise<void> {
  await tick(page);
  await page.locator('.roster-go .btn').click();
  await page.locator('#ended-on').waitFor();
}

async function withoutDay(page: Page): Promise<void> {
  await report(page);
  await onward(page);
}

async function toStop(page: Page): Promise<void> {
  await report(page);
  const today = new Date();
  await page.locator('#ended-on').fill(String(today.getUTCFullYear()));
  await page.locator('#ended-on-month').fill(String(today.getUTCMonth() + 1));
  await page.locator('#ended-on-day').fill(String(today.getUTCDate()));
  await onward(page);
  await page.locator('.opt:has(#stops-yes)').click();
}

async function toReason(page: Page): Promise<void> {
  await toStop(page);
  await onward(page);
  await page.locator('.opt:has(#reason-resigned)').click();
}

async function toCheck(page: Page): Promise<void> {
  await toReason(page);
  await onward(page);
  await page.locator('.leaving-list').waitFor();
}

/** Somebody else was quicker with one of them. */
async function gone(page: Page): Promise<void> {
  await toCheck(page);
  const left = refusal('life-events.not-on-roster', ['personIds.1']);
  await answered(page, '**/staff-reports', { status: 409, json: left });
  await page.locator('.send .btn.primary').click();
  await page.locator('.errors').waitFor();
}

async function named(page: Page): Promise<void> {
  await page.locator('#agent-name').fill('周建国');
  await onward(page);
  await page.locator('.opt:has(#until-quarter)').click();
}

async function dated(page: Page): Promise<void> {
  await named(page);
  await onward(page);
  await page.locator('main form:has(#until-quarter)').waitFor({ state: 'detached' });
}

async function onward(page: Page): Promise<void> {
  await page.locator('.go .btn').click();
}
