import type { Text } from '#basics';

interface Reached {
  readonly stage: string;
  readonly text: Text;
}

/** As the API tells what moved a leg. */
export interface Milestone {
  readonly on: string;
  readonly name: Text;
  readonly record: Reached | null;
  readonly balance: Reached | null;
}

/** How a line goes on below a station. */
export type Below = 'none' | 'line' | 'dots';

/** A station of the picture of two lines that travel together. */
export interface Station {
  readonly milestone: Milestone;
  readonly lines: 'both' | 'record' | 'balance';
  /** Whether the line that stops here stops well, or not; null where it goes on. */
  readonly end: 'well' | 'not' | null;
  /** A line that ends well at a station from which the other goes on. */
  readonly recordEnds: boolean;
  readonly record: Below;
  readonly balance: Below;
}

const recordEnds: Readonly<Record<string, 'well' | 'not'>> = {
  moved: 'well',
  declined: 'not',
  ended: 'not',
  'ended-by-death': 'not',
};
const balanceEnds: Readonly<Record<string, 'well' | 'not'>> = {
  none: 'well',
  'nothing-goes': 'not',
  credited: 'well',
  kept: 'not',
  'paid-unconfirmed': 'well',
  'to-be-paid-out': 'well',
  'not-taken': 'not',
};
/** The balance turns back towards the person. */
const turnsBack: ReadonlySet<string> = new Set([
  'refused',
  'no-account',
  'to-be-paid-out',
  'coming-back',
  'sent-back',
]);

/**
 * The stations of a transfer, top to bottom. Both lines set out together; each runs on to its own last station, or, while the case
 * is not over, down to where it is now. A balance that was refused goes on in dots, towards the person (`toPerson`: where a case of
 * its own pays it out).
 */
export function stationsOf(
  milestones: readonly Milestone[],
  { over, toPerson }: { readonly over: boolean; readonly toPerson: boolean },
): readonly Station[] {
  return milestones.map((milestone, at) => {
    const later = milestones.slice(at + 1);
    const record = reachedAt(milestones, at, 'record');
    const balance = reachedAt(milestones, at, 'balance');
    const recordOver = !later.some((each) => each.record) && (over || record in recordEnds);
    const balanceOver = !later.some((each) => each.balance) && (over || balance in balanceEnds);
    const lines = linesOf(milestone, at);
    const refused = milestone.balance !== null && turnsBack.has(milestone.balance.stage);
    return {
      milestone,
      lines,
      end: refused
        ? 'not'
        : endOf(lines, {
            record: recordOver ? recordEnds[record] : undefined,
            balance: balanceOver ? balanceEnds[balance] : undefined,
          }),
      recordEnds: lines === 'both' && recordOver && recordEnds[record] === 'well',
      record: recordOver ? 'none' : 'line',
      balance: turnsBack.has(balance) && (!balanceOver || toPerson) ? 'dots' : balanceOver ? 'none' : 'line',
    };
  });
}

function linesOf({ record, balance }: Milestone, at: number): Station['lines'] {
  if (at === 0 || (record && balance)) return 'both';
  return record ? 'record' : 'balance';
}

function endOf(
  lines: Station['lines'],
  ends: { readonly record: 'well' | 'not' | undefined; readonly balance: 'well' | 'not' | undefined },
): Station['end'] {
  if (lines === 'both') return ends.record && ends.balance ? ends.record : null;
  return ends[lines] ?? null;
}

/** Where a leg is after a milestone. */
function reachedAt(milestones: readonly Milestone[], at: number, leg: 'record' | 'balance'): string {
  return milestones.slice(0, at + 1).findLast((each) => each[leg])?.[leg]?.stage ?? '';
}
