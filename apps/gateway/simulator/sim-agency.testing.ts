import type { FastifyInstance } from 'fastify';
import { type Agency, agencyOver, type BusinessClock } from '#apps/agency';
import type { RandomBytes } from '#basics';
import type { Posted } from '#engines/exchange';
import { loadConfig, readIdentityKeys } from '#platform/config';
import { openLog } from '#platform/log';
import type { Database } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testIdentityKey } from '../gateway.testing.ts';
import { buildGateway } from '../server.ts';
import { killed, type Life, mortalDatabase, newLife } from './mortal.testing.store.ts';

/** An agency's own code over a database, a clock and chance that a run puts in its hands. */
export interface SimAgency {
  readonly region: string;
  readonly agency: Agency;
  readonly life: Life;
  /** Faults that were logged, other than that it was killed. */
  readonly faults: string[];
  bind(to: Bound): void;
  /** A message as its gateway takes it; the caller hears what a socket would let it hear. */
  take(text: string): Promise<Posted>;
}

export interface Bound {
  readonly app: Database;
  readonly gateway: Database;
  readonly clock: () => Date;
  readonly random: RandomBytes;
  /** Whether it takes balances from elsewhere. */
  readonly takesBalances: boolean;
}

/** One process: made once, and bound to another database for each run. */
export async function simAgency(
  region: string,
  { dataDir }: { readonly dataDir: string },
): Promise<SimAgency> {
  const life = newLife();
  const [app, gateway] = [mortalDatabase(life), mortalDatabase(life)];
  let bound: Bound | undefined;
  const now = (): Bound => {
    if (!bound) throw new Error(`the simulated agency ${region} is bound to nothing`);
    return bound;
  };
  const clock: BusinessClock = { now: () => now().clock(), leadMs: () => 0, refresh: async () => undefined };
  const agency = assembled(region, {
    dataDir,
    app: app.database,
    gateway: gateway.database,
    clock,
    random: (count) => now().random(count),
  });
  const faults: string[] = [];
  const log = openLog({
    level: 'error',
    app: region,
    to: { write: (line) => void (line.includes(killed) || faults.push(line)) },
  });
  const server = await buildGateway(
    { ...agency, gatewayDatabase: gateway.database },
    { log, limitRate: false, onKept: () => undefined },
  );
  return {
    ...{ region, agency, life, faults },
    bind(to) {
      bound = to;
      // A setting; one process plays all runs.
      Object.defineProperty(agency.desk, 'acceptsBalances', { configurable: true, value: to.takesBalances });
      app.bind(to.app);
      gateway.bind(to.gateway);
      faults.length = 0;
      life.startAgain();
    },
    take: (text) => posted(server, { text, life }),
  };
}

async function posted(
  server: FastifyInstance,
  { text, life }: { readonly text: string; readonly life: Life },
): Promise<Posted> {
  if (life.isDead()) return { fault: 'ECONNREFUSED' };
  const headers = { 'content-type': 'application/jose' };
  const answer = await server.inject({
    method: 'POST',
    url: '/exchange/v1/messages',
    headers,
    payload: text,
  });
  if (life.isDead()) return { fault: 'ECONNRESET' };
  return {
    status: answer.statusCode,
    contentType: String(answer.headers['content-type']),
    body: answer.body,
  };
}

interface Grounds {
  readonly dataDir: string;
  readonly app: Database;
  readonly gateway: Database;
  readonly clock: BusinessClock;
  readonly random: RandomBytes;
}

function assembled(region: string, { dataDir, app, gateway, clock, random }: Grounds): Agency {
  const config = loadConfig({
    ...{ SUIXING_MODE: 'development', SUIXING_DATA_DIR: dataDir, SUIXING_REGION: region },
    ...{ SUIXING_PAYER_ACCOUNT: accountOf(region), SUIXING_IDENTITY_KEY: testIdentityKey },
  });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const keys = readIdentityKeys(config.value, random);
  if (!keys.ok) throw new Error(JSON.stringify(keys.refusal));
  // Nobody signs in, and nothing is migrated, while a run lasts.
  const databases = {
    app,
    gateway,
    login: app,
    migrator: app,
    kind: 'external',
    stop: async () => undefined,
  } as const;
  return agencyOver(config.value, { databases, seal: makeSeal({ keys: keys.value, random }), clock, random });
}

/** The account of an agency’s own, from which it pays and to which others remit. */
export function accountOf(region: string): string {
  return `95588${region}00000001`;
}
