import { describe, expect, it } from 'vitest';
import type { Refusal, Result } from '#basics';
import { accessRefusals, type Caller, roles, system } from '#business/access/public';
import { registryRefusals } from '#business/registry';
import { caseworkRefusals } from '#engines/casework';
import { httpRefusals, operationFaults } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { lifeEventProcesses } from './processes.ts';
import { lifeEventsRefusals } from './refusals.ts';
import { lifeEventOperations } from './routes.ts';
import { alone, both, citizen, clerk, insured, reviewer, sampleCounter } from './testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const counter = sampleCounter({
  ...{ db, clock, ids: testIds(73), random: testRandom(73), processes: lifeEventProcesses },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const { person, context } = counter;
const stop = { kind: 'insurance-stop', stopOn: '2026-06-01' };

describe('the operations of life events', () => {
  it('each declare who may use them and only refusals that are worded', () => {
    const catalogue = {
      ...{ ...lifeEventsRefusals, ...caseworkRefusals, ...registryRefusals, ...accessRefusals },
      ...httpRefusals,
    };
    expect(operationFaults(lifeEventOperations, { roles, catalogue })).toEqual([]);
  });

  it('take a stop from the person at home to the record, with a receipt on the way', async () => {
    const owner = await person(alone);
    const self = citizen('insured', owner);
    const opened = await ask('openLifeEvent', self, { body: { statement: stop } });
    expect(opened).toMatchObject({
      kind: 'insurance-stop',
      state: 'submitted',
      dueOn: '2026-06-15',
      seen: 1,
    });
    const { number } = opened;
    const receipt = await ask('readLifeEventReceipt', self, { number });
    expect(receipt).toMatchObject({ receiptNumber: `${number}/1`, dueOn: '2026-06-15', missing: [] });
    expect(receipt.text.zh).toContain(`受理回执 ${number}/1\n办理事项：停保\n参保人：张*`);
    expect(receipt.text.en).toContain('Questions: Test office, telephone 12393; give the case number');
    expect((await ask('listLifeEvents', self, {})).items).toMatchObject([{ number, kind: 'insurance-stop' }]);
    expect((await ask('listLifeEvents', clerk, { query: { kind: 'retirement' } })).items).toEqual([]);
    await ask('takeUpLifeEvent', clerk, { number });
    await ask('proposeLifeEventDecision', clerk, { number, body: { outcome: 'approve' } });
    await ask('returnLifeEventToMaker', reviewer, { number, body: { reason: '请核对日期' } });
    await ask('proposeLifeEventDecision', clerk, { number, body: { outcome: 'approve' } });
    const { pendingDecision, consequence } = await ask('readLifeEvent', reviewer, { number });
    expect(consequence.entries).toMatchObject([{ kind: 'relationship', body: { status: 'suspended' } }]);
    const approval = { number, body: { decisionId: pendingDecision.id } };
    expect(await ask('approveLifeEventDecision', reviewer, approval)).toMatchObject({ state: 'approved' });
    // A job has no idempotency key: the same approval again is answered as the first time.
    expect(await ask('approveLifeEventDecision', reviewer, approval)).toMatchObject({ state: 'approved' });
    const told = await ask('explainLifeEvent', self, { number, query: { verify: 'true' } });
    expect(told.verification).toEqual({ same: true, chainWhole: true });
    expect(told.stages.map(({ stage }: { stage: string }) => stage)).toEqual([
      ...['application', 'proposal', 'proposal', 'approval'],
    ]);
    const history = await ask('readLifeEventHistory', self, { number });
    expect(history.items.at(-1)).toMatchObject({ state: 'approved', actorId: null });
  });

  it('tell everything that is missing in one go, stop the clock meanwhile, and go on by themselves', async () => {
    const owner = await person(insured);
    const statement = { kind: 'retirement', retiredOn: '2026-05-20' };
    const { number } = await ask('openLifeEvent', clerk, { body: { personId: owner, statement } });
    const asked = await ask('requestLifeEventMaterials', clerk, { number });
    expect(asked).toMatchObject({ state: 'awaiting-materials', dueOn: null });
    const receipt = await ask('readLifeEventReceipt', clerk, { number });
    expect(receipt.missing).toHaveLength(2);
    const stillMissing = receipt.text.zh.split('还缺的材料：')[1] ?? '';
    expect(stillMissing).toMatch(/（依据：《[^·A-Z]+）\n[^·]+电话 12393/);
    expect(receipt.text.en.split('still missing')[1]).not.toMatch(/[一-龥·]/);
    await paper(number, 'pension-statement');
    clock.set('2026-06-05T10:00:00+08:00');
    expect(await paper(number, 'identity-document')).toMatchObject({
      state: 'in-review',
      dueOn: '2026-06-22', // the nineteenth is the Dragon Boat Festival
    });
    clock.set('2026-06-01T10:00:00+08:00');
  });

  it('take no paper under a number that the system gives itself, and say what to give instead', async () => {
    const owner = await person(alone);
    const told = {
      code: 'casework.bad-reference',
      problems: [{ path: 'paperReference', detail: { en: expect.stringContaining('the window filed') } }],
    };
    const under = (paperReference: string) => ({ materialId: 'identity-document', paperReference });
    const body = (paperReference: string) => ({
      personId: owner,
      statement: stop,
      papers: [under(paperReference)],
    });
    expect(await refusal('openLifeEvent', clerk, { body: body('N-1') })).toMatchObject(told);
    const { number } = await ask('openLifeEvent', clerk, { body: body('档-17') });
    for (const own of ['C-2026-06', `档-17+E-${'a'.repeat(64)}/2`])
      expect(await refusal('provideLifeEventPaper', clerk, { number, body: under(own) })).toMatchObject(told);
    expect(await ask('provideLifeEventPaper', clerk, { number, body: under('档-18') })).toMatchObject({
      number,
    });
  });

  it('refuse lawfully where the papers that were asked for never came', async () => {
    const owner = await person(alone);
    const { number } = await ask('openLifeEvent', clerk, { body: { personId: owner, statement: stop } });
    await ask('requestLifeEventMaterials', clerk, { number });
    await ask('stopWaitingForLifeEvent', clerk, { number });
    await ask('proposeLifeEventDecision', clerk, { number, body: { outcome: 'refuse' } });
    expect(await ask('approveLifeEventDecision', reviewer, { number })).toMatchObject({ state: 'refused' });
    expect((await ask('readLifeEvent', clerk, { number })).actions.filter(isAllowed)).toEqual([]);
  });

  it('tell a citizen first what stands against it, and open the case where a written decision is wanted', async () => {
    const owner = await person(insured);
    const self = citizen('insured', owner);
    const refused = await refusal('openLifeEvent', self, { body: { statement: stop } });
    expect(refused.code).toBe('life-events.not-open');
    expect(refused.problems?.map(({ path }) => path)).toEqual(['conditions.no-employer']);
    const opened = await ask('openLifeEvent', self, { body: { statement: stop, applyAnyway: true } });
    expect(opened.state).toBe('submitted');
    const again = await refusal('openLifeEvent', self, { body: { statement: stop, applyAnyway: true } });
    expect(again).toMatchObject({ code: 'life-events.already-open', figures: { number: opened.number } });
    const { number } = opened;
    expect(await ask('withdrawLifeEvent', self, { number })).toMatchObject({
      state: 'withdrawn-by-applicant',
    });
  });

  it('let nobody report what is not theirs, nor about somebody whom they may not act for', async () => {
    const owner = await person(alone);
    const stranger = citizen('insured', 'psn_other');
    const death = { kind: 'death-notice', diedOn: '2026-05-20', reporter: 'relative' };
    const own = await refusal('openLifeEvent', citizen('insured', owner), { body: { statement: death } });
    expect(own.code).toBe('life-events.not-yours');
    const body = { personId: owner, statement: stop };
    expect((await refusal('openLifeEvent', stranger, { body })).code).toBe('life-events.no-person');
    const { number } = await ask('openLifeEvent', clerk, { body });
    expect((await refusal('readLifeEvent', stranger, { number })).code).toBe('casework.no-case');
    expect((await refusal('readLifeEventReceipt', stranger, { number })).code).toBe('casework.no-case');
  });

  it('keep maker and checker apart', async () => {
    const owner = await person(alone);
    const body = {
      personId: owner,
      statement: stop,
      papers: [{ materialId: 'identity-document', paperReference: 'A' }],
    };
    const { number } = await ask('openLifeEvent', clerk, { body });
    await ask('proposeLifeEventDecision', both, { number, body: { outcome: 'approve' } });
    expect((await refusal('approveLifeEventDecision', both, { number })).code).toBe(
      'casework.maker-is-checker',
    );
  });

  it('let a hospital report a death by identity document with its key, and nothing else', async () => {
    const hospital: Caller = { ...system, kind: 'integrator', id: 'key_1', roles: ['integrator'] };
    const identity = { kind: 'citizen-id', number: '11010519491231002X' };
    const death = { kind: 'death-notice', diedOn: '2026-05-20', reporter: 'hospital' };
    const unknown = await refusal('openLifeEvent', hospital, { body: { identity, statement: death } });
    expect(unknown.code).toBe('life-events.no-person');
    const other = await refusal('openLifeEvent', hospital, { body: { identity, statement: stop } });
    expect(other.code).toBe('life-events.not-yours');
  });
});

