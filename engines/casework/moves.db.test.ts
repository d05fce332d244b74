import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#basics';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testRandom, testRecord } from '#platform/testing';
import { act } from './act.ts';
import type { CaseFile } from './case.ts';
import { movesOf } from './moves.ts';
import { openCase } from './open-case.ts';
import { sampleProcess } from './process.testing.ts';
import type { Actor } from './process.ts';

/** What somebody who types SQL as the application's role tries, to move a case as nobody may. */
const db = await testDatabase();
const clock = testClock('2022-06-01T10:00:00+08:00');
const calendar = { add: (on: string) => ({ on: plainDate(on), provisional: false }), between: () => 0 };
const clerk: Actor = { kind: 'officer', id: 'off_clerk', roles: ['clerk'], token: 'token-clerk' };
const opening = {
  ...{ process: sampleProcess, ownerId: 'psn_a', subject: 'plot', ruleSet: 'garden', ruleVersion: '1' },
  ...{ officeId: 'ofc_test', numberPrefix: 'SZ', clock, ids: testIds(2), random: testRandom(2) },
  channel: 'window',
} as const;

describe('typed by hand, a case moves only', () => {
  /** What becomes of a note of the clerk in an opened and accepted case. */
  const append = (file: CaseFile, given: Readonly<Record<string, string>> = {}) => {
    const last = `(SELECT hash FROM case_action WHERE case_id = '${file.id}' ORDER BY seq DESC LIMIT 1)`;
    const step = {
      seen: '1',
      action: `'note'`,
      from: `'weighed'`,
      to: `'weighed'`,
      previous: last,
      ...given,
    };
    const { token = `'token-clerk'`, kind = `'officer'`, actor = `'off_clerk'` } = given;
    return db.app
      .row<{ appended: boolean }>(
        `SELECT append_action(${token}, '${file.ownerId}', '${file.id}', ${step.seen}, ${step.action}, ${step.from}, ${step.to},
           ${kind}, ${actor}, now(), '{}', ${step.previous}, sha256('h'), NULL, false) AS appended`,
      )
      .then(
        (row) => row?.appended,
        (error: Error) => error.message,
      );
  };
  let file: CaseFile;

  beforeAll(async () => {
    await testOffice(db);
    await testRecord(db, 'psn_a');
    for (const { process, action, from, to, doers } of movesOf(sampleProcess))
      await db.migrator.rows('INSERT INTO case_move VALUES ($1, $2, $3, $4, $5)', [
        ...[process, action, from, to, doers],
      ]);
    const at = clock.now();
    const opened = await inTransaction(db.app, async (tx) => {
      const made = await openCase(tx, opening);
      const of = { process: sampleProcess, ownerId: made.ownerId, caseId: made.id, at, calendar };
      return act(tx, { ...of, action: 'accept', actor: clerk, data: { workingDays: 10 } });
    });
    if (!opened.ok) throw new Error(opened.refusal.code);
    file = opened.value;
  });

  it('from where it stands, after all that has happened, chained to the last of it', async () => {
    expect(await append(file, { seen: '0' })).toBe(false);
    expect(await append(file, { from: `'asked'` })).toBe(false);
    expect(await append(file, { previous: `sha256('other')` })).toBe('casework.changed-meanwhile');
  });

  it.each([
    ['a step that it does not declare', { action: `'burn'` }],
    ['to where the step does not lead', { to: `'granted'` }],
    ['by the insured person, whose step it is not', { action: `'ask'`, to: `'waiting'`, kind: `'insured'` }],
    ['by the system, whose step it is not', { kind: `'system'`, actor: `'system'` }],
    ['by nobody', { kind: 'NULL' }],
  ])('as its procedure says, and not %s', async (_, given) => {
    expect(await append(file, given)).toBe('casework.not-declared');
  });

  it.each([
    ['without a session', { token: `'stolen'` }, 'access.no-session'],
    ['without a token', { token: 'NULL' }, 'access.no-session'],
    ['in another officer’s name', { actor: `'off_reviewer'` }, 'access.no-session'],
    ['in nobody’s name', { actor: 'NULL' }, 'access.no-session'],
    [
      'by an officer who lacks the role',
      { token: `'token-reviewer'`, actor: `'off_reviewer'` },
      'access.role-missing',
    ],
  ])('for an officer by their own live session, and not %s', async (_, given, reason) => {
    expect(await append(file, given)).toBe(reason);
  });

  it('by the officer whose step it is', async () => {
    expect(await append(file)).toBe(true);
  });

  it('from the first state of a procedure that the database knows', async () => {
    const opened = (process: string, state: string) =>
      db.app.rows(
        `SELECT open_case('psn_a', 'cas_x', 'SZ-X', '${process}', '1', 'plot', 'garden', '1', 'ofc_test', 'window', now(), '${state}')`,
      );
    for (const [process, state] of [
      ['garden-plot', 'granted'],
      ['withdrawal', 'approved'],
      ['none', 'draft'],
    ] as const)
      await expect(opened(process, state)).rejects.toThrow('casework.not-declared');
  });
});
