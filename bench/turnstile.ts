/** Lets many work side by side, and now and then one alone: whoever comes then waits until it is done. */
export interface Turnstile {
  together<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function turnstile(): Turnstile {
  let closed: Promise<unknown> | null = null;
  let inside = 0;
  let emptied: () => void = () => undefined;
  return {
    async together(work) {
      while (closed) await closed;
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
        if (inside === 0) emptied();
      }
    },
    async alone(work) {
      while (closed) await closed;
      let open: () => void = () => undefined;
      closed = new Promise<void>((resolve) => {
        open = resolve;
      });
      if (inside > 0)
        await new Promise<void>((resolve) => {
          emptied = resolve;
        });
      try {
        return await work();
      } finally {
        emptied = () => undefined;
        closed = null;
        open();
      }
    },
  };
}
