import { type Fen, ok, type PlainDate, type Result, refuse, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { maySeeAccount } from '#business/personal-account';
import {
  type BearingLine,
  type BearingPart,
  type DatedRate,
  explainYear,
  type InterestPosting,
  interestPostings,
  readInterestEntries,
  readInterestRates,
} from '#engines/ledger';
import { type InterestBucket, type InterestRule, regionPack, valueOn } from '#law';
import type { Reader } from '#platform/postgres';

/** A year's interest of one account, figure by figure. */
export interface InterestExplanation {
  readonly year: number;
  /** The day to which it is told: the year's end, or today. */
  readonly untilOn: PlainDate;
  readonly carriedFen: Fen;
  readonly inflowFen: Fen;
  readonly debitFen: Fen;
  readonly lines: readonly ExplainedLine[];
  /** All lines together, in yuan with eight decimals, before it is rounded to the fen, halves up. */
  readonly exactYuan: string;
  readonly interestFen: Fen;
  readonly postedFen: Fen;
  readonly postings: readonly InterestPosting[];
  readonly note: Text;
}

export interface ExplainedLine extends Omit<BearingLine, 'parts'> {
  readonly parts: readonly ExplainedPart[];
}

export interface ExplainedPart extends Omit<BearingPart, 'interest' | 'share'> {
  /** In hundredths of a percent: 10,000 is all of it. */
  readonly shareBasis: number;
  readonly yuan: string;
  /** Of the law's data; null where the database's rate is not in it. */
  readonly grade: string | null;
  readonly source: string | null;
}

/** Why a year's interest is what it is. Refuses `personal-account.none` and `interest.nothing-to-explain`. */
export async function explainInterest(
  reader: Reader,
  asked: {
    readonly caller: Caller;
    readonly owner: string;
    readonly year: number;
    readonly today: PlainDate;
    /** The agency’s: its interest rule grades the rates. */
    readonly region: string;
  },
): Promise<Result<InterestExplanation>> {
  const { caller, owner, year, today } = asked;
  const rule = regionPack(asked.region).interest;
  if (!maySeeAccount(caller, owner)) return refuse({ code: 'personal-account.none' });
  const entries = await readInterestEntries(reader, owner);
  const told = explainYear(entries, { rates: await readInterestRates(reader), year, on: today });
  if (!told) return refuse({ code: 'interest.nothing-to-explain' });
  const { carriedFen, inflowFen, debitFen, interestFen, postedFen, untilOn, lines } = told;
  const parts = lines.flatMap((line) => line.parts.map(({ interest }) => interest));
  const sum = parts.reduce((total, { numerator }) => total + numerator, 0n);
  return ok({
    ...{ year, untilOn, carriedFen, inflowFen, debitFen, interestFen, postedFen },
    lines: lines.map((line) => ({ ...line, parts: line.parts.map((part) => explainedPart(part, rule)) })),
    exactYuan: yuanText({ numerator: sum, denominator: parts[0]?.denominator ?? 1n }),
    postings: await interestPostings(reader, { owner, year }),
    note: rule.note,
  });
}

function explainedPart({ interest, share, ...part }: BearingPart, rule: InterestRule): ExplainedPart {
  const shareBasis = Number((share.of * 10_000n) / share.whole);
  return { ...part, shareBasis, yuan: yuanText(interest), ...standingOf(part.rate, rule) };
}

function standingOf(rate: DatedRate, rule: InterestRule): Pick<ExplainedPart, 'grade' | 'source'> {
  const figure = rule.buckets[rate.bucket as InterestBucket]; // the database's check names these two
  const value = valueOn(figure, rate.fromOn);
  const same = value && value.fromOn === rate.fromOn && BigInt(value.value) === rate.ratePpm;
  return same ? { grade: value.grade, source: value.source } : { grade: null, source: null };
}

/** A fraction of a fen in yuan with eight decimals, rounded half up. */
function yuanText({
  numerator,
  denominator,
}: {
  readonly numerator: bigint;
  readonly denominator: bigint;
}): string {
  const scaled = (abs(numerator) * 1_000_000n * 2n + denominator) / (denominator * 2n);
  const digits = scaled.toString().padStart(9, '0');
  return `${numerator < 0n && scaled > 0n ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
