import { ok, type PlainDate, showYuan } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Demand,
  decideStep,
  type Grounds,
  listSteps,
  type Measure,
  type MoneyToRecover,
  measuresOf,
  proposeLifting,
  proposeMeasure,
  type Recovered,
  recoverMoney,
  type StepDecision,
  type SupervisionContext,
  takeInReceipt,
} from '#business/supervision';
import type { MeasureKind } from '#law';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';

/** The agency as supervision needs it, and who is at the keyboard. */
export interface MeasureDesk {
  readonly agency: SupervisionContext;
  readonly caller: Caller;
}

/** What a clerk types to propose a measure or its lifting. */
export interface GroundsTyped {
  readonly legalBasis: string;
  readonly reason: string;
  readonly paperReference: string;
  readonly effectiveOn: PlainDate | null;
}

/** `suixing measure set PERSON`: proposes an investigation's flag or a recovery order. */
export async function setMeasureOf(
  frame: Frame,
  asked: MeasureDesk & {
    readonly personId: string;
    readonly kind: MeasureKind;
    readonly demand: Demand | null;
    readonly grounds: Grounds;
  },
): Promise<ExitCode> {
  const { agency: context, ...given } = asked;
  const done = await inTransaction(context.database, (tx) => proposeMeasure(tx, { context, ...given }));
  return conclude(frame, done, ({ stepId }) => say(frame, proposed(stepId)));
}

/** `suixing measure lift PERSON MEASURE`. */
export async function liftMeasureOf(
  frame: Frame,
  asked: MeasureDesk & { readonly personId: string; readonly measureId: string; readonly grounds: Grounds },
): Promise<ExitCode> {
  const { agency: context, ...given } = asked;
  const done = await inTransaction(context.database, (tx) => proposeLifting(tx, { context, ...given }));
  return conclude(frame, done, ({ stepId }) => say(frame, proposed(stepId)));
}

/** `suixing measure confirm PERSON STEP` and `suixing measure reject PERSON STEP --reason TEXT`. */
export async function decideMeasureOf(
  frame: Frame,
  { agency: context, caller, decision }: MeasureDesk & { readonly decision: StepDecision },
): Promise<ExitCode> {
  const done = await inTransaction(context.database, (tx) => decideStep(tx, { context, caller, decision }));
  return conclude(frame, done, ({ confirmed }) =>
    say(frame, confirmed ? { zh: '已复核同意。', en: 'Confirmed.' } : { zh: '已退回。', en: 'Rejected.' }),
  );
}

/** `suixing measure receive PERSON MEASURE` and `suixing measure offset PERSON MEASURE`: money for a recovery order. */
export async function recoverMoneyOf(
  frame: Frame,
  asked: MeasureDesk & {
    readonly personId: string;
    readonly measureId: string;
    readonly money: MoneyToRecover;
  },
): Promise<ExitCode> {
  const { agency: context, ...given } = asked;
  const done = await inTransaction(context.database, (tx) => recoverMoney(tx, { context, ...given }));
  return conclude(frame, done, (recovered) => say(frame, recoveredWords(recovered)));
}

/** `suixing measure take-in PERSON RECEIPT`: by another finance officer. */
export async function takeInReceiptOf(
  frame: Frame,
  { agency: context, ...given }: MeasureDesk & { readonly personId: string; readonly receiptId: string },
): Promise<ExitCode> {
  const done = await inTransaction(context.database, (tx) => takeInReceipt(tx, { context, ...given }));
  return conclude(frame, done, (recovered) => say(frame, recoveredWords(recovered)));
}

function recoveredWords({ owedFen, waiting, personId, receiptId }: Recovered) {
  if (waiting)
    return {
      zh: `已登记。请另一名财务人员核对银行流水后运行 suixing measure take-in ${personId} ${receiptId}。`,
      en: `Told. Another finance officer looks at the statement and runs suixing measure take-in ${personId} ${receiptId}.`,
    };
  return {
    zh: owedFen === 0n ? '已退清。' : `已入账，还应退 ${showYuan(owedFen)} 元。`,
    en: owedFen === 0n ? 'Paid in full.' : `Taken in; ${showYuan(owedFen)} yuan are still owed.`,
  };
}

/** `suixing measure list [PERSON] [--standing]`: of one person all, otherwise the first hundred that wait or stand. */
export async function listMeasures(
  frame: Frame,
  {
    agency,
    personId,
    standing,
  }: Pick<MeasureDesk, 'agency'> & { personId: string | null; standing: boolean },
): Promise<ExitCode> {
  const { database } = agency;
  if (personId === null) {
    const status = standing ? 'standing' : 'waiting';
    const page = await listSteps(database, { status, kind: null, after: null, limit: 100 });
    show(frame, page.items, () => page.items.map(stepWords).join('\n'));
    return 0;
  }
  const page = await measuresOf(database, { personId, before: null, limit: 100 });
  return conclude(frame, ok(page.items), (items) => items.flatMap(measureWords).join('\n'));
}

function proposed(stepId: string) {
  return {
    zh: `已提出 ${stepId}，等待另一名复核人员。`,
    en: `Proposed as ${stepId}; it waits for another officer.`,
  };
}

function measureWords({ measureId, kind, amountFen, state, steps }: Measure): readonly string[] {
  const head = [measureId, kind, amountFen === null ? '' : showYuan(amountFen), state].join('  ');
  return [head, ...steps.map((step) => `  ${stepText(step)}`)];
}

function stepWords(step: Measure['steps'][number] & Pick<Measure, 'personId' | 'kind'>): string {
  return [step.personId, step.kind, stepText(step)].join('  ');
}

function stepText({
  stepId,
  step,
  legalBasis,
  reason,
  paperReference,
  effectiveOn,
}: Measure['steps'][number]) {
  return [stepId, step, effectiveOn, legalBasis, reason, paperReference].join('  ');
}
