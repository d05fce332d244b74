/** The pages besides the checker: on a phone and at a desk, in big type, in both languages; and where their links lead. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import { barriers, inFull, portalAlone, sideways, sizes } from '../ui/portal.testing.ts';

const paths = ['', 'check', 'rules', 'status', 'transfer-times', 'verify', 'help', 'accessibility', 'heirs'];
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

// In their usual size `screens.e2e.test.ts` looks at every page.
describe.each([
  ['en', 'phone', true],
  ['zh', 'desk', true],
] as const)('the public pages in %s on a %s, in big type: %s', (language, size, big) => {
  test('show nobody a barrier, are never wider than the window, and break no rule of the server', async () => {
    const page = await browser.newPage({ viewport: { ...sizes[size] } });
    if (big) await page.addInitScript(() => localStorage.setItem('suixing.type', 'big'));
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (said) => /security policy|hydrat/i.test(said.text()) && complaints.push(said.text()));
    for (const [at, path] of [...paths, 'no-such-page'].entries()) {
      // Half of them in each view, and with `npm run e2e` all in both.
      if (!inFull && at % 2 !== (language === 'en' ? 0 : 1)) continue;
      await page.goto(`${portal.address}/${language}/${path}`);
      expect(await page.evaluate(() => document.documentElement.dataset.type ?? '')).toBe(big ? 'big' : '');
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      });
      expect(await barriers(page), path).toEqual([]);
      expect(await sideways(page), path).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('what was put by for a page in the other language is gone on every other page', async () => {
  const page = await browser.newPage();
  const put = (path: string) =>
    page.evaluate((of) => sessionStorage.setItem('suixing.along', JSON.stringify({ path: of })), path);
  const stands = () => page.evaluate(() => sessionStorage.getItem('suixing.along') !== null);
  await page.goto(`${portal.address}/zh/help`);
  await put('/en/help');
  await page.goto(`${portal.address}/en/help`);
  expect(await stands()).toBe(true);
  await page.goto(`${portal.address}/en/rules`);
  expect(await stands()).toBe(false);
  // One address may begin with another, as all of those of whoever has signed in do.
  for (const path of ['/', '/en', '/en/my/']) {
    await put(path);
    await page.goto(`${portal.address}/en/rules`);
    expect(await stands(), path).toBe(false);
  }
  await page.close();
});

/** The pages that need more than a drawing, and the checker where it asks for a day and where it answers. */
const narrowToo = [
  'account-inquiry',
  'heir',
  'widget-demo',
  'check#what=settle',
  'check#what=settle&left=2026-09-15&retired-then=no&roster=still',
  'check#what=move&retired=no&insured=stopped',
  'check#what=death&heirs=no',
  'check#what=money',
];

test('on the narrowest phone, 320 wide, nobody scrolls a public page sideways, in either language and in both sizes of type', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const wider: string[] = [];
  for (const [place, language] of ['zh', 'en'].entries())
    for (const [at, path] of [...paths, ...narrowToo].entries()) {
      // Half of them in each language, and with `npm run e2e` all in both.
      if (!inFull && at % 2 !== place) continue;
      // Another fragment of the same page would not load it again.
      await page.goto('about:blank');
      await page.goto(`${portal.address}/${language}/${path}`);
      await page.locator('main:not([aria-busy], [data-coming]) h1, h1:not(main h1)').first().waitFor();
      for (const type of ['usual', 'big']) {
        await page.evaluate((size) => {
          document.documentElement.dataset.type = size;
          for (const each of document.querySelectorAll('details')) each.open = true;
        }, type);
        if ((await sideways(page)) > 0) wider.push(`${language}/${path}, ${type}`);
      }
    }
  expect(wider).toEqual([]);
  await page.close();
});

test('no link on any page leads nowhere, to another server, or to an anchor that is not there', async () => {
  const drawn = new Map<string, string>();
  const read = async (path: string) => {
    const known = drawn.get(path);
    if (known !== undefined) return known;
    const answer = await fetch(`${portal.address}${path}`);
    const text = answer.status === 200 ? await answer.text() : '';
    drawn.set(path, text);
    return text;
  };
  const wrong: string[] = [];
  for (const language of ['zh', 'en'])
    for (const path of paths) {
      const here = `/${language}/${path}`;
      for (const [, href = ''] of (await read(here)).matchAll(/href="([^"]*)"/g)) {
        if (href.startsWith('tel:')) continue;
        const to = new URL(href, `${portal.address}${here}`);
        const there = to.origin === portal.address ? await read(to.pathname) : '';
        const anchored = to.hash === '' || there.includes(`id="${to.hash.slice(1)}"`);
        if (there === '' || !anchored) wrong.push(`${here} → ${href}`);
      }
    }
  expect(wrong).toEqual([]);
});

test('the second press of a button follows no link that came to lie under it meanwhile', async () => {
  const page = await browser.newPage({ viewport: { ...sizes.phone } });
  await page.goto(`${portal.address}/en/help`);
  const followed = (detail: number) =>
    page.evaluate((times) => {
      const press = new MouseEvent('click', { detail: times, bubbles: true, cancelable: true });
      // Asked last of all, whether it would be followed; and then it is not.
      addEventListener('click', (click) => click.preventDefault(), { once: true });
      let stopped = false;
      document.addEventListener('click', (click) => (stopped = click.defaultPrevented), { once: true });
      document.querySelector('.all-pages a')?.dispatchEvent(press);
      return !stopped;
    }, detail);
  expect([await followed(1), await followed(2)]).toEqual([true, false]);
  await page.close();
});

test('who mistypes an address finds a page with the ways on, a program its own answer, and the first page needs no slash', async () => {
  const ask = (path: string, accept: string) =>
    fetch(`${portal.address}${path}`, { headers: { accept }, redirect: 'manual' });
  const browsers = 'text/html,*/*;q=0.8';
  const page = await ask('/en/nonsense', browsers);
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(await page.text()).toContain('<h1>There is no such page</h1>');
  expect(await (await ask('/zh/nonsense', browsers)).text()).toContain('<h1>没有这一页</h1>');
  for (const [path, accept] of [
    ['/zh/nonsense', 'application/json'],
    ['/api/v1/nothing', browsers],
  ] as const) {
    const answer = await ask(path, accept);
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([
      404,
      'application/json; charset=utf-8',
    ]);
  }
  const first = await ask('/zh', browsers);
  expect([first.status, first.headers.get('location')]).toEqual([308, '/zh/']);
});
