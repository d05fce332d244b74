import { describe, expect, it } from 'vitest';
import { type Refusal, type Result, refuse } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { lifeEventProcesses } from '#business/life-events/public';
import { withdrawalProcess } from '#business/withdrawal/public';
import {
  type Actor,
  act,
  actionsOf,
  type CaseFile,
  caseworkProofs,
  findCase,
  openCase,
  type Process,
  systemActor,
} from '#engines/casework';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRandom, testRecord } from '#platform/testing';
import { handCaseOver, releaseCase, takeCaseOver } from './assign-case.ts';
import { countWork } from './count-work.ts';
import { listWork, type WorkQuery } from './list-work.ts';
import { searchWork } from './search-work.ts';
import { type Sort, sorts, type View, views } from './views.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const ids = testIds(81);
const random = testRandom(81);
const calendar = workingCalendar(holidays);
const processes: Readonly<Record<string, Process>> = {
  [withdrawalProcess.id]: withdrawalProcess,
  ...lifeEventProcesses,
};
const context = {
  ...{ database: db.app, clock, processes },
  seal: makeSeal({ keys: [new Uint8Array(32).fill(7)], random }),
  workingDays: { add: calendar.deadline, between: calendar.workingDaysBetween },
};
const clerk = officer('clerk', ['clerk']);
const both = officer('both', ['clerk', 'reviewer', 'finance']);
const reviewer = officer('reviewer', ['reviewer']);
const wide: WorkQuery = {
  ...{ view: 'open', sort: 'due', procedures: null, ground: null, states: null, officeId: null },
  ...{ assignedTo: null, dueFrom: null, dueTo: null, channel: null },
};

for (const owner of ['psn_a', 'psn_b', 'psn_c']) await testRecord(db, owner);
const submitted = { name: 'submit', data: { workingDays: 10 } };
const proposal = { name: 'propose-approval', met: ['approval-supported'] };
const late = await made('psn_a', [submitted]);
clock.advance({ days: 9 });
const mine = await made('psn_a', [submitted, { name: 'take-up' }]);
const waiting = await made('psn_b', [
  ...[submitted, { name: 'take-up' }],
  { name: 'request-materials', met: ['something-missing'] },
]);
const proposed = await made('psn_b', [submitted, { name: 'take-up' }, proposal]);
const draft = await made('psn_c', []);
const over = await made('psn_c', [submitted, { name: 'withdraw-application' }]);
const retiring = await made('psn_c', [submitted], 'retirement');
clock.set(`${mine.dueOn}T10:00:00+08:00`);

