import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Agency, moveLeadSeconds, openAgency, readLeadSeconds } from '#apps/agency';
import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Config } from '#platform/config';
import { eraseDatabase, eraseEmbedded, startEmbedded } from '#platform/postgres';
import type { CitySize } from './city-size.ts';
import { claimCity, keepDrawing, markReady } from './marker.ts';
import { progressLine } from './progress.ts';
import { type Seeding, seedCity } from './seed.ts';
import { hireStaff, signInStaff } from './staff.ts';
import { sizeOfSecond } from './two-cities.ts';

export interface Drawing {
  readonly size: CitySize;
  /** Where the progress is told. */
  readonly write: (line: string) => void;
}

/**
 * Draws the two cities of a demo where there are none yet, side by side. One that was cut short is thrown away first; one that
 * stands is left as it is, so that a demo of one city gets its second.
 */
export async function drawCities(
  { first, second }: { readonly first: Config; readonly second: Config },
  { size, write }: Drawing,
): Promise<Result<unknown, Refusal>> {
  const claims = await claim(first, () => throwAway(first));
  if (!claims.ok) return claims;
  const beside = await claim(second, () => throwSecondAway(second));
  if (!beside.ok) return beside;
  const own = claims.value;
  const others = beside.value;
  if (!own && !others) return ok(null);
  // Held up meanwhile, so that neither stops the server under the other.
  const cluster = await startEmbedded({ dataDir: first.clusterDir });
  try {
    const lead = own ? ok(0) : await leadOf(first);
    if (!lead.ok) return lead;
    const { show, end } = progressLine(write, first.lang);
    const small = { size: sizeOfSecond(size), lead: lead.value, onProgress: own ? silently : show };
    const done = await Promise.all([
      own ? draw(first, { size, lead: 0, going: own, onProgress: show }) : ok(null),
      others ? draw(second, { ...small, going: others }) : ok(null),
    ]);
    end();
    return done.find(({ ok: fine }) => !fine) ?? ok(null);
  } finally {
    own?.stop();
    others?.stop();
    await cluster.stop();
  }
}

const silently = () => undefined;

interface Going {
  stop(): void;
}

/** Takes the drawing for this process, and shows that it goes on; null where the city stands. */
async function claim(
  { dataDir }: Config,
  throwLeftoversAway: () => Promise<void>,
): Promise<Result<Going | null, Refusal>> {
  const state = claimCity(dataDir);
  if (state.is === 'ready') return ok(null);
  if (state.is === 'being-drawn') return refuse({ code: 'demo.being-drawn', figures: { pid: state.by } });
  const going = keepDrawing(dataDir);
  if (state.leftovers) await throwLeftoversAway();
  return ok(going);
}

/** How far a city that stands is ahead of the machine's clock; the other one is drawn as of its day. */
async function leadOf(config: Config): Promise<Result<number, Refusal>> {
  const opened = await openAgency(config);
  if (!opened.ok) return opened;
  try {
    return ok(await readLeadSeconds(opened.value.database));
  } finally {
    await opened.value.stop();
  }
}

async function draw(
  config: Config,
  drawn: {
    readonly size: CitySize;
    /** Seconds. */
    readonly lead: number;
    readonly going: Going;
    readonly onProgress: Seeding['onProgress'];
  },
): Promise<Result<unknown, Refusal>> {
  const { size, lead, going, onProgress } = drawn;
  const opened = await openAgency(config, { hasty: true });
  if (!opened.ok) return opened;
  const agency = opened.value;
  try {
    if (agency.migrator) await moveLeadSeconds(agency.migrator, lead);
    await agency.clock.refresh();
    await hireStaff(agency);
    const staff = await signInStaff(agency);
    await seedCity(agency, { ...size, staff, onProgress });
    // A commit that does wait for the disk takes all before it along.
    if (agency.migrator) await moveLeadSeconds(agency.migrator, 0);
  } finally {
    await agency.stop();
  }
  going.stop();
  markReady(config.dataDir);
  return ok(null);
}

/** With the first city its server goes, and the second city with that. */
async function throwAway(config: Config): Promise<void> {
  await eraseEmbedded(config.clusterDir);
  rmSync(config.identityKeyFile, { force: true });
  rmSync(join(config.clusterDir, 'partners'), { recursive: true, force: true });
}

async function throwSecondAway(config: Config): Promise<void> {
  await eraseDatabase(config.clusterDir, config.databaseName);
  rmSync(config.identityKeyFile, { force: true });
}

/** Brings the clock of each to that which is furthest: the two live in one time, also after a move that was cut short. */
export async function alignClocks(agencies: readonly Agency[]): Promise<void> {
  const leads = await Promise.all(agencies.map(({ database }) => readLeadSeconds(database)));
  const furthest = Math.max(...leads);
  for (const [at, agency] of agencies.entries()) {
    const behind = furthest - (leads[at] ?? furthest);
    if (behind > 0 && agency.migrator) await moveLeadSeconds(agency.migrator, behind);
    await agency.clock.refresh();
  }
}
