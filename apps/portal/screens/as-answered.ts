import type { Page } from 'playwright-core';

/** What the agency answers in a picture of a moment that a demo does not come to by itself. */
export async function answered(
  page: Page,
  at: string,
  answer: { readonly status: number; readonly json: object },
): Promise<void> {
  await page.route(at, (route) => route.fulfill(answer));
}

/** A refusal by its code alone, where the page has words of its own for it. */
export function refusal(code: string, places: readonly string[] = []): object {
  const text = { zh: code, en: code };
  const problems = places.map((path) => ({ path, detail: text }));
  return { code, detail: text, next: text, instance: null, problems };
}
