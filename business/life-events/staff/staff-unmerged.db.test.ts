import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { approveEventOrSendBack } from '../approve-life-event.ts';
import { lifeEventProcesses } from '../processes.ts';
import { proposeOnEvent } from '../steps.ts';
import { clerk, insured, must, reviewer, sampleCounter } from '../testing.store.ts';
import { staffProofs } from './proofs.ts';
import { readStaffReport } from './read-staff.ts';
import { makeStaffReport, type StaffStatement } from './report-staff.ts';
import { runStaffReport } from './run-staff-report.ts';
import { casesOf, employ, employer } from './staff.testing.store.ts';

/** What an employer reported of somebody whose record was folded into another one then, and is no longer; and who reported it. */
const db = await testDatabase();
await testOffice(db);
const counter = sampleCounter({
  ...{ db, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(77), random: testRandom(77) },
  processes: lifeEventProcesses,
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const { context, person, run, by } = counter;
const ours = await employer(db, 'one', '91440300MA00020013');
const asked = { context, caller: ours.caller, employerId: ours.id };
const statement: StaffStatement = {
  ...{ endedOn: plainDate('2026-05-31'), stopOn: null, reason: 'resigned', reductionMonth: null },
};

it('a line that was decided beside a record becomes no second case once the merge is undone, and says what was decided', async () => {
  const { one, other, reportId } = await reportedWhileMerged();
  await db.superuser.rows(
    'ALTER TABLE staff_report_line ADD CONSTRAINT killed CHECK (done_at IS NULL) NOT VALID',
  );
  await expect(runStaffReport({ ...asked, reportId })).rejects.toThrow('killed');
  await db.superuser.rows('ALTER TABLE staff_report_line DROP CONSTRAINT killed');
  await undo(one);
  await must(runStaffReport({ ...asked, reportId }));
  await must(runStaffReport({ ...asked, reportId }));
  expect(await casesOf(db, [one, other])).toBe(1);
  const [line] = (await report(reportId)).lines;
  expect(line).toMatchObject({ personId: one, outcome: 'reported', case: { state: 'submitted' } });
  expect(await proven()).toEqual([]);
  // Past the program: the database decides it no second time either.
  const again = `SELECT decide_staff_line($1, $2, $3, 1, $4, NULL, '{"code": "x"}', now())`;
  await expect(db.app.rows(again, [ours.caller.token, ours.id, reportId, one])).rejects.toThrow(
    'casework.changed-meanwhile',
  );
  // Reported anew, it is about the person themselves.
  const { reportId: anew } = await made(one);
  await must(runStaffReport({ ...asked, reportId: anew }));
  expect(await casesOf(db, [one])).toBe(1);
  await db.superuser.rows(
    `INSERT INTO staff_line_outcome SELECT $1, report_id, line_no, employer_id, NULL, NULL, '{}', decided_at
       FROM staff_line_outcome WHERE report_id = $2`,
    [one, reportId],
  );
  expect(await proven()).toContain(`${reportId}/1`);
});

it('a report takes nobody off a roster whom the employer did not report: the case is refused once the merge is undone', async () => {
  const { one, reportId } = await reportedWhileMerged();
  await must(runStaffReport({ ...asked, reportId }));
  const number = (await report(reportId)).lines[0]?.case?.number ?? '';
  await must(propose(number, 'approve'));
  await undo(one);
  expect(await approve(number)).toMatchObject({ refusal: { code: 'casework.facts-changed' } });
  expect(await propose(number, 'approve')).toMatchObject({ ok: false });
  await must(propose(number, 'refuse'));
  expect(await must(approve(number))).toMatchObject({ state: 'refused' });
});

it('the database records nothing of a case in which an employer reported somebody else', async () => {
  const { one, other, reportId } = await reportedWhileMerged();
  await must(runStaffReport({ ...asked, reportId }));
  const number = (await report(reportId)).lines[0]?.case?.number ?? '';
  await must(propose(number, 'approve'));
  await must(approve(number));
  const decision = await db.app.row<{ id: string }>(
    'SELECT decision_id AS id FROM decision_approval WHERE owner_id = $1',
    [other],
  );
  const records = () =>
    db.app.rows(`SELECT record_decided($1, $2, '{rec_a}', now())`, [other, decision?.id]).then(
      () => 'it went through',
      (error: Error) => error.message,
    );
  // It was recorded once, which is another thing.
  expect(await records()).not.toBe('life-events.reported-of-another');
  await undo(one);
  expect(await records()).toBe('life-events.reported-of-another');
});

it('a report names who made it by the mandate of then, whoever the employer lets act later', async () => {
  const mandates = ['李四', '王五'].map((name, at) => ({ id: `man_${at}`, name }));
  const [first, second] = mandates;
  await actsBy('mandate');
  const reports: string[] = [];
  for (const mandate of mandates) {
    await db.superuser.rows('UPDATE mandate SET ended_at = now(), ended_by = $1', [ours.caller.id]);
    await db.superuser.rows(
      `INSERT INTO mandate (owner_id, id, agent_sealed, scope, given_by_login, given_at, given_on, agent_login, accepted_at)
       VALUES ($1, $2, $3, '{staff-reduction}', 'usr_firm', now(), '2026-06-01', $4, now())`,
      [ours.id, mandate.id, context.seal.seal(mandate.name), ours.caller.id],
    );
    reports.push((await made(await staff())).reportId);
  }
  // The window gave the employer to the same login, while the mandate still holds.
  await actsBy('window');
  reports.push((await made(await staff())).reportId);
  const told = await Promise.all(reports.map(report));
  expect(told.map(({ reportedBy }) => reportedBy)).toEqual([first?.name, second?.name, null]);
});

/** Somebody of the staff whose record is folded into another person's, and the report of them. */
async function reportedWhileMerged() {
  const [one, other] = [await staff(), await person(insured)];
  await db.superuser.rows(
    `INSERT INTO person_link (merged_id, merge_id, survivor_id, linked_at) VALUES ($1, 'mrg_1', $2, now())`,
    [one, other],
  );
  return { one, other, ...(await made(one)) };
}

async function staff(): Promise<string> {
  const owner = await person(insured);
  await employ(db, owner, ours.id);
  return owner;
}

function undo(record: string): Promise<unknown> {
  return db.superuser.rows('UPDATE person_link SET unlinked_at = now() WHERE merged_id = $1', [record]);
}

function made(personId: string) {
  return must(run((tx) => makeStaffReport(tx, { ...asked, personIds: [personId], statement })));
}

function report(reportId: string) {
  return must(readStaffReport(db.app, { ...asked, reportId }));
}

function propose(number: string, outcome: 'approve' | 'refuse') {
  return run((tx) => proposeOnEvent(tx, { ...by(clerk, number), outcome, note: '不是本人' }));
}

function approve(number: string) {
  return approveEventOrSendBack(by(reviewer, number));
}

function actsBy(proof: 'mandate' | 'window'): Promise<unknown> {
  return db.superuser.rows(`UPDATE login_person SET proof = $2 WHERE owner_id = $1`, [ours.caller.id, proof]);
}

async function proven(): Promise<readonly string[]> {
  const found = await Promise.all(staffProofs.map(({ run: prove }) => prove(db.app, () => undefined)));
  return found.flatMap(({ broken }) => broken.map(({ row }) => row));
}
