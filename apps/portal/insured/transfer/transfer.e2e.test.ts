/** A transfer from the question whether one can to the money, as people do it: real Chromium, the real API, two real agencies. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { inFull, testBrowser } from '#platform/testing';
import { looked } from '../../ui/journey.testing.ts';
import { type Say, sayIn } from '../../ui/languages.ts';
import { type Size, viewsOf } from '../../ui/portal.testing.ts';
import { pressTheNextAtOnce } from '../../ui/press-at-once.testing.ts';
import { tabTo } from '../../ui/tab-to.testing.ts';
import { servedWithChengdu, type Traveller, type TwoCities } from '../../ui/two-cities.testing.ts';
import { loseAnswers, signedInAt } from '../cases/visiting.testing.ts';

let browser: Browser;
let cities: TwoCities;

const moving: Omit<Traveller, 'number'> = {
  ...{ name: '林晓岚', bornOn: '1990-01-01', status: 'suspended' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance: '8312.40' },
};

beforeAll(async () => {
  [cities, browser] = await Promise.all([servedWithChengdu(), testBrowser()]);
});

afterAll(() => browser?.close());

test.each(viewsOf('zh', 'phone'))(
  'who moves applies in %s on a %s, names another account once the bank sent back what Chengdu does not take, and sees that it was paid',
  async (language, size, at) => {
    const say = sayIn(language);
    const lin = {
      ...moving,
      number: citizenNumber({ area: '440301', bornOn: plainDate('1990-01-01'), sequence: 123 + at }),
    };
    const loginName = `lin.xiaolan.${at}`;
    const personId = await cities.bring(lin);
    await cities.login(personId, loginName);
    const { page, complaints } = await signedIn(loginName, { path: `${language}/my/transfer/away`, size });
    await page.getByLabel(say({ zh: '找地方', en: 'Find a place' })).fill(say({ zh: '四川', en: 'Sichuan' }));
    await looked(page, 'where');
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.locator('.errors:focus').waitFor();
    await page.locator('.opt', { hasText: say({ zh: '成都', en: 'Chengdu' }) }).click();
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page
      .getByRole('heading', { name: say({ zh: '可以转到成都', en: 'You can transfer to Chengdu' }) })
      .waitFor();
    await looked(page, 'check');
    await page.getByRole('link', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.getByRole('heading', { name: say({ zh: '核对一下', en: 'Check it' }) }).waitFor();
    await page.getByText('¥8,312.40').waitFor();
    await looked(page, 'confirm');
    await page
      .getByRole('button', { name: say({ zh: '提交转移申请', en: 'Apply for the transfer' }) })
      .dblclick();
    await page
      .getByRole('heading', { name: say({ zh: '申请收到了', en: 'We have your application' }) })
      .waitFor();
    await looked(page, 'receipt');
    const paper = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
    const printed = await page.request.get(`${cities.address}${paper}`);
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('link', { name: say({ zh: '看这一件办到哪里', en: 'Follow this case' }) }).click();
    await page.locator('.legs').waitFor();
    await looked(page, 'leaving');
    await cities.confirmInChengdu(lin);
    await page.goto(`${cities.address}/${language}/my/account`);
    await page
      .getByRole('heading', {
        name: language === 'zh' ? /成都市?不收余额/ : /^Chengdu does not take/,
      })
      .waitFor();
    await looked(page, 'account-offer');
    await page.goto(`${cities.address}/${language}/my/cases`);
    await page.locator('.case-list a').last().click();
    await page.locator('.tl .both').first().waitFor();
    await page.locator('.offer .money').waitFor();
    await looked(page, 'transfer-offer');
    const copy = await page
      .getByRole('link', {
        name: language === 'zh' ? /对方机构来函：.*不接收.*副本/ : /From the other agency: .*copy/,
      })
      .getAttribute('href');
    expect((await page.request.get(`${cities.address}${copy}`)).headers()['content-type']).toBe(
      'application/pdf',
    );
    expect(await page.locator('.tl').innerText()).toContain(
      say({ zh: '申请了转出', en: 'Transfer applied for' }),
    );
    await knownAccount(page, say);
    await page.getByRole('button', { name: say({ zh: '换一个账户', en: 'Use another account' }) }).click();
    await page.locator('#payee-accountNumber').waitFor();
    await looked(page, 'payee');
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.locator('.errors:focus').waitFor();
    expect(await page.locator('#payee-name').inputValue()).toBe('林晓岚');
    await page.locator('#payee-accountNumber').fill('6222020000000000000');
    await page.locator('#payee-bankCode').fill('102584000000');
    await page.locator('#payee-bankName').fill('演示银行');
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.getByText('6222 0200 0000 0000 000').waitFor();
    await looked(page, 'payee-check');
    await page.locator('.change a[href$="#payee-bankName"]').click();
    await page.locator('#payee-bankName:focus').waitFor();
    expect(await page.locator('#payee-accountNumber').inputValue()).toBe('6222020000000000000');
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page
      .getByRole('button', { name: say({ zh: '确认，付到这个账户', en: 'Yes, pay it there' }) })
      .dblclick();
    await page.locator('.beads').waitFor();
    await looked(page, 'confirmed');
    const number = page.url().split('/').at(-1) ?? '';
    await cities.decide(number, 'approve');
    await page.reload();
    await page
      .getByText(language === 'zh' ? /可以在.*内.*行政复议|申请行政复议/ : /administrative reconsideration/)
      .first()
      .waitFor();
    expect(await page.locator('.tl').innerText()).toMatch(
      language === 'zh'
        ? /确认了收款账户\s+办理人：您[\s\S]*复核同意\s+办理人：经办机构工作人员/
        : /Bank account confirmed\s+By you[\s\S]*Approved\s+By an officer of the agency/,
    );
    await looked(page, 'approved');
    await cities.rounds();
    await cities.pay('RJCT');
    await page.reload();
    await page.getByText(say({ zh: '银行把钱退回来了', en: 'The bank sent the payment back' })).waitFor();
    await looked(page, 'sent-back');
    await page.getByRole('link', { name: say({ zh: '换一个收款账户', en: 'Name another account' }) }).click();
    await page
      .getByRole('heading', { name: say({ zh: '换一个账户', en: 'Name another account' }) })
      .waitFor();
    expect(await page.locator('#payee-name').inputValue()).toBe('林晓岚');
    await looked(page, 'another-account');
    await page.locator('#payee-accountNumber').fill('6222020000000007716');
    await page.locator('#payee-bankCode').fill('102584000000');
    await page.locator('#payee-bankName').fill('演示银行');
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.getByText('6222 0200 0000 0007 716').waitFor();
    const again = await loseAnswers(page, '**/payee');
    await page
      .getByRole('button', { name: say({ zh: '确认，付到这个账户', en: 'Yes, pay it there' }) })
      .dblclick();
    await page.locator('.tag', { hasText: say({ zh: '已结清', en: 'Settled' }) }).waitFor();
    expect(again.keys.size).toBe(1);
    await cities.pay();
    await page.reload();
    await page
      .getByText(language === 'zh' ? /已付到收款账户/ : /Paid to the account/)
      .first()
      .waitFor();
    expect(await page.locator('.sum').innerText()).toMatch(/8,312\.40[\s\S]*••••\s7716/);
    await looked(page, 'paid');
    // One answer was lost on purpose.
    expect(complaints.filter((said) => !/status of 401|CONNECTION_RESET/.test(said))).toEqual([]);
  },
  120_000,
);

