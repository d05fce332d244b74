/** The checker as people use it: in a browser, on a phone and at a desk, in both languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { testBrowser } from '#platform/testing';
import type { Answers } from '../../ui/checker-answers.ts';
import { barriers, inFull, portalAlone, sideways, sizes, viewsOf, visit } from '../../ui/portal.testing.ts';
import { verdictOf } from './verdict.ts';
import { everyPress, everyWay, type Press, somebody } from './walk.testing.ts';

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

describe.each(viewsOf('zh', 'phone'))('the checker in %s on a %s', (language, size) => {
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
    await page.locator('main:not([data-coming]) .verdict h1').waitFor();
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
  expect(await page.locator('#main h1').innerText()).toBe('On which day did you leave, or will you?');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('#what-settle:checked').waitFor();
  await page.goBack();
  await page.locator('#left').waitFor();
  await page.close();
});

test('who chooses on a slow line before the program is there has chosen', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/en/rules`, size: sizes.phone });
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/check-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`${portal.address}/en/check`, { waitUntil: 'commit' });
  await page.locator('#what-settle').check({ force: true });
  arrive();
  await page.locator('.opt.sel #what-settle').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('#left').waitFor();
  await page.close();
});

test('whoever’s result does not come is told so and asks again, with every answer kept', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/en/rules`, size: sizes.phone });
  await page.route('**/result-page-*.js', (route) => route.abort('connectionreset'));
  await page.goto(`${portal.address}/en/check#what=settle&left=2026-09-15&retired-then=no`);
  await answer(page, { choose: 'still', on: 'Continue' });
  await page.getByRole('heading', { name: 'Your result did not load' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Your result did not load' }).waitFor();
  await page.unroute('**/result-page-*.js');
  // Where the browser keeps the failure the page loads itself anew, and has the result by then.
  await page
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await page.locator('.verdict h1').waitFor();
  expect(page.url()).toContain('roster=still');
  await page.close();
});

test('what an answer leads to is drawn before it is given, where nobody sees or reaches it, and giving it shows just that', async () => {
  const { page, complaints } = await visit(browser, {
    url: `${portal.address}/en/check`,
    size: sizes.phone,
  });
  for (const [choice, comes] of [
    ['#what-money', '.verdict'],
    ['#what-elsewhere', '#filing-confirmed'],
    ['#filing-confirmed', '.verdict'],
  ] as const) {
    await page.locator(choice).check({ force: true });
    const ahead = page.locator(`main.ahead:has(${comes})`);
    await ahead.waitFor({ state: 'attached' });
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.locator('main.ahead .result-end').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (choice === '#what-money') continue;
    await ahead.evaluate((drawn) => drawn.setAttribute('data-drawn', ''));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator(`#main[data-drawn] h1:focus`).waitFor();
    await page.locator('#main[data-drawn]').evaluate((drawn) => drawn.removeAttribute('data-drawn'));
  }
  await page.locator('.result-end').waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test('who goes back without giving what they chose finds what they gave, though what comes was drawn', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/en/check`, size: sizes.phone });
  await answer(page, { choose: 'elsewhere', on: 'Continue' });
  await page.locator('#filing-confirmed').check({ force: true });
  await page.locator('main.ahead .verdict').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('#what-elsewhere:checked').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('#filing-confirmed').waitFor({ state: 'attached' });
  expect(await page.locator('#main input:checked').count()).toBe(0);
  await page.close();
});

test('who goes on without an answer is told what to fill in, in the same words at the top and at the field', async () => {
  const { page } = await visit(browser, { url: `${portal.address}/en/check`, size: sizes.phone });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.errors:focus').waitFor();
  expect(await page.locator('.errors a').innerText()).toBe('Choose one of the answers');
  expect(await page.locator('.problem').innerText()).toBe('Choose one of the answers');
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

const today = shanghaiDate(new Date());
// Half of them in each language, and with `npm run e2e` all in both.
const inLanguages = (['zh', 'en'] as const).map((language, place) => ({
  ...{ language, presses: everyPress(language, today).filter((_, at) => inFull || at % 2 === place) },
}));

test.each(inLanguages)(
  'every answer to every question leads on, to each outcome of the rules and from there to a rule and to somewhere else, in $language',
  async ({ language, presses }) => {
    const rules = await (await fetch(`${portal.address}/${language}/rules`)).text();
    const { page, complaints } = await visit(browser, {
      url: `${portal.address}/${language}/check`,
      size: sizes.phone,
    });
    for (const press of presses) {
      const shown = await page.evaluate(pressed, press);
      expect(shown.heading, press.to).toBe(press.heading);
      expect(shown.fragment, press.to).toBe(press.to);
      if (press.outcome === null) continue;
      expect(shown.rule, press.to).toBeTruthy();
      expect(rules).toContain(`id="${shown.rule?.split('#')[1] ?? 'main'}"`);
      expect(shown.ways, press.to).toBeGreaterThan(1);
    }
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test('whoever presses every answer has come to every outcome that the rules have for anybody', () => {
  const outcomeOf = (answers: Answers) => {
    const { kind, option } = verdictOf({ ...somebody, today, answers });
    return `${kind} ${option?.ground ?? ''}`;
  };
  const all = new Set(everyWay({}, today).map(outcomeOf));
  const reached = inLanguages.flatMap(({ presses }) => presses.flatMap(({ outcome }) => outcome ?? []));
  expect([...new Set(reached)].sort()).toEqual([...all].sort());
  const kinds = ['cannot', 'no-ground', 'not-yet', 'unclear', 'yes'];
  expect([...new Set([...all].map((outcome) => outcome.split(' ')[0]))].sort()).toEqual(kinds);
});

/** Runs in the page: goes to the question, gives the answer as somebody would, and tells what comes. */
async function pressed({ from, choose, to, outcome }: Press) {
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (there: () => unknown) => {
    for (let tries = 0; !there() && tries < 600; tries += 1) await frame();
  };
  location.hash = from;
  const first = typeof choose === 'string' ? choose : '#left';
  await until(() => document.querySelector(first));
  if (typeof choose === 'string') document.querySelector<HTMLInputElement>(choose)?.click();
  else
    for (const [at, id] of ['left', 'left-month', 'left-day'].entries()) {
      const field = document.querySelector<HTMLInputElement>(`#${id}`);
      // As typing does: React hears of a value that it did not set itself.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, choose[at]);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    }
  await frame();
  const before = document.querySelector('h1');
  document.querySelector<HTMLButtonElement>('form .btn.primary')?.click();
  await until(
    () => location.hash === `#${to}` && document.querySelector('main:not([aria-busy]) h1') !== before,
  );
  // The end of a result comes a moment after its heading.
  await until(() => document.querySelector(outcome === null ? 'h1' : '.result-end a, .result-end button'));
  return {
    heading: document.querySelector<HTMLElement>('h1')?.innerText,
    fragment: location.hash.slice(1),
    rule: document.querySelector('.card a[href*="/rules"]')?.getAttribute('href'),
    /** What leads on from a result. */
    ways: document.querySelectorAll('main a[href], main button').length,
  };
}

async function answer(page: Page, { choose, on }: { readonly choose: string; readonly on: string }) {
  await page.locator(`input[value="${choose}"]`).check({ force: true });
  const heading = await page.locator('#main h1').innerText();
  await page.getByRole('button', { name: on }).click();
  await page.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, heading);
}
