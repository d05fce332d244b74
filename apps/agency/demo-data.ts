import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files in a data folder that say that a demo's city is being drawn there, or stands there. */
export function demoMarks(dataDir: string): { readonly begun: string; readonly ready: string } {
  return { begun: join(dataDir, 'city-begun'), ready: join(dataDir, 'city-ready') };
}

/** Whether the folder holds a demo, whose officers all have a password that everybody knows. */
export function holdsDemo(dataDir: string): boolean {
  const { begun, ready } = demoMarks(dataDir);
  return existsSync(begun) || existsSync(ready);
}

/**
 * What an agency of a demo does with balances from elsewhere: takes them; refuses them; or names no account for them and answers
 * nobody who asks for one. It can be changed while the demo runs, so that each way a transfer can end is to be seen.
 */
export const demoBalanceWays = ['taken', 'refused', 'unanswered'] as const;
export type DemoBalances = (typeof demoBalanceWays)[number];

export function demoBalances(dataDir: string): DemoBalances {
  try {
    const kept = readFileSync(balancesFile(dataDir), 'utf8').trim();
    return demoBalanceWays.find((way) => way === kept) ?? 'taken';
  } catch {
    return 'taken'; // nobody chose anything
  }
}

export function setDemoBalances(dataDir: string, way: DemoBalances): void {
  if (way === 'taken') rmSync(balancesFile(dataDir), { force: true });
  else writeFileSync(balancesFile(dataDir), `${way}\n`);
}

function balancesFile(dataDir: string): string {
  return join(dataDir, 'demo-balances');
}
