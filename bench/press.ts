import type { Page } from 'playwright-core';

/** What the browser notes of a press: when the finger left the glass, and when the next heading was on the screen. */
interface Press {
  released: number;
  painted: number;
}

/** Runs in the page before its own program. */
export function watchPresses(): void {
  const press: Press = { released: 0, painted: 0 };
  Object.assign(globalThis, { press });
  addEventListener(
    'pointerup',
    ({ timeStamp }) => Object.assign(press, { released: timeStamp, painted: 0 }),
    true,
  );
  // A heading that comes is marked before it is painted, so that the browser tells when it was.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) node.querySelector('h1')?.setAttribute('elementtiming', 'heading');
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries())
      press.painted = (entry as PerformanceEntry & { readonly renderTime: number }).renderTime; // an element's entry has one
  }).observe({ type: 'element' });
}

/**
 * Presses what leads on, and tells how long it took until what comes next was on the screen, in ms. What drives the browser asks
 * nothing of the page between the press and the paint: a question there runs in the page itself, and would be timed with it.
 */
export async function timeOnward(page: Page): Promise<number> {
  const onward = page.locator('main:not(.ahead) form .btn.primary');
  await onward.scrollIntoViewIfNeeded();
  const box = await onward.boundingBox();
  if (!box) throw new Error('the button that leads on is not on the page');
  await page.waitForTimeout(quiet);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await new Promise((go) => setTimeout(go, quiet));
  await page.waitForFunction(() => (globalThis as unknown as { press: Press }).press.painted > 0);
  const { released, painted } = await page.evaluate(() => (globalThis as unknown as { press: Press }).press);
  return painted - released;
}

/** Milliseconds in which nothing is asked of the page. */
const quiet = 400;
