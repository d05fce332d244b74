import { expect, test } from 'vitest';
import { checkStoreys } from './storeys.ts';

function complaintsOf(files: Record<string, string>): readonly string[] {
  return checkStoreys(new Map(Object.entries(files))).map(
    ({ path, line, says }) => `${path}:${line} ${says}`,
  );
}

function importing(specifier: string): string {
  return `import { a } from '${specifier}';\n`;
}

test.each([
  ['a basic that uses a package', 'basics/money.ts', 'zod', 'uses none'],
  ['law that uses Node', 'law/rates.ts', 'node:fs', 'uses none'],
  ['law that knows an engine', 'law/rates.ts', '#engines/rules', 'may import basics'],
  ['an engine that knows another engine', 'engines/casework/open.ts', '#engines/ledger', 'goes up or aside'],
  ['an engine that knows the law', 'engines/rules/decide.ts', '#law', 'goes up or aside'],
  ['a platform that knows business', 'platform/http/open.ts', '#business/access', 'goes up or aside'],
  ['business that knows an app', 'business/payments/pay.ts', '#apps/api', 'goes up or aside'],
  [
    'a procedure that knows another one',
    'business/withdrawal/open.ts',
    '#business/transfer',
    'another procedure',
  ],
  [
    'a procedure that reads another one in public',
    'business/transfer/a.ts',
    '#business/withdrawal/public',
    'another',
  ],
  ['a record that knows a procedure', 'business/registry/a.ts', '#business/withdrawal', 'knows none'],
  ['an inquiry behind the public door', 'business/inquiry/a.ts', '#business/withdrawal', 'public door only'],
  [
    'a decision that touches the database',
    'business/withdrawal/decide-it.ts',
    '#platform/postgres',
    'stays pure',
  ],
  [
    'a ground that touches the database',
    'business/withdrawal/grounds/death.ts',
    '#platform/postgres',
    'stays pure',
  ],
  ['a climb of two folders', 'business/withdrawal/grounds/death.ts', '../../registry/person.ts', 'climbs'],
  [
    'a path into the next room',
    'business/withdrawal/open.ts',
    '../registry/person.ts',
    'import #business/registry',
  ],
  [
    'a door deeper than the room',
    'apps/api/main.ts',
    '#business/withdrawal/grounds',
    'deeper than the front door',
  ],
  ['the own door from inside', 'business/withdrawal/open.ts', '#business/withdrawal', 'relative import'],
  ['the own door by path', 'business/withdrawal/open.ts', './index.ts', 'own front door'],
  ['test tools outside tests', 'business/withdrawal/open.ts', '#platform/testing', 'for tests only'],
])('refuses %s', (_what, path, specifier, says) => {
  expect(complaintsOf({ [path]: importing(specifier) })).toEqual([expect.stringContaining(says)]);
});

test.each([
  ['business/withdrawal/open.ts', '#engines/casework'],
  ['business/withdrawal/open.ts', '#business/registry'],
  ['business/withdrawal/grounds/death.ts', '../withdrawal.ts'],
  ['business/inquiry/answer.ts', '#business/withdrawal/public'],
  ['business/withdrawal/open.db.test.ts', '#platform/testing'],
  ['engines/ledger/store.ts', '#platform/postgres'],
  ['apps/api/main.ts', '#business/withdrawal'],
  ['basics/money.test.ts', 'vitest'],
  ['scenarios/runner.ts', '#scenarios/oracle'],
  ['bench/first-load.ts', '../scripts/setup/browser.mjs'],
])('allows %s to import %s', (path, specifier) => {
  expect(complaintsOf({ [path]: importing(specifier), 'scenarios/oracle/index.ts': '' })).toEqual([]);
});

test('a page climbs two folders to what all pages are made of, and to nothing else', () => {
  const page = 'apps/portal/anyone/inquiry/check.tsx';
  const files = { 'apps/portal/ui/bar.tsx': '', 'apps/portal/heirs/shares/bar.tsx': '' };
  expect(complaintsOf({ ...files, [page]: importing('../../ui/bar.tsx') })).toEqual([]);
  expect(complaintsOf({ ...files, [page]: importing('../../heirs/shares/bar.tsx') })).toEqual([
    expect.stringContaining('climbs'),
  ]);
});

test('what stands an agency up for tests may build on what another app stands up, and a test itself may not reach there', () => {
  const files = { 'apps/gateway/two-agencies.testing.ts': '' };
  const reach = importing('../../gateway/two-agencies.testing.ts');
  expect(complaintsOf({ ...files, 'apps/portal/ui/two-cities.testing.ts': reach })).toEqual([]);
  expect(complaintsOf({ ...files, 'apps/portal/ui/money.test.ts': reach })).toEqual([
    expect.stringContaining('climbs'),
  ]);
});

test('sees imports over several lines, of types only, re-exports and dynamic ones', () => {
  const text = [
    'import {\n  a,\n  type B,\n} from "#law";',
    "import type { C } from '#law';",
    "export { d } from '#law';",
    "export type { E } from '#law';",
    "import '#law';",
    "const later = await import('#law');",
  ].join('\n');
  const lines = checkStoreys(new Map([['engines/rules/a.ts', text]])).map(({ line }) => line);
  expect(lines).toEqual([4, 5, 6, 7, 8, 9]);
});

test('takes no string and no comment for an import', () => {
  const text = "const text = `import { a } from '#apps/api'`;\n// import { a } from '#apps/api';\n";
  expect(complaintsOf({ 'basics/a.ts': text })).toEqual([]);
});

test('refuses a door inside a room and a door that lists no names', () => {
  expect(complaintsOf({ 'engines/rules/parts/index.ts': '' })).toEqual([
    expect.stringContaining('a door inside a room'),
  ]);
  expect(complaintsOf({ 'engines/rules/index.ts': "export * from './a.ts';\n" })).toEqual([
    expect.stringContaining('lists its names'),
  ]);
});
