/** An account in somebody else's name, as whoever applies comes to know of it on a phone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { agencyInBrowser } from '../../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../../ui/journey.testing.ts';
import { type Language, sayIn } from '../../ui/languages.ts';
import { sizes, standsClear, visit } from '../../ui/portal.testing.ts';
import { onward, saved } from './applying.testing.ts';

const password = 'three wet otters sing';

const { agency, browser } = await agencyInBrowser();

test.each([
  ['zh', '440301199104044565'],
  ['en', '440301198803034564'],
] as const)(
  'whoever names an account of somebody else in %s reads so at its name at once, sees the refusal above the button, and loses nothing',
  async (language, number) => {
    const say = sayIn(language);
    const page = await applying(language, number);
    const toPayee = page.locator('.task-list a', {
      hasText: say({ zh: '收款账户', en: 'Account for the payment' }),
    });
    await toPayee.click();
    await page.locator('#payee-name').fill('王五');
    await page.locator('#payee-accountNumber').focus();
    const told = page.locator('#payee-name-problem');
    await told.waitFor();
    expect(await told.innerText()).toMatch(
      language === 'zh' ? /不是您本人的姓名.*请换成您本人名下的账户/ : /not your name.*own.*name one/,
    );
    await page.locator('#payee-accountNumber').fill('6222 0202 0011 2233 446');
    await page.locator('#payee-bankCode').fill('102584000002');
    await page.locator('#payee-bankName').fill('中国工商银行深圳福田支行');
    await onward(page);
    await page.locator('.errors:focus').waitFor();
    expect(await page.locator('.errors a').allInnerTexts()).toEqual([await told.innerText()]);
    expect(await standsClear(page, '.errors')).toBe(true);
    await looked(page, `${language}-another-name`);
    expect(await page.locator('#payee-accountNumber').inputValue()).toBe('6222 0202 0011 2233 446');
    await saved(page);
    // It holds for the application too, however somebody leaves the page.
    await page.locator('.back').click();
    const task = page.locator('.task-list li', { has: page.locator('a[href$="/payee"]') });
    expect(await task.innerText()).toContain(say({ zh: '户名要改', en: 'Change the name' }));
    await looked(page, `${language}-another-name-tasks`);
    await toPayee.click();
    await told.waitFor();
    await page.locator('#payee-name').fill('王二');
    await abroadOnly(page, language);
    await onward(page);
    await page.locator('.errors:focus').waitFor();
    // Corrected, one press goes on: nothing moves away under it.
    await page.locator('#payee-name').fill('');
    await page.locator('#payee-name').pressSequentially('白若溪');
    await told.waitFor({ state: 'detached' });
    await onward(page);
    await task.waitFor();
    expect(await task.innerText()).toContain('3446');
    await page.context().close();
  },
  90_000,
);

test.each([
  ['zh', '440301199307174562'],
  ['en', '440301199606064566'],
] as const)(
  'who says in the checker that they had retired, and had not on record, reads so in %s as they choose, and applies by the record with one press',
  async (language, number) => {
    const say = sayIn(language);
    const fact = { kind: 'left-country', left: { on: '2026-04-02', to: 'CAN', purpose: 'settle' } };
    const told = 'what=settle&left=2026-05-10&retired-then=yes';
    const at = `#ground=retired-left-country&${told}`;
    const page = await signedIn(language, { number, fact, at });
    await page.locator('#ground-retired-left-country:checked').waitFor({ state: 'attached' });
    const note = page.locator('.note', { hasText: say({ zh: '自查', en: 'have just given' }) });
    expect(await note.innerText()).toContain(
      say({
        zh: '和我们的登记不一样：离境那天，已经退休了吗？',
        en: 'record: On the day you left, were you retired?',
      }),
    );
    await looked(page, `${language}-start-against-record`);
    await onward(page);
    await page.locator('.task-list a[href$="/before"]').click();
    await page.locator('.differing').waitFor();
    const main = await page.locator('main').innerText();
    expect(main).not.toMatch(/境外定居证明|Proof of settlement abroad/);
    expect(main).toMatch(language === 'zh' ? /退休审批表/ : /approval of your retirement/);
    await looked(page, `${language}-before-by-record`);
    await onward(page);
    await page.locator('.errors a').click();
    expect(await standsClear(page, 'label:has(:focus)')).toBe(true);
    await page.locator('#before-settled-abroad-before-retirement + .r').click();
    await onward(page);
    await page.locator('.task-list').waitFor();
    expect(await page.locator('main').innerText()).toContain(
      say({ zh: '退休前到境外定居', en: 'I settled abroad before retirement' }),
    );
    expect(await page.locator('.task-list a[href$="/before"]').count()).toBe(0);
    await page.context().close();
  },
  90_000,
);

/** How banks abroad write a name is said where an account abroad was chosen. */
async function abroadOnly(page: Page, language: Language): Promise<void> {
  const help = page.locator('#payee-name-help');
  const latin = sayIn(language)({ zh: '拉丁字母', en: 'Latin letters' });
  expect(await help.innerText()).not.toContain(latin);
  await page.locator('#payee-where-abroad + .r').click();
  expect(await help.innerText()).toContain(latin);
  await page.locator('#payee-where-here + .r').click();
}

/** Somebody on a phone who has begun an application. */
async function applying(language: Language, number: string): Promise<Page> {
  const page = await signedIn(language, { number });
  await page.locator('#ground-nationality-lost + .r').click();
  await onward(page);
  await page.locator('.task-list').waitFor();
  return page;
}

/** Somebody on a phone at the first page, of whom two officers recorded something where that is given. */
async function signedIn(
  language: Language,
  { number, fact, at = '' }: { readonly number: string; readonly fact?: object; readonly at?: string },
): Promise<Page> {
  const person = { name: '白若溪', number, status: 'suspended', balance: '12345.67' } as const;
  const personId = await agency.bring(person);
  if (fact) {
    const entry = { entry: fact, paperReference: 'P-1' };
    const { factId } = await agency.atWindow<{ factId: string }>(`/people/${personId}/facts`, entry);
    await agency.asReviewer(`/people/${personId}/facts/${factId}/decision`, { confirmed: true });
  }
  const code = await agency.codeFor(personId);
  const loginName = `someone.${number.slice(-4)}`;
  await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
  const url = `${agency.address}/${language}/my/apply${at}`;
  const { page } = await visit(browser, { url, size: sizes.phone });
  await signIn(page, { loginName, password });
  return page;
}
