import type { Agency } from '#apps/agency';
import type { Refusal, Result } from '#basics';
import { shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { decideFact, recordFact } from '#business/registry';
import {
  applyForWithdrawal,
  approveWithdrawalDecision,
  proposeWithdrawalDecision,
  requestMaterials,
  settleApproved,
  takeUpWithdrawal,
  withdrawApplication,
} from '#business/withdrawal';
import { grounds } from '#business/withdrawal/public';
import { inTransaction, type Tx } from '#platform/postgres';
import { factsFor } from './facts.ts';
import { must } from './must.ts';
import { demoPayee } from './payees.ts';
import type { PlannedCase, Stage } from './plan.ts';
import { demoCityOf } from './two-cities.ts';

/** The officers who do the demo's work, with live sessions. */
export interface DemoStaff {
  readonly clerk: Caller;
  readonly reviewer: Caller;
  readonly finance1: Caller;
  readonly finance2: Caller;
  readonly finance3: Caller;
}

export interface CaseToBring {
  readonly agency: Agency;
  readonly staff: DemoStaff;
  readonly planned: PlannedCase;
  readonly personId: string;
}

/** Records what the case needs, opens it and brings it as far as officers do; the bank's part comes with the batches. */
export async function bringCase(
  bring: CaseToBring,
): Promise<{ readonly number: string; readonly caseId: string }> {
  const { agency, staff, planned } = bring;
  await recordFacts(bring);
  const file = await inOne(bring, 'apply', (tx) => apply(tx, bring));
  const doing = { context: agency, caller: staff.clerk, number: file.number };
  const reviewing = { ...doing, caller: staff.reviewer };
  const outcome = planned.stage === 'refused' ? 'refuse' : 'approve';
  const steps: Readonly<Record<string, (tx: Tx) => Promise<Result<unknown, Refusal>>>> = {
    withdraw: (tx) => withdrawApplication(tx, doing),
    'take up': (tx) => takeUpWithdrawal(tx, doing),
    'ask for papers': (tx) => requestMaterials(tx, { ...doing, again: [], note: notes.missing }),
    propose: (tx) => proposeWithdrawalDecision(tx, { ...doing, outcome, note: notes[outcome] }),
    approve: (tx) => approveWithdrawalDecision(tx, reviewing),
    settle: (tx) => settleApproved(tx, doing),
  };
  for (const name of stepsTo[planned.stage]) {
    const work = steps[name];
    if (work) await inOne(bring, name, work);
  }
  return { number: file.number, caseId: file.id };
}

/** What a clerk writes to it. */
const notes = {
  missing: '缺的材料补齐就行；拍照要拍全四角，字能看清。',
  approve: '材料齐全，符合条件。',
  refuse: '还有医疗费没有报销完，报完再来申请。',
} as const;

const settled = ['propose', 'approve', 'settle'] as const;
const stepsTo: Readonly<Record<Stage, readonly string[]>> = {
  draft: [],
  submitted: [],
  'in-review': ['take up'],
  'awaiting-materials': ['ask for papers'],
  proposed: ['propose'],
  approved: ['propose', 'approve'],
  settled,
  paying: settled,
  paid: settled,
  returned: settled,
  refused: ['propose', 'approve'],
  'withdrawn-by-applicant': ['withdraw'],
};

async function recordFacts(bring: CaseToBring): Promise<void> {
  const { agency, staff, planned, personId } = bring;
  const day = { today: shanghaiDate(agency.clock.now()), elsewhere: demoCityOf(agency).other };
  for (const { entry, paperReference } of factsFor(planned, day)) {
    const fact = { owner: personId, entry, paperReference };
    const place = await inOne(bring, `record ${entry.kind}`, (tx) =>
      recordFact(tx, { context: agency, caller: staff.clerk, fact }),
    );
    const decision = { ...place, confirmed: true, reason: null };
    await inOne(bring, `confirm ${entry.kind}`, (tx) =>
      decideFact(tx, { context: agency, caller: staff.reviewer, decision }),
    );
  }
}

function apply(tx: Tx, { agency, staff, planned, personId }: CaseToBring) {
  const { ground, stage } = planned;
  const materials = grounds.find((option) => option.ground === ground)?.toldMaterials ?? [];
  const brought = stage === 'awaiting-materials' ? materials.slice(1) : materials;
  return applyForWithdrawal(tx, {
    context: agency,
    caller: staff.clerk,
    personId,
    ground,
    payee: demoPayee(planned),
    papers: brought.map(({ id }, at) => ({ materialId: id, paperReference: filedAs(planned, at) })),
    submit: stage !== 'draft',
    applyAnyway: true,
  });
}

async function inOne<T>(
  { agency, planned }: CaseToBring,
  doing: string,
  work: (tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<T> {
  return must(await inTransaction(agency.database, work), `${doing} (${planned.ground}, ${planned.stage})`);
}

/** Under what the window files a paper. */
function filedAs({ person }: PlannedCase, at: number): string {
  return `窗口 ${person.phone.slice(-4)}-${at + 1}`;
}
