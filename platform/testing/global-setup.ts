/**
 * One server for all database tests of a run. The embedded one, in a temporary folder and without waiting for the disk; or
 * the one that SUIXING_TEST_DATABASE_URL names, as a user who may create databases and roles. Every test file works on its
 * own copy of a template that was migrated once.
 */
import type { TestProject } from 'vitest/node';
import { openTestServer, type TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    suixingTestServer: TestServer;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, close } = await openTestServer(process.env.SUIXING_TEST_DATABASE_URL);
  project.provide('suixingTestServer', server);
  return close;
}
