/** Succession, from the way in to all paid. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../ui/journey.testing.ts';
import { type Language, sayIn } from '../ui/languages.ts';
import { type Size, sizes, viewsOf, visit } from '../ui/portal.testing.ts';
import { officeOf } from './office.testing.ts';
import { fillPayee } from './payee.testing.ts';
import { photo } from './photo.testing.ts';

const password = 'four quiet herons wait';

const { agency, browser } = await agencyInBrowser();
const office = officeOf(agency.address);

test.each(viewsOf('zh', 'phone'))(
  'three heirs, one of them a child, from the first page to all paid, in %s on a %s',
  async (language, size, at) => {
    const say = sayIn(language);
    const received = say({ zh: '收到了', en: 'We have it' });
    const view = { language, size };
    const deceased = {
      name: '何国栋',
      number: numberOf('1958-01-25', at),
      status: 'suspended',
      balance: '12846.58',
    } as const;
    const asker = { name: '何佳', number: numberOf('1961-03-08', at) };
    const loginName = `he.jia.${at}`;
    await agency.bring(deceased);
    const start = { url: `${agency.address}/${language}/heirs`, size: sizes[size] };
    const { page, asked, complaints } = await visit(browser, start);
    await looked(page, `${language}-01-heirs`);
    await page.getByRole('link', { name: language === 'zh' ? /第一次来/ : /First time here/ }).click();
    await looked(page, `${language}-02-start`);
    await page.getByRole('button', { name: say({ zh: '开始填写', en: 'Begin' }) }).click();
    await page.getByRole('button', { name: say({ zh: '提交', en: 'Send' }) }).click();
    await page.locator('.errors:focus').waitFor();
    await looked(page, `${language}-03-lacking`);
    await page.locator('#deceased-name').fill(deceased.name);
    await page.locator('#deceased-number').fill(deceased.number);
    await page.getByText(say({ zh: '子女', en: 'Child' }), { exact: true }).click();
    await page.locator('#asker-name').fill(asker.name);
    await page.locator('#asker-number').fill(asker.number);
    await page.getByRole('button', { name: say({ zh: '提交', en: 'Send' }) }).click();
    await page.locator('#kept-secret').waitFor();
    const inquiryId = await page.locator('#kept-number').innerText();
    // The browser's back button loses neither what was typed nor what is told this once.
    await page.goBack();
    expect(await page.locator('#asker-name').inputValue()).toBe(asker.name);
    await page.goForward();
    expect(await page.locator('#kept-number').innerText()).toBe(inquiryId);
    await page.locator('#papers-death').setInputFiles([photo('death.jpg'), photo('death.jpg')]);
    await page.locator('#papers-relation').setInputFiles(photo('booklet.jpg'));
    // The same photograph twice is one.
    await page.locator('.page-card', { hasText: received }).nth(1).waitFor();
    await looked(page, `${language}-04-kept`);
    const seen = await office.ask<{ items: readonly { files: readonly { paper: string }[] }[] }>(
      ...(['clerk', '/account-inquiries'] as const),
    );
    // Both were sent side by side, so that either can have come first.
    expect(seen.items[0]?.files.map(({ paper }) => paper).sort()).toEqual(['death', 'relation']);
    await page.getByRole('button', { name: language === 'zh' ? /移除.*booklet/ : /Remove.*booklet/ }).click();
    await page.locator('.page-card').nth(1).waitFor({ state: 'detached' });
    // Whoever comes back later sees what lies there, without a picture of it.
    const later = await visit(browser, {
      url: `${agency.address}/${language}/account-inquiry#answer`,
      size: sizes[size],
    });
    await later.page.locator('#inquiry').fill(inquiryId);
    const kept = await page.locator('#kept-secret').innerText();
    // On a Chinese keyboard letters and digits may come wide.
    await later.page.locator('#secret').fill(wide(kept.replaceAll('-', ' ')));
    await later.page.getByRole('button', { name: say({ zh: '看答复', en: 'Read the answer' }) }).click();
    await later.page.getByText(/JPEG · \d+ K?B/).waitFor();
    expect(await later.page.locator('.page-card').count()).toBe(1);
    await looked(later.page, `${language}-04-later`);
    await later.page.locator('#papers-relation').setInputFiles(photo('booklet-again.jpg'));
    await later.page.locator('.page-card', { hasText: received }).nth(1).waitFor();
    await later.page.close();
    await office.confirm(inquiryId, '2026-05-01');
    await page.getByRole('button', { name: say({ zh: '看答复', en: 'Read the answer' }) }).click();
    await looked(page, `${language}-05-key`);
    await page.getByRole('button', { name: say({ zh: '看答复', en: 'Read the answer' }) }).click();
    await page.getByText(say({ zh: '有医保个人账户', en: 'There is a personal account' })).waitFor();
    await looked(page, `${language}-06-answer`);
    await page.getByRole('button', { name: say({ zh: '开通', en: 'Open it' }) }).click();
    await page.locator('#loginName').fill(loginName);
    await page.locator('#password').fill(password);
    await looked(page, `${language}-07-open`);
    await page.getByRole('button', { name: say({ zh: '开通', en: 'Open it' }) }).click();
    await page.getByText(say({ zh: '开通好了', en: 'Your login is ready' })).waitFor();
    await page.getByRole('link', { name: say({ zh: '去登录', en: 'Sign in' }) }).click();
    await signIn(page, { loginName, password });
    await page.getByRole('button', { name: say({ zh: '开始办理', en: 'Begin' }) }).waitFor();
    await looked(page, `${language}-08-begin`);
    await page.getByRole('button', { name: say({ zh: '开始办理', en: 'Begin' }) }).click();
    await page.locator('.task-list').waitFor();
    await looked(page, `${language}-09-nothing-yet`);
    await page.getByRole('link', { name: say({ zh: '写下继承人', en: 'Write down the heirs' }) }).click();
    await page.locator('#heir-name').fill('何佳');
    await page.getByText(say({ zh: '子女', en: 'Child' }), { exact: true }).click();
    await page.locator('#proof').fill('户口簿');
    await looked(page, `${language}-10-self`);
    await page.getByRole('button', { name: say({ zh: '保存这一位', en: 'Save' }) }).click();
    await page.locator('.heirs-list li').first().waitFor();
    await addHeir(page, language, { name: '梁秀珍', relation: say({ zh: '配偶', en: 'Spouse' }) });
    await page
      .getByRole('link', { name: say({ zh: '还有别的继承人？', en: 'Is there another heir?' }) })
      .click();
    await page.locator('#heir-name').fill('何小宝');
    await page.getByText(say({ zh: '子女', en: 'Child' }), { exact: true }).click();
    await page.locator('#born').fill('2014');
    await page.locator('#born-month').fill('3');
    await page.locator('#born-day').fill('4');
    // Whoever applies is the child's guardian, too.
    await page.locator('#guardian-name').fill('何佳');
    await page.locator('#guardian-number').fill(asker.number);
    await page.locator('#guardian-proof').fill('出生医学证明');
    await page.locator('#proof').fill('出生医学证明');
    await looked(page, `${language}-11-child`);
    await page.getByRole('button', { name: say({ zh: '保存这一位', en: 'Save' }) }).click();
    await page.locator('.heirs-list li').nth(2).waitFor();
    await page.getByText(say({ zh: '由您代表', en: 'You speak for the child' })).waitFor();
    await looked(page, `${language}-12-shares`);
    expect(await page.locator('.share-sum').innerText()).toContain('3/3');
    // The spouse gets a link and answers with it, without a login.
    await page
      .getByRole('link', { name: language === 'zh' ? /发链接.*梁秀珍/ : /Send a link.*梁秀珍/ })
      .click();
    await page.getByRole('button', { name: say({ zh: '生成链接', en: 'Make the link' }) }).click();
    const link = await page.locator('#heir-link').innerText();
    await looked(page, `${language}-13-link`);
    await answerByLink(link, view);
    await page.getByRole('link', { name: say({ zh: '返回', en: 'Back' }) }).click();
    await page
      .getByRole('link', { name: language === 'zh' ? /填账户.*何佳/ : /Name an account.*何佳/ })
      .click();
    await fillPayee(page, '何佳');
    await looked(page, `${language}-18-own-account`);
    await readOverAndSave(page, language);
    await page
      .getByRole('link', { name: language === 'zh' ? /填账户.*何小宝/ : /Name an account.*何小宝/ })
      .click();
    await fillPayee(page, '何佳');
    await readOverAndSave(page, language);
    await page.locator('.task-list').waitFor();
    await page.getByRole('link', { name: say({ zh: '材料', en: 'Papers' }), exact: true }).click();
    // Two officers saw it with the question, so nobody asks for it again.
    await page
      .getByText(language === 'zh' ? /身份证件.*已经看过/ : /identity document was seen on/)
      .waitFor();
    await page
      .getByText(say({ zh: '您在这里填的就是申请表', en: 'What you fill in here is the form' }))
      .waitFor();
    await looked(page, `${language}-19-paper`);
    await page.goBack();
    await page.locator('.task-list').waitFor();
    await page.getByRole('link', { name: say({ zh: '亲属关系', en: 'The relation' }), exact: true }).click();
    await page
      .getByText(language === 'zh' ? /两名工作人员.*看过您和逝者亲属关系/ : /two officers confirmed how you/)
      .waitFor();
    expect(await page.locator('#pages, main button').count()).toBe(0);
    await page.getByRole('link', { name: say({ zh: '返回', en: 'Back' }) }).click();
    await page.locator('.task-list').waitFor();
    await looked(page, `${language}-20-ready`);
    await page.getByRole('link', { name: say({ zh: '核对并提交', en: 'Check and hand it in' }) }).click();
    await page.locator('#true').check();
    await looked(page, `${language}-21-check`);
    await page.getByRole('button', { name: say({ zh: '提交申请', en: 'Hand it in' }) }).click();
    await page.locator('.receipt-card').waitFor();
    await looked(page, `${language}-22-receipt`);
    const number = (await page.locator('.receipt-card .number').first().innerText()).trim();
    await office.decide(number);
    expect(await office.pay()).toBe(3);
    await page
      .getByRole('link', { name: say({ zh: '看份额和进度', en: 'See shares and progress' }) })
      .click();
    await page.locator('.heirs-list .stands b').nth(2).waitFor();
    expect(await page.locator('.share-sum').innerText()).toMatch(/3\/3\s+¥1\d,\d{3}\.\d\d/);
    await looked(page, `${language}-23-paid`);
    expect(await page.getByText(language === 'zh' ? /付到收款账户/ : /Paid to the account on/).count()).toBe(
      3,
    );
    await readsTheChildsLetters(page);
    const invited = await visit(browser, { url: link, size: sizes[size] });
    await invited.page.getByText(language === 'zh' ? /已付到您的账户/ : /Paid to your account/).waitFor();
    expect(await invited.page.getByText(say({ zh: '还不能开始', en: 'Not yet' })).count()).toBe(0);
    await looked(invited.page, `${language}-24-invited-paid`);
    await invited.page.close();
    expect(asked.filter((url) => /sxh_|sxq_|44030419|%E4%BD%95/.test(url))).toEqual([]);
    expect(complaints.filter((said) => !/status of 401/.test(said))).toEqual([]);
    await page.close();
  },
);

function numberOf(bornOn: string, at: number): string {
  return citizenNumber({ area: '440304', bornOn: plainDate(bornOn), sequence: 16 + at });
}

interface View {
  readonly language: Language;
  readonly size: Size;
}

async function answerByLink(link: string, { language, size }: View): Promise<void> {
  const say = sayIn(language);
  const { page, asked } = await visit(browser, { url: link, size: sizes[size] });
  await page.locator('.task-list').waitFor();
  expect(page.url()).toBe(`${agency.address}/${language}/heir`);
  await looked(page, `${language}-14-invited`);
  await page.reload();
  await page.getByRole('link', { name: say({ zh: '您的答复', en: 'Your answer' }) }).click();
  await page.getByText(say({ zh: '同意', en: 'I agree' }), { exact: true }).click();
  await looked(page, `${language}-15-answer`);
  await page.getByRole('button', { name: say({ zh: '同意这样分', en: 'I agree to these shares' }) }).click();
  await page.locator('.payee-fields').waitFor();
  await fillPayee(page, '梁秀珍');
  await looked(page, `${language}-16-invited-account`);
  await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
  await page.getByText(say({ zh: '保存前，请核对一遍', en: 'Read it over before it is saved' })).waitFor();
  await looked(page, `${language}-16-read-over`);
  // What was typed is there for whoever goes back to change it.
  await page.locator('.check-answers a[href$=accountNumber]').click();
  expect(await page.locator('#payee-accountNumber').inputValue()).toBe('6222020000000000018');
  await readOverAndSave(page, language);
  await page.locator('.task-list').waitFor();
  expect(await page.locator('h1').innerText()).toBe(
    say({ zh: '您已同意这样分', en: 'You have agreed to these shares' }),
  );
  await looked(page, `${language}-17-invited-done`);
  expect(asked.filter((url) => /sxh_/.test(url.split('#')[0] ?? ''))).toEqual([]);
  await page.close();
}

/** Beside her own letters the guardian has those to the child, and none of the spouse's. */
async function readsTheChildsLetters(page: Page): Promise<void> {
  const letters = page.locator('.contents a');
  const ofChild = letters.filter({ hasText: '何**' });
  await ofChild.first().waitFor();
  expect(await letters.filter({ hasText: '梁' }).count()).toBe(0);
  const pdf = await page.request.get(
    new URL((await ofChild.first().getAttribute('href')) ?? '', page.url()).href,
  );
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
}

async function addHeir(
  page: Page,
  language: Language,
  heir: { readonly name: string; readonly relation: string },
): Promise<void> {
  const say = sayIn(language);
  const before = await page.locator('.heirs-list li').count();
  await page
    .getByRole('link', { name: say({ zh: '还有别的继承人？', en: 'Is there another heir?' }) })
    .click();
  await page.locator('#heir-name').fill(heir.name);
  await page.getByText(heir.relation, { exact: true }).click();
  await page.locator('#proof').fill('户口簿');
  await page.getByRole('button', { name: say({ zh: '保存这一位', en: 'Save' }) }).click();
  await page.locator('.heirs-list li').nth(before).waitFor();
}

/** Nothing is saved before it was read over. */
async function readOverAndSave(page: Page, language: Language): Promise<void> {
  const say = sayIn(language);
  await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
  await page.getByText('6222 0200 0000 0000 018').waitFor();
  const save = say({ zh: '确认，保存这个账户', en: 'Yes, save this account' });
  await page.getByRole('button', { name: save }).click();
  await page.locator('.task-list').waitFor();
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
}
