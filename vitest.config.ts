/** Three kinds of test, told apart by their names; what each kind costs is in ARCHITECTURE.md. */
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/setup/browser.mjs';
import { SlowFirst } from './scripts/test/slow-first.ts';

const never = ['**/node_modules/**', '.suixing/**'];
// What takes long, every state of every page for one: `npm run e2e`.
const full = process.env.TESTS_IN_FULL === 'yes' ? [] : ['**/*.full.e2e.test.ts'];
const databaseSetup = 'platform/testing/global-setup.ts';

export default defineConfig({
  test: {
    // More workers than the cores of a small machine would only wait for one another.
    maxWorkers: 2,
    // No module holds state, so the files of a kind share what they import: a graph of 1,500 modules is read once a worker.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['**/*.test.ts'],
          exclude: [...never, '**/*.db.test.ts', '**/*.e2e.test.ts'],
          pool: 'threads',
          testTimeout: 20_000, // walks over all combinations take seconds on a busy machine
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: never,
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          provide: { chromium: findBrowser() ?? '' },
          include: ['**/*.e2e.test.ts'],
          exclude: [...never, ...full],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
        },
      },
    ],
  },
});
