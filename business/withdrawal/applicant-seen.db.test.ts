import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { heirSteps } from './heirs.testing.ts';
import { withdrawalPapers } from './papers-of-case.ts';
import { readHeirs } from './read-heirs.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { submitApplication } from './submit-application.ts';
import { clerk, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(154);
const agency = await sampleAgency({
  ...{ db, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(154), random },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { by, run } = steps;
const { add, divide } = heirSteps(agency, steps);

async function drafted(holderName: string | null) {
  const owner = await agency.person('death');
  const heir = await signedInRelative(db, { owner, random, ...(holderName === null ? {} : { holderName }) });
  const asked = { context, caller: heir, personId: owner, ground: 'death', payee: null, papers: [] };
  const { number } = await must(
    run((tx) => applyForWithdrawal(tx, { ...asked, submit: false, applyAnyway: true })),
  );
  return { owner, heir, number };
}

/** How the applicant's identity document stands, as it is told to somebody. */
async function identity(caller: Caller, number: string) {
  const found = await must(findWithdrawal(db.app, by(caller, number)));
  const { papers } = await must(withdrawalPapers(context).papersOf(db.app, found, caller));
  return papers.find(({ materialId }) => materialId === 'identity-document')?.state;
}

it('an heir whose paper officers have seen is not asked for it again, is told when it was, and it stays so', async () => {
  const { owner, heir, number } = await drafted('何佳');
  expect(await identity(heir, number)).toBe('on-record');
  const seen = await db.superuser.row<{ on: string }>(
    `SELECT to_char(since_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS on FROM login_holder WHERE owner_id = $1`,
    [heir.id],
  );
  expect((await must(readHeirs(db.app, by(heir, number)))).seenOn).toBe(plainDate(seen?.on ?? ''));
  await add(number, '何佳', {});
  await divide(number);
  await must(run((tx) => submitApplication(tx, { ...by(heir, number), applyAnyway: true })));
  // The office later takes the name back: what was handed in stands as it was.
  await db.superuser.rows(`SELECT keep_holder($1, $2, NULL, 'window', 'off_clerk', now())`, [heir.id, owner]);
  expect(await identity(clerk, number)).toBe('on-record');
});

it('of two records that are one person the last word on either counts: a name that was taken back there is not known by an older one here', async () => {
  const { owner, heir, number } = await drafted('何佳');
  const double = await agency.person('death');
  const keep = (name: string | null, since: string) =>
    db.superuser.rows(`SELECT keep_holder($1, $2, $3, 'window', 'off_clerk', now() + $4::interval)`, [
      ...[heir.id, double, name, since],
    ]);
  await db.superuser.rows(
    'INSERT INTO person_link (merged_id, merge_id, survivor_id, linked_at) VALUES ($1, $2, $3, now())',
    [double, `mrg_${double}`, owner],
  );
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at) VALUES ($1, $2, 'successor', 'window', 'B', now())`,
    [heir.id, double],
  );
  await keep('何佳', '1 minute');
  expect(await identity(heir, number)).toBe('on-record');
  await keep(null, '2 minutes');
  expect(await identity(heir, number)).toBe('missing');
  await keep('何佳', '3 minutes');
  expect(await identity(heir, number)).toBe('on-record');
  // Nor is anybody known on a record that their login is linked to no more.
  await db.superuser.rows('UPDATE login_person SET ended_at = now() WHERE owner_id = $1 AND person_id = $2', [
    heir.id,
    double,
  ]);
  expect(await identity(heir, number)).toBe('missing');
});

it('an heir whom nobody identified, or no longer, shows who they are', async () => {
  const never = await drafted(null);
  const before = await drafted('何佳');
  await db.superuser.rows(`SELECT keep_holder($1, $2, NULL, 'window', 'off_clerk', now())`, [
    ...[before.heir.id, before.owner],
  ]);
  for (const { heir, number } of [never, before]) {
    expect(await identity(heir, number)).toBe('missing');
    expect((await must(readHeirs(db.app, by(heir, number)))).seenOn).toBeNull();
  }
});
