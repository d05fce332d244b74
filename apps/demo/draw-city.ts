import { rmSync } from 'node:fs';
import { moveLeadSeconds, openAgency } from '#apps/agency';
import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Config } from '#platform/config';
import { eraseEmbedded } from '#platform/postgres';
import type { CitySize } from './city-size.ts';
import { claimCity, keepDrawing, markReady } from './marker.ts';
import { enterDemoPartner } from './partners.ts';
import { progressLine } from './progress.ts';
import { seedCity } from './seed.ts';
import { hireStaff, signInStaff } from './staff.ts';

export interface Drawing {
  readonly size: CitySize;
  /** Where the progress is told. */
  readonly write: (line: string) => void;
}

/** Draws the city where there is none yet. One that was cut short is thrown away first; one that stands is left as it is. */
export async function drawCity(
  config: Config,
  drawing: Drawing,
): Promise<Result<{ readonly drawn: boolean }, Refusal>> {
  const state = claimCity(config.dataDir);
  if (state.is === 'ready') return ok({ drawn: false });
  if (state.is === 'being-drawn') return refuse({ code: 'demo.being-drawn', figures: { pid: state.by } });
  const going = keepDrawing(config.dataDir);
  try {
    if (state.leftovers) await throwAway(config);
    return await draw(config, drawing);
  } finally {
    going.stop();
  }
}

async function draw(
  config: Config,
  { size, write }: Drawing,
): Promise<Result<{ readonly drawn: boolean }, Refusal>> {
  const opened = await openAgency(config, { hasty: true });
  if (!opened.ok) return opened;
  const agency = opened.value;
  try {
    await hireStaff(agency);
    const staff = await signInStaff(agency);
    await enterDemoPartner(agency);
    const progress = progressLine(write, config.lang);
    await seedCity(agency, { ...size, staff, onProgress: progress.show });
    progress.end();
    // A commit that does wait for the disk takes all before it along.
    if (agency.migrator) await moveLeadSeconds(agency.migrator, 0);
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
