/** An employer's pages as people use them: against the real API, at a desk in Chinese and on a phone in English by keyboard. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { citizenNumber, creditCode } from '#apps/demo';
import { plainDate } from '#basics';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../ui/journey.testing.ts';
import { sayIn } from '../ui/languages.ts';
import { inFull, sizes, viewsOf, visit } from '../ui/portal.testing.ts';

const firm = firmOf(0);
const password = 'three wet otters sing';
let login: { readonly loginName: string; readonly password: string };

const { agency, browser } = await agencyInBrowser();

beforeAll(async () => {
  login = await employerWithStaff(0);
});

test.each(viewsOf('zh', 'desk'))(
  'an employer takes staff off its roster in %s on a %s, hears why one of them cannot leave, and sees it approved',
  async (language, size, at) => {
    const say = sayIn(language);
    const own = at === 0 ? login : await employerWithStaff(at);
    const before = [await countOf('staff_report'), await countOf('case_file')] as const;
    const { page, complaints, asked } = await visit(browser, {
      url: `${agency.address}/${language}/my`,
      size: sizes[size],
    });
    await signIn(page, own);
    await page.locator('.roster-row').first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/${language}/my/employer`);
    expect(await page.locator('.roster-row b').allInnerTexts()).toHaveLength(5);
    await page.locator('#roster-name').fill('三泰');
    await page.keyboard.press('Enter');
    await page.locator('.roster-row:only-of-type').waitFor();
    await tick(page, '孙三泰');
    await page.locator('#roster-name').fill('');
    for (const name of ['赵一帆', '钱二妹']) await tick(page, name);
    await looked(page);
    await page.getByRole('button', { name: say({ zh: '申报减员', en: 'Report them as leaving' }) }).click();
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.locator('.errors:focus').waitFor();
    await looked(page);
    await type(page, agency.today);
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.locator('label[for="stops-yes"], .opt:has(#stops-yes)').click();
    await looked(page);
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.locator('.opt:has(#reason-resigned)').click();
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page
      .getByRole('heading', { name: say({ zh: '再核对一遍', en: 'Check before you send' }) })
      .waitFor();
    // A page that is loaded again has lost nothing.
    await page.reload();
    await page.locator('.leaving-list b').nth(2).waitFor();
    expect(await page.locator('.leaving-list b').allInnerTexts()).toEqual(['孙三泰', '赵一帆', '钱二妹']);
    await looked(page);
    await page
      .getByRole('button', { name: say({ zh: '为 3 人申报减员', en: 'Report 3 people leaving' }) })
      .dblclick();
    await page
      .getByRole('heading', {
        name: say({ zh: '受理了 2 人，1 人办不了', en: '2 received, 1 not possible' }),
      })
      .waitFor();
    await looked(page);
    expect(await page.locator('.report-line', { hasText: '孙三泰' }).innerText()).toContain(
      say({ zh: '现在正常参保', en: 'the insurance is active now' }),
    );
    const numbersShown = await page.locator('.report-line .number').allInnerTexts();
    expect([await countOf('staff_report'), await countOf('case_file')]).toEqual([
      before[0] + 1,
      before[1] + 2,
    ]);
    await approve(numbersShown[0] ?? '');
    await page.reload();
    await page.locator('.report-line .tag.ok').waitFor();
    expect(await page.locator('.report-line', { hasText: '赵一帆' }).innerText()).toContain(
      say({ zh: '已减员', en: 'Off the roster' }),
    );
    // Whoever could not be reported stands first, and is reported again with what was said of them.
    expect(await page.locator('.report-line b').first().innerText()).toBe('孙三泰');
    await page
      .getByRole('button', {
        name: say({ zh: '修改后再报这 1 人', en: 'Change it and report this one again' }),
      })
      .click();
    expect(await page.locator('#ended-on').inputValue()).toBe(agency.today.slice(0, 4));
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.locator('.opt:has(#stops-no)').click();
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
    await page
      .getByRole('button', { name: say({ zh: '为 1 人申报减员', en: 'Report 1 person leaving' }) })
      .click();
    await page
      .getByRole('heading', { name: say({ zh: '1 人的减员已受理', en: '1 report received' }) })
      .waitFor();
    expect(await page.locator('.report-line', { hasText: '孙三泰' }).count()).toBe(1);
    await page.getByRole('link', { name: say({ zh: '职工名单', en: 'Our staff' }) }).click();
    await page.locator('.roster-row.reported').first().waitFor();
    expect(await page.locator('.roster-row b').allInnerTexts()).not.toContain('赵一帆');
    expect((await page.locator('.roster-row.reported b').allInnerTexts()).sort()).toEqual([
      '孙三泰',
      '钱二妹',
    ]);
    expect(complaints.filter((said) => !/status of 401/.test(said))).toEqual([]);
    expect(asked.filter((url) => /44030\d199|%E4%B8%80/.test(url))).toEqual([]);
    await page.close();
  },
);

test('an employer reports from a phone by keyboard alone, takes one back, and is led back where a step was left out', async () => {
  const { page } = await visit(browser, {
    url: `${agency.address}/en/my/employer/leaving/check`,
    size: sizes.phone,
  });
  await signIn(page, login);
  await page.locator('.roster-row').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/en/my/employer');
  for (const name of ['李四维', '周五福']) {
    await page.locator('.roster-row', { hasText: name }).locator('input').focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Report them as leaving' }).press('Enter');
  await page.locator('#ended-on').focus();
  const [year = '', month = '', day = ''] = agency.today.split('-');
  for (const part of [year, month, day]) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('#stops-no').focus();
  await page.keyboard.press('Space');
  await looked(page);
  await page.keyboard.press('Enter');
  await page.locator('#reason-resigned').focus();
  await page.keyboard.press('ArrowDown');
  await looked(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Report 2 people leaving' }).press('Enter');
  await page.getByRole('heading', { name: '2 reports received' }).waitFor();
  await page.getByRole('button', { name: 'Take back' }).first().press('Enter');
  await page.getByRole('button', { name: 'Take it back' }).press('Enter');
  await page.locator('.report-line .tag:not(.info)').waitFor();
  await looked(page);
  await page.getByRole('link', { name: 'Staff reported' }).first().click();
  await page.locator('.case-list li').nth(1).waitFor();
  await looked(page);
  await page.close();
});

test.runIf(inFull)(
  'an employer lets somebody act for it, whose report stands under their name, until it ends that',
  async () => {
    const own = { name: '周建国', number: '440301199001061266', status: 'active', balance: '10.00' } as const;
    const code = await agency.codeFor(await agency.bring(own));
    const last = {
      name: '吴六安',
      number: '44030119900107127X',
      status: 'active',
      balance: '10.00',
    } as const;
    await agency.bring({ ...last, employer: firm });
    const going = {
      name: '郑七巧',
      number: '440301199001081283',
      status: 'active',
      balance: '10.00',
    } as const;
    const gone = await agency.bring({ ...going, employer: firm });
    const deputy = { loginName: 'zhou.jianguo', password };
    await agency.publicly('/logins', { by: 'window-code', code, ...deputy });
    const { page: firmPage } = await visit(browser, {
      url: `${agency.address}/zh/my/employer/people`,
      size: sizes.phone,
    });
    await signIn(firmPage, login);
    await firmPage.getByText('还没有经办人').waitFor();
    await looked(firmPage);
    await firmPage.getByRole('link', { name: '请人做经办人' }).click();
    await firmPage.locator('#agent-name').fill('周建国');
    await looked(firmPage);
    await firmPage.keyboard.press('Enter');
    await firmPage.locator('.opt:has(#until-quarter)').click();
    await looked(firmPage);
    await firmPage.getByRole('button', { name: '继续' }).click();
    await firmPage.getByRole('button', { name: '给出委托' }).waitFor();
    await looked(firmPage);
    await firmPage.getByRole('button', { name: '给出委托' }).dblclick();
    await firmPage.locator('.told-once').waitFor();
    const mandate = await firmPage.locator('.told-once .number').innerText();
    const { page } = await visit(browser, { url: `${agency.address}/en/my/capacities`, size: sizes.desk });
    await signIn(page, deputy);
    await page.locator('#mandate-code').fill(mandate);
    await page.keyboard.press('Enter');
    await page.getByText('Accepted.').waitFor();
    await page.getByRole('button', { name: /^Employer/ }).click();
    await page.locator('.roster-row').first().waitFor();
    for (const name of ['郑七巧', '吴六安']) await tick(page, name);
    await page.getByRole('button', { name: 'Report them as leaving' }).click();
    await type(page, agency.today);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.opt:has(#stops-no)').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.opt:has(#reason-resigned)').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    // Somebody else at the employer was quicker with one of them.
    await agency.db.superuser.rows(
      `INSERT INTO employment_end (owner_id, id, employment_id, ended_on, case_id, recorded_at)
     SELECT owner_id, 'end_gone', id, $2, 'cas_another', now() FROM employment WHERE owner_id = $1`,
      [gone, agency.today],
    );
    await page.getByRole('button', { name: 'Report 2 people leaving' }).click();
    await page.getByRole('heading', { name: 'Not on your roster any more: 郑七巧' }).waitFor();
    await looked(page);
    await page.getByRole('button', { name: 'Leave them out' }).click();
    await page.getByRole('button', { name: 'Report 1 person leaving' }).click();
    await page.getByText('by 周建国').waitFor();
    await looked(page);
    // They let nobody act in their turn, whatever they press.
    await page.goto(`${agency.address}/en/my/employer/people`);
    await page.locator('.report-line').waitFor();
    await looked(page);
    await firmPage.getByRole('link', { name: '好了，已经抄下' }).click();
    await firmPage.getByRole('button', { name: /终止/ }).click();
    await firmPage.getByRole('button', { name: '确定终止' }).click();
    await firmPage.getByText('已终止').waitFor();
    await page.goto(`${agency.address}/en/my/employer`);
    await page.getByRole('heading', { name: 'You no longer act for the employer' }).waitFor();
    await looked(page);
    for (const each of [firmPage, page]) await each.close();
  },
);

/** An employer with five people on its roster, as each view has one of its own; answers its login. */
async function employerWithStaff(at: number) {
  const names = ['赵一帆', '钱二妹', '孙三泰', '李四维', '周五福'];
  let personId = '';
  for (const [nth, name] of names.entries())
    personId = await agency.bring({
      ...{ name, balance: '1000.00', employer: firmOf(at) },
      number: citizenNumber({
        ...{ area: `44030${at + 1}`, bornOn: plainDate(`1990-01-0${nth + 1}`), sequence: 121 + nth },
      }),
      status: name === '孙三泰' ? 'suspended' : 'active',
    });
  const found = await agency.db.superuser.row<{ id: string }>(
    ...(['SELECT employer_id AS id FROM employment WHERE owner_id = $1', [personId]] as const),
  );
  const seen = { paperReference: 'business licence seen' };
  const path = `/employers/${found?.id}/activation-code`;
  const { code } = await agency.atWindow<{ code: string }>(path, seen);
  const opened = { loginName: `shili.renshi.${at}`, password };
  await agency.publicly('/logins', { by: 'window-code', code, ...opened });
  return opened;
}

function firmOf(at: number) {
  return { code: creditCode('440300', 2001 + at), name: '深圳示例电子有限公司' };
}

async function tick(page: Page, name: string): Promise<void> {
  await page.locator('.roster-row', { hasText: name }).locator('input').check();
}

async function type(page: Page, on: string): Promise<void> {
  const [year = '', month = '', day = ''] = on.split('-');
  await page.locator('#ended-on').fill(year);
  await page.locator('#ended-on-month').fill(month);
  await page.locator('#ended-on-day').fill(day);
}

/** As a clerk and a reviewer do. */
async function approve(number: string): Promise<void> {
  await agency.atWindow(`/life-events/${number}/proposal`, { outcome: 'approve' });
  await agency.asReviewer(`/life-events/${number}/approval`, {});
}

async function countOf(table: 'staff_report' | 'case_file'): Promise<number> {
  const row = await agency.db.superuser.row<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
  return Number(row?.n);
}
