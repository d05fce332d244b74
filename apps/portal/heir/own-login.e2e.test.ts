/** An heir with a login of their own: who they are, what they say for their own share, and how it ends. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked } from '../ui/journey.testing.ts';
import { inFull, sizes, visit } from '../ui/portal.testing.ts';
import { choose, pressOn, typeInto } from './keyboard.testing.ts';
import { officeOf } from './office.testing.ts';
import { photo } from './photo.testing.ts';

const password = 'four quiet herons wait';

interface Shares {
  readonly division: { readonly shares: readonly { readonly successorId: string; readonly share: string }[] };
  readonly heirs: readonly { readonly word: string | null; readonly channel: string | null }[];
}

const { agency, browser } = await agencyInBrowser();
const office = officeOf(agency.address);

test('who has a login of their own adds the dead relative to it, says which heir they are, and waives, and discards the draft', async () => {
  const died = {
    name: '周大明',
    number: '11010519491231002X',
    status: 'suspended',
    balance: '300.00',
  } as const;
  const personId = await agency.bring(died);
  const own = { ...died, name: '周喜', number: '440301199001011234' };
  const code = await agency.codeFor(await agency.bring(own));
  await agency.publicly('/logins', { by: 'window-code', code, loginName: 'zhou.xi', password });
  const identity = (number: string) => ({ kind: 'citizen-id', number });
  const key = await agency.publicly<{ inquiryId: string; secret: string }>('/account-inquiries', {
    deceased: { name: died.name, identity: identity(died.number) },
    ...{ asker: { name: own.name, identity: identity(own.number) }, relation: 'child' },
  });
  await office.confirm(key.inquiryId, '2026-05-01');
  const opened = { personId, ground: 'death', submit: false };
  const { number } = await office.ask<{ number: string }>('clerk', '/withdrawals', opened);
  const heir = { name: '周喜', relation: 'child', paperReference: '户口簿 4' };
  await office.ask('clerk', `/withdrawals/${number}/heirs`, heir);
  const other = { ...heir, name: '周平' };
  const { id: brother } = await office.ask<{ id: string }>('clerk', `/withdrawals/${number}/heirs`, other);
  await office.ask('clerk', `/withdrawals/${number}/divisions`, { basis: 'equal' });
  const answer = `${agency.address}/zh/account-inquiry#answer`;
  const { page } = await visit(browser, { url: answer, size: sizes.phone });
  await page.locator('#inquiry').fill(key.inquiryId);
  await page.locator('#secret').fill('sxq_mistyped');
  await page.getByRole('button', { name: '看答复' }).click();
  await page.locator('.errors:focus', { hasText: '编号或口令不对' }).waitFor();
  expect(await page.locator('#secret').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByText('把证明拍照传来').count()).toBe(0);
  await page.locator('#secret').fill(key.secret);
  await page.getByRole('button', { name: '看答复' }).click();
  await page.getByRole('button', { name: '我已经有登录名' }).click();
  await page.locator('#loginName').fill('zhou.xi');
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: '登录并加上' }).click();
  await page.waitForURL(`${agency.address}/zh/my/heir`);
  await page.locator('main button').first().click();
  await page
    .getByRole('button', { name: /这就是我/ })
    .first()
    .click();
  await page.getByText('您本人').waitFor();
  await restsUnused(page, number);
  expect(await page.locator('.heirs-list b').first().innerText()).toBe('周喜');
  await page.getByRole('link', { name: '我的答复' }).click();
  await page.getByText('我放弃自己的一份').click();
  await page.getByText('说了马上就算数').waitFor();
  await page.getByRole('button', { name: '放弃我的一份' }).click();
  await page.locator('.errors:focus').waitFor();
  await looked(page, 'zh-25-waiving');
  await page.locator('#understood').check();
  await page.getByRole('button', { name: '放弃我的一份' }).click();
  await page.getByRole('heading', { name: '您已放弃自己的一份' }).waitFor();
  await looked(page, 'zh-26-waived');
  expect(await page.getByRole('link', { name: '我的答复' }).count()).toBe(0);
  const after = await office.ask<Shares>('clerk', `/withdrawals/${number}/heirs`);
  expect(after.division.shares).toEqual([{ successorId: brother, share: '1/1' }]);
  expect(after.heirs).toMatchObject([{ word: 'waive', channel: 'login' }, { word: null }]);
  await page.getByRole('button', { name: '不办了，作废草稿' }).click();
  await looked(page, 'zh-27-take-back');
  await page.getByRole('button', { name: '作废', exact: true }).click();
  await page.getByRole('button', { name: '开始办理' }).waitFor();
  expect(await page.getByRole('link', { name: number }).count()).toBe(1);
  await page.close();
});

/** A page that nobody touches leaves off asking after some minutes, so that it keeps no session open, and begins again with a touch. */
async function restsUnused(page: Page, number: string): Promise<void> {
  const ofCase = (request: Request) => request.url().endsWith(`/withdrawals/${number}`);
  let asked = 0;
  page.on('request', (request) => {
    if (ofCase(request)) asked += 1;
  });
  async function asksWithin(time: string): Promise<void> {
    const again = page.waitForRequest(ofCase);
    await page.clock.fastForward(time);
    await again;
  }
  await page.clock.install();
  await page.reload();
  await page.getByText('您本人').waitFor();
  await asksWithin('00:25');
  await page.clock.fastForward('03:00');
  await pause(500); // what was on its way then
  asked = 0;
  await page.clock.fastForward('05:00');
  await pause(500);
  expect(asked).toBe(0);
  await page.locator('h1').click();
  await asksWithin('00:25');
}

