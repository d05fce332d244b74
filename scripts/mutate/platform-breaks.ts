import type { Break } from './break.ts';

/** Guards of the ground floor: settings, keys, the log, transactions. */
export const platformBreaks: readonly Break[] = [
  {
    name: 'config-role',
    guard: 'One database role for everything is refused',
    file: 'platform/config/combinations.ts',
    find: 'roles.size < given.length',
    replace: 'roles.size < 0',
    tests: ['platform/config/config.test.ts'],
  },
  {
    name: 'config-demo',
    guard: 'A demo never writes to a database that is given by address',
    file: 'platform/config/combinations.ts',
    find: "values.mode === 'demo'",
    replace: 'values.mode === null',
    tests: ['platform/config/config.test.ts'],
  },
  {
    name: 'config-misspelt',
    guard: 'A misspelt variable is refused instead of meaning its default',
    file: 'platform/config/config.ts',
    find: '!known.has(name)',
    replace: 'known.has(name) && false',
    tests: ['platform/config/config.test.ts'],
  },
  {
    name: 'key-production',
    guard: 'Production never makes an identity key of its own',
    file: 'platform/config/identity-key.ts',
    find: "config.mode !== 'production' ? random : null",
    replace: 'random',
    tests: ['platform/config/identity-key.test.ts'],
  },
  {
    name: 'key-readable',
    guard: 'An identity key that others can read is refused',
    file: 'platform/config/key-file.ts',
    find: '0o077',
    replace: '0',
    tests: ['platform/config/identity-key.test.ts'],
  },
  {
    name: 'log-shape',
    guard: 'Identity numbers in free text never reach the log',
    file: 'platform/log/log.ts',
    find: 'streamWrite: redactText',
    replace: 'streamWrite: (line: string) => line',
    tests: ['platform/log/log.test.ts'],
  },
  {
    name: 'log-key',
    guard: 'A value under a secret key never reaches the log',
    file: 'platform/log/redact.ts',
    find: "return secretKeys.has(key.toLowerCase().replaceAll(/[-_]/g, ''));",
    replace: 'return secretKeys.size === 0 && key.length === 0;',
    tests: ['platform/log/log.test.ts'],
  },
  {
    name: 'refusal-rollback',
    guard: 'A refusal undoes everything that its transaction did',
    file: 'platform/postgres/in-transaction.ts',
    find: "keep ? 'COMMIT' : 'ROLLBACK'",
    replace: "keep ? 'COMMIT' : 'COMMIT'",
    tests: ['platform/postgres/in-transaction.db.test.ts'],
  },
  {
    name: 'crossed-locks-again',
    guard:
      'What the server gives up because it finds its own locks crossed is done again, and no other inner fault of it',
    file: 'platform/postgres/failures.ts',
    find: " && error.message.startsWith('new multixact')",
    replace: '',
    tests: ['platform/postgres/in-transaction.db.test.ts'],
  },
];
