import { randomBytes } from 'node:crypto';
import type { PlainDate } from '#basics';
import { loadConfig, readIdentityKeys } from '#platform/config';
import { type Database, eraseEmbedded, migrate, openDatabases } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { setBusinessClock } from './agency.store.ts';
import { hireOfficers } from './staff.ts';

/** An agency of its own in a temporary folder, with its officers and an embedded database, for other processes to serve. */
export interface ScenarioAgency {
  /** What a process needs to be one of this agency's. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** For looking into the books from behind. */
  readonly database: Database;
  /** Lets the database go, so that another process may be the only one that holds it. */
  letGo(): Promise<void>;
  /** Stops the database and removes everything. */
  close(): Promise<void>;
}

/** Opens an empty agency whose business day is `today`, ten in the morning. */
export async function openScenarioAgency(today: PlainDate): Promise<ScenarioAgency> {
  const folder = temporaryFolder();
  const env = {
    SUIXING_MODE: 'demo',
    SUIXING_DATA_DIR: folder,
    SUIXING_PORT: '0',
    SUIXING_LOG_LEVEL: 'warn',
  };
  const config = loadConfig(env);
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const random = (count: number): Uint8Array => randomBytes(count);
  const keys = readIdentityKeys(config.value, random);
  if (!keys.ok) throw new Error(JSON.stringify(keys.refusal));
  const { app, login, migrator, stop } = await openDatabases(config.value);
  await migrate(migrator);
  await setBusinessClock(migrator, `${today}T10:00:00+08:00`);
  const seal = makeSeal({ keys: keys.value, random });
  const clock = { now: () => new Date() };
  await hireOfficers({ database: app, loginDatabase: login, clock, random, seal });
  let letting: Promise<void> | undefined;
  const letGo = (): Promise<void> => {
    letting ??= stop();
    return letting;
  };
  return {
    env,
    folder,
    database: app,
    letGo,
    async close() {
      await letGo();
      await eraseEmbedded(folder);
      await removeTemporaryFolder(folder);
    },
  };
}
