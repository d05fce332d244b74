import { connect, type Database, migrate, startEmbedded } from '#platform/postgres';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';

export interface OwnDatabase {
  readonly migrator: Database;
  readonly superuser: Database;
  readonly app: Database;
  readonly gateway: Database;
}

/** A server of its own for one measurement, with the structure and nothing else, and up to so many connections a role. */
export async function withOwnDatabase<T>(size: number, work: (db: OwnDatabase) => Promise<T>): Promise<T> {
  const dataDir = temporaryFolder();
  const server = await startEmbedded({ dataDir });
  const as = (role: keyof OwnDatabase) =>
    connect({ connection: server.connection(role), role, size, statementTimeoutMs: 0 });
  const db = { migrator: as('migrator'), superuser: as('superuser'), app: as('app'), gateway: as('gateway') };
  try {
    await migrate(db.migrator);
    return await work(db);
  } finally {
    await Promise.all(Object.values(db).map((one) => one.close()));
    await server.stop();
    await removeTemporaryFolder(dataDir);
  }
}
