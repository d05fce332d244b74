/** Succession by keyboard alone, over a connection that loses answers, where one of the heirs objects. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked } from '../ui/journey.testing.ts';
import { sizes, visit } from '../ui/portal.testing.ts';
import { choose, pressOn, typeInto } from './keyboard.testing.ts';
import { officeOf } from './office.testing.ts';
import { payeeTyped } from './payee.testing.ts';
import { photo } from './photo.testing.ts';

const password = 'four quiet herons wait';

const { agency, browser } = await agencyInBrowser();
const office = officeOf(agency.address);

test('two heirs at a desk in English: by keyboard alone, over a connection that loses every answer once, and one objects', async () => {
  const deceasedOne = {
    name: '林国安',
    number: '440304196103080113',
    status: 'suspended',
    balance: '1000.01',
  } as const;
  const personId = await agency.bring(deceasedOne);
  const code = await office.windowCode(personId);
  await agency.publicly('/logins', { by: 'window-code', code, loginName: 'lin.an', password });
  const { page } = await visit(browser, { url: `${agency.address}/en/my/heir`, size: sizes.desk });
  await loseAnswers(page);
  await typeInto(page, '#login-name', 'lin.an');
  await typeInto(page, '#password', password);
  await page.keyboard.press('Enter');
  await pressOn(page, page.getByRole('button', { name: 'Begin' }));
  await page.getByRole('link', { name: 'The death' }).waitFor();
  await looked(page, 'en-01-not-on-record');
  await pressOn(page, page.getByRole('link', { name: 'The death' }));
  await typeInto(page, '#died', '2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.locator('#pages').setInputFiles(photo('proof.jpg'));
  await page.locator('.page-card img').first().waitFor();
  await looked(page, 'en-01-death');
  await pressOn(page, page.getByRole('button', { name: 'Hand it in' }));
  await page.locator('.task-list').waitFor();
  await page.getByText('two officers put it on record').waitFor();
  await page.getByText('we still have to put the death on record').waitFor();
  await office.recordDeath(personId);
  await page.reload();
  await pressOn(page, page.getByRole('link', { name: 'Write down the heirs' }));
  await typeInto(page, '#heir-name', '林安');
  await choose(page, '#relation-child');
  // What is half typed is there when somebody comes back.
  await page
    .getByText(/Saved|saved/)
    .first()
    .waitFor();
  await page.reload();
  expect(await page.locator('#heir-name').inputValue()).toBe('林安');
  await typeInto(page, '#proof', 'Household booklet');
  await pressOn(page, page.getByRole('button', { name: 'Save' }), 'twice');
  await pressOn(page, page.getByRole('link', { name: 'Is there another heir?' }));
  await typeInto(page, '#heir-name', '林平');
  await choose(page, '#relation-child');
  await typeInto(page, '#proof', 'Household booklet');
  await pressOn(page, page.getByRole('button', { name: 'Save' }), 'twice');
  await page.locator('.heirs-list li').nth(1).waitFor();
  expect(await page.locator('.heirs-list li').count()).toBe(2);
  await pressOn(page, page.getByRole('link', { name: 'Change the shares' }));
  await choose(page, '#basis-will');
  await typeInto(page, '[id^=share-]:not([id*=" "])', '1/3');
  await pressOn(page, page.getByRole('button', { name: 'Use these shares' }));
  await page.locator('.errors').waitFor();
  await looked(page, 'en-02-not-one');
  await pressOn(page, page.getByRole('link', { name: 'Back' }));
  await pressOn(page, page.getByRole('link', { name: /Send a link/ }));
  await pressOn(page, page.getByRole('button', { name: 'Make the link' }), 'twice');
  const link = await page.locator('#heir-link').innerText();
  await pressOn(page, page.getByRole('link', { name: 'Back' }));
  await pressOn(page, page.getByRole('link', { name: /Name an account/ }));
  for (const [field, value] of payeeTyped('林安')) await typeInto(page, field, value);
  await pressOn(page, page.getByRole('button', { name: 'Continue' }));
  await page.locator('.check-page .go .btn[aria-disabled=false]').waitFor();
  await pressOn(page, page.getByRole('button', { name: 'Yes, save this account' }), 'twice');
  await pressOn(page, page.getByRole('link', { name: 'Check and hand it in' }));
  await page.locator('#true').focus();
  await page.keyboard.press('Space');
  await pressOn(page, page.getByRole('button', { name: 'Hand it in' }), 'twice');
  const number = (await page.locator('.receipt-card .number').first().innerText()).trim();
  await looked(page, 'en-03-receipt');
  expect(await kept(personId)).toEqual(['discarded']);
  await objectByLink(link);
  await office.decide(number);
  await lookBack(link);
  expect(await office.pay()).toBe(1);
  await objectAgain(link);
  await page.goto(`${agency.address}/en/my/heir/${number}`);
  await page.getByText('Kept back').first().waitFor();
  await looked(page, 'en-06-one-waits');
  const heirs = await office.ask<{
    heirs: readonly object[];
    shares: readonly { state: string; amountFen: string }[];
  }>(...(['clerk', `/withdrawals/${number}/heirs`] as const));
  expect(heirs.heirs).toMatchObject([
    { word: null },
    { word: 'object', reason: 'There is a will or an agreement' },
  ]);
  expect(heirs.shares.map(({ state }) => state)).toEqual(['open', 'held']);
  await page.close();
});

/** How what was half typed of a person has ended. */
async function kept(personId: string): Promise<readonly unknown[]> {
  const rows = await agency.db.superuser.rows<{ ended: string | null }>(
    ...(['SELECT ended FROM withdrawal_draft WHERE owner_id = $1', [personId]] as const),
  );
  return rows.map(({ ended }) => ended);
}