function isAllowed({ allowed }: { readonly allowed: boolean }): boolean {
  return allowed;
}

function paper(number: string, materialId: string) {
  return ask('provideLifeEventPaper', clerk, { number, body: { materialId, paperReference: 'B-1' } });
}

interface Sent {
  readonly number?: string;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

async function refusal(id: string, caller: Caller, sent: Sent): Promise<Refusal> {
  const done = await run(id, caller, sent);
  if (done.ok) throw new Error(`${id} was not refused`);
  return done.refusal;
}

/** Runs an operation as the door does, by its own schemas, and gives its answer as it goes out. */
async function ask(id: string, caller: Caller, sent: Sent) {
  const done = await run(id, caller, sent);
  if (!done.ok) throw new Error(`${id} refused: ${JSON.stringify(done.refusal)}`);
  // biome-ignore lint/suspicious/noExplicitAny: the shape of each answer is held by its own schema, on this very line
  return lifeEventOperations.find((each) => each.id === id)?.answer.parse(done.value) as any;
}

async function run(
  id: string,
  caller: Caller,
  { number, query = {}, body = {} }: Sent,
): Promise<Result<unknown>> {
  const operation = lifeEventOperations.find((each) => each.id === id);
  const params: Record<string, string> = number === undefined ? {} : { number };
  const request = { context, caller, params, query, body };
  if (operation?.kind === 'read') return operation.run(db.app, request);
  if (operation?.kind === 'write') return inTransaction(db.app, (tx) => operation.run(tx, request));
  if (operation?.kind === 'job') return operation.run(request);
  throw new Error(`there is no operation ${id}`);
}
