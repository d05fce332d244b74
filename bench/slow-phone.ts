import type { Browser, Page } from 'playwright-core';

/** A phone of some years ago on a slow line: a processor four times slower, 1.6 Mbit/s, 150 ms there and back. */
export const phone = { width: 390, height: 844 } as const;
export const slowdown = 4;
const line = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 } as const;

/** A page of its own on that phone, with nothing kept from before. The caller closes its context. */
export async function slowPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}
