/** How long each step of something took, each time that it was done. */
export interface StepTimes {
  note(step: string, milliseconds: number): void;
  timed<T>(step: string, work: () => Promise<T>): Promise<T>;
  told(): readonly StepTold[];
}

export interface StepTold {
  readonly step: string;
  readonly times: number;
  readonly p50: number;
  readonly p99: number;
}

export function stepTimes(): StepTimes {
  const held = new Map<string, number[]>();
  function note(step: string, milliseconds: number): void {
    const list = held.get(step) ?? [];
    held.set(step, list);
    list.push(milliseconds);
  }
  return {
    note,
    async timed(step, work) {
      const start = performance.now();
      try {
        return await work();
      } finally {
        note(step, performance.now() - start);
      }
    },
    told: () =>
      [...held].map(([step, list]) => {
        const sorted = list.toSorted((a, b) => a - b);
        const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
        return { step, times: sorted.length, p50: at(0.5), p99: at(0.99) };
      }),
  };
}
