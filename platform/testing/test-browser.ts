import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that vitest.config.ts found; empty where there is none. */
    readonly chromium: string;
  }
}

/** Starting one takes seconds, so the files that one worker runs share it; it ends with the worker. */
let running: Promise<Browser> | undefined;

/** A real browser for a test file; its `close` closes what the file opened. The caller closes it. */
export async function testBrowser(): Promise<Browser> {
  const executablePath = inject('chromium');
  if (executablePath === '') throw new Error('no browser was found: npm run setup -- --for-tests');
  if (!(await running?.catch(() => undefined))?.isConnected()) running = launchBrowser(executablePath);
  return withoutItsEnd(await (running as Promise<Browser>)); // it was launched a line ago, where it was not
}

/** One file after the other uses it, and each closes what it opened. */
function withoutItsEnd(browser: Browser): Browser {
  const close = async () => void (await Promise.all(browser.contexts().map((each) => each.close())));
  return new Proxy(browser, {
    get(target, name) {
      const value = name === 'close' ? close : Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
