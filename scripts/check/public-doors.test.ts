import { expect, test } from 'vitest';
import { checkPublicDoors } from './public-doors.ts';

function complaintsOf(files: Record<string, string>): readonly string[] {
  return checkPublicDoors(new Map(Object.entries(files))).map(({ path, says }) => `${path} ${says}`);
}

test.each([
  ['Node', "import { readFileSync } from 'node:fs';"],
  ['a package of the server', "import { Pool } from 'pg';"],
  ['the database', "import { open } from '#platform/postgres';"],
  ['a Node global', 'export const key = () => Buffer.from([1]);'],
])('follows a public door to %s, however far behind it', (_what, line) => {
  const complaints = complaintsOf({
    'business/withdrawal/public.ts': "export { ground } from './grounds/all.ts';\n",
    'business/withdrawal/grounds/all.ts': "import { rule } from '#engines/rules';\n",
    'engines/rules/index.ts': "export { rule } from './rule.ts';\n",
    'engines/rules/rule.ts': `${line}\n`,
  });
  expect(complaints).toEqual([
    expect.stringMatching(/^engines\/rules\/rule\.ts .*business\/withdrawal\/public\.ts reaches it/),
  ]);
});

test('follows the portal’s pages and what they are made of, but not what builds and serves them', () => {
  const complaints = complaintsOf({
    'apps/portal/anyone/inquiry/check.tsx': "import { bar } from '../../ui/bar.tsx';\n",
    'apps/portal/ui/bar.tsx': "import { join } from 'node:path';\n",
    'apps/portal/server/serve.ts': "import { join } from 'node:path';\n",
    'apps/portal/ui/visit.testing.ts': "import { join } from 'node:path';\n",
  });
  expect(complaints).toEqual([expect.stringMatching(/^apps\/portal\/ui\/bar\.tsx node:path/)]);
});

test('leaves alone what no public door reaches', () => {
  expect(
    complaintsOf({
      'business/withdrawal/index.ts': "export { a } from './store.ts';\n",
      'business/withdrawal/store.ts': "import 'pg';\n",
    }),
  ).toEqual([]);
});

test('lets zod pass, which runs in a browser', () => {
  expect(complaintsOf({ 'business/access/public.ts': "import { z } from 'zod';\n" })).toEqual([]);
});
