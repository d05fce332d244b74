import { allocate, type Fen } from '#basics';

/** A share in whole parts; the database keeps and compares them so. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A share as people write it, `1/3` or `50%`, in its lowest terms; null where it is none. Full-width signs and spaces do not matter. */
export function readShare(written: string): Fraction | null {
  const tidy = written.normalize('NFKC').replaceAll(/\s/g, '').replace('／', '/');
  const [, whole, cents = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(tidy) ?? [];
  if (whole !== undefined) return percent(BigInt(`${whole}${cents.padEnd(2, '0')}`));
  const [, numerator, denominator] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(tidy) ?? [];
  if (numerator === undefined || denominator === undefined) return null;
  return lowest({ numerator: BigInt(numerator), denominator: BigInt(denominator) });
}

function percent(hundredths: bigint): Fraction | null {
  if (hundredths <= 0n || hundredths > 10_000n) return null;
  return lowest({ numerator: hundredths, denominator: 10_000n });
}

function lowest({ numerator, denominator }: Fraction): Fraction {
  const by = gcd(numerator, denominator);
  return { numerator: numerator / by, denominator: denominator / by };
}

/** Shares over their least common denominator, and what is lacking to one; below zero where they are more. */
export interface SharesOfOne {
  readonly denominator: bigint;
  readonly numerators: readonly bigint[];
  readonly sum: bigint;
  readonly lacking: Fraction;
  readonly whole: boolean;
}

export function sumUp(shares: readonly Fraction[]): SharesOfOne {
  const denominator = shares.reduce((all, one) => (all / gcd(all, one.denominator)) * one.denominator, 1n);
  const numerators = shares.map((one) => (one.numerator * denominator) / one.denominator);
  const sum = numerators.reduce((all, one) => all + one, 0n);
  const lack = denominator - sum;
  const by = gcd(lack < 0n ? -lack : lack, denominator);
  return {
    ...{ denominator, numerators, sum, whole: shares.length > 0 && lack === 0n },
    lacking: { numerator: lack / by, denominator: denominator / by },
  };
}

/** What each share comes to, as the agency pays it: the fen left over go to the largest cut-off fractions, the earlier first. */
export function inFen(totalFen: Fen, { numerators }: Pick<SharesOfOne, 'numerators'>): readonly Fen[] {
  return allocate(totalFen, numerators);
}

/** Who gets a fen more than their share comes to, cut to whole fen: the fen that no share takes whole. */
export function leftOver(totalFen: Fen, summed: SharesOfOne): readonly number[] {
  const { numerators, denominator } = summed;
  return inFen(totalFen, summed).flatMap((part, place) =>
    part > (totalFen * (numerators[place] ?? 0n)) / denominator ? [place] : [],
  );
}

export function written({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
