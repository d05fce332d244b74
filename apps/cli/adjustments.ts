import { showYuan, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Adjustment,
  type AdjustmentContext,
  type AdjustmentDecision,
  type AdjustmentEffect,
  type AdjustmentWish,
  adjustmentsOfPerson,
  decideAdjustment,
  kindNames,
  listOwed,
  listWaitingAdjustments,
  requestAdjustment,
} from '#business/adjustment';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';

/** The agency as adjustments need it, and who is at the keyboard. */
export interface AdjustmentDesk {
  readonly agency: AdjustmentContext;
  readonly caller: Caller;
}

/** `suixing adjustment request PERSON`: asks for an adjustment. */
export async function requestAdjustmentOf(
  frame: Frame,
  asked: AdjustmentDesk & { readonly personId: string; readonly wish: AdjustmentWish },
): Promise<ExitCode> {
  const { agency: context, ...given } = asked;
  const done = await inTransaction(context.database, (tx) => requestAdjustment(tx, { context, ...given }));
  return conclude(frame, done, ({ adjustmentId }) =>
    say(frame, {
      zh: `已申请 ${adjustmentId}，等待另一名复核人员。`,
      en: `Asked for as ${adjustmentId}; it waits for another officer.`,
    }),
  );
}

/** `suixing adjustment approve PERSON ADJUSTMENT` and `suixing adjustment decline PERSON ADJUSTMENT --reason TEXT`. */
export async function decideAdjustmentOf(
  frame: Frame,
  { agency: context, caller, decision }: AdjustmentDesk & { readonly decision: AdjustmentDecision },
): Promise<ExitCode> {
  const done = await inTransaction(context.database, (tx) =>
    decideAdjustment(tx, { context, caller, decision }),
  );
  return conclude(frame, done, (told) => adjustmentWords(frame, told));
}

/** `suixing adjustment list [PERSON]`: of one person the latest hundred, otherwise the first hundred that wait. */
export async function listAdjustments(
  frame: Frame,
  { agency, personId }: Pick<AdjustmentDesk, 'agency'> & { readonly personId: string | null },
): Promise<ExitCode> {
  const { database } = agency;
  if (personId === null) {
    const { items } = await listWaitingAdjustments(database, { kind: null, after: null, limit: 100 });
    show(frame, { items }, () =>
      items.map((one) => [one.personId, headWords(frame, one)].join('  ')).join('\n'),
    );
    return 0;
  }
  const { items } = await adjustmentsOfPerson(database, { personId, before: null, limit: 100 });
  show(frame, { items }, () => items.map((one) => adjustmentWords(frame, one)).join('\n'));
  return 0;
}

/** `suixing adjustment owed [PERSON]`: what people owe the fund. */
export async function listOwedOf(
  frame: Frame,
  { agency, personId }: Pick<AdjustmentDesk, 'agency'> & { readonly personId: string | null },
): Promise<ExitCode> {
  const { items } = await listOwed(agency.database, { personId, after: null, limit: 1_000 });
  show(frame, { items }, () =>
    items.map((one) => [one.personId, showYuan(one.owedFen)].join('  ')).join('\n'),
  );
  return 0;
}

const stateNames: Readonly<Record<Adjustment['state'], Text>> = {
  waiting: { zh: '待复核', en: 'waiting' },
  approved: { zh: '已入账', en: 'approved' },
  declined: { zh: '已退回', en: 'declined' },
};

function headWords(frame: Frame, one: Adjustment): string {
  const { adjustmentId, kind, amountFen, effectiveOn, state, reason, paperReference } = one;
  const named = [
    say(frame, kindNames[kind]),
    showYuan(amountFen),
    effectiveOn,
    say(frame, stateNames[state]),
  ];
  return [adjustmentId, ...named, reason, paperReference].join('  ');
}

function adjustmentWords(frame: Frame, one: Adjustment & AdjustmentEffect): string {
  const { beforeFen, afterFen, recoverableFen } = one;
  if (beforeFen === null || afterFen === null) return headWords(frame, one);
  const [before, after, owed] = [showYuan(beforeFen), showYuan(afterFen), showYuan(recoverableFen)];
  const effect: Text = {
    zh: `余额 ${before} → ${after}，应收回 ${owed}`,
    en: `balance ${before} → ${after}, owed since ${owed}`,
  };
  return `${headWords(frame, one)}\n  ${say(frame, effect)}`;
}
