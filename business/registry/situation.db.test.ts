import { beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  type TestDatabase,
  type TestOffice,
  testApprovedCase,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';
import { endRelationship } from './end-relationship.ts';
import { findPersonByIdentity, identityHashesByKey } from './find-person.ts';
import { confirmRecord, recordPaper } from './record.store.ts';
import { situationOf } from './situation-of.ts';

const owner = 'psn_a';
const ids = testIds(1);
let minute = 0;
let db: TestDatabase;
let office: TestOffice;

beforeAll(async () => {
  db = await testDatabase();
  office = await testOffice(db);
  await testPerson(db, { owner, balanceFen: 1n, balanceOn: '2022-01-01' });
});

describe('The situation of a person', () => {
  test('a fact on paper counts only after a second officer has confirmed it', async () => {
    const id = await recorded({ on: '2020-05-01' });
    expect(await retiredOn()).toBeNull();
    await decided(id, true);
    expect(await retiredOn()).toBe('2020-05-01');
  });

  test('a fact that the second officer rejects leaves the earlier one standing', async () => {
    await decided(await recorded({ on: '2021-05-01' }), false);
    expect(await retiredOn()).toBe('2020-05-01');
  });

  test('the entry recorded last counts, in whatever order they are confirmed', async () => {
    const earlier = await recorded({ on: '2020-06-01' });
    const later = await recorded({ on: null });
    await decided(later, true);
    await decided(earlier, true);
    expect(await retiredOn()).toBeNull();
  });

  test('an unknown person has no situation', async () => {
    expect(await situationOf(db.app, { owner: 'psn_nobody' })).toBeNull();
  });

  test('a settled case ends the relationship from its day on', async () => {
    const settled = { owner, caseId: 'cas_1', on: '2022-06-30' };
    await testApprovedCase(db, settled);
    await testSettle(db, settled);
    await inTransaction(db.app, async (tx) => {
      const on = plainDate('2022-06-30');
      await endRelationship(tx, { owner, caseId: 'cas_1', on, ids, at: nextMinute() });
      return { ok: true, value: null };
    });
    const situation = await situationOf(db.app, { owner, onDate: plainDate('2022-07-01') });
    expect(situation?.relationship).toEqual({ status: 'terminated', stoppedOn: '2022-06-30', paidMonths: 0 });
  });
});

describe('What counts without a second officer', () => {
  test.each([
    [
      'is not typed under a finished import',
      `INSERT INTO record_entry (owner_id, id, kind, body, run_id, line_no, recorded_at)
       VALUES ('psn_a', 'rec_x', 'died', '{"on":"2022-01-01"}', 'run_psn_a', 1, now())`,
      /permission denied/,
    ],
    [
      'is not typed under a case that nobody has',
      `INSERT INTO record_entry (owner_id, id, kind, body, case_id, recorded_at)
       VALUES ('psn_a', 'rec_x', 'succession', '{"established":true}', 'cas_none', now())`,
      /permission denied/,
    ],
    [
      'does not come with a finished import',
      `SELECT record_imported('psn_a', '[{"id":"rec_x","kind":"died","body":{"on":"2022-01-01"}}]', 'run_psn_a', 1, now())`,
      'registry.import-closed',
    ],
    [
      'does not come with an import under way that does not bring the person',
      `SELECT record_imported('psn_a', '[{"id":"rec_x","kind":"died","body":{"on":"2022-01-01"}}]', 'run_open', 1, now())`,
      'registry.import-closed',
    ],
    [
      'does not come with a case that was not settled',
      `SELECT record_relationship_ended('psn_a', 'rec_x', '{"status":"active"}', 'cas_none', now())`,
      'ledger.not-settled',
    ],
    [
      'does not come twice with one settled case',
      `SELECT record_relationship_ended('psn_a', 'rec_x', '{"status":"active"}', 'cas_1', now())`,
      /one_relationship_end_per_case/,
    ],
    [
      'is no paid month under a finished import',
      `SELECT record_period('psn_a', 'run_psn_a', 2, '2021-01', '2021-12', 100, '440300', now())`,
      'registry.import-closed',
    ],
    [
      'is no paid month under an import of people',
      `SELECT record_period('psn_a', 'run_open', 1, '2021-01', '2021-12', 100, '440300', now())`,
      'registry.import-closed',
    ],
    [
      'is no paid month that somebody types',
      `INSERT INTO paid_period (owner_id, id, run_id, line_no, from_month, to_month, base_fen, origin_region, recorded_at)
       VALUES ('psn_a', 'x', 'run_open', 1, '2021-01', '2021-12', 100, '440300', now())`,
      /permission denied/,
    ],
    [
      'is no employment of somebody whom the import does not bring',
      `SELECT record_employment('psn_a', 'emp_x', '2021-01-01', 'run_open', 1, now())`,
      'registry.import-closed',
    ],
    [
      'is no end of an employment that somebody types',
      `INSERT INTO employment_end (owner_id, id, employment_id, ended_on, case_id, recorded_at)
       VALUES ('psn_a', 'x', 'y', '2021-01-01', 'cas_1', now())`,
      /permission denied/,
    ],
    [
      'is no void that somebody types',
      `INSERT INTO record_void (owner_id, subject, subject_id, correction_id, voided_at)
       VALUES ('psn_a', 'entry', 'x', 'y', now())`,
      /permission denied/,
    ],
  ])('%s', async (_, sql, reason) => {
    await db.app
      .rows(`SELECT begin_import('token-clerk', 'run_open', 'people', 'o', sha256('o'), 1, 0, 0, now())`)
      .catch(() => undefined); // the first of these tests has begun it
    await expect(db.app.rows(sql)).rejects.toThrow(reason);
    expect(await db.app.rows(`SELECT 1 FROM record_entry WHERE id = 'rec_x'`)).toEqual([]);
    expect(await db.app.rows(`SELECT 1 FROM paid_period WHERE owner_id = 'psn_a'`)).toEqual([]);
  });
});

describe('Finding a person by an identity number', () => {
  const document = { kind: 'citizen-id', issuer: 'CHN', number: '11010519491231002X' } as const;
  const former = testRandom(1)(32);
  const seal = makeSeal({ keys: [former], random: testRandom(2) });

  test('finds the one whose number it is, and nobody by another number', async () => {
    await inTransaction(db.superuser, async (tx) => ({
      ok: true,
      value: await tx.row('SELECT take_number($1, $2) AS taken', [
        identityHashesByKey(seal, document),
        owner,
      ]),
    }));
    expect(await findPersonByIdentity(db.app, { seal, document })).toBe(owner);
    const other = { ...document, number: '34052419800101001X' };
    expect(await findPersonByIdentity(db.app, { seal, document: other })).toBeNull();
  });

  test('finds them after a change of key too', async () => {
    const changed = makeSeal({ keys: [testRandom(3)(32), former], random: testRandom(2) });
    expect(await findPersonByIdentity(db.app, { seal: changed, document })).toBe(owner);
  });
});

async function recorded(body: object): Promise<string> {
  const id = ids.next('rec');
  const at = nextMinute();
  await inTransaction(db.app, async (tx) => {
    const made = {
      token: office.clerk,
      ownerId: owner,
      id,
      kind: 'retired',
      body,
      said: {},
      paperReference: 'P-1',
      at,
    } as const;
    return { ok: true, value: await recordPaper(tx, made) };
  });
  return id;
}

async function decided(id: string, confirmed: boolean): Promise<void> {
  await inTransaction(db.app, async (tx) => {
    const decision = {
      token: office.reviewer,
      ownerId: owner,
      id,
      confirmed,
      reason: null,
      at: nextMinute(),
    };
    return { ok: true, value: await confirmRecord(tx, decision) };
  });
}

async function retiredOn(): Promise<string | null | undefined> {
  return (await situationOf(db.app, { owner }))?.person.retiredOn;
}

function nextMinute(): Date {
  minute += 1;
  return new Date(Date.UTC(2022, 5, 1, 0, minute));
}
