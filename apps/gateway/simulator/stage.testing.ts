import { afterAll } from 'vitest';
import {
  rememberAll,
  removeTemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  testOffice,
} from '#platform/testing';
import { enterPartner, testGatewayAgency } from '../gateway.testing.ts';
import { bring } from '../two-agencies.testing.ts';
import { chanceOf } from './chance.testing.ts';
import { chengdu, otherThan, type Plot, plotsOf, type Region, shenzhen } from './people.testing.ts';
import { type SimAgency, simAgency } from './sim-agency.testing.ts';
import type { Story } from './stories.testing.ts';
import { openView, setDatabaseClock } from './view.testing.store.ts';

/** Both agencies with everybody on record, from which each run begins: on a Tuesday morning. */
export interface Stage {
  readonly plots: readonly Plot[];
  readonly agencies: Readonly<Record<Region, SimAgency>>;
  /** The person of a plot at an agency. */
  ownerOf(region: Region, plot: Plot): string | undefined;
  readonly databases: Readonly<Record<Region, TestDatabase>>;
  /** Both databases are again as on that morning. */
  putBack(): Promise<void>;
}

export const morning = new Date('2026-12-01T01:00:00Z');
const monthBefore = new Date('2026-11-01T01:00:00Z');

/** To be called in `beforeAll`: takes seconds, and then each run a moment. */
export async function openStage(stories: readonly Story[]): Promise<Stage> {
  const plots = plotsOf(stories);
  const [here, there] = await Promise.all([openOne(shenzhen), openOne(chengdu)]);
  const agencies = { [shenzhen]: here.sim, [chengdu]: there.sim };
  const owners = new Map<string, string>();
  for (const { region, sim, db } of [here, there]) {
    const bound = {
      app: db.app,
      gateway: db.gateway,
      random: chanceOf(0, region).bytes,
      takesBalances: true,
    };
    // A key is made when it is first asked for, and is good for two years from then.
    sim.bind({ ...bound, clock: () => monthBefore });
    sim.agency.signingKeys.published();
    sim.bind({ ...bound, clock: () => morning });
  }
  for (const { region, sim, db, real } of [here, there]) {
    const partner = agencies[otherThan(region)];
    const published = partner.agency.signingKeys.published();
    if (!published.ok) throw new Error(published.refusal.code);
    const gateway = `http://127.0.0.1:${partner.region.slice(0, 4)}/`;
    await enterPartner(real, { region: partner.region, gateway, keys: published.value.keys });
    await testOffice(db, region);
    await setDatabaseClock(db.superuser, morning);
    const people = plots.flatMap((plot) => {
      const person = plot.from === region ? plot.leaver : plot.comer;
      return person ? [{ plot, person }] : [];
    });
    const found = await bring(
      { agency: sim.agency },
      people.map(({ person }) => person),
    );
    for (const [place, { plot }] of people.entries())
      owners.set(`${region} ${plot.name}`, found[place] ?? '');
  }
  const putBack = await Promise.all([here, there].map(({ db }) => rememberAll(db.superuser)));
  await Promise.all([here, there].map(({ db }) => openView(db.superuser)));
  return {
    ...{ plots, agencies },
    databases: { [shenzhen]: here.db, [chengdu]: there.db },
    ownerOf: (region, plot) => owners.get(`${region} ${plot.name}`),
    async putBack() {
      await Promise.all(putBack.map((back) => back()));
    },
  };
}

/** An agency made as every other, whose database the simulated one then takes over. */
async function openOne(region: Region) {
  const { db, agency: real } = await testGatewayAgency(region, {});
  const dataDir = temporaryFolder();
  afterAll(() => removeTemporaryFolder(dataDir));
  return { region, db, real, sim: await simAgency(region, { dataDir }) };
}