/** An account that the window wrote down is there to be confirmed; a press so soon that nobody can have read it pays nothing. */
async function knownAccount(page: Page, say: Say): Promise<void> {
  const confirms = page.getByRole('link', { name: say({ zh: '确认收款账户', en: 'Confirm where it goes' }) });
  const path = (await confirms.getAttribute('href')) ?? '';
  const account = { accountNumber: '6222020000000000018', bankCode: '102584000000', bankName: '演示银行' };
  const number = path.split('/').at(-2);
  await cities.as('clerk', `/withdrawals/${number}/payee`, { name: moving.name, ...account });
  await page.reload();
  await confirms.waitFor();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await pressTheNextAtOnce(page, { first: `a[href="${path}"]`, next: '.question .go .btn.primary' });
  await page
    .getByRole('heading', { name: say({ zh: '付到这个账户吗？', en: 'Pay it to this account?' }) })
    .waitFor();
  await looked(page, 'payee-known');
  expect(sent).toEqual([]);
}

const zhou: Traveller = {
  ...{ name: '周行', number: '440305197002023014', bornOn: '1970-02-02', status: 'suspended' },
  ...{ since: '2005-01-01', until: '2026-07-31', balance: '54321.00' },
};

test.runIf(inFull)(
  'a transfer is applied for and cancelled with the keyboard alone, once each though the answer was lost',
  async () => {
    const personId = await cities.bring(zhou);
    await cities.login(personId, 'zhou.xing');
    const { page } = await signedIn('zhou.xing', { path: 'en/my/transfer/away/440300', size: 'desk' });
    await page.getByRole('heading', { name: /^You cannot transfer/ }).waitFor();
    await looked(page, 'not-yet');
    await tabTo(page, 'Another place');
    await page.keyboard.press('Enter');
    await page.getByLabel('Find a place').waitFor();
    await tabTo(page, 'Find a place');
    await page.keyboard.type('chengdu');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You can transfer to Chengdu' }).waitFor();
    await looked(page, 'check-en');
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await page.getByText('¥54,321.00').waitFor();
    const writes = await loseAnswers(page, '**/transfers-out');
    await tabTo(page, 'Apply for the transfer');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'We have your application' }).waitFor();
    expect(writes.keys.size).toBe(1);
    await looked(page, 'receipt-en');
    await tabTo(page, 'Follow this case');
    await page.keyboard.press('Enter');
    await page.locator('.legs').waitFor();
    await tabTo(page, 'Cancel the transfer');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Yes, cancel it');
    await page.keyboard.press('Enter');
    await page.locator('.tag', { hasText: 'Cancelled' }).waitFor();
    await page.goto(`${cities.address}/en/my/cases`);
    await page.locator('.case-list li').first().waitFor();
    expect(await page.locator('.case-list li').count()).toBe(1);
    await page.close();
  },
  120_000,
);