describe('the work list of the office', () => {
  it('finds a state by its id or by its name as shown, and refuses one that there is not with those that there are', async () => {
    const awaiting = await numbers({ ...wide, states: ['awaiting-materials'] });
    expect(awaiting).toEqual(sorted([waiting]));
    expect(await numbers({ ...wide, states: ['等待补充材料'] })).toEqual(awaiting);
    expect(await numbers({ ...wide, states: [' Waiting for papers'] })).toEqual(awaiting);
    const asked = async (query: Partial<WorkQuery>) =>
      listWork(db.app, { context, caller: clerk, query: { ...wide, ...query }, cursor: null, limit: 50 });
    expect(await asked({ states: ['submitted', 'waiting'] })).toMatchObject({
      refusal: {
        code: 'work-list.unknown-name',
        figures: { given: 'waiting' },
        problems: expect.arrayContaining([{ path: 'paid', detail: { zh: '已到账', en: 'Paid' } }]),
      },
    });
    expect(await asked({ procedures: ['withdrawals'] })).toMatchObject({
      refusal: { problems: expect.arrayContaining([expect.objectContaining({ path: 'withdrawal' })]) },
    });
    expect(await asked({ ground: 'died' })).toMatchObject({
      refusal: { problems: expect.arrayContaining([expect.objectContaining({ path: 'death' })]) },
    });
  });

  it('shows in each view what belongs there, as many as it counts', async () => {
    const counted = await countWork(db.app, { context, caller: clerk, officeId: null });
    const shown = new Map<View, readonly string[]>();
    for (const view of views) shown.set(view, await numbers({ ...wide, view }));
    expect(counted.views.map(({ view, cases }) => [view, cases])).toEqual(
      views.map((view) => [view, shown.get(view)?.length]),
    );
    expect(shown.get('open')).toEqual(sorted([late, mine, waiting, proposed, retiring]));
    expect(shown.get('mine')).toEqual(sorted([mine, waiting, proposed]));
    expect(shown.get('unassigned')).toEqual(sorted([late, retiring]));
    expect(shown.get('overdue')).toEqual(sorted([late]));
    expect(shown.get('due-today')).toEqual(sorted([mine, proposed, retiring]));
    expect(shown.get('waiting-for-applicant')).toEqual(sorted([waiting]));
    expect(shown.get('waiting-for-second-officer')).toEqual(sorted([proposed]));
  });

  it('gives every case once over its pages, whichever order is asked for', async () => {
    const orders: Readonly<Record<Sort, string | undefined>> = {
      due: late.number,
      oldest: late.number,
      newest: retiring.number,
    };
    for (const sort of sorts) {
      const seen = await overPages({ ...wide, sort });
      expect(seen[0]).toBe(orders[sort]);
      expect([...seen].sort()).toEqual(sorted([late, mine, waiting, proposed, retiring]));
    }
    const page = await must(list({ ...wide }, { limit: 2 }));
    expect(await list({ ...wide, sort: 'newest' }, { cursor: page.next })).toMatchObject({
      refusal: { code: 'http.cursor' },
    });
  });

  it('narrows by procedure, state, clerk, due days and channel, and masks every name', async () => {
    expect(await numbers({ ...wide, procedures: ['retirement'] })).toEqual([retiring.number]);
    expect(await numbers({ ...wide, states: ['draft', 'withdrawn-by-applicant'] })).toEqual(
      sorted([draft, over]),
    );
    expect(await numbers({ ...wide, assignedTo: 'clerk' })).toEqual(sorted([mine, waiting, proposed]));
    expect(await numbers({ ...wide, assignedTo: 'both' })).toEqual([]);
    expect(await numbers({ ...wide, dueTo: late.dueOn })).toEqual([late.number]);
    expect(await numbers({ ...wide, dueFrom: mine.dueOn })).toEqual(sorted([mine, proposed, retiring]));
    expect(await numbers({ ...wide, channel: 'online' })).toEqual([]);
    const { items } = await must(list(wide));
    expect(items[0]).toMatchObject({ personName: '张*', overdue: true, holder: null, waitingFor: 'agency' });
    expect(items.find(({ number }) => number === mine.number)?.holder).toMatchObject({ loginName: 'clerk' });
  });

  it('finds cases by a number, by an identity document and by an employer, over or not', async () => {
    const number = '11010519491231002X';
    const hash = context.seal.keyedHash('identity', `citizen-id/CHN/${number}`);
    await db.superuser.rows(`INSERT INTO identity_locator VALUES ($1, 'psn_c')`, [hash]);
    await db.superuser.rows(`INSERT INTO employer_locator VALUES ('91440300708461136T', 'emp_1')`);
    await db.superuser.rows(
      `SELECT begin_import('token-clerk', 'imp_1', 'people', 'a.csv', sha256('a'), 1, 0, 0, now())`,
    );
    await db.superuser.rows(
      `INSERT INTO employment (owner_id, id, employer_id, from_on, run_id, line_no, recorded_at)
       VALUES ('psn_b', 'job_1', 'emp_1', '2020-01-01', 'imp_1', 1, now())`,
    );
    const found = async (sought: Parameters<typeof searchWork>[1]['sought']) => {
      const asked = { context, caller: clerk, query: wide, sought, cursor: null, limit: 100 };
      const page = await must(searchWork(db.app, asked));
      return page.items.map((item) => item.number).sort();
    };
    const ofC = sorted([draft, over, retiring]);
    expect(await found({ by: 'number', number: over.number.toLowerCase() })).toEqual(ofC);
    expect(await found({ by: 'identity', identity: { kind: 'citizen-id', number } })).toEqual(ofC);
    expect(await found({ by: 'employer', creditCode: '91440300708461136T' })).toEqual(
      sorted([waiting, proposed]),
    );
    const bad = { by: 'identity', identity: { kind: 'citizen-id', number: '123' } } as const;
    expect(
      await searchWork(db.app, { context, caller: clerk, query: wide, sought: bad, cursor: null, limit: 5 }),
    ).toMatchObject({ refusal: { code: 'registry.number-wrong' } });
  });
});

