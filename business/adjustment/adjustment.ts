import type { Fen, PlainDate, Text } from '#basics';

/**
 * What can be asked for: money into an account or out of it, an entry taken back, or what becomes of an order that cannot be
 * paid: back into the account, to the unclaimed, or found after all and payable again.
 */
export const adjustmentKinds = ['credit', 'debit', 'reversal', 'refund', 'unclaimed', 'claimed'] as const;

export type AdjustmentKind = (typeof adjustmentKinds)[number];

export const kindNames: Readonly<Record<AdjustmentKind, Text>> = {
  credit: { zh: '调增', en: 'correction into the account' },
  debit: { zh: '调减', en: 'correction out of the account' },
  reversal: { zh: '冲正', en: 'reversal of an entry' },
  refund: { zh: '付款单退回账户', en: 'an order’s money back into the account' },
  unclaimed: { zh: '付款单转无人领取', en: 'an order that nobody could be paid' },
  claimed: { zh: '无人领取的款项恢复支付', en: 'an unclaimed order found its person' },
};

/** Where the other side of a correction lies: money not yet matched, the fund, or the balances taken over at the start. */
export const counters = ['suspense', 'pool', 'opening'] as const;

export type Counter = (typeof counters)[number];

/** How a credit bears interest: as what was there at New Year, or as this year's inflow. */
export const creditBuckets = ['carried-over', 'inflow'] as const;

export type CreditBucket = (typeof creditBuckets)[number];

export const adjustmentStates = ['waiting', 'approved', 'declined'] as const;

export type AdjustmentState = (typeof adjustmentStates)[number];

/** One adjustment: as a first officer asked for it, what a second one said, and what it did. */
export interface Adjustment {
  readonly personId: string;
  readonly adjustmentId: string;
  readonly kind: AdjustmentKind;
  readonly state: AdjustmentState;
  readonly amountFen: Fen;
  readonly counter: Counter | null;
  readonly bucket: CreditBucket | 'debit' | null;
  /** From which day it counts, for the interest too. */
  readonly effectiveOn: PlainDate;
  /** The entry that is reversed. */
  readonly targetJournal: string | null;
  readonly targetLine: number | null;
  /** The order whose money goes another way. */
  readonly targetOrder: string | null;
  readonly reason: string;
  readonly paperReference: string;
  readonly makerId: string;
  readonly madeAt: Date;
  readonly checkerId: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** The entry that it made; null until it is approved. */
  readonly journalId: string | null;
}

/** What an adjustment did to the account. All null where it did not touch it. */
export interface AdjustmentEffect {
  readonly beforeFen: Fen | null;
  readonly afterFen: Fen | null;
  /** What the balance did not cover, interest taken back included: owed to the fund since. */
  readonly recoverableFen: Fen;
}