const arriving: Omit<Traveller, 'number'> = {
  ...{ name: '吴来', bornOn: '1990-03-07', status: 'active' },
  ...{ since: '2026-10-01', until: '2026-10-31', balance: '' },
};

test.each(viewsOf('zh', 'desk'))(
  'who comes here confirms in %s on a %s what the other agency announced, and finds every kind of case with what it means',
  async (language, size, at) => {
    const say = sayIn(language);
    const wu = {
      ...arriving,
      number: citizenNumber({ area: '440301', bornOn: plainDate('1990-03-07'), sequence: 471 + at }),
    };
    const loginName = `wu.lai.${at}`;
    const personId = await cities.bring(wu);
    await cities.login(personId, loginName);
    const filing = {
      kind: 'treatment-filing',
      change: 'file',
      region: '510100',
      group: 'long-term-resident',
    };
    const statement = { ...filing, fromOn: cities.today };
    const { number } = await cities.as<{ number: string }>('clerk', '/life-events', {
      personId,
      statement,
      applyAnyway: true,
    });
    const { page } = await signedIn(loginName, { path: `${language}/my/transfer/here/510100`, size });
    await page
      .getByRole('heading', {
        name: language === 'zh' ? /可以从成都市?转来/ : /You can transfer from Chengdu/,
      })
      .waitFor();
    await looked(page, 'here');
    await page.getByRole('link', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.getByLabel(say({ zh: '参保凭证号', en: 'Number of the insurance certificate' })).waitFor();
    await looked(page, 'here-confirm');
    await cities.announceFromChengdu(wu);
    await page
      .getByRole('button', { name: say({ zh: '提交转移申请', en: 'Apply for the transfer' }) })
      .click();
    await page
      .getByText(say({ zh: '不用再申请，确认那一件即可', en: 'Do not apply again but confirm that one' }))
      .first()
      .waitFor();
    await page.getByRole('link', { name: say({ zh: '我的办理', en: 'My cases' }) }).click();
    await page.locator('.case-list .wait').first().waitFor();
    await looked(page, 'cases');
    await page.locator('.case-list a', { hasText: say({ zh: '待本人确认', en: 'to be confirmed' }) }).click();
    await page.getByLabel(say({ zh: '搬来常住', en: 'I live here now' })).check({ force: true });
    await looked(page, 'announced');
    await page
      .getByRole('button', { name: say({ zh: '确认转来', en: 'Confirm, and send the letter' }) })
      .dblclick();
    await page
      .locator('.tag', { hasText: say({ zh: '等待信息表', en: 'waiting for the information sheet' }) })
      .waitFor();
    await page
      .getByRole('link', { name: say({ zh: '受理回执和查询码', en: 'Receipt and tracking code' }) })
      .click();
    await page
      .getByRole('heading', { name: say({ zh: '申请收到了', en: 'We have your application' }) })
      .waitFor();
    await page.goto(`${cities.address}/${language}/my/cases/${number}`);
    await page.locator('.facts').first().waitFor();
    await page.getByText(say({ zh: '我们是怎么判断的', en: 'How we worked it out' })).click();
    await page.locator('.weighed').first().waitFor();
    await looked(page, 'life-event');
    await page.close();
  },
  120_000,
);

function signedIn(loginName: string, at: { readonly path: string; readonly size: Size }) {
  return signedInAt(cities.address, browser, { loginName, ...at });
}
