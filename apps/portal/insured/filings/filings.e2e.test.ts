/** Filing treatment elsewhere and ending it, as people do it: against the real API. */
import { expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { agencyInBrowser } from '../../ui/agency-in-browser.testing.ts';
import { looked } from '../../ui/journey.testing.ts';
import { sayIn } from '../../ui/languages.ts';
import { viewsOf } from '../../ui/portal.testing.ts';
import { type Opening, password, signedInAt, typed } from '../own.testing.ts';

const { agency, browser } = await agencyInBrowser();

test.each(viewsOf('zh', 'phone'))(
  'somebody files treatment elsewhere in %s on a %s a question a page, closes the browser on the way and loses nothing, and has a receipt',
  async (language, size, at) => {
    const say = sayIn(language);
    const { loginName } = await somebody(at);
    const begun = await signedIn({ language, size, path: '/filings', loginName });
    await begun.getByRole('link', { name: say({ zh: '新办备案', en: 'Make a filing' }) }).click();
    await begun.locator('#place').waitFor();
    await begun.locator('.btn.primary').click();
    expect(await begun.locator('.errors a').innerText()).toBe(
      say({ zh: '请选一个地方', en: 'Choose a place' }),
    );
    await begun.locator('#place').fill(say({ zh: '四川', en: 'Sichuan' }));
    await begun
      .locator('.opt')
      .filter({ hasText: say({ zh: '四川省', en: 'Sichuan' }) })
      .click();
    await looked(begun, `filing-where-${language}`);
    await begun.locator('.btn.primary').click();
    await begun.locator('#group-long-term-resident').check({ force: true });
    await begun.getByText(say({ zh: '已保存', en: 'Saved at' })).waitFor();
    await begun.close();
    const page = await signedIn({ language, size, path: '/filings', loginName });
    await page
      .getByText(say({ zh: '您有一份没填完的备案', en: 'You have a filing that is not sent yet' }))
      .waitFor();
    await looked(page, `filings-begun-${language}`);
    await page.getByRole('link', { name: say({ zh: '接着填', en: 'Go on with it' }) }).click();
    await page
      .locator('.opt')
      .filter({ hasText: say({ zh: '四川省', en: 'Sichuan' }) })
      .waitFor();
    await page.locator('.btn.primary').click();
    expect(await page.locator('#group-long-term-resident').isChecked()).toBe(true);
    await looked(page, `filing-why-${language}`);
    // The next page has not come yet as the connection goes: this one stays, and the next comes with the connection.
    await page.context().setOffline(true);
    await page.locator('#group-retired-resettled').check({ force: true });
    await page.getByText(say({ zh: '现在连不上网络', en: 'There is no connection' })).waitFor();
    await page.locator('.btn.primary').click();
    expect(await page.locator('#group-retired-resettled').isChecked()).toBe(true);
    await page.locator('#group-long-term-resident').check({ force: true });
    await page.context().setOffline(false);
    await page.locator('#from').waitFor();
    await typed(page, { from: '2026', 'from-month': '9', 'from-day': '1' });
    await looked(page, `filing-from-${language}`);
    await page.locator('.btn.primary').click();
    await page.locator('#to').fill('2026');
    await page.locator('.btn.primary').click();
    expect(await page.locator('.errors a').innerText()).toBe(
      say({
        zh: '请填年、月、日；没有期限就都空着',
        en: 'Enter year, month and day, or leave all of it empty',
      }),
    );
    await page.locator('.btn.primary').click();
    await page.locator('.errors:focus').waitFor();
    await page.locator('#to-month').click();
    await page.keyboard.type('8');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1');
    expect(await page.locator('.errors a').innerText()).toBe(
      say({ zh: '结束的日子不能早于开始的日子', en: 'The last day cannot come before the first' }),
    );
    await typed(page, { to: '', 'to-month': '', 'to-day': '' });
    await page.locator('.btn.primary').click();
    await page
      .getByRole('heading', { name: say({ zh: '提交前，请核对一遍', en: 'Check it before you send it' }) })
      .waitFor();
    expect(await page.locator('.check-answers').innerText()).toMatch(
      language === 'zh'
        ? /四川省[\s\S]*长期居住[\s\S]*9月1日[\s\S]*没有期限/
        : /Sichuan[\s\S]*long-term[\s\S]*1 September[\s\S]*No end/,
    );
    await looked(page, `filing-check-${language}`);
    const sent: string[] = [];
    await page.route('**/filing-draft/submission', async (route) => {
      sent.push(route.request().headers()['idempotency-key'] ?? '');
      if (sent.length > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page
      .getByRole('button', { name: say({ zh: '确认并提交备案', en: 'Confirm and send the filing' }) })
      .dblclick();
    await page.getByText(say({ zh: '备案收到了', en: 'We have your filing' })).waitFor();
    expect(new Set(sent).size).toBe(1);
    await page.locator('.wanted li').first().waitFor();
    await page.getByText(say({ zh: '查询码', en: 'Tracking code' })).waitFor();
    await page.locator('.receipt figure svg').waitFor();
    const paper = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
    const printed = await page.request.get(`${agency.address}${paper}`);
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await looked(page, `filing-receipt-${language}`);
    await page.goto(`${agency.address}/${language}/my/filings`);
    await page.locator('.filing .tag.info').waitFor();
    expect(await page.locator('.filing').innerText()).toMatch(
      language === 'zh'
        ? /四川省[\s\S]*待确认[\s\S]*长期居住/
        : /Sichuan[\s\S]*Not confirmed yet[\s\S]*long-term/,
    );
    expect(await page.getByRole('link', { name: say({ zh: '新办备案', en: 'Make a filing' }) }).count()).toBe(
      0,
    );
    await looked(page, `filings-${language}`);
    await page.close();
  },
);

test('somebody whose filing is confirmed ends it', async () => {
  const { personId, loginName } = await somebody(9);
  const entry = { kind: 'treatment-elsewhere', filing: { region: '510100', confirmedOn: '2026-01-10' } };
  const paper = { entry, trueFrom: '2026-01-05', paperReference: '备案表 2026-17' };
  const { factId } = await agency.atWindow<{ factId: string }>(`/people/${personId}/facts`, paper);
  await agency.asReviewer(`/people/${personId}/facts/${factId}/decision`, { confirmed: true });
  const page = await signedIn({ language: 'en', size: 'desk', path: '/filings', loginName });
  await page.locator('.filing .tag.ok').waitFor();
  await looked(page, 'filings-en');
  await page.getByRole('link', { name: 'End the filing' }).click();
  await page.locator('#end').waitFor();
  await page.locator('.btn.primary').click();
  expect(await page.locator('.errors a').innerText()).toBe('Enter today or an earlier day');
  const [year = '', month = '', day = ''] = agency.today.split('-');
  await typed(page, { end: year, 'end-month': month, 'end-day': day });
  await looked(page, 'filing-end-en');
  await page.keyboard.press('Enter');
  await page.getByText('We have your filing').waitFor();
  await page.close();
});

/** Somebody on record with a login. */
async function somebody(at: number) {
  const number = citizenNumber({ area: '440301', bornOn: plainDate('1985-02-02'), sequence: 123 + at });
  const personId = await agency.bring({ name: '陈知远', number, status: 'active', balance: '1.00' });
  const loginName = `chen.zhiyuan.${at}`;
  const code = await agency.codeFor(personId);
  await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
  return { personId, loginName };
}

function signedIn(to: Opening) {
  return signedInAt(agency.address, browser, to);
}
