import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { type Agency, openAgency } from '#apps/agency';
import { loadConfig } from '#platform/config';
import { openLog } from '#platform/log';
import {
  removeTemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  testDatabase,
  testGuessing,
} from '#platform/testing';
import { buildServer, type ServerOptions } from './server.ts';

/** An agency with a database of its own, and its API as `suixing serve` would serve it, but for the socket. */
export interface TestApi {
  readonly db: TestDatabase;
  readonly agency: Agency;
  readonly server: FastifyInstance;
  /** Every line of the log so far. */
  readonly logged: readonly string[];
}

export async function testApi(
  options: Partial<ServerOptions> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<TestApi> {
  const db = await testDatabase();
  const folder = temporaryFolder();
  const config = loadConfig({
    SUIXING_MODE: 'development',
    SUIXING_DATABASE_URL: db.url('app'),
    SUIXING_LOGIN_DATABASE_URL: db.url('login'),
    SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'),
    SUIXING_FILES_DIR: folder,
    ...settings,
    SUIXING_IDENTITY_KEY: '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const opened = await openAgency(config.value, { guessing: testGuessing });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const logged: string[] = [];
  const log = openLog({ level: 'debug', app: 'test', to: { write: (line) => logged.push(line) } });
  const server = await buildServer(opened.value, { log, limitRate: false, ...options });
  afterAll(async () => {
    await server.close();
    await opened.value.stop();
    await removeTemporaryFolder(folder);
  });
  return { db, agency: opened.value, server, logged };
}
