/** An amount of money in fen (1/100 yuan). Never a `number`; on the wire a decimal string of fen. */
export type Fen = bigint & { readonly __unit: 'fen' };

export function fen(amount: bigint | number | string): Fen {
  return BigInt(amount) as Fen; // the one place where a bare integer becomes money
}

export const zeroFen: Fen = fen(0n);

export function addFen(...amounts: readonly Fen[]): Fen {
  return amounts.reduce<bigint>((sum, amount) => sum + amount, 0n) as Fen; // a sum of fen is fen
}

/** Divides rounding halves away from zero, as banks round (四舍五入). `by` must be positive. */
export function divideHalfUp(dividend: bigint, by: bigint): bigint {
  if (by <= 0n) throw new Error('divideHalfUp: the divisor must be positive');
  const sign = dividend < 0n ? -1n : 1n;
  return sign * ((dividend * sign * 2n + by) / (by * 2n));
}

/**
 * Divides an amount by shares, to the fen: the parts sum to it exactly. Everybody gets the whole fen of their share; the fen
 * that are left go one each to those whose cut-off fraction is the largest, the earlier one first where two are equal.
 */
export function allocate(amount: Fen, shares: readonly bigint[]): readonly Fen[] {
  const sum = shares.reduce((total, share) => total + share, 0n);
  if (amount < 0n || sum <= 0n || shares.some((share) => share < 0n))
    throw new Error('allocate: neither the amount nor a share is below zero, and some share is above it');
  const cut = shares.map((share, place) => ({
    place,
    whole: (amount * share) / sum,
    rest: (amount * share) % sum,
  }));
  const left = amount - cut.reduce((total, { whole }) => total + whole, 0n);
  const first = [...cut].sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1));
  const oneMore = new Set(first.slice(0, Number(left)).map(({ place }) => place));
  return cut.map(({ place, whole }) => fen(whole + (oneMore.has(place) ? 1n : 0n)));
}

/** `831240` → `8312.40`: yuan with two decimals and no grouping, for files. */
export function fenToYuan(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `831240` → `8,312.40`: yuan grouped by thousands, for people. */
export function showYuan(amount: bigint): string {
  const [whole = '', cents = ''] = fenToYuan(amount).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** Reads yuan as people and files write it (`8312.4`, `8312.40`, `8312`); null where it is not an amount. */
export function yuanToFen(yuan: string): Fen | null {
  const match = /^(0|[1-9]\d{0,14})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  if (!match) return null;
  return fen(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`);
}
