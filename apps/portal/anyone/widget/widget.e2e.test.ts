/** The widget as other sites load it: on a page of another origin that does its worst, and on the page that shows it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testBrowser } from '#platform/testing';
import { barriers, portalAlone, sideways, sizes, viewsOf, visit } from '../../ui/portal.testing.ts';

let browser: Browser;
let portal: Awaited<ReturnType<typeof portalAlone>>;
let host: Awaited<ReturnType<typeof otherSite>>;

beforeAll(async () => {
  portal = await portalAlone();
  host = await otherSite(portal.address);
  browser = await testBrowser();
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  await portal?.stop();
});

const script = () => `${portal.address}/widget/suixing-inquiry.js`;

test('the widget is one file of at most 45 kB that uses no library, and any site may load it', async () => {
  const sent = await fetch(script(), { headers: { origin: 'https://jobs.example' } });
  const text = await sent.text();
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(45_000);
  expect(text).not.toMatch(/react|import\(|fetch\(|XMLHttpRequest|sendBeacon|localStorage|cookie/i);
  expect(Object.fromEntries(sent.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, no-cache',
  });
  const again = await fetch(script(), { headers: { 'if-none-match': sent.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('on a page with a strict policy and hostile styles the widget looks as it does on an empty page', async () => {
  const plain = await visit(browser, { url: `${host.address}/plain`, size: sizes.phone });
  const hostile = await visit(browser, { url: `${host.address}/hostile`, size: sizes.phone });
  const look = async (page: Page) => {
    await page.locator('suixing-inquiry h3').waitFor();
    return page.evaluate(() => {
      const root = document.querySelector('suixing-inquiry')?.shadowRoot;
      return [...(root?.querySelectorAll('h2, h3, label, b, small, p, .btn') ?? [])].map((each) => {
        const { fontSize, color, display, fontFamily } = getComputedStyle(each);
        return `${each.tagName} ${fontSize} ${color} ${display} ${fontFamily}`;
      });
    });
  };
  expect(await look(hostile.page)).toEqual(await look(plain.page));
  expect(await barriers(plain.page)).toEqual([]);
  expect(await sideways(plain.page)).toBe(0);
  expect([...plain.complaints, ...hostile.complaints]).toEqual([]);
  await plain.page.close();
  await hostile.page.close();
});

test('by keyboard alone somebody comes to the answer; the page around hears its kind and nothing else, and nothing is sent', async () => {
  const { page, asked, complaints } = await visit(browser, {
    url: `${host.address}/hostile`,
    size: sizes.desk,
  });
  await hear(page);
  await page.locator('suixing-inquiry input').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('suixing-inquiry h3:focus', { hasText: 'On which day' }).waitFor();
  await page.keyboard.press('Tab');
  for (const part of ['2026', '9', '15']) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  for (const heading of ['were you retired', 'Has your employer']) {
    await page.locator('suixing-inquiry h3:focus', { hasText: heading }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.locator('suixing-inquiry h3.answer:focus').waitFor();
  expect(await page.locator('h3.answer').innerText()).toBe('Not yet. One step is missing');
  expect(await heard(page)).toEqual([{ outcome: 'not-yet' }]);
  expect(await barriers(page)).toEqual([]);
  const link = await page.locator('suixing-inquiry a.btn').getAttribute('href');
  expect(link).toBe(`${portal.address}/en/check#what=settle&left=2026-09-15&retired-then=no&roster=still`);
  expect(asked.map((url) => new URL(url).pathname).sort()).toEqual([
    '/hostile',
    '/hostile.css',
    '/widget/suixing-inquiry.js',
  ]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('the widget follows its language and region, keeps what was answered, and says where there are no rules', async () => {
  const { page } = await visit(browser, { url: `${host.address}/plain`, size: sizes.phone });
  const set = (name: string, value: string) =>
    page
      .locator('suixing-inquiry')
      .evaluate((widget, given) => widget.setAttribute(...given), [name, value] as [string, string]);
  await page.getByText('I have moved to work').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await set('lang', 'zh');
  await page.getByRole('heading', { name: '已经办了退休吗？' }).waitFor();
  await page.getByText('退休了').click();
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('heading', { name: '这样不能转移' }).waitFor();
  await page.getByRole('button', { name: '改答案' }).click();
  await page.getByRole('radio', { name: '退休了', checked: true }).waitFor({ state: 'attached' });
  await set('region', '510100');
  await page.getByRole('button', { name: '继续' }).click();
  expect(await page.locator('suixing-inquiry a.btn').count()).toBe(0);
  await set('region', '999999');
  await page.getByRole('heading', { name: '这里没有这个地区的规则：999999' }).waitFor();
  await page.close();
});

test('who goes on in the widget without an answer is told at the field, where the focus goes', async () => {
  const { page } = await visit(browser, { url: `${host.address}/plain`, size: sizes.phone });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').filter({ hasText: 'Choose one of the answers' }).waitFor();
  await page.locator('suixing-inquiry input:focus').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

describe.each(viewsOf('en', 'desk'))('the page that shows the widget, in %s on a %s', (language, size) => {
  test('shows it on a made-up job board and what that board hears, and nobody meets a barrier', async () => {
    const url = `${portal.address}/${language}/widget-demo`;
    const { page, complaints } = await visit(browser, { url, size: sizes[size] });
    await page.locator('suixing-inquiry input[value=money]').check({ force: true });
    await page.locator('suixing-inquiry .btn').click();
    await page.locator('suixing-inquiry h3.answer:focus').waitFor();
    expect(await page.locator('[data-does=hear]').innerText()).toBe('{"outcome":"no-ground"}');
    expect(await page.locator('pre').innerText()).toContain(`src="${script()}"`);
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Somebody else's site: an empty page, and one that does all that a page's styles can do. */
async function otherSite(
  portalAddress: string,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const body = (style: string) =>
    `<!doctype html><html lang="en"><head><title>Jobs</title><meta name="viewport" content="width=device-width">${style}<script src="${portalAddress}/widget/suixing-inquiry.js" defer></script></head><body><main><h1>Jobs</h1><suixing-inquiry region="440300"><a href="${portalAddress}/en/check">Can I transfer?</a></suixing-inquiry></main></body></html>`;
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/plain': ['text/html', body('')],
    '/hostile': ['text/html', body('<link rel="stylesheet" href="/hostile.css">')],
    '/hostile.css': [
      'text/css',
      'html{font-size:5px}*{font:italic 40px serif!important;color:red!important;text-transform:uppercase!important;letter-spacing:9px!important;--primary:red!important}input,label,h3{display:none!important}',
    ],
  };
  const server: Server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.setHeader('Content-Type', type);
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; script-src ${portalAddress}; img-src data:`,
    );
    response.end(text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

async function hear(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: unknown[] = [];
    Object.assign(globalThis, { said });
    document.addEventListener('suixing-result', (event) => said.push((event as CustomEvent).detail));
  });
}

function heard(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(() => (globalThis as unknown as { said: readonly unknown[] }).said);
}
