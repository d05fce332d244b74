/** How somebody goes through their cases in a test: signed in, over a line that loses answers. */
import type { Browser, Page } from 'playwright-core';
import { signIn } from '../../ui/journey.testing.ts';
import { type Size, sizes, visit } from '../../ui/portal.testing.ts';
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
  await signIn(page, { loginName, password });
  await page.locator('#login-name').waitFor({ state: 'detached' });
  return visited;
}
