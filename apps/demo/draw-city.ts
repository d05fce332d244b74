import { rmSync } from 'node:fs';
import { openAgency } from '#apps/agency';
import { ok, type Refusal, type Result } from '#basics';
import type { Config } from '#platform/config';
import { eraseEmbedded } from '#platform/postgres';
import { demoState, markBegun, markReady } from './marker.ts';
import { progressLine } from './progress.ts';
import { seedCity } from './seed.ts';
import { hireStaff, signInStaff } from './staff.ts';

/** The city's number, its people and its employers; another number draws another city. */
const city = { seed: 440300, people: 2000, employers: 40 };

/** Draws the city where there is none yet. One that was cut short is thrown away first. */
export async function drawCity(
  config: Config,
  write: (line: string) => void,
): Promise<Result<{ readonly drawn: boolean }, Refusal>> {
  const state = demoState(config.dataDir);
  if (state === 'ready') return ok({ drawn: false });
  if (state === 'half-drawn') await throwAway(config);
  markBegun(config.dataDir);
  const opened = await openAgency(config);
  if (!opened.ok) return opened;
  const agency = opened.value;
  try {
    await hireStaff(agency);
    const staff = await signInStaff(agency);
    const progress = progressLine(write, config.lang);
    await seedCity(agency, { ...city, staff, onProgress: progress.show });
    progress.end();
  } finally {
    await agency.stop();
  }
  markReady(config.dataDir);
  return ok({ drawn: true });
}

async function throwAway(config: Config): Promise<void> {
  await eraseEmbedded(config.dataDir);
  rmSync(config.identityKeyFile, { force: true });
}
