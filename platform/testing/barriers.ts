import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the accessibility rules find wrong with the page as it stands, each with where. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // Reading it takes longer than using it, and a page that stays has it from the last time.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(options: { resultTypes: readonly string[] }): Promise<{ violations: Violation[] }> };
      }
    ).axe.run({ resultTypes: ['violations'] });
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly string[] }[];
    }
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  });
}
