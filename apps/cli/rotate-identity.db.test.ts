import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok, type Result } from '#basics';
import {
  type AccessContext,
  activateLogin,
  handOverCode,
  newSecondFactor,
  openPersonSession,
  secondFactorCode,
} from '#business/access';
import { anyone, type Caller } from '#business/access/public';
import { bindCard, cardProofs, findCardByNumber } from '#business/card';
import { findPersonByIdentity, importPeople, registryProofs } from '#business/registry';
import { bytesSource } from '#platform/files';
import { inTransaction } from '#platform/postgres';
import { changeKeys, keyState, makeSeal, type Seal, settleKeys } from '#platform/seal';
import {
  type TestDatabase,
  testDatabase,
  testGuessing,
  testIds,
  testOffice,
  testPerson,
  testRandom,
} from '#platform/testing';
import type { Frame } from './frame.ts';
import { hashedColumns, rotateIdentityCommand } from './rotate-identity.ts';
import type { Shell } from './shell.ts';

const random = testRandom(11);
const [first, second] = [random(32), random(32)];
const seals = {
  old: makeSeal({ keys: [first], random }),
  oldThenNew: makeSeal({ keys: [first, second], random }),
  newThenOld: makeSeal({ keys: [second, first], random }),
  new: makeSeal({ keys: [second], random }),
};
const clerk: Caller = {
  ...anyone,
  kind: 'officer',
  officeId: 'ofc_test',
  id: 'off_clerk',
  token: 'token-clerk',
};
const ids = testIds(12);
const clock = { now: () => new Date() };
let db: TestDatabase;

beforeEach(async () => {
  db = await testDatabase();
  await testOffice(db);
  await settle(seals.old);
});

function settle(seal: Seal): Promise<Result<unknown>> {
  return settleKeys({ reader: db.app, migrator: db.migrator }, seal);
}

function passport(n: number) {
  return { kind: 'passport', issuer: 'DEU', number: `C${String(n).padStart(8, '0')}` } as const;
}

async function importMany(seal: Seal, from: number, to: number): Promise<Result<unknown>> {
  const lines = Array.from({ length: to - from }, (_, at) => {
    const phone = `138${String(from + at).padStart(8, '0')}`;
    return `Example,1978-11-30,DEU,护照,${passport(from + at).number},DEU,停保,2022-05-31,否,${phone}`;
  });
  const header = '姓名,出生日期,国籍,证件类型,证件号码,证件签发国,参保状态,停保日期,单位在册,手机号码';
  const file = bytesSource('people.csv', new TextEncoder().encode([header, ...lines, ''].join('\n')));
  const context = { database: db.app, clock, ids, seal, onDeath: async () => ok(null) };
  return importPeople(context, { file, caller: clerk, dryRun: false, onProgress: () => undefined });
}

function find(seal: Seal, n: number): Promise<string | null> {
  return findPersonByIdentity(db.app, { seal, document: passport(n) });
}

interface Rotated {
  readonly code: number;
  readonly said: {
    readonly left: readonly unknown[];
    readonly others: readonly string[];
    readonly removable: boolean;
  };
}

async function rotate(check = false, seal = seals.newThenOld): Promise<Rotated> {
  const stdout = new PassThrough();
  const frame: Frame = {
    lang: 'en',
    json: true,
    stdin: stdout,
    stdout,
    stderr: new PassThrough(),
    wording: () => undefined,
  };
  const agency = { seal, migrator: db.migrator };
  const code = await rotateIdentityCommand(frame as Shell, { agency, check }); // it reads no settings
  return { code, said: JSON.parse(String(stdout.read())) };
}

async function proofsHold(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const proof of [...registryProofs, ...cardProofs])
    for (const { row } of (await proof.run(db.app, () => undefined)).broken)
      broken.push(`${proof.name} ${row}`);
  return broken;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code);

