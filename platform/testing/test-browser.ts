import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that vitest.config.ts found; empty where there is none. */
    readonly chromium: string;
  }
}

/** A real browser for a test. The caller shuts it. */
export async function testBrowser(): Promise<Browser> {
  const executablePath = inject('chromium');
  if (executablePath === '') throw new Error('no browser was found: npm run setup -- --for-tests');
  return launchBrowser(executablePath);
}
