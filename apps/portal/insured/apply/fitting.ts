import type { Ground } from './assessed.ts';

/** The grounds that the record tells of, besides the one that was chosen and that it does not tell of. */
export function fitting(
  grounds: readonly Ground[],
  chosen: Pick<Ground, 'id' | 'recorded'>,
): readonly Ground[] {
  return chosen.recorded ? [] : grounds.filter(({ id, recorded }) => recorded && id !== chosen.id);
}
