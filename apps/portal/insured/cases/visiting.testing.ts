/** How somebody goes through their cases in a test: signed in, by keyboard, over a line that loses answers. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers, type Size, sideways, sizes, visit } from '../../ui/portal.testing.ts';
import { password } from '../../ui/two-cities.testing.ts';

/** The server does what it is asked; the first answer to it never arrives. Tells which keys were sent, and how often. */
export async function loseAnswers(page: Page, address: string) {
  const writes = { keys: new Set<string>(), count: 0 };
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    writes.keys.add(route.request().headers()['idempotency-key'] ?? '');
    writes.count += 1;
    if (writes.count > 1) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  return writes;
}

/** Goes on with the tab key until something of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: at } = document;
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`) : null;
      return (label ?? at)?.textContent?.trim();
    });
    if (focused === name) return;
  }
  throw new Error(`nothing is reached that is called ${name}`);
}

export interface Opening {
  readonly loginName: string;
  readonly path: string;
  readonly size: Size;
}

/** In a browser of its own. */
export async function signedInAt(
  address: string,
  browser: Browser,
  { loginName, path, size }: Opening,
): ReturnType<typeof visit> {
  const visited = await visit(browser, { url: `${address}/${path}`, size: sizes[size] });
  const { page } = visited;
  await page.locator('#login-name').fill(loginName);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('#login-name').waitFor({ state: 'detached' });
  return visited;
}

/** Looked at for barriers and for whatever stands out of the window. */
export async function looked(page: Page, name: string): Promise<void> {
  const { SHOTS: folder } = process.env;
  if (folder) {
    const was = page.viewportSize() ?? sizes.desk;
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: `${folder}/${name}.${size}.png`, fullPage: true });
    }
    await page.setViewportSize(was);
  }
  expect(await barriers(page), name).toEqual([]);
  expect(await sideways(page), name).toBe(0);
}
