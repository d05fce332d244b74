import { describe, expect, it } from 'vitest';
import { plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import { type CaseFile, openCase, takeStep } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { approveEventOrSendBack } from '../approve-life-event.ts';
import type { LifeEventKind } from '../life-event.ts';
import { findLifeEvent } from '../procedure.ts';
import { lifeEventProcesses } from '../processes.ts';
import { reportLifeEvent } from '../report-life-event.ts';
import type { StaffReduction } from '../statements.ts';
import { proposeOnEvent, withdrawEvent } from '../steps.ts';
import { clerk, insured, must, reviewer, sampleCounter } from '../testing.store.ts';
import { staffProofs } from './proofs.ts';
import { listStaffReports, readRoster, readStaffReport } from './read-staff.ts';
import { makeStaffReport, type StaffStatement } from './report-staff.ts';
import { runStaffReport } from './run-staff-report.ts';
import { casesOf, cutAfter, type Desk, employ, employer, turnAway, writers } from './staff.testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const counter = sampleCounter({
  ...{ db, clock, ids: testIds(73), random: testRandom(73), processes: lifeEventProcesses },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const { context, person, run, by } = counter;
const ours = await employer(db, 'one', '91440300MA00020013');
const theirs = await employer(db, 'two', '91350100M000100Y43');

const statement: StaffStatement = {
  ...{ endedOn: plainDate('2026-05-31'), stopOn: plainDate('2026-06-01'), reason: 'resigned' },
  reductionMonth: null,
};

describe('an employer’s staff', () => {
  it('is shown to its own login and to officers, a page at a time and by name, and nobody else’s is', async () => {
    const [anna, boris] = [await staff(ours, '赵一'), await staff(ours, '钱二')];
    const stranger = await staff(theirs, '孙三');
    const all = await roster(ours.caller, ours.id);
    expect(all.map(({ personId }) => personId)).toEqual(expect.arrayContaining([anna, boris]));
    expect(all.map(({ personId }) => personId)).not.toContain(stranger);
    const one = await readRoster(db.app, { ...asked(ours), words: '钱', cursor: undefined, limit: 1 });
    expect(one).toMatchObject({ value: { items: [{ personId: boris, name: '钱二' }], next: null } });
    const first = await must(
      readRoster(db.app, { ...asked(ours), words: null, cursor: undefined, limit: 1 }),
    );
    expect(first.items).toHaveLength(1);
    const rest = await must(
      readRoster(db.app, { ...asked(ours), words: null, cursor: first.next ?? '', limit: 50 }),
    );
    expect([...first.items, ...rest.items]).toEqual(all);
    const byClerk = { context, caller: clerk, employerId: ours.id, words: '钱', cursor: undefined, limit: 9 };
    expect(await readRoster(db.app, byClerk)).toMatchObject({ value: { items: [{ name: '钱*' }] } });
    const others = { ...asked(ours), employerId: theirs.id, words: null, cursor: undefined, limit: 9 };
    expect(await readRoster(db.app, others)).toMatchObject(notYours);
    expect(await listStaffReports(db.app, others)).toMatchObject(notYours);
  });
});

describe('a report of several of the staff', () => {
  it('opens a case for each who can leave and says of each other why not, once however often it is sent on', async () => {
    const [one, two, dead] = [
      await staff(ours, '李四'),
      await staff(ours, '周五'),
      await staff(ours, '吴六'),
    ];
    await die(dead);
    const { reportId } = await made([one, two, dead, two]);
    expect(await report(reportId)).toMatchObject({ people: 3, reported: 0, waiting: 3 });
    const again = { ...asked(ours), reportId };
    await Promise.all([must(runStaffReport(again)), must(runStaffReport(again))]);
    await must(runStaffReport(again));
    const told = await report(reportId);
    expect(told).toMatchObject({ people: 3, reported: 2, refused: 1, waiting: 0 });
    expect(told.lines).toMatchObject([
      { personId: one, name: '李四', outcome: 'reported', case: { state: 'submitted', mayTakeBack: true } },
      { personId: two, outcome: 'reported' },
      {
        ...{ personId: dead, outcome: 'refused', case: null },
        why: { code: 'life-events.not-open', problems: [{ path: 'conditions.alive' }] },
      },
    ]);
    expect(await casesOf(db, [one, two, dead])).toBe(2);
    // From what they are told they find their way to the case.
    const notices = await db.superuser.rows<{ kind: string; number: string | null }>(
      `SELECT n.kind, c.number FROM notice_outbox n
         LEFT JOIN case_file c ON c.owner_id = n.owner_id AND c.id = n.case_id WHERE n.owner_id = $1`,
      [one],
    );
    expect(notices).toEqual([{ kind: 'reduction-reported', number: told.lines[0]?.case?.number }]);
    const [onRoster] = (await roster(ours.caller, ours.id)).filter(({ personId }) => personId === one);
    expect(onRoster?.reportedIn).toBe(told.lines[0]?.case?.number);
  });

  it('goes on where it was cut off, and asks no paper of the employer', async () => {
    const [one, two] = [await staff(ours, '郑七'), await staff(ours, '王八')];
    const { reportId } = await made([one, two]);
    const cutOff = { ...context, ids: cutAfter(context.ids, 2) };
    await expect(runStaffReport({ ...asked(ours), context: cutOff, reportId })).rejects.toThrow('cut off');
    expect(await casesOf(db, [one, two])).toBe(1);
    await must(runStaffReport({ ...asked(ours), reportId }));
    const { lines } = await report(reportId);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['reported', 'reported']);
    const number = lines[1]?.case?.number ?? '';
    const { file } = await must(findOne(ours.caller, number));
    expect(file.channel).toBe('online');
    await must(run((tx) => withdrawEvent(tx, by(ours.caller, number))));
    const left = await report(reportId);
    expect(left.lines[1]?.case).toMatchObject({ over: true, mayTakeBack: false });
    expect(left).toMatchObject({ reported: 2, takenBack: 1 });
  });

  it('is listed with how many are done, refused and taken back of all, a page at a time', async () => {
    const people = [await staff(ours, '甲一'), await staff(ours, '乙二'), await staff(ours, '丙三')];
    const dead = await staff(ours, '丁四');
    await die(dead);
    const { reportId } = await made([...people, dead]);
    await must(runStaffReport({ ...asked(ours), reportId }));
    await die(people[1] ?? '');
    const [done = '', no = '', back = ''] = (await report(reportId)).lines.map((line) => line.case?.number);
    for (const [number, outcome] of [
      [done, 'approve'],
      [no, 'refuse'],
    ] as const) {
      const note = outcome === 'refuse' ? '已经去世' : '';
      await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, number), outcome, note })));
      await must(approveEventOrSendBack(by(reviewer, number)));
    }
    await must(run((tx) => withdrawEvent(tx, by(ours.caller, back))));
    const later = await made([await staff(ours, '戊五')]);
    const page = async (cursor: string | undefined) =>
      must(listStaffReports(db.app, { ...asked(ours), cursor, limit: 1 }));
    const first = await page(undefined);
    expect(first.items).toMatchObject([{ reportId: later.reportId, people: 1, approved: 0, waiting: 1 }]);
    const became = { reported: 3, approved: 1, turnedDown: 1, takenBack: 1 };
    const counts = { people: 4, ...became, refused: 1, waiting: 0 };
    expect((await page(first.next ?? '')).items).toMatchObject([{ reportId, ...counts }]);
    expect(await report(reportId)).toMatchObject(counts);
  });

  it('writes rows of the employer and of the person in no transaction together, and goes on where it was killed between them', async () => {
    const [one, dead] = [await staff(ours, '孔一'), await staff(ours, '曹二')];
    await die(dead);
    const { reportId } = await made([one, dead]);
    await db.superuser.rows(
      'ALTER TABLE staff_report_line ADD CONSTRAINT killed CHECK (done_at IS NULL) NOT VALID',
    );
    await expect(runStaffReport({ ...asked(ours), reportId })).rejects.toThrow('killed');
    expect(await report(reportId)).toMatchObject({ reported: 0, waiting: 2 });
    expect(await casesOf(db, [one])).toBe(1);
    await db.superuser.rows('ALTER TABLE staff_report_line DROP CONSTRAINT killed');
    // Nothing that changed meanwhile changes what was decided.
    await turnAway(db, one, 'casework.changed-meanwhile');
    await must(runStaffReport({ ...asked(ours), reportId }));
    const told = await report(reportId);
    expect(told).toMatchObject({ reported: 1, refused: 1, waiting: 0 });
    expect(await casesOf(db, [one, dead])).toBe(1);
    await must(runStaffReport({ ...asked(ours), reportId }));
    expect(await report(reportId)).toEqual(told);
    const [atPeople, atEmployer] = [
      await writers(db, 'staff_line_outcome'),
      await writers(db, 'staff_report_line'),
    ];
    expect(atPeople.length).toBeGreaterThan(1);
    expect(atPeople.filter((each) => atEmployer.includes(each))).toEqual([]);
    expect((await writers(db, 'case_action')).filter((each) => atEmployer.includes(each))).toEqual([]);
  });

  it('keeps with its line why the database turned one away, and goes on with the next', async () => {
    const [late, left, fine] = [
      await staff(ours, '许一'),
      await staff(ours, '何二'),
      await staff(ours, '吕三'),
    ];
    const { reportId } = await made([late, left, fine]);
    await turnAway(db, late, 'casework.changed-meanwhile');
    await turnAway(db, left, 'life-events.not-your-employer');
    await must(runStaffReport({ ...asked(ours), reportId }));
    const told = await report(reportId);
    expect(told).toMatchObject({ reported: 1, refused: 2, waiting: 0 });
    expect(told.lines).toMatchObject([
      {
        outcome: 'refused',
        why: { code: 'casework.changed-meanwhile', text: { zh: expect.not.stringContaining('.') } },
      },
      { outcome: 'refused', why: { code: 'life-events.not-your-employer' } },
      { outcome: 'reported', case: { state: 'submitted' } },
    ]);
    expect(await casesOf(db, [late, left, fine])).toBe(1);
  });

  it('tells an employer the number of a case under way only where it reported it itself', async () => {
    const one = await staff(ours, '施四');
    const opened = await must(reports(ours.caller, { personId: one, code: ours.code }));
    await employ(db, one, theirs.id);
    expect(await reports(ours.caller, { personId: one, code: ours.code })).toMatchObject({
      refusal: { code: 'life-events.already-open', figures: { number: opened.number } },
    });
    const { reportId } = await made([one], theirs);
    await must(runStaffReport({ ...asked(theirs), reportId }));
    const told = await report(reportId, theirs);
    expect(told.lines).toMatchObject([{ outcome: 'refused', why: { code: 'life-events.open-elsewhere' } }]);
    expect(JSON.stringify(told)).not.toContain(opened.number);
  });

  it('is not made of days to come, of nobody’s staff, or in another employer’s name', async () => {
    const stranger = await staff(theirs, '冯九');
    const early = { ...statement, endedOn: plainDate('2026-06-02') };
    expect(await makes(asked(ours), [await staff(ours, '陈十')], early)).toMatchObject({
      refusal: {
        code: 'life-events.report-wrong',
        problems: [{ path: 'endedOn' }, { path: 'stopOn' }],
      },
    });
    const fine = await staff(ours, '韩五');
    expect(await makes(asked(ours), [fine, stranger])).toMatchObject({
      refusal: { code: 'life-events.not-on-roster', problems: [{ path: 'personIds.1' }] },
    });
    expect(await reports(ours.caller, { personId: stranger, code: ours.code })).toMatchObject({
      refusal: { code: 'life-events.no-person' },
    });
    expect(await makes({ ...asked(ours), employerId: theirs.id }, [stranger])).toMatchObject(notYours);
    const { reportId } = await made([await staff(theirs, '卫一')], theirs);
    expect(await runStaffReport({ ...asked(ours), reportId })).toMatchObject(notYours);
    await must(runStaffReport({ ...asked(theirs), reportId }));
    const number = (await report(reportId, theirs)).lines[0]?.case?.number ?? '';
    expect(await findOne(ours.caller, number)).toMatchObject({ refusal: { code: 'casework.no-case' } });
  });
});