describe('While the key is changed', () => {
  test('people are imported and found, cards are bound and people log in; afterwards the new key is enough', async () => {
    must(await importMany(seals.old, 0, 250));
    const login = await loginOf(1);
    await bind(2, 'C00000002');
    must(await settle(seals.oldThenNew));
    must(await settle(seals.newThenOld));

    const stop = new AbortController();
    const misses: number[] = [];
    const finding = (async () => {
      for (let n = 0; !stop.signal.aborted; n = (n + 7) % 250)
        if ((await find(seals.newThenOld, n)) === null) misses.push(n);
    })();
    const loggingIn = (async () => {
      let times = 0;
      for (; !stop.signal.aborted || times === 0; times += 1) must(await login.open(seals.newThenOld));
      return times;
    })();
    const importing = importMany(seals.oldThenNew, 250, 500);
    // Only the moving: putting the former key away would, rightly, turn away whoever still seals with it.
    const moving = changeKeys({
      migrator: db.migrator,
      seal: seals.newThenOld,
      hashed: hashedColumns,
      onProgress: () => undefined,
    });
    must(await importing);
    must(await moving);
    stop.abort();
    expect(await loggingIn).toBeGreaterThan(0);
    await finding;
    expect(misses).toEqual([]);

    const { code, said } = await rotate();
    expect(said).toMatchObject({ left: [], others: [], removable: true });
    expect(code).toBe(0);
    must(await settle(seals.new));
    for (const n of [0, 249, 250, 499]) expect(await find(seals.new, n), `${n}`).not.toBeNull();
    expect(await findCardByNumber(db.app, { seal: seals.new, number: 'C00000002' })).not.toBeNull();
    must(await login.open(seals.new));
    expect(await find(seals.old, 3)).toBeNull();
    expect(await proofsHold()).toEqual([]);
  });

  test('nobody becomes two people: a file that is taken in again brings nobody', async () => {
    must(await importMany(seals.old, 0, 60));
    must(await settle(seals.newThenOld));
    const again = [importMany(seals.oldThenNew, 0, 120), rotate()];
    await Promise.all(again);
    must(await importMany(seals.newThenOld, 0, 120));
    await rotate();
    must(await importMany(seals.new, 0, 120));
    expect(await db.app.rows('SELECT FROM person')).toHaveLength(120);
    expect(await proofsHold()).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5])(
    'of two who take one number at once, by either key first, one gets it (%i)',
    async (n) => {
      must(await settle(seals.newThenOld));
      const taken = await Promise.all(
        [seals.oldThenNew, seals.newThenOld].map((seal, at) => take(seal, { n, owner: `psn_${at}` })),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await db.app.rows('SELECT FROM identity_locator')).toHaveLength(1);
    },
  );
});

/** Takes a number and holds the transaction open for a moment, so that two meet. */
async function take(
  seal: Seal,
  { n, owner }: { readonly n: number; readonly owner: string },
): Promise<boolean> {
  const { kind, issuer, number } = passport(n);
  const bytes = seal.hashesByKey('identity', `${kind}/${issuer}/${number}`);
  return must(
    await inTransaction(db.superuser, async (tx) => {
      const row = await tx.row<{ taken: boolean }>('SELECT take_number($1, $2) AS taken', [bytes, owner]);
      await tx.rows('SELECT pg_sleep(0.05)');
      return { ok: true, value: row?.taken ?? false };
    }),
  );
}

