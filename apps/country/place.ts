import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agency, migrationsFolder, moveLeadSeconds, openAgency } from '#apps/agency';
import { loadConfig } from '#platform/config';
import {
  type Connection,
  connect,
  type DatabaseRole,
  type EmbeddedServer,
  migrate,
  startEmbedded,
} from '#platform/postgres';
import { must } from './must.ts';
import { copyDatabase } from './place.store.ts';

/**
 * Several agencies on one embedded server, each with a database of its own and nothing of another's; all is thrown away with
 * `stop`. For simulations and measurements: no agency that exists is ever touched.
 */
export interface Place {
  readonly agencies: readonly Agency[];
  /** The settings by which a process of its own reaches an agency, as environment variables. */
  settingsOf(region: string): Readonly<Record<string, string>>;
  /** Moves every agency's clock by as much. */
  moveDays(days: number): Promise<void>;
  /** Moves every agency's clock on to a time. */
  moveTo(at: Date): Promise<void>;
  stop(): Promise<void>;
}

export interface PlaceAsked {
  readonly regions: readonly string[];
  /** Whether commits wait for the disk: for measurements. */
  readonly durable: boolean;
  /** How many connections each agency may have. */
  readonly connections: number;
  /** Settings of one agency that differ from a development's. */
  readonly settings?: (region: string) => Readonly<Record<string, string>>;
  readonly onOpened?: (opened: number) => void;
}

export async function openPlace(asked: PlaceAsked): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-country-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const server = await startEmbedded({ dataDir: join(folder, 'server'), durable: asked.durable }).catch(
    (fault: unknown) => {
      clear();
      throw fault;
    },
  );
  const agencies: Agency[] = [];
  async function stop(): Promise<void> {
    await Promise.all(agencies.map((agency) => agency.stop()));
    await server.stop();
    clear();
  }
  try {
    await openAll(asked, { folder, server, agencies });
  } catch (fault) {
    await stop();
    throw fault;
  }
  async function move(secondsOf: (agency: Agency) => number): Promise<void> {
    for (const agency of agencies) {
      if (!agency.migrator) throw new Error('an agency was opened without its migrator');
      await moveLeadSeconds(agency.migrator, secondsOf(agency));
      await agency.clock.refresh();
    }
  }
  const moveDays = (days: number) => move(() => days * 86_400);
  const moveTo = (at: Date) => move(({ clock }) => Math.ceil((at.getTime() - clock.now().getTime()) / 1000));
  const settingsOf = (region: string) => settingsFor(asked, { folder, server, region });
  return { agencies, settingsOf, moveDays, moveTo, stop };
}

interface Opening {
  readonly folder: string;
  readonly server: EmbeddedServer;
  readonly agencies: Agency[];
}

/** The tables are made once and copied, since a hundred migrations for each of thirty agencies would take minutes. */
async function openAll(asked: PlaceAsked, { folder, server, agencies }: Opening): Promise<void> {
  const { regions, connections, onOpened } = asked;
  const { database: template } = server.connection('migrator');
  const patient = { size: 1, statementTimeoutMs: 0 };
  const migrator = connect({ connection: server.connection('migrator'), role: 'migrator', ...patient });
  await migrate(migrator, { folder: migrationsFolder }).finally(() => migrator.close());
  const connection = server.connection('superuser', 'postgres');
  const superuser = connect({ connection, role: 'superuser', ...patient });
  try {
    for (const region of regions) {
      await copyDatabase(superuser, { from: template, name: databaseOf(region) });
      const config = must(
        loadConfig(settingsFor(asked, { folder, server, region })),
        'read an agency’s settings',
      );
      agencies.push(
        must(
          await openAgency(config, { movableClock: true, simulated: true, connections }),
          'open an agency',
        ),
      );
      onOpened?.(agencies.length);
    }
  } finally {
    await superuser.close();
  }
}

function settingsFor(
  { settings }: PlaceAsked,
  { folder, server, region }: Pick<Opening, 'folder' | 'server'> & { readonly region: string },
): Readonly<Record<string, string>> {
  const url = (role: DatabaseRole) => urlOf(server.connection(role, databaseOf(region)));
  return {
    ...{ SUIXING_MODE: 'development', SUIXING_REGION: region, SUIXING_DATA_DIR: join(folder, region) },
    ...{ SUIXING_DATABASE_URL: url('app'), SUIXING_LOGIN_DATABASE_URL: url('login') },
    ...{ SUIXING_MIGRATOR_DATABASE_URL: url('migrator'), SUIXING_GATEWAY_DATABASE_URL: url('gateway') },
    ...{ SUIXING_PAYER_NAME: `模拟医疗保障局 ${region}`, SUIXING_PAYER_ACCOUNT: accountOf(region) },
    ...settings?.(region),
  };
}

function databaseOf(region: string): string {
  return `agency_${region}`;
}

/** A made-up account in which an agency's money is. */
export function accountOf(region: string): string {
  return `955880000000${region}1`;
}

function urlOf({ host, port, database, user, password }: Connection): string {
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return host.startsWith('/')
    ? `postgresql://${who}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgresql://${who}@${host}:${port}/${database}`;
}