describe('who has a case in hand', () => {
  it('is the clerk who first worked on it; another one is told who has it, and takes it over first', async () => {
    const file = await made('psn_a', [submitted, { name: 'take-up' }]);
    const { number } = file;
    expect(await step(file, proposal, both)).toMatchObject({
      refusal: { code: 'casework.taken-by-other', figures: { holder: 'clerk' } },
    });
    expect(await run((tx) => takeCaseOver(tx, { ...by(clerk), number }))).toMatchObject({
      refusal: { code: 'casework.has-it-already' },
    });
    expect(
      await must(run((tx) => takeCaseOver(tx, { ...by(both), number, note: '同事休假' }))),
    ).toMatchObject({
      holder: { loginName: 'both' },
    });
    expect(await step(file, proposal, clerk)).toMatchObject({ refusal: { code: 'casework.taken-by-other' } });
    expect(await step(file, proposal, both)).toMatchObject({ ok: true });
    const history = await actionsOf(db.app, file);
    expect(history.map(({ action, data }) => [action, data.assignedTo])).toEqual([
      ...[
        ['submit', undefined],
        ['take-up', 'off_clerk'],
        ['take-over', 'off_both'],
      ],
      ['propose-approval', undefined],
    ]);
    expect((await findCase(db.app, number))?.assignedTo).toBe('off_both');
  });

  it('is whoever it was handed to by name, with a note that stays in its history', async () => {
    const { number, ...file } = await made('psn_a', [submitted]);
    const hand = (caller: Caller, to: string) =>
      run((tx) => handCaseOver(tx, { ...by(caller), number, to, note: '材料在三号柜' }));
    expect(await hand(clerk, 'reviewer')).toMatchObject({ refusal: { code: 'casework.no-such-clerk' } });
    expect(await must(hand(clerk, 'both'))).toMatchObject({ holder: { loginName: 'both' } });
    expect(await hand(clerk, 'clerk')).toMatchObject({ refusal: { code: 'casework.taken-by-other' } });
    expect(await hand(reviewer, 'both')).toMatchObject({ refusal: { code: 'casework.has-it-already' } });
    expect(await must(hand(reviewer, 'clerk'))).toMatchObject({ holder: { loginName: 'clerk' } });
    expect((await actionsOf(db.app, file)).at(-1)?.data).toEqual({
      note: '材料在三号柜',
      assignedTo: 'off_clerk',
    });
  });

  it('is nobody once it was put back, and then whoever works on it next', async () => {
    const file = await made('psn_a', [submitted, { name: 'take-up' }]);
    const back = (caller: Caller) => run((tx) => releaseCase(tx, { ...by(caller), number: file.number }));
    expect(await back(both)).toMatchObject({ ok: true }); // a reviewer may, for a clerk who is away
    expect(await back(clerk)).toMatchObject({ refusal: { code: 'casework.nobody-has-it' } });
    expect((await findCase(db.app, file.number))?.assignedTo).toBeNull();
    expect(await step(file, proposal, both)).toMatchObject({ ok: true });
    expect((await findCase(db.app, file.number))?.assignedTo).toBe('off_both');
  });

  it('is what the case’s actions say, whatever is typed by hand', async () => {
    const file = await made('psn_a', [submitted, { name: 'take-up' }]);
    const typed = `UPDATE case_file SET assigned_to = 'off_both' WHERE id = '${file.id}'`;
    await expect(db.app.rows(typed)).rejects.toThrow(/permission denied/);
    await db.superuser.rows(typed);
    const proof = caseworkProofs(processes).find(({ name }) => name === 'casework.assignment-computed');
    const found = await proof?.run(db.app, () => {});
    expect(found?.broken.map(({ row }) => row)).toEqual([`${file.ownerId}/${file.id}`]);
    await db.app.rows('SELECT project_assignment($1, $2)', [file.ownerId, file.id]);
    expect((await findCase(db.app, file.number))?.assignedTo).toBe('off_clerk');
    expect((await proof?.run(db.app, () => {}))?.broken).toEqual([]);
  });

  it('is never an officer who is not a clerk at work', async () => {
    const file = await made('psn_a', [submitted]);
    const asSystem = { ...systemActor, roles: [] };
    const typed = { name: 'told-of-death', data: { assignedTo: 'off_reviewer' } };
    expect(await step(file, typed, asSystem)).toMatchObject({ refusal: { code: 'casework.no-such-clerk' } });
  });
});

