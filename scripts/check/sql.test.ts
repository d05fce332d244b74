import { expect, test } from 'vitest';
import { checkSql } from './sql.ts';

function linesOf(path: string, text: string): readonly number[] {
  return checkSql(new Map([[path, text]])).map(({ line }) => line);
}

test.each([
  'SELECT name FROM person WHERE owner_id = $1',
  '\n    select settle_withdrawal($1, $2)',
  'INSERT INTO posting (owner_id) VALUES ($1)',
  'UPDATE case_file SET state = $1',
  'delete from person',
  'WITH due AS (SELECT 1) SELECT * FROM due',
  'ALTER TABLE person ADD COLUMN x text',
  'GRANT SELECT ON person TO suixing_app',
  'BEGIN',
])('sees a statement in a use case: %s', (sql) => {
  expect(linesOf('business/registry/find-person.ts', `const one = 1;\nquery(\`${sql}\`);\n`)).toEqual([2]);
});

test.each([
  'business/registry/store.ts',
  'business/registry/people.store.ts',
  'engines/ledger/post.db.test.ts',
])('lets %s hold SQL', (path) => {
  expect(linesOf(path, 'query(`SELECT 1 FROM person`);\n')).toEqual([]);
});

test.each([
  'Select a person from the list',
  'Update your address, then set a password',
  'With the card as proof',
  'Create an account',
  'Begin here',
])('takes a sentence for what it is: %s', (sentence) => {
  expect(linesOf('business/registry/find-person.ts', `const text = '${sentence}';\n`)).toEqual([]);
});

test('reads no comment as a statement', () => {
  expect(
    linesOf('business/registry/a.ts', "// 'SELECT name FROM person'\n/* `DELETE FROM person` */\n"),
  ).toEqual([]);
});
