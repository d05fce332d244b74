import type { PlainDate } from '#basics';
import type { DatedRate } from '#engines/ledger';
import { type DatedFigure, type InterestBucket, type InterestRule, valueOn } from '#law';

/** The law's dated rates of interest in the shape that the ledger keeps. Before a dated first day no interest runs. */
export function ratesOf(rule: InterestRule): readonly DatedRate[] {
  return buckets.flatMap((bucket) =>
    rule.buckets[bucket].values.flatMap(({ fromOn, value }) =>
      fromOn === null
        ? []
        : [
            {
              ...{ bucket, fromOn, ratePpm: BigInt(value) },
              dayCount: inForce(rule.dayCount, fromOn),
              compounding: inForce(rule.compounding, fromOn),
            },
          ],
    ),
  );
}

const buckets: readonly InterestBucket[] = ['carried-over', 'inflow'];

function inForce<T>(figure: DatedFigure<T>, on: PlainDate): T {
  const found = valueOn(figure, on);
  if (!found) throw new Error(`${figure.id} has no value on ${on}`);
  return found.value;
}
