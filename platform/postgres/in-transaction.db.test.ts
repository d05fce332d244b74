import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#basics';
import { type Database, inSnapshot, inTransaction, type Tx } from '#platform/postgres';
import { type TestDatabase, testDatabase } from '#platform/testing';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.migrator.rows('CREATE TABLE note (owner_id text PRIMARY KEY, body text)');
  await db.migrator.rows('GRANT SELECT, INSERT, UPDATE ON note TO suixing_app');
});

function write(tx: Tx, ownerId: string, body = ''): Promise<unknown> {
  return tx.rows('INSERT INTO note VALUES ($1, $2)', [ownerId, body]);
}

async function bodyOf(ownerId: string): Promise<string | undefined> {
  return (await db.app.row<{ body: string }>('SELECT body FROM note WHERE owner_id = $1', [ownerId]))?.body;
}

/** Ends a connection from outside, as a restart of the server or a broken network would. */
async function cut(tx: Tx): Promise<void> {
  const me = await tx.row<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await db.superuser.rows('SELECT pg_terminate_backend($1)', [me?.pid]);
  await pause(50);
}

test('what a transaction did stands when its result is ok', async () => {
  await inTransaction(db.app, async (tx) => ok(await write(tx, 'kept', 'here')));
  expect(await bodyOf('kept')).toBe('here');
});

test('a refusal undoes everything that the transaction did', async () => {
  const result = await inTransaction(db.app, async (tx) => {
    await write(tx, 'refused');
    return refuse({ code: 'test.refused' });
  });
  expect(result).toEqual({ ok: false, refusal: { code: 'test.refused' } });
  expect(await bodyOf('refused')).toBeUndefined();
});

