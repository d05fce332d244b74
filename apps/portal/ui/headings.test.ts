import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentTitles, requestTitles, titlesByCode } from '#business/letters/public';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';

const root = join(import.meta.dirname, '..');
const beginsSmall = /^[a-z]/;

/** What a page says at the beginning of a line: a heading, a term, what it stands for, a legend, a label, a title. */
const atTheBeginning =
  /(?:<(?:h[1-4]|Heading|dt|dd|legend|summary|th|figcaption)\b[^>]*>|\b(?:title|label|legend|onward)=)\s*\{\s*say\(\s*\{[^{}]*?\ben:\s*['"`]([^'"`]{0,40})/g;

test('in English every heading, term and label of a page begins with a capital', () => {
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  );
  const said = pages.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(atTheBeginning)].map(
      ([, en = '']) => `${path}: ${en}`,
    ),
  );
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((each) => beginsSmall.test(each.split(': ').slice(1).join(': ')))).toEqual([]);
});

test('so does every procedure, state, step and letter, which stand on lines of their own', () => {
  const processes = [withdrawalProcess, ...Object.values({ ...transferProcesses, ...lifeEventProcesses })];
  const names = processes.flatMap(({ name, states, actions }) => [
    name,
    ...[...Object.values(states), ...Object.values(actions)].map((each) => each.name),
  ]);
  const titles = [documentTitles, requestTitles, titlesByCode].flatMap((of) => Object.values(of));
  const small = [...names, ...titles].filter(({ en }) => beginsSmall.test(en));
  expect(small).toEqual([]);
});
