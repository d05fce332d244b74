import { expect, it } from 'vitest';
import { type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { mayAct, systemActor } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { endDraftCase } from './draft-case.ts';
import { objectToDecision } from './object.ts';
import { openFollowUps } from './open-follow-ups.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { remindApplicants } from './remind-applicants.ts';
import { requestMaterials } from './request-materials.ts';
import { withdrawalOperations } from './routes.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { closeNotCompleted } from './stop-waiting.ts';
import { takeUpWithdrawal } from './take-up.ts';
import {
  citizen,
  clerk,
  clerk2,
  finance2,
  orderOf,
  payee,
  reviewer,
  reviewer2,
  sampleAgency,
} from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const ids = testIds(64);
const agency = await sampleAgency({
  ...{ db, clock, ids, random: testRandom(64) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 60_000n, balanceOn: '2025-12-31' }),
});
const {
  by,
  run,
  apply,
  application,
  completePapers,
  propose,
  approve,
  settle,
  approvedCase,
  settledCase,
  bank,
} = sampleSteps(agency);

/** Brings a case into each state, the way that people do. */
const ways: Readonly<Record<string, (owner: string) => Promise<string>>> = {
  draft: async (owner) =>
    (await must(run((tx) => applyForWithdrawal(tx, { ...application(owner, 'death'), submit: false }))))
      .number,
  'awaiting-confirmation': async (owner) => {
    await bank((await settledCase(owner, 'death')).number, 'paid');
    await lateMoney(owner, 'credit', null);
    const [number = ''] = await openFollowUps(agency.context);
    return number;
  },
  submitted: async (owner) => (await apply(owner, 'death')).number,
  'in-review': async (owner) => taken((await apply(owner, 'death')).number),
  'awaiting-materials': waiting,
  proposed: async (owner) => {
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    return number;
  },
  approved: async (owner) => (await approvedCase(owner, 'death')).number,
  'came-back': async (owner) => {
    const { number } = await approvedCase(owner, 'death');
    await agency.record(owner, 'succession', { established: false, on: '2026-05-20' });
    await must(settle(number));
    return number;
  },
  refused,
  'not-completed': async (owner) => {
    const number = await waiting(owner);
    clock.set('2026-07-01T10:00:00+08:00');
    await remindApplicants(agency.context);
    clock.set('2026-07-20T10:00:00+08:00');
    await must(run((tx) => closeNotCompleted(tx, { ...by(clerk, number), reason: '未补正' })));
    clock.set('2026-06-01T10:00:00+08:00');
    return number;
  },
  'draft-ended': async (owner) => {
    const draft = await must(
      run((tx) => applyForWithdrawal(tx, { ...application(owner, 'death'), submit: false })),
    );
    const { context } = agency;
    await must(run((tx) => endDraftCase(tx, { context, actor: systemActor, file: draft })));
    return draft.number;
  },
  'withdrawn-by-applicant': async (owner) => {
    const { number } = await apply(owner, 'death');
    await must(run((tx) => withdrawApplication(tx, by(clerk, number))));
    return number;
  },
  settled: async (owner) => (await settledCase(owner, 'death')).number,
  paying: async (owner) => {
    const { number } = await settledCase(owner, 'death');
    await bank(number, 'paid', { stopAfterRelease: true });
    return number;
  },
  returned: (owner) => answered(owner, 'returned'),
  paid: (owner) => answered(owner, 'paid'),
  refunded: async (owner) => {
    const number = await answered(owner, 'returned');
    await lateMoney(owner, 'refund', (await orderOf(db, owner))[0]?.id ?? '');
    await openFollowUps(agency.context);
    return number;
  },
  objection: objected,
  'objection-proposed': async (owner) => decidedOnObjection(await objected(owner)),
  revoked: async (owner) => {
    const number = await decidedOnObjection(await objected(owner));
    await must(approve(number, reviewer2));
    return number;
  },
};

/** Operations of the API by the steps of the process that they may take. */
const doors: Readonly<Record<string, readonly string[]>> = {
  submitWithdrawal: ['submit', 'confirm-payee'],
  confirmWithdrawalPayee: ['submit', 'confirm-payee'],
  provideWithdrawalPaper: ['provide-material'],
  nameWithdrawalPayee: ['name-payee', 'correct-payee'],
  withdrawApplication: ['withdraw-application'],
  takeUpWithdrawal: ['take-up'],
  // The first thing that a clerk does to a case takes it up.
  requestWithdrawalMaterials: ['request-materials', 'take-up'],
  stopWaitingForMaterials: ['stop-waiting'],
  closeWithdrawalNotCompleted: ['close-not-completed'],
  settleWithdrawal: ['settle'],
  objectToWithdrawalDecision: ['object'],
  withdrawWithdrawalObjection: ['withdraw-objection'],
  returnWithdrawalToMaker: ['return-to-maker', 'return-objection'],
  proposeWithdrawalDecision: [
    ...['propose-approval', 'propose-refusal', 'propose-to-uphold', 'propose-to-change', 'take-up'],
  ],
  approveWithdrawalDecision: ['approve', 'refuse', 'uphold', 'overturn-refusal', 'overturn-payment'],
};

const bodies: Readonly<Record<string, object>> = {
  provideWithdrawalPaper: { materialId: 'application-form', paperReference: 'E-1' },
  nameWithdrawalPayee: { ...payee, name: '张小明' },
  closeWithdrawalNotCompleted: { reason: '未补正' },
  objectToWithdrawalDecision: { reason: '不同意' },
  returnWithdrawalToMaker: { reason: '再看' },
  proposeWithdrawalDecision: { outcome: 'approve' },
};

