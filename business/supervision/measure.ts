import type { Fen, PlainDate } from '#basics';
import type { MeasureKind } from '#law';

/** What became of a measure: it waits for its second officer, stands, is paid, was lifted, or was never confirmed. */
export const measureStates = ['waiting', 'standing', 'paid', 'lifted', 'rejected'] as const;

export type MeasureState = (typeof measureStates)[number];

/** One officer's proposal to set or lift a measure, and the second officer's word on it. */
export interface MeasureStep {
  readonly stepId: string;
  readonly step: 'set' | 'lift';
  /** A provision of the law's data: `FUND-30`. */
  readonly legalBasis: string;
  readonly reason: string;
  readonly paperReference: string;
  /** From which day it holds; when it was known, the instants tell. */
  readonly effectiveOn: PlainDate;
  readonly makerId: string;
  readonly recordedAt: Date;
  /** Null while no second officer has decided. */
  readonly confirmed: boolean | null;
  readonly checkerId: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

/** Where the demand of a recovery order comes from: the pooled fund's, booked by the order, or booked as receivable before. */
export const recoveryOrigins = ['pool', 'booked'] as const;
export type RecoveryOrigin = (typeof recoveryOrigins)[number];

/** What a recovery order demands. */
export interface Demand {
  readonly amountFen: Fen;
  readonly origin: RecoveryOrigin;
}

/** Money that came in for a recovery order, or was taken from the account by authority of the order. */
export interface Receipt {
  readonly receiptId: string;
  /** `sent-back`: the bank sent back the payment that the order is about. */
  readonly way: 'instalment' | 'offset' | 'sent-back';
  readonly amountFen: Fen;
  readonly bankReference: string | null;
  readonly effectiveOn: PlainDate;
  readonly officerId: string;
  readonly recordedAt: Date;
}

/** Money that one officer says came in; it lessens nothing before another one has taken it in. */
export type ToldReceipt = Omit<Receipt, 'way'> & {
  readonly measureId: string;
  readonly bankReference: string;
};

/** An investigation's flag or a recovery order, with everything that happened to it, the oldest first. */
export interface Measure {
  readonly personId: string;
  readonly measureId: string;
  readonly kind: MeasureKind;
  /** What is to be paid back; null for an investigation. */
  readonly amountFen: Fen | null;
  readonly origin: RecoveryOrigin | null;
  /** What is still owed on an order that stands; null for an investigation. */
  readonly owedFen: Fen | null;
  readonly state: MeasureState;
  readonly steps: readonly MeasureStep[];
  /** In the order of recording. */
  readonly receipts: readonly Receipt[];
  /** Told by one officer, to be taken in by another. */
  readonly told: readonly ToldReceipt[];
}

/** Where a measure stands after its steps. A rejected lift changes nothing. `paid`: a recovery order on which nothing is owed. */
export function stateOf(
  steps: readonly Pick<MeasureStep, 'step' | 'confirmed'>[],
  paid: boolean,
): MeasureState {
  const set = steps.find(({ step }) => step === 'set');
  if (set?.confirmed === false) return 'rejected';
  if (set?.confirmed !== true) return 'waiting';
  if (steps.some(({ step, confirmed }) => step === 'lift' && confirmed === true)) return 'lifted';
  return paid ? 'paid' : 'standing';
}
