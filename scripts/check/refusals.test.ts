import { expect, test } from 'vitest';
import { checkRefusals } from './refusals.ts';

const list =
  "export const registryRefusals = defineRefusals({\n  'registry.no-person': {\n    kind: 'not-found',\n  },\n});\n";
const documented = {
  'business/registry/refusals.ts': list,
  'docs/refusals.md': '### `registry.no-person`\n',
};

function complaintsOf(files: Record<string, string>): readonly string[] {
  return checkRefusals(new Map(Object.entries(files))).map(
    ({ path, line, says }) => `${path}:${line} ${says}`,
  );
}

test('a documented list is fine', () => {
  expect(complaintsOf(documented)).toEqual([]);
});

test('refuses a code that is not documented', () => {
  expect(complaintsOf({ ...documented, 'docs/refusals.md': '' })).toEqual([
    'business/registry/refusals.ts:2 registry.no-person is not in docs/refusals.md; run `npm run docs`',
  ]);
});

test('refuses a code under another folder’s name, and one that is declared twice', () => {
  const complaints = complaintsOf({ ...documented, 'business/payments/refusals.ts': list });
  expect(complaints).toEqual([
    expect.stringContaining('does not begin with the name of its folder'),
    expect.stringContaining('is declared twice'),
  ]);
});

test('refuses a code that is used and declared nowhere', () => {
  const use = "export function f() {\n  return refuse({ code: 'registry.no-persn' });\n}\n";
  expect(complaintsOf({ ...documented, 'business/registry/find.ts': use })).toEqual([
    'business/registry/find.ts:2 registry.no-persn stands in no refusals.ts',
  ]);
});

test('refuses a code that a guard of the database raises and no list declares', () => {
  const sql = "RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';\n";
  expect(complaintsOf({ ...documented, 'migrations/0003-registry.sql': sql })).toEqual([
    'migrations/0003-registry.sql:1 registry.import-closed stands in no refusals.ts',
  ]);
});