test.runIf(inFull)(
  'at a desk in English an heir waives by keyboard alone, once however impatient, and whom nobody identified is sent to the window and signs commitments',
  async () => {
    const died = {
      name: '林国安',
      number: '440304196103080113',
      status: 'suspended',
      balance: '100.01',
    } as const;
    const personId = await agency.bring(died);
    const opened = { personId, ground: 'death', submit: false };
    const { number } = await office.ask<{ number: string }>('clerk', '/withdrawals', opened);
    const ids: string[] = [];
    for (const name of ['林安', '林平']) {
      const heir = { name, relation: 'child', paperReference: '户口簿 5' };
      ids.push((await office.ask<{ id: string }>('clerk', `/withdrawals/${number}/heirs`, heir)).id);
    }
    await office.ask('clerk', `/withdrawals/${number}/divisions`, { basis: 'equal' });
    for (const [loginName, holderName] of [
      ['lin.an', '林安'],
      ['lin.ping', null],
    ] as const) {
      const code = await office.windowCode(personId, holderName);
      await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
    }
    const { page } = await visit(browser, {
      url: `${agency.address}/en/my/heir/${number}`,
      size: sizes.desk,
    });
    await signIn(page, 'lin.an');
    await page.locator('.heirs-list li').nth(1).waitFor();
    await pressOn(
      page,
      page
        .locator('.heirs-list li')
        .nth(0)
        .getByRole('button', { name: /This is me/ }),
    );
    await pressOn(page, page.getByRole('link', { name: 'My answer' }));
    await choose(page, '#own-waive');
    await page.locator('#understood').focus();
    await page.keyboard.press('Space');
    await pressOn(page, page.getByRole('button', { name: 'Waive my share' }), 'twice');
    await page.getByRole('heading', { name: 'You have waived your share' }).waitFor();
    await looked(page, 'en-07-waived');
    const words = await agency.db.superuser.rows('SELECT word FROM successor_word WHERE successor_id = $1', [
      ids[0],
    ]);
    expect(words).toEqual([{ word: 'waive' }]);
    await page.close();
    const second = await visit(browser, { url: `${agency.address}/en/my/heir/${number}`, size: sizes.desk });
    await signIn(second.page, 'lin.ping');
    await pressOn(
      second.page,
      second.page
        .locator('.heirs-list li')
        .nth(1)
        .getByRole('button', { name: /This is me/ }),
    );
    await pressOn(second.page, second.page.getByRole('link', { name: 'My answer' }));
    await second.page.getByText(/To waive your share, come to a window/).waitFor();
    expect(await second.page.locator('#own-waive').count()).toBe(0);
    await looked(second.page, 'en-08-waive-at-window');
    await signCommitments(second.page);
    const signed = await agency.db.superuser.rows(
      'SELECT material_id AS paper, signer_kind AS by FROM paper_commitment WHERE owner_id = $1 ORDER BY signed_at',
      [personId],
    );
    expect(signed).toEqual([
      { paper: 'death-commitment', by: 'successor' },
      { paper: 'kinship-and-commitment', by: 'successor' },
    ]);
    await second.page.close();
  },
);