interface Step {
  readonly name: string;
  readonly data?: { readonly [name: string]: number | string };
  readonly met?: readonly string[];
}

function run<T>(work: (tx: Tx) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  return inTransaction(db.app, work);
}

function by(caller: Caller) {
  return { context, caller, note: '' };
}

/** A case with what happened to it, done by the clerk. */
async function made(
  ownerId: string,
  steps: readonly Step[],
  kind: 'withdrawal' | 'retirement' = 'withdrawal',
): Promise<CaseFile> {
  const process = processes[kind];
  if (!process) throw new Error(`there is no process ${kind}`);
  clock.advance({ seconds: 1 });
  const opened = await inTransaction(db.app, async (tx) => {
    const parts = { process, ownerId, subject: 'death', ruleSet: 'shenzhen', ruleVersion: '1' };
    const made = { officeId: 'ofc_test', channel: 'window', numberPrefix: 'SZ', clock, ids, random } as const;
    return { ok: true as const, value: await openCase(tx, { ...parts, ...made }) };
  });
  if (!opened.ok) throw new Error('refused');
  let file = opened.value;
  for (const each of steps) file = await must(step(file, each, clerk));
  return file;
}

function step(file: CaseFile, { name: action, data, met }: Step, who: Caller | Actor) {
  const process = processes[file.process];
  if (!process) return Promise.resolve(refuse({ code: 'casework.no-case' }));
  const { id, roles, token = null } = who;
  const actor = { kind: who.kind as Actor['kind'], id, roles, token }; // officers and the system only
  const done = { process, ownerId: file.ownerId, caseId: file.id, action, actor };
  const how = { at: clock.now(), calendar: context.workingDays, ...(data && { data }), ...(met && { met }) };
  return run((tx) => act(tx, { ...done, ...how }));
}

function list(
  query: WorkQuery,
  { cursor = null, limit = 100 }: { cursor?: string | null; limit?: number } = {},
) {
  return listWork(db.app, { context, caller: clerk, query, cursor, limit });
}

async function numbers(query: WorkQuery): Promise<readonly string[]> {
  const { items } = await must(list(query));
  return items.map(({ number }) => number).sort();
}

async function overPages(query: WorkQuery): Promise<readonly string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listWork>> = await list(query, { cursor, limit: 2 });
    const { items, next } = await must(page);
    seen.push(...items.map(({ number }) => number));
    cursor = next;
  } while (cursor !== null);
  return seen;
}

function sorted(files: readonly CaseFile[]): readonly string[] {
  return files.map(({ number }) => number).sort();
}

function officer(name: string, roles: Caller['roles']): Caller {
  return {
    ...anyone,
    kind: 'officer',
    id: `off_${name}`,
    roles,
    officeId: 'ofc_test',
    token: `token-${name}`,
  };
}

async function must<T>(result: Result<T, Refusal> | Promise<Result<T, Refusal>>): Promise<T> {
  const told = await result;
  if (!told.ok) throw new Error(`refused: ${JSON.stringify(told.refusal)}`);
  return told.value;
}
