import type { Page } from 'playwright-core';

/** As the second of two quick presses would, where the next button came to lie under the finger; both by their selectors. */
export function pressTheNextAtOnce(
  page: Page,
  presses: { readonly first: string; readonly next: string },
): Promise<void> {
  return page.evaluate(
    ({ first, next }) =>
      new Promise<void>((pressed) => {
        const seen = new MutationObserver(() => {
          const button = document.querySelector<HTMLElement>(next);
          if (!button) return;
          seen.disconnect();
          button.click();
          pressed();
        });
        seen.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(first)?.click();
      }),
    presses,
  );
}
