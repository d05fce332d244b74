import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { testBrowser } from '#platform/testing';
import { type ServedAgency, servedAgency } from './agency.testing.ts';

/** An agency with its pages for the tests of a file, and a browser to open them in; both end with the file. */
export async function agencyInBrowser(): Promise<{
  readonly agency: ServedAgency;
  readonly browser: Browser;
}> {
  const agency = await servedAgency();
  const browser = await testBrowser();
  afterAll(() => browser.close());
  return { agency, browser };
}