test('a link that is not whole, or was replaced, says what to do', async () => {
  for (const link of ['/zh/heir', '/en/heir#sxh_not-a-link-of-ours']) {
    const { page } = await visit(browser, { url: `${agency.address}${link}`, size: sizes.phone });
    await page.getByText(/这个链接打不开|This link does not work/).waitFor();
    await looked(page, `no-link-${link.slice(1, 3)}`);
    expect(page.url()).not.toContain('sxh_');
    await page.close();
  }
});

test('whoever opens another link where one is open gets that link’s page, and no page for one that was copied in part', async () => {
  const { page } = await visit(browser, {
    url: `${agency.address}/en/heir#sxh_not-a-link-of-ours`,
    size: sizes.phone,
  });
  const refused = page.getByText('This link does not work');
  const kept = () => page.evaluate(() => sessionStorage.getItem('suixing.heir-link'));
  for (const [link, whole] of [
    ['sxh_another-link-than-this', true],
    ['sxh_hal', false],
  ] as const) {
    await refused.waitFor();
    await page.evaluate((fragment) => {
      document.body.dataset.left = 'yes';
      location.hash = fragment;
    }, link);
    await page.locator('body:not([data-left])').waitFor();
    await refused.waitFor();
    expect(await kept()).toBe(whole ? link : null);
    expect(page.url()).not.toContain('sxh_');
  }
  await page.close();
});

/** In place of a certificate that nobody has: a commitment for the death, and one with the proof of kinship; none for who somebody is. */
async function signCommitments(page: Page): Promise<void> {
  await pressOn(page, page.getByRole('link', { name: 'Back' }));
  await pressOn(page, page.getByRole('link', { name: 'The death' }));
  await typeInto(page, '#died', '2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await choose(page, '#document-death-commitment');
  await pressOn(page, page.getByRole('button', { name: 'Sign and hand it in' }));
  await page.locator('.errors:focus').waitFor();
  await looked(page, 'en-09-commitment');
  await typeInto(page, '#signer', 'Lin Ping');
  await page.locator('#agreed').focus();
  await page.keyboard.press('Space');
  await pressOn(page, page.getByRole('button', { name: 'Sign and hand it in' }), 'twice');
  await pressOn(page, page.getByRole('link', { name: 'The relation' }));
  await choose(page, '#document-kinship-and-commitment');
  await page.locator('#pages').setInputFiles(photo('booklet.jpg'));
  await page.locator('.page-card img').first().waitFor();
  await typeInto(page, '#signer', 'Lin Ping');
  await page.locator('#agreed').focus();
  await page.keyboard.press('Space');
  await looked(page, 'en-10-kinship');
  await pressOn(page, page.getByRole('button', { name: 'Sign and hand it in' }));
  await page.locator('.task-list').waitFor();
  await page.getByText('two officers confirm it').waitFor();
  await pressOn(page, page.getByRole('link', { name: 'Papers', exact: true }));
  await page.locator('#pages').waitFor({ state: 'attached' });
  expect(await page.getByText(/commitment/).count()).toBe(0);
}

async function signIn(page: Page, loginName: string): Promise<void> {
  await typeInto(page, '#login-name', loginName);
  await typeInto(page, '#password', password);
  await page.keyboard.press('Enter');
}
