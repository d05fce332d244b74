/** What somebody is told, holds and decides about themselves, as people use it: against the real API, in both languages and sizes. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { secondFactorCode } from '#business/access';
import { myDataDocument } from '#business/my-data';
import { verifyDocument } from '#engines/audit';
import { verifierOf } from '#platform/signing';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../ui/journey.testing.ts';
import { sizes, viewsOf, visit } from '../ui/portal.testing.ts';
import { type Opening, password, signedInAt } from './own.testing.ts';

const loginName = 'lin.xiaolan';
const other = 'chen.zhiyuan';

const { agency, browser } = await agencyInBrowser();
let personId: string;
let strangerId: string;

beforeAll(async () => {
  personId = await agency.bring({
    ...{ name: '林晓岚', number: '440301199001011234', status: 'suspended', balance: '12345.67' },
  });
  const stranger = {
    name: '陈知远',
    number: '440301198502021233',
    status: 'active',
    balance: '1.00',
  } as const;
  strangerId = await agency.bring(stranger);
  for (const [id, name] of [
    [personId, loginName],
    [strangerId, other],
  ] as const) {
    const code = await agency.codeFor(id);
    await agency.publicly('/logins', { by: 'window-code', code, loginName: name, password });
  }
  await agency.atWindow('/transfers-out', { personId, to: '510100' });
});

test.each(viewsOf('zh', 'phone'))(
  'somebody reads in %s on a %s what they were told and how',
  async (language, size, at) => {
    const { transfer, as } = await whoIsTold(at);
    const page = await signedIn({ language, size, path: '/notices', as });
    const first = page.locator('.notices li').first();
    await first.waitFor();
    expect(await first.innerText()).toContain('139 •••• 3900');
    const isNew = language === 'zh' ? '新' : 'New';
    expect(await page.locator('.notices .new').count()).toBe(1);
    expect(await first.innerText()).toContain(isNew);
    await looked(page, `notices-${language}`);
    await page.locator('.unread-count').waitFor({ state: 'detached' });
    // Nothing is chosen until somebody chooses, and then that.
    expect(await page.locator('.choice-row input:checked').count()).toBe(0);
    await page
      .locator('.choice-row input')
      .nth(language === 'zh' ? 1 : 0)
      .check();
    await first.locator('a').click();
    await page.waitForURL(`**/my/cases/${transfer}`);
    await page.close();
  },
);

test.each(viewsOf('en', 'desk'))(
  'somebody sees in %s on a %s who they are, says what is wrong, and takes everything along',
  async (language, size, at) => {
    const { transfer, as, number } = await whoIsTold(10 + at);
    const page = await signedIn({ language, size, path: '/record', as });
    await page.locator('.ways').waitFor();
    await page.locator('.facts dd').nth(4).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(number);
    if (language === 'en') await looked(page, 'record-en');
    // Signed in a while ago: whoever finds the screen open is asked who they are.
    await agency.db.superuser.rows(
      `UPDATE person_session SET opened_at = opened_at - interval '6 minutes', proven_at = NULL`,
    );
    await page.locator('[aria-pressed=false]').click();
    await page.locator('#password').fill('not my password');
    await page.keyboard.press('Enter');
    await page.locator('.prove-again .errors, .prove-again [role=alert]').first().waitFor();
    if (language === 'zh') await looked(page, 'record-asked-zh');
    expect(await page.locator('main').innerText()).not.toContain(number);
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText(number).waitFor();
    await page.locator('#says').fill(language === 'zh' ? '单位名称写错了' : 'The employer is spelt wrong');
    await page.locator('.wish-form .btn').click();
    await page.locator('.answers li').first().waitFor();
    if (language === 'zh') await looked(page, 'record-shown-zh');
    await page.goto(`${agency.address}/${language}/my/record/data`);
    await page.locator('#password').waitFor();
    if (language === 'zh') await looked(page, 'data-asked-zh');
    await page.locator('#password').fill('not my password');
    await page.keyboard.press('Enter');
    await page.locator('.errors').waitFor();
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('.sums tbody tr').nth(11).waitFor();
    await looked(page, `data-${language}`);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.end-row .btn').first().click(),
    ]);
    const text = await readFile(await saved.path(), 'utf8');
    const keys = await (await fetch(`${agency.address}/.well-known/suixing-keys.json`)).json();
    const check = (file: string) =>
      verifyDocument(file, { types: [myDataDocument], verifier: verifierOf(keys) });
    expect(check(text)).toMatchObject({ ok: true });
    expect(check(text.replace('12345', '22345'))).toMatchObject({ refusal: { code: 'my-data.altered' } });
    const { parts } = JSON.parse(text).data;
    expect(parts).toMatchObject({
      person: { name: '林晓岚', documents: [{ number: number }] },
      account: { balanceFen: '1234567' },
      entries: [{ changeFen: '1234567' }],
      cases: [{ number: transfer, letters: [{ kind: 'insurance-certificate' }] }],
      record: { paid: { months: 89 } },
    });
    expect(parts.notices.length).toBe(1);
    expect(parts.viewings.map(({ operation }: { operation: string }) => operation)).toContain(
      'revealOwnNumbers',
    );
    await page.close();
  },
);

test('somebody puts another e-mail on their record with the code that is sent to it, and sees it masked', async () => {
  const page = await signedIn({ language: 'zh', size: 'phone', path: '/record', as: other });
  await page.locator('a[href$="/record/contact/email"]').click();
  await page.getByRole('button', { name: '发验证码' }).click();
  await page.locator('.errors:focus').waitFor();
  // Whoever mends it types on, and nothing takes the field from under their fingers.
  await page.locator('#new-contact').click();
  await page.keyboard.type('no address');
  expect(await page.locator('#new-contact').inputValue()).toBe('no address');
  await page.keyboard.press('Enter');
  await page.locator('.entry-field.wrong').waitFor();
  await looked(page, 'contact-new-zh');
  await page.locator('#new-contact').fill('lin.new@example.org');
  await page.getByRole('button', { name: '发验证码' }).click();
  await page.locator('#code').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('lin.new');
  await page.locator('#code').fill('00000000');
  await page.getByRole('button', { name: '确认更换' }).click();
  await page.locator('.errors').waitFor();
  await looked(page, 'contact-code-zh');
  const code = /\d{8}/.exec(await agency.latestNotice())?.[0] ?? '';
  await page.locator('#code').fill(code);
  await page.getByRole('button', { name: '确认更换' }).dblclick();
  await page.getByRole('heading', { name: '邮箱换好了' }).waitFor();
  await looked(page, 'contact-done-zh');
  expect(await agency.latestNotice()).toContain('刚刚更换了');
  await page.getByRole('link', { name: '回到我的档案' }).click();
  await page.getByText('@example.org').waitFor();
  await page.close();
});

test('the statement of a year is a PDF that the page for letters takes for genuine, and sends nowhere', async () => {
  const page = await signedIn({ language: 'zh', size: 'phone', path: '/account/2022' });
  const link = page.locator('a[href*="/years/2022/pdf"]');
  await link.waitFor();
  const answer = await page.request.get(`${agency.address}${await link.getAttribute('href')}`);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const pdf = await answer.body();
  await page.close();
  const { page: verifying, asked } = await visit(browser, {
    url: `${agency.address}/zh/verify`,
    size: sizes.phone,
  });
  const file = { name: 'statement.pdf', mimeType: 'application/pdf', buffer: pdf };
  await verifying.locator('input[type=file]').setInputFiles(file);
  await verifying.locator('.found.ok').waitFor();
  expect(await verifying.locator('.found').innerText()).toMatch(
    /个人账户对账单[\s\S]*林\*\*[\s\S]*¥12,345\.67[\s\S]*2022年1月1日/,
  );
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  await verifying.close();
});

test('nobody takes somebody else’s data along, and each time that it is taken is noted', async () => {
  const path = `/people/${personId}/my-data`;
  await expect(agency.atWindow(path, { password })).rejects.toThrow('http.not-allowed');
  const login = { loginName: other, password };
  const { token } = await agency.publicly<{ token: string }>('/sessions', {
    as: 'person',
    deliver: 'token',
    ...login,
  });
  const asked = await fetch(`${agency.address}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ password: login.password }),
  });
  expect([asked.status, (await asked.json()).code]).toEqual([404, 'my-data.not-yours']);
});

