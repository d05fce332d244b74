import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import type { MyState } from './my-states.ts';
import { nobody, type Whose } from './visitors.ts';

/** Who is let act for somebody, as the demo's agent is. */
const whose: Whose = async () => ({ ...nobody, loginName: 'agent1', capacity: 'agent' });

const at = pageOf.actingFor;

/** Whom somebody acts for, and that person's pages as the agent sees them. */
export const agentStates: readonly MyState[] = [
  { name: 'agent-whom', whose, at },
  { name: 'agent-cases', whose, at, acts: actFor },
  { name: 'agent-case', whose, at, acts: openCase },
  { name: 'agent-account', whose, at, acts: openAccount },
  { name: 'agent-not-in-it', whose, at, acts: notInIt },
  { name: 'agent-no-such-page', whose, at, acts: lost },
];

async function actFor(page: Page): Promise<void> {
  await page.locator('.principal .btn, .acting-for').first().waitFor();
  const first = page.locator('.principal .btn').first();
  if (await first.isVisible()) await first.click();
  await page.locator('.acting-for').waitFor();
  await page.locator('.case-list').first().waitFor();
}

async function openCase(page: Page): Promise<void> {
  await actFor(page);
  await page.locator('.case-list a').first().click();
  await page.locator('.facts').first().waitFor();
}

async function openAccount(page: Page): Promise<void> {
  await actFor(page);
  await page.locator('.acting-for .places a').nth(1).click();
  await page.locator('.acting-for .places a[aria-current]').nth(0).waitFor();
}

async function notInIt(page: Page): Promise<void> {
  await actFor(page);
  await goTo(page, pageOf.record());
}

async function lost(page: Page): Promise<void> {
  await actFor(page);
  await goTo(page, '/no-such-page');
}

/** As somebody does who types an address or follows an old link. */
async function goTo(page: Page, path: string): Promise<void> {
  const [home = ''] = /^\/\w+\/my/.exec(new URL(page.url()).pathname) ?? [];
  await page.goto(new URL(`${home}${path}`, page.url()).href);
  await page.locator('main h1').waitFor();
}
