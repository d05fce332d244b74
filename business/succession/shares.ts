import { orders, type Successor, succeeds } from './successor.ts';

/** Shares in whole parts of one denominator; the numerators sum to it. */
export interface Shares {
  readonly denominator: bigint;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly successorId: string;
  readonly numerator: bigint;
}

/**
 * Equal shares by the legal order (Civil Code, articles 1127 to 1130): the first order alone where it has anybody, else the
 * second; descendants of a child or sibling who died before share what that one would have had. Null where nobody inherits.
 */
export function legalShares(successors: readonly Successor[]): Shares | null {
  for (const order of [1, 2] as const) {
    const stems = stemsOf(successors, order);
    if (stems.length === 0) continue;
    const parts = stems.flatMap((stem) => within(stem, { successors, of: BigInt(stems.length) }));
    return overOneDenominator(parts);
  }
  return null;
}

/** Who heads a stem of an order: an heir who succeeds, or one who died before and has descendants who do. */
export function stemsOf(successors: readonly Successor[], order: 1 | 2): readonly Successor[] {
  return successors.filter(
    (each) => each.basis === 'legal' && orders[each.relation] === order && inherits(each, successors),
  );
}

/** Fractions brought over their least common denominator. */
export function overOneDenominator(
  fractions: readonly {
    readonly successorId: string;
    readonly numerator: bigint;
    readonly denominator: bigint;
  }[],
): Shares {
  const denominator = fractions.reduce((all, one) => (all / gcd(all, one.denominator)) * one.denominator, 1n);
  return {
    denominator,
    parts: fractions.map((one) => ({
      successorId: one.successorId,
      numerator: (one.numerator * denominator) / one.denominator,
    })),
  };
}

/** A share in its lowest terms, as people read it: `1/2`, whatever the common denominator is. */
export function shareInWords(numerator: bigint, denominator: bigint): string {
  const by = gcd(numerator, denominator);
  return by === 0n ? `${numerator}/${denominator}` : `${numerator / by}/${denominator / by}`;
}

/** Whether two divisions give everybody the same, whatever their denominators and order. */
export function sameShares(one: Shares, other: Shares): boolean {
  if (one.parts.length !== other.parts.length) return false;
  const others = new Map(other.parts.map(({ successorId, numerator }) => [successorId, numerator]));
  return one.parts.every(
    ({ successorId, numerator }) =>
      numerator * other.denominator === (others.get(successorId) ?? -1n) * one.denominator,
  );
}

function inherits(one: Successor, all: readonly Successor[]): boolean {
  if (succeeds(one)) return true;
  return one.predeceasedOn !== null && one.lastWord === null && representativesOf(one, all).length > 0;
}

function representativesOf(one: Successor, all: readonly Successor[]): readonly Successor[] {
  return all.filter((each) => each.represents === one.id && inherits(each, all));
}

function within(
  stem: Successor,
  { successors, of }: { readonly successors: readonly Successor[]; readonly of: bigint },
): readonly { readonly successorId: string; readonly numerator: bigint; readonly denominator: bigint }[] {
  if (succeeds(stem)) return [{ successorId: stem.id, numerator: 1n, denominator: of }];
  const heirs = representativesOf(stem, successors);
  return heirs.flatMap((heir) => within(heir, { successors, of: of * BigInt(heirs.length) }));
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
