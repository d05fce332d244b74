import { beforeAll, expect, test } from 'vitest';
import { refuse } from '#basics';
import { checkDistributed, inTransaction } from '#platform/postgres';
import { type TestDatabase, testDatabase } from '#platform/testing';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

/** Plants something in the schema, looks, and takes it out again. */
async function foundWith(sql: string): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(sql);
    found = (await checkDistributed(tx)).map(({ code, table, name }) => `${code} ${table} ${name}`);
    return refuse({ code: 'rolled-back' });
  });
  return found;
}

const person = `CREATE TABLE p (owner_id text COLLATE "C" PRIMARY KEY); COMMENT ON TABLE p IS 'distributed: people';`;
const office = `CREATE TABLE o (id text PRIMARY KEY); COMMENT ON TABLE o IS 'reference: offices';`;

test('the schema of this release could be spread over several servers', async () => {
  expect(await checkDistributed(db.app)).toEqual([]);
});

test.each([
  ['a table that does not say what it is', 'CREATE TABLE t (id text PRIMARY KEY)', 'no-class t t'],
  [
    'a table whose comment has another form',
    `CREATE TABLE t (id text PRIMARY KEY); COMMENT ON TABLE t IS 'distributed'`,
    'no-class t t',
  ],
  [
    'a distributed table without an owner',
    `CREATE TABLE t (id text PRIMARY KEY); COMMENT ON TABLE t IS 'distributed: x'`,
    'no-owner t t',
  ],
  [
    'a distributed table whose owner may be null',
    `CREATE TABLE t (owner_id text COLLATE "C"); COMMENT ON TABLE t IS 'distributed: x'`,
    'owner-may-be-null t t',
  ],
  [
    'an owner of another type',
    `CREATE TABLE t (owner_id bigint PRIMARY KEY); COMMENT ON TABLE t IS 'distributed: x'`,
    'owner-of-another-type t bigint',
  ],
  [
    'a table without a primary key',
    `CREATE TABLE t (owner_id text COLLATE "C" NOT NULL); COMMENT ON TABLE t IS 'distributed: x'`,
    'no-primary-key t t',
  ],
  [
    'a unique key without the owner',
    `${person} ALTER TABLE p ADD COLUMN n text, ADD CONSTRAINT n_key UNIQUE (n)`,
    'key-without-owner p n_key',
  ],
  [
    'a unique key that does not begin with the owner',
    `${person} ALTER TABLE p ADD COLUMN n text; CREATE UNIQUE INDEX n_key ON p (n, owner_id)`,
    'key-without-owner p n_key',
  ],
  [
    'a unique key over an expression',
    `${person} CREATE UNIQUE INDEX n_key ON p (lower(owner_id))`,
    'key-without-owner p n_key',
  ],
  [
    'an exclusion constraint that does not begin with the owner',
    `${person} ALTER TABLE p ADD CONSTRAINT n_key EXCLUDE USING gist (box(point(0, 0), point(1, 1)) WITH &&)`,
    'key-without-owner p n_key',
  ],
  [
    'a locator whose key begins with something else',
    `CREATE TABLE t (number text, owner_id text, PRIMARY KEY (owner_id, number)); COMMENT ON TABLE t IS 'locator(number): x'`,
    'locator-key t t_pkey',
  ],
  [
    'a locator whose column does not exist',
    `CREATE TABLE t (number text PRIMARY KEY); COMMENT ON TABLE t IS 'locator(no): x'`,
    'locator-key t t_pkey',
  ],
  [
    'a trigger',
    `${person} CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER g BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()`,
    'trigger p g',
  ],
  ['a rewrite rule', `${person} CREATE RULE r AS ON DELETE TO p DO INSTEAD NOTHING`, 'rule p r'],
  ['a sequence', 'CREATE SEQUENCE s', 'sequence s s'],
  [
    'a default from a sequence',
    `${person} CREATE SEQUENCE s; ALTER TABLE p ADD COLUMN n bigint DEFAULT nextval('s')`,
    'sequence-default p n',
  ],
  ['a serial column', `${person} ALTER TABLE p ADD COLUMN n serial`, 'sequence-default p n'],
  [
    'a column that numbers itself',
    `${person} ALTER TABLE p ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY`,
    'identity p n',
  ],
  [
    'a table that a crash would empty',
    `CREATE UNLOGGED TABLE t (owner_id text COLLATE "C" PRIMARY KEY); COMMENT ON TABLE t IS 'distributed: x'`,
    'unlogged t t',
  ],
  [
    'a table that inherits',
    `${person} CREATE TABLE t (PRIMARY KEY (owner_id)) INHERITS (p); COMMENT ON TABLE t IS 'distributed: x'`,
    'inherited t p',
  ],
  [
    'a foreign key between two owners',
    `${person} CREATE TABLE t (owner_id text COLLATE "C" PRIMARY KEY, other_id text COLLATE "C", CONSTRAINT f FOREIGN KEY (other_id) REFERENCES p); COMMENT ON TABLE t IS 'distributed: x'`,
    'foreign-key-owner t f',
  ],
  [
    'a foreign key from a table that is whole everywhere to one that is spread',
    `${person} CREATE TABLE t (id text PRIMARY KEY, owner_id text COLLATE "C", CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES p); COMMENT ON TABLE t IS 'reference: x'`,
    'foreign-key-classes t f',
  ],
  [
    'a foreign key from a locator to a spread table',
    `${person} CREATE TABLE t (number text PRIMARY KEY, owner_id text COLLATE "C", CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES p); COMMENT ON TABLE t IS 'locator(number): x'`,
    'foreign-key-classes t f',
  ],
  [
    'a foreign key that empties columns',
    `${person} CREATE TABLE t (owner_id text COLLATE "C" PRIMARY KEY, CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES p ON DELETE SET NULL); COMMENT ON TABLE t IS 'distributed: x'`,
    'foreign-key-sets-columns t f',
  ],
  [
    'a function with its owner’s rights and the caller’s path',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; REVOKE ALL ON FUNCTION f() FROM PUBLIC`,
    'search-path f() f()',
  ],
  [
    'a function with its owner’s rights whose path puts temporary tables first',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS 'SELECT 1'; REVOKE ALL ON FUNCTION f() FROM PUBLIC`,
    'search-path f() f()',
  ],
  [
    'a function with its owner’s rights that everybody may call',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION f() TO PUBLIC`,
    'open-to-public f() f()',
  ],
])('the check names %s', async (_, sql, expected) => {
  expect(await foundWith(sql)).toContain(expected);
});

test('the check takes what Citus takes', async () => {
  expect(
    await foundWith(`${person} ${office}
      CREATE TABLE t (owner_id text COLLATE "C", id text, office_id text REFERENCES o, PRIMARY KEY (owner_id, id),
                      FOREIGN KEY (owner_id) REFERENCES p);
      COMMENT ON TABLE t IS 'distributed: things of a person';
      CREATE TABLE l (number text PRIMARY KEY, owner_id text); COMMENT ON TABLE l IS 'locator(number): numbers';
      CREATE TABLE b (id text PRIMARY KEY REFERENCES o); COMMENT ON TABLE b IS 'local: books';`),
  ).toEqual([]);
});