/** What the process itself refuses; whatever else stands against a step is told by another code. */
const byProcess = [
  ...['casework.not-now', 'casework.not-yours', 'casework.closed', 'casework.unknown-action'],
  'casework.decided-before',
];

/** Who decided what is objected to: nobody while nothing is. */
const decidedBefore = (state: string) =>
  state.startsWith('objection') ? [clerk.id, reviewer.id] : ([] as const);

it('there is a way into every state, and a door for every step that people take', () => {
  const { states, actions } = withdrawalProcess;
  expect(Object.keys(ways).sort()).toEqual(Object.keys(states).sort());
  // Who has a case in hand, and what is thought of its papers, have doors of their own, for every procedure.
  const hands = ['take-over', 'hand-over', 'release', 'judge-paper'];
  const forPeople = Object.entries(actions).flatMap(([id, rule]) =>
    rule.automatic || hands.includes(id) ? [] : [id],
  );
  expect([...new Set(Object.values(doors).flat())].sort()).toEqual(forPeople.sort());
});

it.each(Object.keys(ways))(
  'in the state %s every door opens to exactly those whom the process lets do it, and every button says so beforehand',
  async (state) => {
    const owner = await agency.person('death');
    const number = (await ways[state]?.(owner)) ?? '';
    const callers = [
      ...(['insured', 'successor', 'agent'] as const).map((kind) => citizen(kind, owner)),
      ...[clerk2, reviewer2, finance2],
      ...(decidedBefore(state).length > 0 ? [clerk, reviewer] : []),
    ];
    const wrong: string[] = [];
    for (const caller of callers) {
      const view = await must(readWithdrawal(db.app, by(caller, number)));
      for (const { action, code } of view.actions)
        if (allows({ state, action, caller }) === byProcess.includes(code ?? ''))
          wrong.push(`the button ${action} of ${caller.id}: ${code ?? 'allowed'}`);
    }
    for (const [id, steps] of Object.entries(doors)) {
      for (const caller of callers) {
        const declared = steps.some((action) => allows({ state, action, caller }));
        const code = await attempt(id, { caller, number });
        if (declared === (code !== null && (code === 'at the door' || byProcess.includes(code))))
          wrong.push(`${id} by ${caller.id}: ${code ?? 'done'}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

function allows({
  state,
  action,
  caller,
}: {
  readonly state: string;
  readonly action: string;
  readonly caller: Caller;
}) {
  const actor = { kind: caller.kind as 'officer', id: caller.id, roles: caller.roles }; // each of them acts in cases
  return mayAct(withdrawalProcess, {
    state,
    action,
    actor,
    done: [],
    decidedBefore: decidedBefore(state),
    met: Object.keys(withdrawalProcess.needs),
  }).ok;
}

/** Tries an operation and undoes it; answers the code of its refusal, null where it would be done. */
async function attempt(
  id: string,
  { caller, number }: { readonly caller: Caller; readonly number: string },
): Promise<string | null> {
  const operation = withdrawalOperations.find((each) => each.id === id);
  if (!operation || (operation.kind !== 'write' && operation.kind !== 'job') || operation.roles === 'anyone')
    throw new Error(`there is no door ${id}`);
  if (!caller.roles.some((role) => operation.roles.includes(role))) return 'at the door';
  const body = operation.body?.parse(bodies[id] ?? {});
  const request = { context: agency.context, caller, params: { number }, query: {}, body };
  if (operation.kind === 'job') return codeOf(await operation.run(request));
  const undone = await inTransaction(db.app, async (tx) => {
    const done = await operation.run(tx, request);
    return done.ok ? refuse({ code: 'would be done' }) : done;
  });
  const code = codeOf(undone);
  return code === 'would be done' ? null : code;
}

function codeOf(done: Result<unknown, Refusal>): string | null {
  return done.ok ? null : done.refusal.code;
}

async function taken(number: string): Promise<string> {
  await must(run((tx) => takeUpWithdrawal(tx, by(clerk, number))));
  return number;
}

async function waiting(owner: string): Promise<string> {
  const { number } = await apply(owner, 'death');
  await must(run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note: '' })));
  return number;
}

async function refused(owner: string): Promise<string> {
  await agency.record(owner, 'succession', { established: false, on: '2026-05-20' });
  const { number } = await apply(owner, 'death');
  await must(propose(number, 'refuse'));
  await must(approve(number, reviewer));
  return number;
}

async function answered(owner: string, result: 'paid' | 'returned'): Promise<string> {
  const { number } = await settledCase(owner, 'death');
  await bank(number, result);
  return number;
}

async function objected(owner: string): Promise<string> {
  const { number } = await settledCase(owner, 'death');
  const objecting = { ...by(citizen('successor', owner), number), reason: '不同意' };
  await must(run((tx) => objectToDecision(tx, objecting)));
  return number;
}

async function decidedOnObjection(number: string): Promise<string> {
  await must(
    run((tx) => proposeWithdrawalDecision(tx, { ...by(clerk2, number), outcome: 'refuse', note: '' })),
  );
  return number;
}

async function lateMoney(owner: string, kind: 'credit' | 'refund', target: string | null): Promise<void> {
  const id = ids.next('adj');
  const [amount, counter, bucket] = kind === 'credit' ? [700n, 'suspense', 'inflow'] : [null, null, null];
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, $3, $4, $5, $6, '2026-06-01', NULL, NULL, $7, '补收', '单 1', now())`,
    [owner, id, kind, amount, counter, bucket, target],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, now())`, [
    owner,
    id,
    ids.next('jnl'),
  ]);
}
