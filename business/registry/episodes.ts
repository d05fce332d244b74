import { addDays, type PlainDate } from '#basics';
import type { Holding } from './true-from.ts';

/** Something that is said to hold from a day to a day. */
export interface Dated<T> extends Holding {
  readonly value: T;
}

/** A stretch of days on which one value holds; null where it is open. */
export interface Episode<T> {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly value: T;
}

/**
 * What held when, from claims in the order in which they count: where two speak of the same day, the later one in the list
 * is right. Episodes come in the order of days and never overlap; days of which nobody says anything are in none.
 */
export function episodesOf<T>(claims: readonly Dated<T>[]): readonly Episode<T>[] {
  const episodes: Episode<T>[] = [];
  const starts = startsOf(claims);
  for (const [index, from] of starts.entries()) {
    const claim = claims.findLast((each) => covers(each, from));
    if (!claim) continue;
    const next = starts[index + 1];
    const to = next ? addDays(next, -1) : null;
    const last = episodes.at(-1);
    const goesOn = last !== undefined && last.value === claim.value && follows(last.to, from);
    if (goesOn) episodes[episodes.length - 1] = { ...last, to };
    else episodes.push({ from, to, value: claim.value });
  }
  return episodes;
}

/** The days on which something may change, in order; null is the beginning of time. */
function startsOf(claims: readonly Holding[]): readonly (PlainDate | null)[] {
  const days = new Set<PlainDate>();
  for (const { trueFrom, trueTo } of claims) {
    if (trueFrom !== null) days.add(trueFrom);
    if (trueTo !== null) days.add(addDays(trueTo, 1));
  }
  return [null, ...[...days].sort()];
}

/** Whether a claim speaks of a day; null is the beginning of time. */
export function covers({ trueFrom, trueTo }: Holding, day: PlainDate | null): boolean {
  if (day === null) return trueFrom === null;
  return (trueFrom === null || trueFrom <= day) && (trueTo === null || day <= trueTo);
}

function follows(to: PlainDate | null, from: PlainDate | null): boolean {
  return to !== null && from !== null && addDays(to, 1) === from;
}
