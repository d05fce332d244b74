import type { Inquiry } from '#business/inquiry/public';
import { type Answers, toFragment } from '../../ui/checker-answers.ts';

/** What the rules have said on one day in one region, by the answers that they were asked about: nothing is weighed twice. */
export interface Known {
  readonly inquiries: Map<string, Inquiry>;
  /** How many questions can come at most. */
  readonly most: Map<string, number>;
}

/** Before anything was answered; how many questions can come then at most may be known already. */
export function nothingKnown(atMost?: number): Known {
  return { inquiries: new Map(), most: new Map(atMost === undefined ? [] : [['', atMost]]) };
}

/** What is kept of these answers, or else what is found now, which is kept from then on. */
export function keptOr<T>(kept: Map<string, T> | undefined, answers: Answers, find: () => T): T {
  if (!kept) return find();
  const key = toFragment(answers);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const found = find();
  kept.set(key, found);
  return found;
}
