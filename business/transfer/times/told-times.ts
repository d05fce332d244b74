import type { PlainDate, Text, YearMonth } from '#basics';
import type { Days, DelayCause, LegOutcome } from './words.ts';

/** How long transfers took, as everybody may know it. */
export interface TransferTimes {
  readonly from: YearMonth;
  readonly to: YearMonth;
  /** Counted up to this day. */
  readonly until: PlainDate;
  readonly leastShown: number;
  /** Whether there were transfers that are too few to be shown by themselves. */
  readonly fewLeftOut: boolean;
  readonly items: readonly GroupTimes[];
}

/** How long one leg took, of all transfers that ended it alike. */
export interface GroupTimes {
  readonly direction: 'out' | 'in';
  readonly leg: 'record' | 'balance';
  readonly outcome: LegOutcome;
  /** Null: with all agencies together. */
  readonly partner: { readonly region: string; readonly name: Text } | null;
  /** At least so many: rounded down, so that nobody is found by comparing two answers. */
  readonly transfers: number;
  readonly median: Days;
  /** Null of fewer than ten; rounded up to whole fives. */
  readonly ninetieth: Days | null;
  /** Whose days they were; who held up none, as far as is told, is left out. */
  readonly causes: readonly CauseTimes[];
}

export interface CauseTimes {
  readonly cause: DelayCause;
  readonly name: Text;
  readonly median: Days;
  /** Null of fewer than ten; rounded up to whole fives. */
  readonly ninetieth: Days | null;
}
