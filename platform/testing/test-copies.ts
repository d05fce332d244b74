import { afterAll, inject } from 'vitest';
import { connect, type Database } from '#platform/postgres';
import { cloneTemplate, cutConnections, dropDatabase } from './test-database.store.ts';
import type { TestDatabase } from './test-database.ts';

/** A database that is as the one it was copied from, and is thrown away after one use. */
export interface TestCopy {
  readonly app: Database;
  readonly gateway: Database;
  readonly superuser: Database;
  drop(): Promise<void>;
}

/**
 * Copies of a database that was prepared, a few hundredths of a second each, for tests that begin at the same place again and
 * again. The original is read no more: whoever still speaks to it is cut off.
 */
export function testCopies(of: TestDatabase): () => Promise<TestCopy> {
  const { superuser, users, prefix } = inject('suixingTestServer');
  const administrator = connect({ connection: superuser, role: 'superuser', size: 2 });
  afterAll(() => administrator.close());
  const template = of.connection('superuser').database;
  let cut: Promise<void> | undefined;
  return async () => {
    cut ??= cutConnections(administrator, template);
    await cut;
    const database = await cloneTemplate(administrator, { template, prefix, owner: users.migrator.user });
    const as = (role: 'app' | 'gateway' | 'superuser', size: number) => {
      const user = role === 'superuser' ? {} : users[role];
      return connect({ connection: { ...superuser, ...user, database }, role, size });
    };
    const opened = { app: as('app', 3), gateway: as('gateway', 2), superuser: as('superuser', 1) };
    return {
      ...opened,
      async drop() {
        await Promise.all([opened.app.close(), opened.gateway.close(), opened.superuser.close()]);
        await dropDatabase(administrator, database);
      },
    };
  };
}
