import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { payeeProblems, payeeSchema } from '#business/payments';
import { payeeSays } from './payee-says.ts';

const root = dirname(dirname(import.meta.dirname));

test('the help on accounts names examples, at home and abroad, that are taken as they are', () => {
  const files = payeeSays.match(/scenarios\/examples\/[a-z-]+\.json/g) ?? [];
  expect(files).toHaveLength(2);
  for (const file of files) {
    const account = payeeSchema.parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
    expect(payeeProblems(account), file).toEqual([]);
  }
});
