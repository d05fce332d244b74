import type { PlainDate } from '#basics';
import type { Option } from './option.ts';

/** A versioned set of options. A case keeps the version that it began with, so a version is never changed, only followed. */
export interface RuleSet<F> {
  readonly id: string;
  readonly version: string;
  /** In the order in which answers list them. */
  readonly options: readonly Option<F>[];
  /** `{"id":…,"version":…}`, as answers carry it. */
  readonly told: { readonly id: string; readonly version: string };
}

export function defineRuleSet<F>(set: {
  readonly id: string;
  readonly version: string;
  readonly options: readonly Option<F>[];
}): RuleSet<F> {
  const grounds = new Set(set.options.map((option) => option.ground));
  if (grounds.size !== set.options.length) throw new Error(`${set.id}: a ground is listed twice`);
  return { ...set, told: Object.freeze({ id: set.id, version: set.version }) };
}

/** From which day a set decides for a region, until the region's next entry takes over. */
export interface ScheduledSet<F> {
  readonly region: string;
  /** First day; null where the set has decided from the beginning. */
  readonly fromOn: PlainDate | null;
  readonly ruleSet: RuleSet<F>;
}

/** Which set decides in which region on which day. */
export type RuleSchedule<F> = readonly ScheduledSet<F>[];

/** Orders a schedule by first day. Two entries of a region that begin on one day would leave no single answer: a fault. */
export function defineSchedule<F>(entries: readonly ScheduledSet<F>[]): RuleSchedule<F> {
  const starts = new Set(entries.map((entry) => `${entry.region} ${entry.fromOn ?? ''}`));
  if (starts.size !== entries.length) throw new Error('two rule sets begin on one day in one region');
  return [...entries].sort((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1));
}

/** The set that decides in a region on a day, in whatever order the entries stand; null where none does. */
export function ruleSetOn<F>(
  schedule: RuleSchedule<F>,
  asked: { readonly region: string; readonly onDate: PlainDate },
): RuleSet<F> | null {
  let found: ScheduledSet<F> | null = null;
  for (const entry of schedule) {
    const fromOn = entry.fromOn ?? '';
    if (entry.region !== asked.region || fromOn > asked.onDate) continue;
    if (found === null || fromOn >= (found.fromOn ?? '')) found = entry;
  }
  return found?.ruleSet ?? null;
}

/** The set that a case began with, by name and version; null where the schedule does not hold it. */
export function ruleSetOfVersion<F>(
  schedule: RuleSchedule<F>,
  kept: { readonly id: string; readonly version: string },
): RuleSet<F> | null {
  for (const { ruleSet } of schedule) {
    if (ruleSet.id === kept.id && ruleSet.version === kept.version) return ruleSet;
  }
  return null;
}
