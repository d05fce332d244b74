import { addDays, divideHalfUp, type Fen, fen, type PlainDate } from '#basics';
import { type DatedFigure, interestRule, valueOn } from '#law';

/**
 * Interest on a balance that was carried over, added up day by day from the law's dated rates; rounded to the fen and carried
 * forward at each year's end, and once more on the last day. Slow, and written without a look at the ledger's own formula,
 * which it checks.
 */
export function slowInterest(amountFen: Fen, { fromOn, toOn }: Span): Fen {
  let principal: bigint = amountFen;
  let parts = 0n;
  for (let day = fromOn; day < toOn; day = addDays(day, 1)) {
    const ratePpm = BigInt(inForce(interestRule.buckets['carried-over'], day));
    const daysOfYear = BigInt(inForce(interestRule.dayCount, day));
    parts += (principal * ratePpm * finest) / daysOfYear;
    const tomorrow = addDays(day, 1);
    if (!tomorrow.endsWith('-01-01') && tomorrow !== toOn) continue;
    principal += divideHalfUp(parts, 1_000_000n * finest);
    parts = 0n;
  }
  return fen(principal - amountFen);
}

interface Span {
  /** The first day that bears interest. */
  readonly fromOn: PlainDate;
  /** The day of settlement, which bears none. */
  readonly toOn: PlainDate;
}

/** Both 360 and 365 divide it, so that no part of a fen is lost before the end. */
const finest = 360n * 365n;

function inForce<T>(figure: DatedFigure<T>, on: PlainDate): T {
  const found = valueOn(figure, on);
  if (!found) throw new Error(`${figure.id} has no value on ${on}`);
  return found.value;
}
