import type { SealSource } from '#platform/postgres';
import type { DaySeal } from './day-seal.ts';
import type { Coverage, XidRange } from './seal.store.ts';

/** Which rows a seal covers: those of the sources that it names, however many there have come to be since. */
export function coverageOf(
  said: DaySeal,
  {
    all,
    range,
    secret,
  }: {
    readonly all: readonly SealSource[];
    readonly range: XidRange;
    readonly secret: Uint8Array;
  },
): Coverage {
  const sources = all.filter(({ name }) => Object.hasOwn(said.counts, name));
  return { sources, range, first: said.firstSources, secret };
}
