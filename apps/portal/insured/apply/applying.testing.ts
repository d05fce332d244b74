import type { Page } from 'playwright-core';
import { testJpeg } from '#platform/testing';
import { tabTo } from '../../ui/tab-to.testing.ts';

/** What the browser complains of, but for who has not signed in yet. */
export function listen(page: Page): () => readonly string[] {
  const complaints: string[] = [];
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return () => complaints.filter((said) => !/status of 401/.test(said));
}

export async function onward(page: Page): Promise<void> {
  await page.locator('.go .btn').click();
}

export async function saved(page: Page): Promise<void> {
  await page.locator('.saved-line', { hasText: /已保存|Saved at/ }).waitFor();
}

export async function typed(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await (['Tab', 'Enter'].includes(key) ? page.keyboard.press(key) : page.keyboard.insertText(key));
}

export async function follow(page: Page, link: string): Promise<void> {
  await tabTo(page, page.locator('.task-list a', { hasText: link }));
  await page.keyboard.press('Enter');
}

/** A file of a byte more than is taken, made where it is chosen. */
export async function chooseHuge(page: Page): Promise<void> {
  await page.locator('#pages').evaluate((input) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'huge.jpg', { type: 'image/jpeg' }));
    (input as HTMLInputElement).files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

export function picture(name: string, height: number) {
  return { name, mimeType: 'image/jpeg', buffer: testJpeg({ height }) };
}

/** Each write arrives, and its first answer is lost on the way back; answers which they were. */
export async function dropEachWriteOnce(page: Page): Promise<readonly string[]> {
  const dropped: string[] = [];
  const seen = new Set<string>();
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    const key = request.headers()['idempotency-key'] ?? '';
    if (request.method() === 'GET' || seen.has(key)) return route.continue();
    seen.add(key);
    await route.fetch();
    dropped.push(`${request.method()} ${new URL(request.url()).pathname.replace('/api/v1', '')}`);
    return route.abort('connectionreset');
  });
  return dropped;
}
