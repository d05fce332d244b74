/** What somebody loads before the first question can be answered; `npm run bench -- first-load` measures how long that takes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalAlone } from '../ui/portal.testing.ts';

let portal: Awaited<ReturnType<typeof portalAlone>>;

beforeAll(async () => {
  portal = await portalAlone();
});

afterAll(() => portal?.stop());

test.each([
  ['zh', '您现在是哪种情况？'],
  ['en', 'What is your situation?'],
])(
  'the checker in %s has its first question in the page, and loads at most 100 kB of program, which the page names at once',
  async (language, question) => {
    const page = await fetch(`${portal.address}/${language}/check`);
    const html = await page.text();
    expect(html).toContain(question);
    const loaded = new Map<string, number>();
    for (const [, source = ''] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) await load(source, loaded);
    expect([...loaded.keys()].length).toBeGreaterThan(1);
    for (const file of loaded.keys()) expect(html).toContain(`="${file}"`);
    expect([...loaded.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100_000);
  },
);

test('who comes again is sent no page that they have already, and never asks for a file again', async () => {
  const page = await fetch(`${portal.address}/zh/check`);
  const tag = page.headers.get('etag') ?? '';
  const again = (known: string, encoding = 'gzip') =>
    fetch(`${portal.address}/zh/check`, {
      headers: { 'if-none-match': known, 'accept-encoding': encoding },
    });
  expect((await again(tag)).status).toBe(304);
  expect((await again(`"other", W/${tag}`)).status).toBe(304);
  // The same page, unpacked, is another answer.
  expect((await again(tag, 'identity')).status).toBe(200);
  expect((await again('"another"')).status).toBe(200);
  const [, file = ''] = /<script[^>]* src="([^"]+)"/.exec(await page.text()) ?? [];
  const kept = (await fetch(new URL(file, portal.address))).headers.get('cache-control');
  expect(kept).toBe('public, max-age=31536000, immutable');
});

/** A file as it is sent, and whatever it imports at once. */
async function load(path: string, loaded: Map<string, number>): Promise<void> {
  if (loaded.has(path)) return;
  const url = new URL(path, portal.address);
  const packed = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
  loaded.set(path, Number(packed.headers.get('content-length')));
  const text = await (await fetch(url)).text();
  for (const [, other = ''] of text.matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g))
    await load(new URL(other, url).pathname, loaded);
}