describe('the database', () => {
  it('takes no report in an employer’s name from a session that does not act for it, or of somebody else’s staff', async () => {
    const [own, stranger] = [await staff(ours, '蒋二'), await staff(theirs, '沈三')];
    const forged = { ...ours.caller, personIds: [ours.id, theirs.id] };
    expect(await reports(forged, { personId: stranger, code: theirs.code })).toMatchObject(notYours);
    await employ(db, stranger, theirs.id);
    const elsewhere = { ...ours, id: theirs.id };
    expect(await makes({ ...asked(elsewhere), caller: forged }, [stranger])).toMatchObject(notYours);
    // The steps themselves, past every check of the program.
    const opened = await must(reports(ours.caller, { personId: own, code: ours.code }));
    expect(await steps(theirs, { file: opened, action: 'withdraw-application' })).toMatchObject(notYours);
    const nobodys = await person(insured);
    const draft = await must(run(async (tx) => ({ ok: true, value: await openFor(tx, nobodys) }) as const));
    expect(await steps(ours, { file: draft, action: 'submit' })).toMatchObject(notYours);
    await employ(db, nobodys, ours.id);
    const stop = await must(
      run(async (tx) => ({ ok: true, value: await openFor(tx, own, 'insurance-stop') }) as const),
    );
    // As if another procedure let an employer take a step: the guard by itself, as `append_action` asks it.
    const minded = (file: CaseFile) =>
      db.superuser.rows(
        `SELECT mind_the_employer($1, $2, c, 'submit', $3) FROM case_file c WHERE c.owner_id = $4 AND c.id = $5`,
        [
          ...[
            ours.caller.token,
            ours.caller.id,
            { facts: { statement: full(ours.code) } },
            file.ownerId,
            file.id,
          ],
        ],
      );
    await expect(minded(stop)).rejects.toThrow('life-events.not-your-employer');
    await minded(draft);
    expect(await steps(ours, { file: draft, action: 'submit' })).toMatchObject({ ok: true });
  });

  it('decides a line once, by a reduction of its own person that the employer handed in itself', async () => {
    const [one, other] = [await staff(ours, '褚三'), await staff(ours, '秦四')];
    const mine = await must(reports(ours.caller, { personId: one, code: ours.code }));
    const both = await staff(ours, '许九');
    await employ(db, both, theirs.id);
    const othersCase = await must(run(async (tx) => ({ ok: true, value: await openFor(tx, both) }) as const));
    expect(await steps(theirs, { file: othersCase, action: 'submit' })).toMatchObject({ ok: true });
    const { reportId } = await made([one, other, both]);
    const place = [ours.caller.token, ours.id, reportId];
    const decides = (line: number, owner: string, caseId: string | null, refusal: object | null = null) =>
      db.app.rows('SELECT decide_staff_line($1, $2, $3, $4, $5, $6, $7, $8)', [
        ...[...place, line, owner, caseId, refusal, clock.now()],
      ]);
    const closes = () => db.app.rows('SELECT close_staff_line($1, $2, $3, 1, $4)', [...place, clock.now()]);
    const draft = await must(run(async (tx) => ({ ok: true, value: await openFor(tx, one) }) as const));
    // Of somebody else, not handed in, handed in by another employer, said before anything was decided, under another's session.
    await expect(decides(2, one, mine.id)).rejects.toThrow('life-events.not-your-employer');
    await expect(decides(1, one, draft.id)).rejects.toThrow('life-events.not-your-employer');
    await expect(decides(3, both, othersCase.id)).rejects.toThrow('life-events.not-your-employer');
    await expect(closes()).rejects.toThrow('life-events.not-your-employer');
    place[0] = theirs.caller.token;
    await expect(decides(1, one, mine.id)).rejects.toThrow('life-events.not-your-employer');
    await expect(closes()).rejects.toThrow('life-events.not-your-employer');
    place[0] = ours.caller.token;
    await decides(1, one, mine.id);
    await expect(decides(1, one, null, { code: 'x' })).rejects.toThrow('casework.changed-meanwhile');
    await closes();
    await closes();
    const proven = async () =>
      Promise.all(staffProofs.map(({ run: prove }) => prove(db.app, () => undefined)));
    expect(await proven()).toMatchObject([{ broken: [] }]);
    await db.superuser.rows(
      `UPDATE staff_report_line SET case_number = 'SZ0' WHERE report_id = $1 AND line_no = 1`,
      [reportId],
    );
    expect(await proven()).toMatchObject([{ broken: [{ row: `${reportId}/1` }] }]);
    await db.superuser.rows(
      `UPDATE staff_report_line SET case_number = $2 WHERE report_id = $1 AND line_no = 1`,
      [...[reportId, mine.number]],
    );
    expect((await report(reportId)).lines).toMatchObject([
      ...[{ outcome: 'reported' }, { outcome: 'waiting' }, { outcome: 'waiting' }],
    ]);
    const outcome = `INSERT INTO staff_line_outcome (owner_id, report_id, line_no, employer_id, refusal, decided_at)
      VALUES ('per_x', 'srp_x', 1, 'emp_x', '{}', now())`;
    await expect(db.app.rows(outcome)).rejects.toThrow(/permission denied/);
  });

  it('keeps no report that a program writes itself', async () => {
    const typed = `INSERT INTO staff_report (owner_id, id, login_id, statement, made_at) VALUES ('emp_x', 'srp_x', 'usr_x', '{}', now())`;
    await expect(db.app.rows(typed)).rejects.toThrow(/permission denied/);
  });
});

