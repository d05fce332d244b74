import type { PlainDate } from '#basics';
import type { Json } from '#engines/casework';
import { regionPack, valueOn } from '#law';

/** The dated rates of interest on a day, each with its source and the grade of that source, as a settlement shows them. */
export function ratesInForce({
  on,
  region,
}: {
  readonly on: PlainDate;
  readonly region: string;
}): readonly Json[] {
  return Object.entries(regionPack(region).interest.buckets).flatMap(([bucket, figure]) => {
    const rate = valueOn(figure, on);
    if (!rate) return [];
    return [{ bucket, ratePpm: rate.value, fromOn: rate.fromOn, grade: rate.grade, source: rate.source }];
  });
}
