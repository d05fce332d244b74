import type { Fen, PlainDate } from '#basics';
import type { MeasureKind } from '#law';

/** What became of a measure: it waits for its second officer, stands, was lifted, or was never confirmed. */
export const measureStates = ['waiting', 'standing', 'lifted', 'rejected'] as const;

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

/** An investigation's flag or a recovery order, with everything that happened to it, the oldest first. */
export interface Measure {
  readonly personId: string;
  readonly measureId: string;
  readonly kind: MeasureKind;
  /** What is to be paid back; null for an investigation. */
  readonly amountFen: Fen | null;
  readonly state: MeasureState;
  readonly steps: readonly MeasureStep[];
}

/** Where a measure stands after its steps. A rejected lift changes nothing. */
export function stateOf(steps: readonly Pick<MeasureStep, 'step' | 'confirmed'>[]): MeasureState {
  const set = steps.find(({ step }) => step === 'set');
  if (set?.confirmed === false) return 'rejected';
  if (set?.confirmed !== true) return 'waiting';
  return steps.some(({ step, confirmed }) => step === 'lift' && confirmed === true) ? 'lifted' : 'standing';
}
