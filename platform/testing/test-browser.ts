import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that vitest.config.ts found; empty where there is none. */
    readonly chromium: string;
  }
}

/** A real browser for a test, one that asks nothing of anybody by itself. The caller shuts it. */
export async function testBrowser(): Promise<Browser> {
  const executablePath = inject('chromium');
  if (executablePath === '') throw new Error('no browser was found: npm run setup -- --for-tests');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
