/**
 * Waits until this process is told to stop, by Ctrl-C or by whoever started it. One wish may arrive more than once, from the
 * terminal and from a launcher that passes it on; who asks again a second later is impatient, and it stops at once.
 */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        told ??= performance.now();
        if (performance.now() - told > 1000) process.exit(signal === 'SIGINT' ? 130 : 143);
        resolve();
      });
  });
}
