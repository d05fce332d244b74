import { expect, test } from 'vitest';
import { agencyInBrowser } from '../../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../../ui/journey.testing.ts';
import { sizes, visit } from '../../ui/portal.testing.ts';
import { onward, saved } from './applying.testing.ts';

const password = 'three wet otters sing';
const why = '我从来没有在本市落过户';

const { agency, browser } = await agencyInBrowser();

test('who was never registered here says so with the reason on a phone, and only of the paper that is not asked of everybody', async () => {
  const person = {
    name: '林晓岚',
    number: '440301199001011234',
    status: 'suspended',
    balance: '300.00',
  } as const;
  const code = await agency.codeFor(await agency.bring(person));
  await agency.publicly('/logins', { by: 'window-code', code, loginName: 'lin.xl', password });
  const { page } = await visit(browser, { url: `${agency.address}/zh/my/apply`, size: sizes.phone });
  await signIn(page, { loginName: 'lin.xl', password });
  await page.locator('#ground-settled-abroad-before-retirement + .r').click();
  await onward(page);
  await page.locator('.task-list a', { hasText: '境外定居证明' }).click();
  await page.locator('#paper-later').waitFor({ state: 'attached' });
  expect(await page.locator('#paper-not-applying').count()).toBe(0);
  await page.goBack();
  await page.locator('.task-list a', { hasText: '户口注销证明' }).click();
  await page.locator('#paper-not-applying + .r').click();
  await onward(page);
  await page.locator('.errors:focus').waitFor();
  expect(await page.locator('.errors a').getAttribute('href')).toBe('#why-not');
  await looked(page, 'lacking');
  await page.locator('#why-not').fill(why);
  await saved(page);
  await looked(page, 'said');
  if (process.env.HEIR_SHOTS)
    await page.screenshot({ path: `${process.env.HEIR_SHOTS}/zh-40-not-applying.png`, fullPage: true });
  await onward(page);
  await page.locator('.task-list').waitFor();
  await page.getByText('不适用，写了原因').waitFor();
  // What was written is there when they come back.
  await page.reload();
  await page.locator('.task-list a', { hasText: '户口注销证明' }).click();
  expect(await page.locator('#why-not').inputValue()).toBe(why);
  await page.close();
});
