import type { Refusal, Result } from '#basics';
import type { Caller } from '#business/access/public';
import { approveBatch, buildBatch, exportBatch, importAnswer, simulateBank } from '#business/payments';
import { type CaseFile, findCase } from '#engines/casework';
import { inTransaction, type Tx } from '#platform/postgres';
import { type Application, applyForWithdrawal } from './apply-for-withdrawal.ts';
import { approveOrSendBack } from './approve-decision.ts';
import { type Doing, today } from './context.ts';
import { namePayee } from './name-payee.ts';
import { paymentMoves } from './payment-moves.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { providePaper } from './provide-material.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { settleApproved } from './settle-withdrawal.ts';
import {
  both,
  clerk,
  finance,
  finance2,
  orderOf,
  payee,
  reviewer,
  type SampleAgency,
  type SampleGround,
  system,
} from './testing.store.ts';

type Done<T> = Promise<Result<T, Refusal>>;

/** The steps of a case as the people at the office take them one after another: for this folder's own tests. */
export interface OfficeSteps {
  by(caller: Caller, number: string): Doing;
  run<T>(work: (tx: Tx) => Done<T>): Done<T>;
  application(owner: string, ground: SampleGround): Application;
  /** Also where something stands against it, so that it can be refused. */
  apply(owner: string, ground: SampleGround): Promise<CaseFile>;
  file(number: string): Promise<CaseFile>;
  give(number: string, materialId: string): Done<CaseFile>;
  /** Hands in everything that is missing and names the payee. */
  completePapers(number: string): Promise<void>;
  propose(number: string, outcome: 'approve' | 'refuse'): Done<CaseFile>;
  approve(number: string, caller?: Caller): Done<CaseFile>;
  settle(number: string): Done<CaseFile>;
  approvedCase(owner: string, ground: SampleGround): Promise<CaseFile>;
  settledCase(owner: string, ground: SampleGround): Promise<CaseFile>;
  /** The bank's part, through the batch, the file and the answer. */
  bank(
    number: string,
    result: 'paid' | 'returned',
    course?: { readonly stopAfterRelease: boolean },
  ): Promise<void>;
}

export function sampleSteps({ db, context }: SampleAgency): OfficeSteps {
  const run: OfficeSteps['run'] = (work) => inTransaction(db.app, work);
  const by: OfficeSteps['by'] = (caller, number) => ({ context, caller, number });
  const application: OfficeSteps['application'] = (personId, ground) => ({
    ...{ context, caller: clerk, personId, ground },
    ...{ payee: null, papers: [], submit: true, applyAnyway: false },
  });
  const apply: OfficeSteps['apply'] = (owner, ground) =>
    must(run((tx) => applyForWithdrawal(tx, { ...application(owner, ground), applyAnyway: true })));
  const give: OfficeSteps['give'] = (number, materialId) =>
    run((tx) =>
      providePaper(tx, { ...by(clerk, number), paper: { materialId, paperReference: `档-${materialId}` } }),
    );
  async function completePapers(number: string): Promise<void> {
    const view = await must(readWithdrawal(db.app, by(clerk, number)));
    const name = view.ground === 'death' ? '张小明' : payee.name;
    await must(run((tx) => namePayee(tx, { ...by(clerk, number), payee: { ...payee, name } })));
    for (const { materialId, state } of view.papers)
      if (state === 'missing') await must(give(number, materialId));
  }
  const propose: OfficeSteps['propose'] = (number, outcome) =>
    run((tx) => proposeWithdrawalDecision(tx, { ...by(clerk, number), outcome, note: '' }));
  const approve: OfficeSteps['approve'] = (number, caller = reviewer) =>
    approveOrSendBack(by(caller, number));
  const settle: OfficeSteps['settle'] = (number) => run((tx) => settleApproved(tx, by(system, number)));
  async function approvedCase(owner: string, ground: SampleGround): Promise<CaseFile> {
    const { number } = await apply(owner, ground);
    await completePapers(number);
    await must(propose(number, 'approve'));
    return must(approve(number));
  }
  async function settledCase(owner: string, ground: SampleGround): Promise<CaseFile> {
    const { number } = await approvedCase(owner, ground);
    return must(settle(number));
  }
  return {
    ...{
      by,
      run,
      application,
      apply,
      give,
      completePapers,
      propose,
      approve,
      settle,
      approvedCase,
      settledCase,
    },
    file: (number) => fileOf(db.app, number),
    bank: (number, result, course) => bankAnswers({ db, context }, { number, result, ...course }),
  };
}

export async function must<T>(result: Result<T, Refusal> | Done<T>): Promise<T> {
  const told = await result;
  if (!told.ok) throw new Error(`refused: ${JSON.stringify(told.refusal)}`);
  return told.value;
}

async function fileOf(reader: Parameters<typeof findCase>[0], number: string): Promise<CaseFile> {
  const found = await findCase(reader, number);
  if (!found) throw new Error(`there is no case ${number}`);
  return found;
}

/** Finance builds and releases a batch, the bank answers, finance takes the answer in: all through payments. */
async function bankAnswers(
  { db, context }: Pick<SampleAgency, 'db' | 'context'>,
  said: {
    readonly number: string;
    readonly result: 'paid' | 'returned';
    /** Leaves the money with the bank. */
    readonly stopAfterRelease?: boolean;
  },
): Promise<void> {
  const paying = { ...context, ...paymentMoves(context), debtor };
  const { ownerId } = await fileOf(db.app, said.number);
  const orderIds = (await orderOf(db, ownerId)).map(({ id }) => id);
  const wish = { caller: finance, orderIds, executeOn: today(context) };
  const { batchId, digest: hex } = await must(inTransaction(db.app, (tx) => buildBatch(tx, paying, wish)));
  const digest = Buffer.from(hex, 'hex');
  for (const caller of [both, finance2])
    await must(inTransaction(db.app, (tx) => approveBatch(tx, paying, { caller, batchId, digest })));
  if (said.stopAfterRelease) return;
  const { xml } = await must(exportBatch(db.app, paying, batchId));
  const decide = () => (said.result === 'paid' ? { status: 'ACSC' } : { status: 'RJCT', reason: 'AC01' });
  const answer = simulateBank(xml, {
    messageId: `ANSWER-${batchId.slice(-20)}`,
    at: context.clock.now(),
    decide,
  });
  const report = await must(importAnswer(paying, { caller: finance, xml: await must(answer) }));
  const [line] = report.lines;
  if (line?.outcome !== said.result) throw new Error(`the bank's answer came to ${JSON.stringify(line)}`);
}

export const debtor = {
  name: '测试市医疗保险基金',
  accountNumber: '44050100000000000001',
  bankCode: '105584000005',
};
