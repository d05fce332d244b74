/** What is done in cases, as people do it: real Chromium, the real API. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser, testPng } from '#platform/testing';
import { looked } from '../../ui/journey.testing.ts';
import type { Size } from '../../ui/portal.testing.ts';
import { tabTo } from '../../ui/tab-to.testing.ts';
import { servedWithChengdu, type Traveller, type TwoCities } from '../../ui/two-cities.testing.ts';
import { loseAnswers, signedInAt } from './visiting.testing.ts';

let browser: Browser;
let cities: TwoCities;
let chenId: string;

beforeAll(async () => {
  [cities, browser] = await Promise.all([servedWithChengdu(), testBrowser()]);
  chenId = await cities.bring(chen);
  await cities.login(chenId, 'chen.zhiyuan');
});

afterAll(() => browser?.close());

const chen: Traveller = {
  ...{ name: '陈知远', number: '440301198502021233', bornOn: '1985-02-02', status: 'active' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance: '4321.00' },
};

test('a paper that is asked for is handed in where it is asked, and what somebody else did meanwhile is told', async () => {
  const number = await applied(chenId);
  const at = { path: `en/my/cases/${number}`, size: 'desk' } as const;
  const { page } = await signedIn('chen.zhiyuan', at);
  // What was left for later is handed in from here before anybody asks for it.
  await page.getByRole('heading', { name: 'Papers still to come' }).waitFor();
  await page.getByRole('link', { name: /^Hand it in.*settlement/ }).waitFor();
  await looked(page, 'still-to-come');
  await cities.as('clerk', `/withdrawals/${number}/review`, {});
  await cities.as('clerk', `/withdrawals/${number}/materials-request`, { note: '' });
  await page.reload();
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
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

async function applied(personId: string): Promise<string> {
  const application = { personId, ground: 'settled-abroad-before-retirement', applyAnyway: true };
  return (await cities.as<{ number: string }>('clerk', '/withdrawals', application)).number;
}

function signedIn(loginName: string, at: { readonly path: string; readonly size: Size }) {
  return signedInAt(cities.address, browser, { loginName, ...at });
}
