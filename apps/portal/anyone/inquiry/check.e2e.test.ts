/** The checker as people use it: in a browser, on a phone and at a desk, in both languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import { barriers, portalAlone, sideways, sizes, views, visit } from '../../ui/portal.testing.ts';
import { toFragment } from './answers.ts';
import { everyWay } from './walk.testing.ts';

let browser: Browser;
let portal: Awaited<ReturnType<typeof portalAlone>>;

beforeAll(async () => {
  portal = await portalAlone();
  browser = await testBrowser();
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe.each(views)('the checker in %s on a %s', (language, size) => {
  const on = language === 'zh' ? '继续' : 'Continue';
  test('asks, answers, and shows nobody a barrier; nothing that was answered leaves the browser', async () => {
    const { page, complaints, asked } = await visit(browser, {
      url: `${portal.address}/${language}/check`,
      size: sizes[size],
    });
    expect(await barriers(page)).toEqual([]);
    await answer(page, { choose: 'settle', on });
    expect(await barriers(page)).toEqual([]);
    await page.locator('#left').fill('2026');
    await page.locator('#left-month').fill('9');
    await page.locator('#left-day').fill('15');
    await page.getByRole('button', { name: on }).click();
    await answer(page, { choose: 'no', on });
    await answer(page, { choose: 'still', on });
    await page.locator('.verdict h1').waitFor();
    expect(await page.locator('.verdict h1').innerText()).toMatch(/只差一步|One step is missing/);
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => /settle|2026/.test(url) || !url.startsWith(portal.address))).toEqual([]);
    await page.close();
  });
});

test('with the keyboard alone somebody comes from the first question to the answer and back', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/en/check`, size: sizes.desk });
  await page.locator('input[type=radio]').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 2; step += 1) {
    await page.locator('h1:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.locator('.verdict h1:focus').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('h1:focus').waitFor();
  expect(await page.locator('input:checked').count()).toBe(1);
  await page.close();
});

test('the other language shows the same page with the same answers, and back in the browser loses none', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/zh/check`, size: sizes.phone });
  await answer(page, { choose: 'settle', on: '继续' });
  await page.locator('#left').waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(/\/en\/check#what=settle/);
  expect(await page.locator('h1').innerText()).toBe('On which day did you leave, or will you?');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('#what-settle:checked').waitFor();
  await page.goBack();
  await page.locator('#left').waitFor();
  await page.close();
});

test('who goes on without an answer is told what to fill in, in the same words at the top and at the field', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/en/check`, size: sizes.phone });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.errors:focus').waitFor();
  expect(await page.locator('.errors a').innerText()).toBe('Choose one of the answers');
  expect(await page.locator('#problem').innerText()).toBe('Choose one of the answers');
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

test('the one step that is missing comes with a message to send, and leads back to its question once it is done', async () => {
  const fragment = 'what=settle&left=2026-09-15&retired-then=no&roster=still';
  const { page } = await visit(browser, {
    url: `${portal.address}/en/check#${fragment}`,
    size: sizes.phone,
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy this and send it' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^您好，我已于2026年9月15日到境外定居/,
  );
  await page.getByRole('button', { name: 'It is done: check again' }).click();
  await page.locator('#roster-still:checked').waitFor();
  await page.close();
});

test('every way through the questions ends in an answer with a heading and a rule to read, in both languages', async () => {
  for (const language of ['zh', 'en']) {
    const rules = await (await fetch(`${portal.address}/${language}/rules`)).text();
    const { page, complaints } = await visit(browser, {
      url: `${portal.address}/${language}/check`,
      size: sizes.phone,
    });
    for (const answers of everyWay()) {
      await page.evaluate((to) => {
        location.hash = to;
      }, toFragment(answers));
      await page.locator('.verdict h1').waitFor();
      expect((await page.locator('.verdict h1').innerText()).length).toBeGreaterThan(3);
      const rule = await page.locator('.card a[href*="/rules"]').getAttribute('href');
      expect(rules).toContain(`id="${rule?.split('#')[1] ?? 'main'}"`);
    }
    expect(complaints).toEqual([]);
    await page.close();
  }
});

async function answer(page: Page, { choose, on }: { readonly choose: string; readonly on: string }) {
  await page.locator(`input[value="${choose}"]`).check({ force: true });
  const heading = await page.locator('h1').innerText();
  await page.getByRole('button', { name: on }).click();
  await page.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, heading);
}
