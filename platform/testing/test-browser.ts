import type { Browser, BrowserContext } from 'playwright-core';
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

/** A real browser for a test file, with windows of its own, which its `close` closes. The caller closes it. */
export async function testBrowser(): Promise<Browser> {
  const executablePath = inject('chromium');
  if (executablePath === '') throw new Error('no browser was found: npm run setup -- --for-tests');
  if (!(await running?.catch(() => undefined))?.isConnected()) running = launchBrowser(executablePath);
  return withOwnWindows(await (running as Promise<Browser>)); // it was launched a line ago, where it was not
}

function withOwnWindows(browser: Browser): Browser {
  const opened = new Set<BrowserContext>();
  const own: Partial<Browser> = {
    async newContext(options) {
      const context = await browser.newContext(options);
      opened.add(context);
      context.once('close', () => opened.delete(context));
      return context;
    },
    async newPage(options) {
      const page = await browser.newPage(options);
      opened.add(page.context());
      page.context().once('close', () => opened.delete(page.context()));
      return page;
    },
    async close() {
      await Promise.all([...opened].map((context) => context.close()));
    },
  };
  return new Proxy(browser, {
    get: (target, name) => {
      const value = Reflect.get(name in own ? own : target, name);
      return typeof value === 'function' && !(name in own) ? value.bind(target) : value;
    },
  });
}