const notYours = { refusal: { code: 'life-events.not-your-employer' } };

async function staff(at: Desk, name: string): Promise<string> {
  const owner = await person(insured);
  await db.superuser.rows(`UPDATE person SET name = $2, phone_sealed = $3 WHERE owner_id = $1`, [
    ...[owner, name, context.seal.seal('13900003900')],
  ]);
  await employ(db, owner, at.id);
  return owner;
}

async function die(owner: string): Promise<void> {
  const died = `SELECT record_paper('token-clerk', $1, 'rec_died', 'died', '{"on": "2026-05-01"}', 'A-1', now())`;
  await db.app.rows(died, [owner]);
  await db.app.rows(`SELECT confirm_record('token-reviewer', $1, 'rec_died', true, NULL, now())`, [owner]);
}

function asked({ id, caller }: Desk) {
  return { context, caller, employerId: id };
}

async function roster(caller: Caller, employerId: string) {
  const page = { words: null, cursor: undefined, limit: 50 };
  return (await must(readRoster(db.app, { context, caller, employerId, ...page }))).items;
}

function makes(at: ReturnType<typeof asked>, personIds: readonly string[], said: StaffStatement = statement) {
  return run((tx) => makeStaffReport(tx, { ...at, personIds, statement: said }));
}

function made(personIds: readonly string[], at = ours) {
  return must(makes(asked(at), personIds));
}

