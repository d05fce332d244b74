import { guardedBy } from '#platform/postgres';
import type { AdjustmentCode } from './refusals.ts';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  adjustment_maker_is_not_checker: 'adjustment.same-officer',
  adjustment_decision_pkey: 'adjustment.decided-already',
  reversed_line_pkey: 'adjustment.reversed-already',
} satisfies Readonly<Record<string, AdjustmentCode>>);
