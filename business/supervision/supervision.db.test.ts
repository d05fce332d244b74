import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fen, type PlainDate, plainDate, type Result } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { situationOf } from '#business/registry';
import { supervisionProofs } from '#business/supervision';
import { auditProofs } from '#engines/audit';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { supervisionChains } from './chained.store.ts';
import { decideStep } from './confirm-step.ts';
import { openMattersOf } from './open-matters.ts';
import { type Grounds, proposeLifting, proposeMeasure } from './propose-step.ts';
import { listSteps, measuresOf } from './read-measures.ts';

const db = await testDatabase();
const clock = testClock('2026-06-01T10:00:00+08:00');
const context = { database: db.app, clock, ids: testIds(3) };
const clerk = officer('clerk');
const reviewer = officer('reviewer');
let count = 0;
let personId = '';

beforeAll(() => testOffice(db));
beforeEach(async () => {
  count += 1;
  personId = `psn_${count}`;
  await testPerson(db, { owner: personId, balanceFen: 100_000n, balanceOn: '2025-12-31' });
});

describe('an investigation', () => {
  test('stands for the rules once another officer has confirmed it, and no longer once its lifting is confirmed', async () => {
    const measureId = await proposed();
    expect(await open()).toMatchObject({ investigation: false });
    await decided(measureId);
    expect(await open()).toMatchObject({ investigation: true, recoveries: false });
    const lifting = done(await lift(measureId));
    expect(await open()).toMatchObject({ investigation: true });
    await decided(lifting.stepId);
    expect(await open()).toMatchObject({ investigation: false });
  });

  test('can be told as it stood on a day and as it was known on another', async () => {
    const measureId = await proposed({ effectiveOn: plainDate('2026-05-20') });
    await decided(measureId);
    const knownAt = clock.now();
    clock.advance({ days: 10 });
    await decided(done(await lift(measureId, { effectiveOn: plainDate('2026-06-05') })).stepId);
    expect(await openMattersOf(db.app, { personId, onDate: plainDate('2026-05-19') })).toMatchObject({
      investigation: false,
    });
    expect(await openMattersOf(db.app, { personId, onDate: plainDate('2026-05-20') })).toMatchObject({
      investigation: true,
    });
    expect(await openMattersOf(db.app, { personId, onDate: plainDate('2026-06-05') })).toMatchObject({
      investigation: false,
    });
    const earlier = new Date(knownAt.getTime() - 1);
    const on = plainDate('2026-06-05');
    expect(await openMattersOf(db.app, { personId, onDate: on, knownAt })).toMatchObject({
      investigation: true,
    });
    expect(await openMattersOf(db.app, { personId, onDate: on, knownAt: earlier })).toMatchObject({
      investigation: false,
    });
  });

  test('is told everything that is wrong with it at once', async () => {
    const wrong = await propose({
      legalBasis: 'G3',
      reason: ' ',
      paperReference: '身份证 11010519491231002X',
    });
    expect(wrong).toMatchObject({
      refusal: {
        code: 'supervision.wrong',
        problems: [{ path: 'legalBasis' }, { path: 'reason' }, { path: 'paperReference' }],
      },
    });
    expect(await propose({ effectiveOn: plainDate('2099-01-01') })).toMatchObject({
      refusal: { code: 'supervision.day-not-come' },
    });
    expect(
      await inTransaction(db.app, (tx) => proposeMeasure(tx, { ...asked(), personId: 'psn_none' })),
    ).toMatchObject({
      refusal: { code: 'supervision.no-such-person' },
    });
  });

  test('is rejected only with a reason, and then never stood', async () => {
    const stepId = await proposed();
    expect(await decide(stepId, { confirmed: false, reason: ' ' })).toMatchObject({
      refusal: { code: 'supervision.reason-missing' },
    });
    done(await decide(stepId, { confirmed: false, reason: '文书不全' }));
    expect(await open()).toMatchObject({ investigation: false });
    expect((await history())[0]).toMatchObject({ state: 'rejected' });
  });

  test('is not confirmed by whoever proposed it, nor twice', async () => {
    const both = officer('both');
    const mine = done(await inTransaction(db.app, (tx) => proposeMeasure(tx, { ...asked(), caller: both })));
    expect(await decide(mine.stepId, { by: both })).toMatchObject({
      refusal: { code: 'supervision.same-officer' },
    });
    await decided(mine.stepId);
    expect(await decide(mine.stepId)).toMatchObject({ refusal: { code: 'supervision.decided' } });
  });
});

describe('a recovery order', () => {
  test('names an amount and is an open recovery for the rules', async () => {
    const order = (amountFen: bigint | null) =>
      inTransaction(db.app, (tx) =>
        proposeMeasure(tx, {
          ...asked({ legalBasis: 'SIH-46' }),
          kind: 'recovery',
          demand: amountFen === null ? null : { amountFen: fen(amountFen), origin: 'pool' },
        }),
      );
    expect(await order(null)).toMatchObject({ refusal: { problems: [{ path: 'amountFen' }] } });
    expect(await order(0n)).toMatchObject({ refusal: { problems: [{ path: 'amountFen' }] } });
    await decided(done(await order(12_345n)).stepId);
    expect(await open()).toMatchObject({ investigation: false, recoveries: true });
    expect(await history()).toMatchObject([{ kind: 'recovery', amountFen: 12_345n, state: 'standing' }]);
  });
});

