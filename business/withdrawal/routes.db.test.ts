import { describe, expect, it } from 'vitest';
import type { Refusal, Result } from '#basics';
import { accessRefusals, type Caller, roles } from '#business/access/public';
import { materialsRefusals } from '#business/materials';
import { paymentsRefusals } from '#business/payments';
import { successionRefusals } from '#business/succession';
import { supervisionRefusals } from '#business/supervision';
import { caseworkRefusals } from '#engines/casework';
import { ledgerRefusals } from '#engines/ledger';
import { operationFaults } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { withdrawalRefusals } from './refusals.ts';
import { withdrawalOperations } from './routes.ts';
import { citizen, clerk, payee, reviewer, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(41),
  random: testRandom(41),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});

describe('the operations of withdrawals', () => {
  it('each declare who may use them and only refusals that are worded', () => {
    const engines = { ...caseworkRefusals, ...ledgerRefusals };
    const catalogue = {
      ...withdrawalRefusals,
      ...engines,
      ...paymentsRefusals,
      ...supervisionRefusals,
      ...successionRefusals,
      ...materialsRefusals,
      ...accessRefusals,
    };
    expect(operationFaults(withdrawalOperations, { roles, catalogue })).toEqual([]);
  });

  it('take a case from the application to its settlement, and answer what they declare', async () => {
    const owner = await agency.person('death');
    const heir = citizen('successor', owner);
    const opened = await ask('openWithdrawal', heir, { body: { ground: 'death' } });
    const { number } = opened;
    expect(opened).toMatchObject({ state: 'submitted', seen: 1, dueOn: '2026-06-15' });
    await ask('nameWithdrawalPayee', heir, { number, body: { ...payee, name: '张小明' } });
    const view = await ask('readWithdrawal', clerk, { number });
    for (const { materialId, state } of view.papers) {
      const body = { materialId, paperReference: 'C-1' };
      if (state === 'missing') await ask('provideWithdrawalPaper', heir, { number, body });
    }
    expect((await ask('listWithdrawals', clerk, { query: { state: 'submitted' } })).items).toMatchObject([
      { number },
    ]);
    await ask('takeUpWithdrawal', clerk, { number });
    const asked = {
      number,
      body: { again: [{ materialId: 'identity-document', reason: 'illegible' }], note: '照片看不清' },
    };
    expect(await ask('requestWithdrawalMaterials', clerk, asked)).toMatchObject({
      state: 'awaiting-materials',
      dueOn: null,
    });
    const body = { materialId: 'identity-document', paperReference: 'C-2' };
    expect(await ask('provideWithdrawalPaper', heir, { number, body })).toMatchObject({ state: 'in-review' });
    await ask('proposeWithdrawalDecision', clerk, { number, body: { outcome: 'approve' } });
    await ask('returnWithdrawalToMaker', reviewer, { number, body: { reason: '请再核对户名' } });
    await ask('proposeWithdrawalDecision', clerk, { number, body: { outcome: 'approve' } });
    const { pendingDecision } = await ask('readWithdrawal', reviewer, { number });
    const approval = { number, body: { decisionId: pendingDecision?.id } };
    expect(await ask('approveWithdrawalDecision', reviewer, approval)).toMatchObject({ state: 'approved' });
    // A job has no idempotency key: the same approval again is answered as the first time.
    expect(await ask('approveWithdrawalDecision', reviewer, approval)).toMatchObject({ state: 'approved' });
    expect(await ask('settleWithdrawal', clerk, { number })).toMatchObject({ state: 'settled' });
    const told = await ask('explainWithdrawal', heir, { number, query: { verify: 'true' } });
    expect(told.verification).toEqual({ same: true, chainWhole: true });
    expect((await ask('readWithdrawalHistory', heir, { number })).items.at(-1)).toMatchObject({
      state: 'settled',
    });
  });

  it('refuse lawfully where the papers that were asked for never came', async () => {
    const owner = await agency.person('nationality-lost');
    const { number } = await ask('openWithdrawal', clerk, {
      body: { ground: 'nationality-lost', personId: owner, payee },
    });
    await ask('requestWithdrawalMaterials', clerk, { number, body: { again: [] } });
    clock.set('2026-06-24T10:00:00+08:00');
    expect(await ask('stopWaitingForMaterials', clerk, { number })).toMatchObject({ state: 'in-review' });
    await ask('proposeWithdrawalDecision', clerk, { number, body: { outcome: 'refuse' } });
    expect(await ask('approveWithdrawalDecision', reviewer, { number })).toMatchObject({ state: 'refused' });
  });

  it('keep a draft, submit it, and take it back', async () => {
    const owner = await agency.person('nationality-lost');
    const person = citizen('insured', owner);
    const { number } = await ask('openWithdrawal', person, {
      body: { ground: 'nationality-lost', submit: false, payee },
    });
    expect(await ask('submitWithdrawal', person, { number })).toMatchObject({ state: 'submitted' });
    expect(await ask('withdrawApplication', person, { number, body: { seen: 2 } })).toMatchObject({
      state: 'withdrawn-by-applicant',
    });
  });
});

interface Sent {
  readonly number?: string;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** Runs an operation as the door does, by its own schemas, and gives its answer as it goes out. */
async function ask(id: string, caller: Caller, { number, query = {}, body = {} }: Sent) {
  const operation = withdrawalOperations.find((each) => each.id === id);
  if (!operation || operation.kind === 'text') throw new Error(`there is no operation ${id}`);
  const params: Record<string, string> = number === undefined ? {} : { number };
  const request = { context: agency.context, caller, params, query, body };
  const done = await answer();
  if (!done.ok) throw new Error(`${id} refused: ${JSON.stringify(done.refusal)}`);
  // biome-ignore lint/suspicious/noExplicitAny: the shape of each answer is held by its own schema, on this very line
  return operation.answer.parse(done.value) as any;

  async function answer(): Promise<Result<unknown, Refusal>> {
    if (operation?.kind === 'read') return operation.run(db.app, request);
    if (operation?.kind === 'write') return inTransaction(db.app, (tx) => operation.run(tx, request));
    if (operation?.kind === 'job') return operation.run(request);
    throw new Error(`${id} takes text`);
  }
}
