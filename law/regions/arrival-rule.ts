import type { Text } from '#basics';
import type { DatedFigure } from '../dated.ts';

/** How a region receives somebody from elsewhere: what its own rule leaves open stands as national law has it. */
export interface ArrivalRule {
  /** A gap of up to so many months may be paid up. */
  readonly makeUpGapMonths: DatedFigure<number>;
  /** Who switches between the schemes may pay up a gap only after so many months of continuous cover. */
  readonly continuousMonths: DatedFigure<number>;
  /** Whether that switch must be for employment. */
  readonly switchForEmploymentOnly: DatedFigure<boolean>;
  /** After a longer gap benefits begin so many months after the first month paid; 1 is the following month. */
  readonly benefitsAfterMonths: DatedFigure<number>;
  /** As what actual months paid in another province are recorded. */
  readonly otherProvincesAs: DatedFigure<'actual' | 'deemed'>;
  /** On what base and at which rate a gap is paid up. */
  readonly makeUpTerms: Text;
  /** The region's own provision; null where only national law was found. */
  readonly source: string | null;
}
