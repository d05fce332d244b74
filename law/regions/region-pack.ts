import type { Text } from '#basics';
import type { DatedFigure } from '../dated.ts';
import type { Grade } from '../grades.ts';
import type { InterestRule } from '../interest.ts';
import type { ArrivalRule } from './arrival-rule.ts';

/** What one region has of its own: everything that a person reads or a rule counts with, and that another region has otherwise. */
export interface RegionPack {
  /** Six digits (GB/T 2260). */
  readonly region: string;
  readonly name: Text;
  /** How case numbers begin. */
  readonly numberPrefix: string;
  /** Whom to ask by telephone, and how sure we are of it. */
  readonly hotline: { readonly number: string; readonly grade: Grade; readonly source: string };
  /** Who decides a reconsideration and which court hears a lawsuit. */
  readonly reconsideredBy: Text;
  readonly court: Text;
  /** From a complete application to the payment. */
  readonly withdrawalWorkingDays: DatedFigure<number>;
  readonly interest: InterestRule;
  readonly arrival: ArrivalRule;
}