test('somebody without a code from the window has one sent, and sets up a one-time code', async () => {
  const number = '440301197203151236';
  const owner = await agency.bring({ name: '何静', number, status: 'suspended', balance: '88.00' });
  const opened = await agency.atWindow<{ number: string }>('/transfers-out', {
    personId: owner,
    to: '510100',
  });
  const { page } = await visit(browser, { url: `${agency.address}/zh/my/activate`, size: sizes.phone });
  await page.locator('.others a').first().click();
  await page.locator('#number').waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.btn.primary').click();
  expect(await page.locator('.errors a').allInnerTexts()).toEqual(['请填证件号码', '请填办理编号']);
  await looked(page, 'sent-asked-zh');
  const told: string[] = [];
  for (const [typed, ofCase] of [
    ['440301198502021233', opened.number],
    [number, opened.number],
  ] as const) {
    await page.goto(`${agency.address}/zh/my/activate/sent`);
    await page.locator('#number').fill(typed);
    await page.locator('#case').fill(ofCase);
    await page.keyboard.press('Enter');
    await page.locator('#code').waitFor();
    told.push(await page.locator('main').innerText());
  }
  // Whoever is not on record, or has no such case, is told the same.
  expect(told[0]).toBe(told[1]);
  const [code = ''] = /\d{8}/.exec(await agency.latestNotice()) ?? [];
  await page.locator('#code').fill(code);
  await page.locator('#loginName').fill('he.jing');
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('开通好了').waitFor();
  await page.goto(`${agency.address}/zh/my/security`);
  await signIn(page, { loginName: 'he.jing', password });
  await page.getByRole('button', { name: '设置动态验证码' }).click();
  await page.locator('#factor-password').fill(password);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('.qr').waitFor();
  await looked(page, 'security-factor-zh');
  const secret = (await page.locator('.typed-key').innerText()).replaceAll(' ', '');
  await page.locator('#new-totp').fill(secondFactorCode(secret, new Date()));
  await page.getByRole('button', { name: '确认，以后登录都要' }).click();
  await page.getByText('已设置').waitFor();
  await page.close();
});

