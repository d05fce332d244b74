/** Lets so many pieces of work run side by side; others wait their turn. Where so many wait already, nobody joins them. */
export function fewAtOnce(
  atMost: number,
  { mostWaiting, full }: { readonly mostWaiting: number; readonly full: () => Error },
): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atMost) running += 1;
    else if (waiting.length >= mostWaiting) throw full();
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
