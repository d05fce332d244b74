/** Does something for each key soon, a few at once, each key once while it waits. */
export interface Soon {
  push(key: string): void;
  /** Takes nothing more, and waits for what runs. */
  stop(): Promise<void>;
}

/** `work` must not throw. */
export function applySoon(work: (key: string) => Promise<void>, atOnce: number): Soon {
  const waiting = new Set<string>();
  const running = new Set<Promise<void>>();
  let stopped = false;
  async function run(): Promise<void> {
    for (let key = first(waiting); key !== undefined && !stopped; key = first(waiting)) {
      waiting.delete(key);
      await work(key);
    }
  }
  return {
    push(key) {
      if (stopped) return;
      waiting.add(key);
      if (running.size >= atOnce) return;
      const lane = run().finally(() => running.delete(lane));
      running.add(lane);
    },
    async stop() {
      stopped = true;
      await Promise.all(running);
    },
  };
}

function first(keys: ReadonlySet<string>): string | undefined {
  return keys.values().next().value;
}