test('somebody changes their password and is signed out everywhere else', async () => {
  const elsewhere = await signedIn({ language: 'en', size: 'desk', path: '/notices' });
  await elsewhere.locator('.notices').waitFor();
  const page = await signedIn({ language: 'en', size: 'desk', path: '/security' });
  await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor();
  await looked(page, 'security-en');
  await page.locator('#password').fill(password);
  await page.locator('#new-password').fill('short');
  await page.keyboard.press('Enter');
  await page.locator('.errors').waitFor();
  await page.locator('#new-password').fill('five calm herons wade');
  await page.keyboard.press('Enter');
  await page.getByText('You were signed out everywhere else;').waitFor();
  await page.getByText('You are signed in nowhere else.').waitFor();
  await elsewhere.getByRole('link', { name: 'My cases' }).click();
  await elsewhere.locator('#login-name').waitFor();
  await elsewhere.close();
  await page.close();
});

function signedIn(to: Omit<Opening, 'loginName'> & { readonly as?: string }) {
  return signedInAt(agency.address, browser, { loginName: to.as ?? loginName, ...to });
}

/** Somebody with a login of their own who was told of a transfer. */
async function whoIsTold(at: number) {
  const number = citizenNumber({ area: '440305', bornOn: plainDate('1990-01-01'), sequence: 123 + at });
  const told = await agency.bring({ name: '林晓岚', number, status: 'suspended', balance: '12345.67' });
  const as = `lin.xiaolan.${at}`;
  const code = await agency.codeFor(told);
  await agency.publicly('/logins', { by: 'window-code', code, loginName: as, password });
  const away = { personId: told, to: '510100' };
  const { number: transfer } = await agency.atWindow<{ number: string }>('/transfers-out', away);
  return { number, as, transfer };
}
