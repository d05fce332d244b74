import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { CaseAction, Process } from '#engines/casework';
import { letterTakesNone, stays } from './departing/months-only.ts';
import { doneIn } from './done-words.ts';
import { type BalanceLeg, type Legs, legsIn, legsOut, type RecordLeg } from './legs.ts';

/** Something that moved a leg on: what happened, when, and where each leg that moved came to. */
export interface Milestone {
  readonly on: PlainDate;
  readonly name: Text;
  /** Null where this leg stayed where it was. */
  readonly record: { readonly stage: RecordLeg; readonly text: Text } | null;
  readonly balance: { readonly stage: BalanceLeg; readonly text: Text } | null;
}

type Done = Pick<CaseAction, 'action' | 'at' | 'data'>;

/** How record and balance travelled, oldest first: every step of the case after which one of them was somewhere else. */
export function milestonesOf(
  process: Pick<Process, 'id' | 'actions'>,
  done: readonly Done[],
): readonly Milestone[] {
  const legsOf = process.id === 'transfer-out' ? legsOut : legsIn;
  let before: Legs = legsOf([]);
  return done.flatMap(({ action, at }, place) => {
    const sofar = done.slice(0, place + 1);
    const after = legsOf(sofar);
    const notTaken = process.id === 'transfer-out' && letterTakesNone(sofar) === true;
    const record = moved(before.record, after.record);
    const balance = notTaken
      ? staying(moved(before.balance, after.balance))
      : moved(before.balance, after.balance);
    before = after;
    if (!record && !balance) return [];
    const name = doneIn(process.id, { action, notTaken }) ??
      process.actions[action]?.name ?? { zh: action, en: action };
    return [{ on: shanghaiDate(at), name, record, balance }];
  });
}

/** Where it is that the letter does not take. */
function staying(balance: Milestone['balance']): Milestone['balance'] {
  const text = balance && stays[balance.stage];
  return text ? { ...balance, text } : balance;
}

function moved<Stage extends string>(
  before: { readonly stage: Stage },
  { stage, text }: { readonly stage: Stage; readonly text: Text },
): { readonly stage: Stage; readonly text: Text } | null {
  return before.stage === stage ? null : { stage, text };
}
