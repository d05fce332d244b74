import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import { agencyKeys } from '#platform/signing';
import { temporaryFolder, testClock, testDatabase, testRandom } from '#platform/testing';
import type { AuditContext } from './context.ts';
import { secretHash, statementHash } from './day-seal.ts';
import { allSeals } from './seal.store.ts';
import { sealDay } from './seal-day.ts';
import { secondPlace } from './second-place.ts';

/** What somebody tries who types SQL as the application's role, to keep a seal that was not taken. */
const db = await testDatabase();
const clock = testClock('2026-11-24T01:00:00Z');
const context: AuditContext = {
  ...{ database: db.app, clock, random: testRandom(4), region: '440300', sealSources: [] },
  signingKeys: agencyKeys({ folder: temporaryFolder(), clock, makesItsOwn: true }),
  secondPlace: secondPlace(temporaryFolder(), null),
};

test('typed by hand, no seal is kept that does not follow the last one', async () => {
  for (const again of [false, true]) expect(await sealDay(context, { again })).toMatchObject({ ok: true });
  const last = (await allSeals(db.app)).at(-1);
  if (!last) throw new Error('a day was sealed');
  const next = {
    ...{ number: `${last.number + 1}`, on: `'${last.sealedOn}'`, from: `${last.belowXid}` },
    ...{ below: `${last.belowXid}`, leaves: '0', secret: `sha256('s')` },
    at: `'${last.madeAt.toISOString()}'`,
  };
  const said = {
    ...{ number: last.number + 1, previous: statementHash(last.statement), sealedOn: `${last.sealedOn}` },
    ...{ leaves: 0, secretHash: secretHash(createHash('sha256').update('s').digest()) },
  };
  /** What becomes of a seal kept by hand, undone afterwards. */
  const keep = async (given: Partial<typeof next> = {}, says: Partial<typeof said> = {}) => {
    const seal = { ...next, ...given };
    const body = Buffer.from(JSON.stringify({ ...said, ...says })).toString('base64url');
    let outcome = '';
    await inTransaction(db.app, async (tx) => {
      const row = await tx.row<{ kept: boolean }>(
        `SELECT keep_seal(${seal.number}, ${seal.on}, ${seal.from}, ${seal.below}, '{}', '{}', ${seal.leaves}, ${seal.secret},
           'head.${body}.sign', ${seal.at}) AS kept`,
      );
      outcome = row?.kept === true ? 'kept' : 'not kept';
      return refuse({ code: 'test.undo' });
    }).catch((error: Error) => {
      outcome = error.message;
    });
    return outcome;
  };
  expect(await keep()).toBe('kept');
  expect(await keep({ number: `${last.number}` })).toBe('not kept');
  for (const [given, says] of [
    [{ number: `${last.number + 2}` }, { number: last.number + 2 }],
    [{ on: `'2030-01-01'` }, { sealedOn: '2030-01-01' }],
    [{ on: `'2026-11-23'`, at: `'2026-11-23T01:00:00Z'` }, { sealedOn: '2026-11-23' }],
    [{ from: `${last.belowXid + 1n}`, below: `${last.belowXid + 1n}` }, {}],
    [{ below: '9000000000000000000' }, {}],
    ...[{ number: 1 }, { previous: '00' }, { sealedOn: '2030-01-01' }, { leaves: 7 }].map(
      (each) => [{}, each] as const,
    ),
    [{}, { secretHash: '00' }],
  ] as const)
    expect(await keep(given, says), JSON.stringify([given, says])).toBe('audit.seal-not-next');
});

test('typed by hand, no seal is kept at all without its guard', async () => {
  await expect(db.app.rows('INSERT INTO day_seal DEFAULT VALUES')).rejects.toThrow(/permission denied/);
});
