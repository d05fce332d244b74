import type { PlainDate, Text } from '#basics';
import type { Grade } from './grades.ts';

/** One value of a figure that a decree fixes, from a day until the next value takes over. */
export interface DatedValue<T> {
  /** First day on which the value holds; null where its source names no first day and none came before. */
  readonly fromOn: PlainDate | null;
  readonly value: T;
  readonly grade: Grade;
  /** Where the value was read. */
  readonly source: string;
  /** The same in Chinese, of figures that a person reads with their source. */
  readonly sourceZh?: string;
}

/** A figure fixed by decree: what it is, its unit, and its values by first day, oldest first. */
export interface DatedFigure<T> {
  readonly id: string;
  readonly description: Text;
  readonly unit: string;
  readonly values: readonly DatedValue<T>[];
}

/** The value in force on a day; null before the first one. */
export function valueOn<T>(figure: DatedFigure<T>, on: PlainDate): DatedValue<T> | null {
  let found: DatedValue<T> | null = null;
  for (const candidate of figure.values) {
    if (candidate.fromOn === null || candidate.fromOn <= on) found = candidate;
  }
  return found;
}
