/** How often each number of days came. Two can be added, so that months are counted once and put together as asked. */
export type Spread = ReadonlyMap<number, number>;

export function countOf(spread: Spread): number {
  return [...spread.values()].reduce((sum, count) => sum + count, 0);
}

export function addSpreads(spreads: readonly Spread[]): Spread {
  const sum = new Map<number, number>();
  for (const spread of spreads)
    for (const [days, count] of spread) sum.set(days, (sum.get(days) ?? 0) + count);
  return sum;
}

export function spreadOf(values: readonly number[]): Spread {
  const spread = new Map<number, number>();
  for (const value of values) spread.set(value, (spread.get(value) ?? 0) + 1);
  return spread;
}

/** The least number of days within which so many of a hundred were through: a number that came, never one in between. */
export function percentile(spread: Spread, hundredth: number): number {
  const rank = Math.max(1, Math.ceil((hundredth * countOf(spread)) / 100));
  let seen = 0;
  for (const [days, count] of [...spread].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank) return days;
  }
  return 0;
}
