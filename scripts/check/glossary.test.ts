import { expect, test } from 'vitest';
import { checkGlossary } from './glossary.ts';

const code = { 'business/registry/person.ts': 'export interface Person {\n  readonly name: string;\n}\n' };

function complaintsOf(rows: readonly string[], files: Record<string, string> = code): readonly string[] {
  const head = '| 中文 | English | Identifier | Clause |\n| --- | --- | --- | --- |\n';
  const text = head + rows.map((row) => `${row}\n`).join('');
  return checkGlossary(new Map(Object.entries({ ...files, 'docs/glossary.md': text }))).map(
    ({ says }) => says,
  );
}

const person = '| 参保人 | insured person | `Person` | G0.1 |';

test('a complete row whose identifier is in the code is fine', () => {
  expect(complaintsOf([person])).toEqual([]);
});

test.each([
  ['without a Chinese word', '| – | claim | `name` | G5.1 |', 'has no Chinese word'],
  ['without an English word', '| 报销 | – | `name` | G5.1 |', 'has no English word'],
  ['without an identifier', '| 报销 | claim | – | G5.1 |', 'has no identifier'],
  ['whose identifier is not in the code', '| 报销 | claim | `Claim` | G5.1 |', 'occurs nowhere'],
  ['that is listed twice', person, 'is listed twice'],
])('refuses a row %s', (_what, row, says) => {
  expect(complaintsOf([person, row])).toEqual([expect.stringContaining(says)]);
});

test('a word whose code comes later may wait, until its code is there', () => {
  const later = ['## Words whose code comes later', '| 报销 | claim | `Claim` | G5.1 |'];
  expect(complaintsOf([person, ...later])).toEqual([]);
  const withClaim = { ...code, 'business/reimbursement/settle.ts': 'export interface Claim {}\n' };
  expect(complaintsOf([person, ...later], withClaim)).toEqual([expect.stringContaining('move the row up')]);
});

test('refuses a noun with a file of its own and no row', () => {
  const withEmployer = { ...code, 'business/registry/employer.ts': 'export interface Employer {}\n' };
  expect(complaintsOf([person], withEmployer)).toEqual([
    'Employer is a noun without an entry in docs/glossary.md',
  ]);
});