/** The first answer to every write is lost on the way, after the agency has done it. */
async function loseAnswers(page: Page): Promise<void> {
  const lost = new Set<string>();
  await page.route(/\/api\/v1\/(withdrawals\/|heir-links\/(words|payee|contact))/, async (route) => {
    const request = route.request();
    const key = await request.headerValue('idempotency-key');
    if (request.method() === 'GET' || key === null || lost.has(key)) return route.continue();
    lost.add(key);
    await route.fetch();
    return route.abort('connectionreset');
  });
}

async function objectByLink(link: string): Promise<void> {
  const { page } = await visit(browser, { url: link, size: sizes.desk });
  await loseAnswers(page);
  await pressOn(page, page.getByRole('link', { name: 'Your answer' }));
  await choose(page, '#word-object');
  await pressOn(page, page.getByRole('button', { name: 'Object' }));
  await page.locator('.errors:focus').waitFor();
  await looked(page, 'en-04-objecting');
  await page.locator('#why-will').focus();
  await page.keyboard.press('Space');
  await pressOn(page, page.getByRole('button', { name: 'Object' }), 'twice');
  await page.getByRole('heading', { name: 'You have objected' }).waitFor();
  await looked(page, 'en-05-objected');
  await page.close();
}

/** To the other share, which is paid by now: of each they read what became of it. */
async function objectAgain(link: string): Promise<void> {
  const { page } = await visit(browser, { url: link, size: sizes.desk });
  await page.getByRole('link', { name: 'Your answer' }).click();
  await choose(page, '#word-object');
  await page.getByRole('checkbox', { name: /^Child/ }).check();
  await page.getByRole('checkbox', { name: 'There is a will or an agreement' }).check();
  await page.getByRole('button', { name: 'Object' }).click();
  const told = page.getByRole('region', { name: 'Your objection' });
  await told.getByText('What you objected to').waitFor();
  expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(
      /^Your share 1\/2 \(you objected on .*\)\s+The share in dispute is still kept back/,
    ),
    expect.stringMatching(/^Child 1\/2 \(you objected on .*\)\s+No share is kept back for it/),
  ]);
  await looked(page, 'en-06-objected-again');
  await page.close();
}

/** After the decision whoever objected is told of the window, and nothing says that they could agree. */
async function lookBack(link: string): Promise<void> {
  const { page } = await visit(browser, { url: link, size: sizes.desk });
  await page.getByRole('link', { name: 'Your answer' }).click();
  await page
    .getByText(/bring the agreement that everybody has signed/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'I agree' }).count()).toBe(0);
  await looked(page, 'en-05-decided');
  await page.close();
}
