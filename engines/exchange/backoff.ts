/** After so many tries a message is set before a clerk. */
export const mostTries = 12;

const firstMs = 30_000;
const longestMs = 6 * 3_600_000;

/**
 * How long to wait after the `tries`-th try that failed: twice as long each time, up to six hours, and between half and the
 * whole of it by `chance` (0 to 1), so that many who failed together do not come back together.
 */
export function backoffMs(tries: number, chance: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.max(0, tries - 1));
  return Math.round(whole / 2 + (whole / 2) * Math.min(1, Math.max(0, chance)));
}
