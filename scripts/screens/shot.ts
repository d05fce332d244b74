import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export interface View {
  readonly language: 'zh' | 'en';
  readonly size: 'phone' | 'desk';
}

export const views: readonly View[] = (['zh', 'en'] as const).flatMap((language) =>
  (['phone', 'desk'] as const).map((size) => ({ language, size })),
);

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;

/** Something to be photographed in every view. */
export interface Shot {
  readonly name: string;
  /** A new page in a context of its own, which remembers nothing. */
  readonly show: (browser: Browser, view: View) => Promise<Page>;
}

export interface Shots {
  readonly shots: readonly Shot[];
  close(): Promise<void>;
}

/** Writes one picture a view; answers the files. */
export async function writeShots(
  browser: Browser,
  { shot, folder }: { readonly shot: Shot; readonly folder: string },
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const view of views) {
    const page = await shot.show(browser, view);
    const file = join(folder, `${shot.name.replaceAll('/', '-')}.${view.language}.${view.size}.png`);
    await showWhole(page);
    // What is as high as the window has grown with it; what comes below it has to be seen as well.
    await page.screenshot({ path: file, fullPage: true });
    files.push(file);
    await page.context().close();
  }
  return files;
}

/** The window grows to the page, so that what sticks to its foot is seen at the foot. */
async function showWhole(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? sizes.phone;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
}