describe('the lists', () => {
  test('a person’s measures come page by page with their whole history', async () => {
    for (let n = 0; n < 3; n += 1) await decided(await proposed());
    const one = await measuresOf(db.app, { personId, before: null, limit: 2 });
    const two = await measuresOf(db.app, { personId, before: one.next, limit: 2 });
    expect([one.items.length, two.items.length, two.next]).toEqual([2, 1, null]);
    const ids = [...one.items, ...two.items].map(({ measureId }) => measureId);
    expect(new Set(ids).size).toBe(3);
    expect(one.items[0]?.steps).toMatchObject([
      { step: 'set', makerId: 'off_clerk', checkerId: 'off_reviewer' },
    ]);
  });

  test('what waits and what stands is found by officers, page by page, without gaps', async () => {
    await proposed();
    await decided(await proposed());
    for (const status of ['waiting', 'standing'] as const) {
      const whole = await listSteps(db.app, { status, kind: null, after: null, limit: 100 });
      expect(whole.items.some((step) => step.personId === personId)).toBe(true);
      const told: string[] = [];
      let after: Parameters<typeof listSteps>[1]['after'] = null;
      do {
        const page = await listSteps(db.app, { status, kind: 'investigation', after, limit: 1 });
        told.push(...page.items.map(({ stepId }) => stepId));
        after = page.next;
      } while (after);
      const wanted = whole.items.filter(({ kind }) => kind === 'investigation').map(({ stepId }) => stepId);
      expect(told).toEqual(wanted);
    }
  });
});

describe('what verify proves', () => {
  test('holds, and finds a measure lifted by one officer alone', async () => {
    await decided(await proposed());
    expect(await brokenProofs()).toEqual([]);
    await db.superuser.rows(
      'ALTER TABLE supervision_decision DROP CONSTRAINT supervision_maker_is_not_checker',
    );
    const stepId = await proposed();
    await db.superuser.rows(
      `INSERT INTO supervision_decision (owner_id, step_id, maker_id, checker_id, confirmed, decided_at)
       VALUES ($1, $2, 'off_clerk', 'off_clerk', true, now())`,
      [personId, stepId],
    );
    const row = `${personId}/${stepId}`;
    expect(await brokenProofs()).toEqual([
      ['supervision.two-officers', row],
      ['audit.records-chained', `${personId}/measure-decision/${stepId}`],
    ]);
  });

  test('finds a reason that somebody changed afterwards', async () => {
    const stepId = await proposed();
    await db.superuser.rows('UPDATE supervision_step SET reason = $1 WHERE id = $2', ['别的', stepId]);
    expect(await brokenProofs()).toContainEqual([
      'audit.records-chained',
      `${personId}/measure-step/${stepId}`,
    ]);
  });

  test('finds money that left during an investigation', async () => {
    await decided(await proposed());
    await db.superuser.rows(
      `INSERT INTO authority (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
       VALUES ($1, 'aut_x', 'withdrawal', 5, 'decision', 'dec_x', $2)`,
      [personId, new Date(clock.now().getTime() + 1000)],
    );
    expect(await brokenProofs()).toContainEqual(['supervision.nothing-left', `${personId}/aut_x`]);
  });
});

function officer(name: string): Caller {
  return { ...anyone, kind: 'officer', id: `off_${name}`, officeId: 'ofc_test', token: `token-${name}` };
}

function asked(given: Partial<Grounds> = {}) {
  const grounds: Grounds = {
    ...{ legalBasis: 'FUND-30', reason: '核实就诊记录', paperReference: '立案通知 2026-1' },
    effectiveOn: null as PlainDate | null,
    ...given,
  };
  return { context, caller: clerk, personId, grounds, kind: 'investigation', demand: null } as const;
}

function propose(given: Partial<Grounds> = {}) {
  return inTransaction(db.app, (tx) => proposeMeasure(tx, asked(given)));
}

async function proposed(given: Partial<Grounds> = {}): Promise<string> {
  return done(await propose(given)).stepId;
}

function lift(measureId: string, given: Partial<Grounds> = {}) {
  return inTransaction(db.app, (tx) => proposeLifting(tx, { ...asked(given), measureId }));
}

function decide(
  stepId: string,
  given: { readonly by?: Caller; readonly confirmed?: boolean; readonly reason?: string } = {},
) {
  const { by = reviewer, confirmed = true, reason = null } = given;
  const decision = { personId, stepId, confirmed, reason };
  return inTransaction(db.app, (tx) => decideStep(tx, { context, caller: by, decision }));
}

async function decided(stepId: string): Promise<void> {
  done(await decide(stepId));
}

async function open() {
  return (await situationOf(db.app, { owner: personId }))?.open;
}

async function history() {
  return (await measuresOf(db.app, { personId, before: null, limit: 10 })).items;
}

async function brokenProofs(): Promise<readonly (readonly string[])[]> {
  const told = await Promise.all(
    [...supervisionProofs, ...auditProofs(supervisionChains)].map(async (proof) => {
      const { broken } = await proof.run(db.app, () => undefined);
      return broken.map(({ row }) => [proof.name, row]);
    }),
  );
  return told.flat();
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
