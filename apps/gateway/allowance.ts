/** How often each may come: so many at once, refilled at an even rate. */
export interface Allowance {
  /** Takes one of `key`'s turns; seconds to wait where there is none left, else 0. */
  waitSeconds(key: string): number;
}

/** `now`: milliseconds of a clock that only goes on. Only known partners are keys, so it does not grow. */
export function makeAllowance({
  perMinute,
  now,
}: {
  readonly perMinute: number;
  readonly now: () => number;
}): Allowance {
  const left = new Map<string, { readonly turns: number; readonly at: number }>();
  return {
    waitSeconds(key) {
      const at = now();
      const before = left.get(key) ?? { turns: perMinute, at };
      const turns = Math.min(perMinute, before.turns + ((at - before.at) * perMinute) / 60_000);
      left.set(key, { turns: turns < 1 ? turns : turns - 1, at });
      return turns < 1 ? Math.max(1, Math.ceil(((1 - turns) * 60) / perMinute)) : 0;
    },
  };
}