test('a fault undoes everything and is passed on', async () => {
  const failing = inTransaction(db.app, async (tx) => {
    await write(tx, 'faulty');
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(await bodyOf('faulty')).toBeUndefined();
});

test('what a transaction asks is planned once for everybody, and a report for what it reads', async () => {
  const mode = 'SHOW plan_cache_mode';
  const asked = await inTransaction(db.app, async (tx) => ok(await tx.row(mode)));
  expect(asked).toEqual({ ok: true, value: { plan_cache_mode: 'force_generic_plan' } });
  expect(await inSnapshot(db.app, (snapshot) => snapshot.row(mode))).toEqual({ plan_cache_mode: 'auto' });
  expect(await db.app.row(mode)).toEqual({ plan_cache_mode: 'auto' });
});

test('a failed statement cannot be passed over: nothing is committed, and that is told', async () => {
  const careless = inTransaction(db.app, async (tx) => {
    await write(tx, 'careless');
    await tx.rows('SELECT 1 / 0').catch(() => undefined);
    return ok(null);
  });
  await expect(careless).rejects.toThrow('nothing was committed');
  expect(await bodyOf('careless')).toBeUndefined();
});

test('a transaction cannot be used after its end', async () => {
  let kept: Tx | undefined;
  await inTransaction(db.app, async (tx) => {
    kept = tx;
    return ok(null);
  });
  await expect(kept?.rows('SELECT 1')).rejects.toThrow('this transaction is over');
});

test('two transactions that lock each other out both succeed', async () => {
  await inTransaction(db.app, async (tx) =>
    ok([await write(tx, 'left', '0'), await write(tx, 'right', '0')]),
  );
  let attempts = 0;
  const locked = { left: newSignal(), right: newSignal() };
  async function addInOrder(first: 'left' | 'right', second: 'left' | 'right'): Promise<void> {
    await inTransaction(db.app, async (tx) => {
      attempts += 1;
      await tx.rows('UPDATE note SET body = body::integer + 1 WHERE owner_id = $1', [first]);
      // Neither goes on before the other has its first row; whoever is tried again finds that long done.
      locked[first].give();
      await locked[second].given;
      await tx.rows('UPDATE note SET body = body::integer + 1 WHERE owner_id = $1', [second]);
      return ok(null);
    });
  }
  await Promise.all([addInOrder('left', 'right'), addInOrder('right', 'left')]);
  expect([await bodyOf('left'), await bodyOf('right')]).toEqual(['2', '2']);
  expect(attempts).toBeGreaterThan(2);
});

test('a serialization failure is tried again, even where the work took it for something else', async () => {
  let attempts = 0;
  const result = await inTransaction(db.app, async (tx) => {
    attempts += 1;
    if (attempts > 2) return ok('done');
    await tx.rows(`DO $$ BEGIN RAISE 'busy' USING ERRCODE = '40001'; END $$`).catch(() => undefined);
    return refuse({ code: 'test.misread' });
  });
  expect(result).toEqual(ok('done'));
});

test('locks on one row that the server finds crossed are tried again, another inner fault of it is not', async () => {
  const said = (words: string) => `DO $$ BEGIN RAISE '${words}' USING ERRCODE = 'XX000'; END $$`;
  let attempts = 0;
  const result = await inTransaction(db.app, async (tx) => {
    attempts += 1;
    if (attempts === 1) await tx.rows(said('new multixact has more than one updating member'));
    return ok('done');
  });
  expect([result, attempts]).toEqual([ok('done'), 2]);
  attempts = 0;
  const broken = inTransaction(db.app, async (tx) => {
    attempts += 1;
    return ok(await tx.rows(said('invalid page in block 7')));
  });
  await expect(broken).rejects.toThrow('invalid page');
  expect(attempts).toBe(1);
});

test('it is given up after some attempts', async () => {
  let attempts = 0;
  const hopeless = inTransaction(db.app, async (tx) => {
    attempts += 1;
    return ok(await tx.rows(`DO $$ BEGIN RAISE 'busy' USING ERRCODE = '40P01'; END $$`));
  });
  await expect(hopeless).rejects.toThrow('busy');
  expect(attempts).toBe(6);
});

test('a connection lost before the commit is replaced and the work done again', async () => {
  let attempts = 0;
  await inTransaction(db.app, async (tx) => {
    attempts += 1;
    await write(tx, 'lost-before', `attempt ${attempts}`);
    if (attempts === 1) await cut(tx);
    return ok(null);
  });
  expect(await bodyOf('lost-before')).toBe('attempt 2');
});

test('a connection lost while committing is told, never tried again', async () => {
  await plantLossAtCommit(db.superuser);
  let attempts = 0;
  const unsure = inTransaction(db.app, async (tx) => {
    attempts += 1;
    return ok(await tx.rows('INSERT INTO cut_at_commit VALUES (1)'));
  });
  await expect(unsure).rejects.toThrow('whether it was committed is not known');
  expect(attempts).toBe(1);
});

/** A row whose deferred check, which runs at the commit, ends the connection. */
async function plantLossAtCommit(superuser: Database): Promise<void> {
  await superuser.rows(`
    CREATE TABLE cut_at_commit (id integer);
    GRANT INSERT ON cut_at_commit TO suixing_app;
    CREATE FUNCTION cut_me() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON cut_at_commit DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION cut_me();`);
}

test('a pool goes on after every one of its connections was cut', async () => {
  await Promise.all([1, 2, 3].map(() => db.app.rows('SELECT pg_sleep(0.01)')));
  await db.superuser.rows(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'suixing-app' AND datname = current_database()`,
  );
  await pause(50);
  expect(await db.app.row('SELECT 1 AS one')).toEqual({ one: 1 });
});

test('a snapshot sees one moment and cannot write', async () => {
  await inTransaction(db.app, async (tx) => ok(await write(tx, 'seen', 'before')));
  await inSnapshot(db.app, async (reader) => {
    const look = () => reader.row('SELECT body FROM note WHERE owner_id = $1', ['seen']);
    expect(await look()).toEqual({ body: 'before' });
    await db.app.rows(`UPDATE note SET body = 'after' WHERE owner_id = 'seen'`);
    expect(await look()).toEqual({ body: 'before' });
  });
  const writing = inSnapshot(db.app, (reader) => reader.rows(`UPDATE note SET body = '' `));
  await expect(writing).rejects.toThrow('read-only transaction');
});

test('a statement that the server has planned before a migration changed its answer is planned anew, and the transaction done again', async () => {
  await db.migrator.rows('CREATE TABLE leaf (id integer PRIMARY KEY)');
  await db.migrator.rows('GRANT SELECT ON leaf TO suixing_app');
  await db.migrator.rows('INSERT INTO leaf VALUES (1)');
  let tries = 0;
  const read = () =>
    inTransaction(db.app, async (tx) => {
      tries += 1;
      return ok(await tx.rows('SELECT * FROM leaf WHERE id = $1', [1]));
    });
  for (let time = 0; time < 5; time += 1) expect(await read()).toEqual(ok([{ id: 1 }]));
  await db.migrator.rows(`ALTER TABLE leaf ADD COLUMN colour text DEFAULT 'green'`);
  tries = 0;
  expect(await read()).toEqual(ok([{ id: 1, colour: 'green' }]));
  expect(tries).toBe(2);
});

function newSignal(): { readonly given: Promise<void>; readonly give: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { given: promise, give: resolve };
}
