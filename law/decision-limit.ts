import type { DatedFigure } from './dated.ts';

/**
 * Up to which amount every reviewer may approve a payment out of an account; above it one with a limit of their own is needed.
 * Graded review is what article 37 of the Regulations on the Handling of Social Insurance asks agencies to arrange; where the
 * steps lie is each agency's own order.
 */
export const decisionLimitFen: DatedFigure<bigint> = {
  id: 'decision.limit',
  description: {
    zh: '复核人员一般审批额度；超过的由额度更高的复核人员审批',
    en: 'How much every reviewer may approve; above it a reviewer with a higher limit is needed',
  },
  unit: 'fen',
  values: [
    {
      fromOn: null,
      value: 10_000_000n,
      grade: 'M',
      source:
        'Our choice until the agency sets its own: 《社会保险经办条例》第三十七条 asks for graded review (分级审核) and names no amount',
    },
  ],
};
