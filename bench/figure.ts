/** One line of a benchmark's result. */
export interface Figure {
  readonly name: string;
  /** Ours, a second. */
  readonly perSecond: number;
  /** What it was measured against, in words. */
  readonly against: string;
  /** That one's figure, a second. */
  readonly againstPerSecond: number;
  /** Ours divided by the other. */
  readonly ratio: number;
  /** The least ratio that the project promises. */
  readonly target: number;
  /** Rounds a second of the calibration loop while an absolute figure was taken. */
  readonly calibrationPerSecond?: number;
  /** What else was measured, a line each. */
  readonly details?: readonly string[];
}

/** A figure that has to stay below what is promised: a size, a time, how much slower, how many. */
export interface Limit {
  readonly name: string;
  readonly measured: number;
  readonly unit: 'kB' | 'ms' | 'times' | 'requests';
  readonly atMost: number;
  readonly details?: readonly string[];
}

export function figure(told: Omit<Figure, 'ratio'>): Figure {
  return { ...told, ratio: told.perSecond / told.againstPerSecond };
}

/** Measures five times and takes the middle one, so that one disturbed run does not count. */
export async function medianOfFive(measure: () => Promise<number> | number): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 5; run += 1) runs.push(await measure());
  runs.sort((a, b) => a - b);
  return runs[2] ?? 0;
}

/** The same with the calibration loop run beside each measurement: an absolute figure means little without it. */
export async function medianBesideCalibration(
  measure: () => Promise<number> | number,
): Promise<{ readonly perSecond: number; readonly calibrationPerSecond: number }> {
  const calibrations: number[] = [];
  const perSecond = await medianOfFive(() => {
    calibrations.push(calibration());
    return measure();
  });
  calibrations.sort((a, b) => a - b);
  return { perSecond, calibrationPerSecond: Math.round(calibrations[2] ?? 0) };
}

/** Runs `work` for about `milliseconds` and tells how often a second it ran. */
export function perSecond(work: (round: number) => unknown, milliseconds = 400): number {
  let rounds = 0;
  const start = performance.now();
  let spent = 0;
  while (spent < milliseconds) {
    for (let inner = 0; inner < 200; inner += 1) keep(work(rounds + inner));
    rounds += 200;
    spent = performance.now() - start;
  }
  return (rounds / spent) * 1000;
}

/** The same for work that has to be awaited. */
export async function perSecondAwaited(
  work: (round: number) => Promise<unknown>,
  milliseconds = 400,
): Promise<number> {
  let rounds = 0;
  const start = performance.now();
  let spent = 0;
  while (spent < milliseconds) {
    for (let inner = 0; inner < 50; inner += 1) keep(await work(rounds + inner));
    rounds += 50;
    spent = performance.now() - start;
  }
  return (rounds / spent) * 1000;
}

/** Rounds a second of a fixed loop of integer sums: tells a slow machine from a slow program. */
export function calibration(): number {
  let sum = 1;
  return perSecond(() => {
    for (let step = 0; step < 10_000; step += 1) sum = (sum * 31 + step) | 0;
    return sum;
  }, 200);
}

/** Results are compared with something, so that the compiler cannot leave the work out. */
function keep(result: unknown): void {
  if (result === keep) throw new Error('unreachable');
}
