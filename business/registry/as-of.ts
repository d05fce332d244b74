import { addDays, isPlainDate, ok, type PlainDate, plainDate, type Result, refuse } from '#basics';

/** A view on the record by its two clocks. */
export interface AsOf {
  /** As it stood on this day in the world; absent: whatever was recorded last, days to come included. */
  readonly on?: PlainDate | undefined;
  /** With what the agency knew at this instant; absent: with everything that it knows. */
  readonly known?: Date | undefined;
}

/**
 * Reads what somebody wrote: `on` a day, `known` a day in Shanghai (until its end) or an instant. Refuses
 * `registry.as-of-wrong`.
 */
export function readAsOf({
  on,
  known,
}: {
  readonly on?: string | undefined;
  readonly known?: string | undefined;
}): Result<AsOf> {
  const knownAt = known === undefined ? undefined : instantOf(known);
  const wrong = [
    ...(on !== undefined && !isPlainDate(on) ? ['on'] : []),
    ...(knownAt === null ? ['known'] : []),
  ];
  if (wrong.length > 0)
    return refuse({
      code: 'registry.as-of-wrong',
      problems: wrong.map((path) => ({ path, detail: noTime })),
    });
  return ok({ on: on === undefined ? undefined : plainDate(on), known: knownAt ?? undefined });
}

/** The end of a day in Shanghai, or the instant itself; null where it is neither. */
function instantOf(text: string): Date | null {
  if (isPlainDate(text)) return new Date(`${addDays(plainDate(text), 1)}T00:00:00+08:00`);
  const at = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at;
}

const noTime = {
  zh: '请写日期，如 2022-06-30；“当时所知”也可以写到秒，如 2022-06-30T10:00:00+08:00。',
  en: 'Write a day, as 2022-06-30; what was known may also name the time, as 2022-06-30T10:00:00+08:00.',
};