describe('Who does not know the keys in use', () => {
  test('takes no number in: neither by the former key alone nor by the new one alone', async () => {
    must(await settle(seals.newThenOld));
    expect(codeOf(await importMany(seals.old, 0, 1))).toBe('seal.keys-outdated');
    expect(codeOf(await importMany(seals.new, 0, 1))).toBe('seal.keys-outdated');
    expect(await db.app.rows('SELECT FROM person')).toEqual([]);
  });

  test('does not start, and is told which key is missing', async () => {
    expect(await settle(seals.new)).toMatchObject({
      refusal: { code: 'seal.keys-missing', figures: { keys: seals.old.keyIds[0] } },
    });
    must(await settle(seals.newThenOld));
    must(await settle(seals.oldThenNew));
    expect(codeOf(await settle(seals.old))).toBe('seal.keys-missing');
    await rotate();
    expect(codeOf(await settle(seals.oldThenNew))).toBe('seal.key-retired');
    must(await settle(seals.new));
  });

  test('types nothing into a locator either', async () => {
    const row = `(sha256('x'), 'psn_x')`;
    await expect(db.app.rows(`INSERT INTO identity_locator VALUES ${row}`)).rejects.toThrow(
      'permission denied',
    );
    await expect(db.login.rows(`INSERT INTO login_locator VALUES ${row}`)).rejects.toThrow(
      'permission denied',
    );
    await expect(db.app.rows(`SELECT register_identity_key('\\x0011223344556677')`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('a key is taken up only when nobody is in the middle of taking a number', async () => {
    const order: string[] = [];
    let registering: Promise<unknown> = Promise.resolve();
    await inTransaction(db.superuser, async (tx) => {
      await tx.rows('SELECT take_number($1, $2)', [seals.old.hashesByKey('identity', 'x'), 'psn_x']);
      registering = settle(seals.newThenOld).then(() => order.push('registered'));
      await tx.rows('SELECT pg_sleep(0.2)');
      order.push('taken');
      return { ok: true, value: null };
    });
    await registering;
    expect(order).toEqual(['taken', 'registered']);
  });
});

describe('Saying that a key can be taken out', () => {
  test('is refused while one value lies under it, or a code that somebody holds needs it', async () => {
    must(await importMany(seals.old, 0, 3));
    must(await settle(seals.newThenOld));
    expect(await rotate(true)).toMatchObject({ code: 1, said: { removable: false } });
    const personId = (await find(seals.newThenOld, 0)) ?? '';
    await handedOver(seals.newThenOld, personId);
    expect(await rotate()).toMatchObject({ code: 1, said: { left: [], others: [], removable: false } });
    await db.superuser.rows(
      `UPDATE activation_code SET made_at = now() - interval '8 days', expires_at = now()`,
    );
    expect(await rotate(true)).toMatchObject({ code: 0, said: { removable: true } });
    await db.superuser.rows('UPDATE person SET phone_sealed = $1 WHERE owner_id = $2', [
      seals.old.seal('13800000000'),
      personId,
    ]);
    expect(await rotate(true)).toMatchObject({
      code: 1,
      said: { left: [{ place: 'person.phone_sealed', values: '1' }], removable: false },
    });
  });

  test('a value that cannot be read stops the change and is named', async () => {
    must(await importMany(seals.old, 0, 2));
    must(await settle(seals.newThenOld));
    const personId = (await find(seals.old, 1)) ?? '';
    await db.superuser.rows(`UPDATE person SET phone_sealed = '\\x0102' WHERE owner_id = $1`, [personId]);
    expect((await rotate()).said).toMatchObject({
      code: 'seal.unreadable-row',
      figures: { place: 'person.phone_sealed', row: personId },
    });
    expect((await keyState({ migrator: db.migrator, seal: seals.newThenOld })).others).toHaveLength(1);
  });
});

test('a change that is killed goes on when it is called again', async () => {
  must(await importMany(seals.old, 0, 400));
  must(await settle(seals.newThenOld));
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      CONNECTION: JSON.stringify(db.connection('migrator')),
      KEYS: [second, first].map((key) => Buffer.from(key).toString('hex')).join(),
    },
  });
  for await (const told of child.stdout) if (/identity_document \d/.test(String(told))) child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  const half = await keyState({ migrator: db.migrator, seal: seals.newThenOld });
  expect(half.left).not.toEqual([]);
  for (let n = 0; n < 400; n += 13) expect(await find(seals.newThenOld, n)).not.toBeNull();
  expect(await proofsHold()).toEqual([]);
  expect(await rotate()).toMatchObject({ code: 0, said: { removable: true } });
  expect(await find(seals.new, 399)).not.toBeNull();
  expect(await proofsHold()).toEqual([]);
});

const program = `
  import { randomBytes } from 'node:crypto';
  import { registryHashedColumns } from '#business/registry';
  import { connect } from '#platform/postgres';
  import { changeKeys, makeSeal } from '#platform/seal';
  const migrator = connect({ connection: JSON.parse(process.env.CONNECTION), role: 'migrator' });
  const keys = process.env.KEYS.split(',').map((key) => Buffer.from(key, 'hex'));
  await changeKeys({
    migrator,
    seal: makeSeal({ keys, random: randomBytes }),
    hashed: registryHashedColumns,
    onProgress: ({ place, done }) => process.stdout.write(place.split('.')[0] + ' ' + done + '\\n'),
  });
  process.exit(0);
`;

function accessWith(seal: Seal): AccessContext {
  return {
    database: db.app,
    loginDatabase: db.login,
    clock,
    ids,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    seal,
    guessing: testGuessing,
    mode: 'development',
  };
}

async function handedOver(seal: Seal, personId: string): Promise<string> {
  const wish = { personId, capacity: 'insured', paperReference: 'passport seen', loginId: null } as const;
  return must(await handOverCode(accessWith(seal), clerk, wish)).code;
}

/** A login with a second factor, made under the former key. */
async function loginOf(n: number) {
  const personId = (await find(seals.old, n)) ?? '';
  const code = await handedOver(seals.old, personId);
  const named = { loginName: 'example.c', password: 'a long sentence for a password 7' };
  must(await activateLogin(accessWith(seals.old), { by: 'window-code', code, ...named }));
  const secret = newSecondFactor(random);
  await db.superuser.rows('UPDATE person_login SET totp_secret_sealed = $1', [seals.old.seal(secret)]);
  async function open(seal: Seal) {
    // A code of the second factor counts once; here the same half minute serves many times.
    await db.superuser.rows('UPDATE person_login SET totp_last_step = 0');
    const totp = secondFactorCode(secret, new Date());
    return openPersonSession(accessWith(seal), { ...named, totp });
  }
  return { open };
}

async function bind(n: number, number: string): Promise<void> {
  const personId = 'psn_with_card';
  await testPerson(db, { owner: personId, balanceFen: BigInt(n), balanceOn: '2025-12-31' });
  const card = { number, paperReference: 'card seen', effectiveAt: null };
  const context = { database: db.app, clock, ids, seal: seals.old };
  const asked = { caller: clerk, personId, kind: 'social-security-card', card, context } as const;
  must(await inTransaction(db.app, (tx) => bindCard(tx, asked)));
}