function report(reportId: string, at = ours) {
  return must(readStaffReport(db.app, { ...asked(at), reportId }));
}

async function findOne(caller: Caller, number: string) {
  const found = await findLifeEvent(db.app, { caller, number });
  return found.ok ? ({ ok: true, value: { file: found.value } } as const) : found;
}

function full(code: string): StaffReduction {
  const { reductionMonth: _, ...rest } = statement;
  return { kind: 'staff-reduction', employerCreditCode: code, reductionMonth: '2026-05' as never, ...rest };
}

function reports(caller: Caller, { personId, code }: { readonly personId: string; readonly code: string }) {
  const about = { context, caller, personId, identity: null, papers: [], applyAnyway: false };
  return run((tx) => reportLifeEvent(tx, { ...about, statement: full(code) }));
}

/** A step in an employer's name as the program would take it if it asked nobody. */
function steps(
  { caller, code }: Desk,
  { file, action }: { readonly file: CaseFile; readonly action: string },
) {
  const { clock: at, ids, workingDays } = context;
  const process = lifeEventProcesses['staff-reduction'];
  const unweighed = async () => ({ ok: true, value: {} as never }) as const;
  const procedure = { process, clock: at, ids, calendar: workingDays, weigh: unweighed };
  const actor = { kind: 'employer', id: caller.id, roles: ['employer'], token: caller.token } as const;
  const data = { facts: { statement: { ...full(code) } }, findings: {} } as never; // as JSON keeps it
  return run((tx) => takeStep(tx, { procedure, file, actor, action, data }));
}

function openFor(tx: Tx, ownerId: string, subject: LifeEventKind = 'staff-reduction'): Promise<CaseFile> {
  const { clock: at, ids, random } = context;
  const parts = { ownerId, subject, ruleSet: 'life-events', ruleVersion: '1' };
  return openCase(tx, {
    ...{ ...parts, process: lifeEventProcesses[subject], clock: at, ids, random },
    ...{ officeId: 'ofc_test', channel: 'online', numberPrefix: 'SZ' },
  });
}
