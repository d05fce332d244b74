/** After the bank sent shares back: an heir who has signed in, and one with the agency's link, name another account and are paid. */
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../ui/journey.testing.ts';
import { sizes, standsClear, visit } from '../ui/portal.testing.ts';
import { pressTheNextAtOnce } from '../ui/press-at-once.testing.ts';
import { officeOf } from './office.testing.ts';
import { fillPayee } from './payee.testing.ts';

const password = 'four quiet herons wait';
const died = {
  name: '周大明',
  number: '11010519491231002X',
  status: 'suspended',
  balance: '300.00',
} as const;
const names = ['周喜', '周平'] as const;
const cameBack = '6222020000000000000';
/** Its check digit does not fit. */
const mistyped = '6222020000000000017';

const { agency, browser } = await agencyInBrowser();
const office = officeOf(agency.address);

test('two heirs whose shares came back name other accounts, one signed in on a phone, one by the agency’s link at a desk, and are paid', async () => {
  const personId = await agency.bring(died);
  const identity = { kind: 'citizen-id', number: died.number };
  const { inquiryId } = await agency.publicly<{ inquiryId: string }>('/account-inquiries', {
    ...{ deceased: { name: died.name, identity }, relation: 'child' },
    asker: { name: names[0], identity: { kind: 'citizen-id', number: '440301199001011234' } },
  });
  await office.confirm(inquiryId, '2026-05-01');
  const opened = { personId, ground: 'death', submit: true };
  const { number } = await office.ask<{ number: string }>('clerk', '/withdrawals', opened);
  const ids: string[] = [];
  for (const name of names) {
    const heir = { name, relation: 'child', paperReference: '户口簿 5' };
    ids.push((await office.ask<{ id: string }>('clerk', `/withdrawals/${number}/heirs`, heir)).id);
  }
  await office.ask('clerk', `/withdrawals/${number}/divisions`, { basis: 'equal' });
  for (const [place, name] of names.entries())
    await office.ask('clerk', `/withdrawals/${number}/heirs/${ids[place]}/payee`, {
      ...{ name, accountNumber: cameBack },
      ...{ bankCode: '102584000002', bankName: '工商银行深圳分行' },
    });
  const code = await office.windowCode(personId, names[0]);
  await agency.publicly('/logins', { by: 'window-code', code, loginName: 'zhou.xi', password });
  const { page } = await visit(browser, { url: `${agency.address}/zh/my/heir/${number}`, size: sizes.phone });
  await signIn(page, { loginName: 'zhou.xi', password });
  await page
    .getByRole('button', { name: /这就是我/ })
    .first()
    .click();
  await page.getByText('您本人').waitFor();
  await takesBackTooLate(page, () => office.decide(number));
  expect(await office.pay(names)).toBe(2);
  // Whoever comes back to a page that was open sees what has come about, without loading it anew.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('link', { name: /换一个账户/ }).waitFor();
  await page.getByText(/银行退回了付款，请换一个账户。请在下面换一个/).waitFor();
  await page.getByText('这一件刚刚有了变化').waitFor({ state: 'detached' });
  // The brother's account is his to name, and a link that she passes on names none.
  await page.getByText(/收款账户由周\*自己换.*您转的链接换不了/).waitFor();
  await page.getByRole('link', { name: /发链接，只能提异议/ }).waitFor();
  await looked(page, 'zh-30-came-back');
  await page.getByRole('link', { name: /换一个账户/ }).click();
  await page.getByText(/原来填的是工商银行/).waitFor();
  await fillPayee(page, '张三丰');
  await page.getByText(/户名不是您本人的姓名/).waitFor();
  await fillPayee(page, names[0]);
  await page.getByText(/户名不是您本人的姓名/).waitFor({ state: 'detached' });
  await page.locator('#payee-accountNumber').fill(mistyped);
  // However impatient: who presses twice has read no question.
  await page.getByRole('button', { name: '继续' }).dblclick();
  await page.getByText('号码可能有误，请对照卡片核对；确认无误，再按一次“继续”。').waitFor();
  await page.locator('#payee-accountNumber:focus').waitFor();
  await looked(page, 'zh-31-number-asked');
  await page.locator('#payee-accountNumber').fill(cameBack);
  // Nor an account that only just came up to be read over.
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await pressTheNextAtOnce(page, { first: '.go .btn', next: '.check-page .go .btn' });
  await page.getByText('付款前，请核对一遍').waitFor();
  expect(sent).toEqual([]);
  await looked(page, 'zh-31-read-over');
  await readOverAndBack(page);
  await page.getByRole('button', { name: '确认，付到这个账户' }).click();
  await page.getByText(/银行刚从这个账户退回了款项.*再付还会退回/).waitFor();
  await vi.waitFor(async () => expect(await standsClear(page, '.errors')).toBe(true));
  await looked(page, 'zh-31-came-back-from-here');
  await page.locator('.change a[href$="#payee-accountNumber"]').click();
  await page.locator('#payee-accountNumber:focus').waitFor();
  await page.locator('#payee-accountNumber').fill('6222020000000000018');
  await looked(page, 'zh-31-account-again');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('button', { name: '确认，付到这个账户' }).click();
  await page.getByText(/收款账户已更正/).waitFor();
  await page.getByText('已换账户，随下一批付').waitFor();
  expect(await page.getByRole('link', { name: /换一个账户/ }).count()).toBe(0);
  await looked(page, 'zh-32-to-be-paid-again');
  const link = `/withdrawals/${number}/heirs/${ids[1]}/link`;
  const { secret } = await office.ask<{ secret: string }>('clerk', link, {});
  const invited = await visit(browser, { url: `${agency.address}/en/heir#${secret}`, size: sizes.desk });
  await invited.page.getByText('The bank sent the payment back: name another one').waitFor();
  await invited.page.getByText(/Name an account above/).waitFor();
  await invited.page.getByText(/you are their child/).waitFor();
  await looked(invited.page, 'en-30-invited-came-back');
  await invited.page.getByRole('link', { name: /The account for your share/ }).click();
  // Whose name it has to be the page does not know; the agency says whether this is one, and nothing is lost.
  await fillPayee(invited.page, '李四');
  await invited.page.getByRole('button', { name: 'Continue' }).click();
  await invited.page.locator('.errors:focus').waitFor();
  expect(await invited.page.locator('#payee-name-problem').innerText()).toMatch(
    /not your name as we have it/,
  );
  expect(await invited.page.locator('#payee-name').inputValue()).toBe('李四');
  await looked(invited.page, 'en-31-invited-another-name');
  await fillPayee(invited.page, names[1]);
  await invited.page.locator('#payee-accountNumber').fill(mistyped);
  await looked(invited.page, 'en-31-invited-account-again');
  await invited.page.getByRole('button', { name: 'Continue' }).click();
  await invited.page.getByText('If it is right, press Continue once more.').waitFor();
  await invited.page.locator('#payee-accountNumber:focus').waitFor();
  await looked(invited.page, 'en-31-invited-number-asked');
  // A press so soon after the question that nobody can have read it does nothing.
  await vi.waitFor(
    async () => {
      await invited.page.getByRole('button', { name: 'Continue' }).click();
      await invited.page.getByText('Read it over before it is paid').waitFor({ timeout: 1_000 });
    },
    { timeout: 20_000 },
  );
  await looked(invited.page, 'en-31-invited-read-over');
  // It stands beside the account and is read with the button; it keeps nobody from going on.
  const doubts = invited.page.locator('.check-answers .doubts');
  await doubts.getByText('Warning: ').waitFor({ state: 'attached' });
  expect(await invited.page.locator('.go .btn').getAttribute('aria-describedby')).toBe(
    await doubts.getAttribute('id'),
  );
  expect(await doubts.getByRole('link').getAttribute('href')).toMatch(/#payee-accountNumber$/);
  await invited.page.getByRole('button', { name: 'Yes, pay it there' }).click();
  await invited.page.getByText(/account ending in 0017/).waitFor();
  await invited.page.getByText(/the account was corrected/).waitFor();
  expect(await office.pay()).toBe(2);
  await page.reload();
  await page.getByText('已到账').nth(1).waitFor();
  expect(await page.getByRole('link', { name: /发链接/ }).count()).toBe(0);
  await page.goto(`${agency.address}/zh/my/heir/${number}/heirs/${ids[1]}/link`);
  await page.getByText('已到账').nth(1).waitFor();
  await invited.page.close();
  await page.close();
});

/** What was pressed on a page that shows how things stood before is refused; the page says so and shows how they stand now. */
async function takesBackTooLate(page: Page, meanwhile: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '不办了，撤回' }).click();
  const ofCase = /\/withdrawals\/[^/]+$/;
  await page.route(ofCase, (route) => route.abort());
  await meanwhile();
  await page.unroute(ofCase);
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByText('这一件刚刚有了变化，您刚才按的没有生效。').waitFor();
  await page.getByRole('button', { name: '撤回' }).waitFor({ state: 'detached' });
  await looked(page, 'zh-29-moved-on');
}

/** After a reload, or on the way forward, the fields are asked again, once; from every page that reads over the way back leads to them. */
async function readOverAndBack(page: Page): Promise<void> {
  const readOver = page.getByText('付款前，请核对一遍');
  const field = page.locator('#payee-accountNumber');
  const onward = () => page.getByRole('button', { name: '继续' }).click();
  // The fields that are empty after a reload are no second step: one step back leads to the case.
  await page.reload();
  await field.waitFor();
  await vi.waitFor(async () => expect(await page.evaluate(() => history.state?.usr ?? null)).toBe(null));
  await page.goBack();
  await page.getByRole('link', { name: /换一个账户/ }).waitFor();
  await page.goForward();
  await fillPayee(page, names[0]);
  await field.fill(cameBack);
  await onward();
  await readOver.waitFor();
  await page.goBack();
  await field.waitFor();
  expect(await field.inputValue()).toBe(cameBack);
  await page.goForward();
  await field.waitFor();
  expect(await readOver.count()).toBe(0);
  await onward();
  await readOver.waitFor();
  await page.goBack();
  await field.waitFor();
  await onward();
  await readOver.waitFor();
}
