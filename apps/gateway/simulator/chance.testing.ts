import { createHash } from 'node:crypto';

/**
 * All the chance of one run. `at` draws by name, so that what happens to a message does not hang on what was drawn before it,
 * and a run changes no more than it must where a step is added.
 */
export interface Chance {
  /** From 0 up to 1. */
  at(...names: readonly (string | number)[]): number;
  /** The next of a row of its own. */
  next(): number;
  below(limit: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  bytes(count: number): Uint8Array;
}

export function chanceOf(seed: number, row = ''): Chance {
  let drawn = 0;
  const at = (...names: readonly (string | number)[]) => digest(seed, row, ...names).readUInt32BE() / 2 ** 32;
  const next = () => {
    drawn += 1;
    return at('next', drawn);
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    at,
    next,
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    bytes(count) {
      drawn += 1;
      const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
        digest(seed, row, 'bytes', drawn, block),
      );
      return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
    },
  };
}

function digest(...parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest();
}
