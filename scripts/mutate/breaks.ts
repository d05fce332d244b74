/** One guard taken out on purpose, and the tests that must notice. */
export interface Break {
  /** Short, unique, for the command line. */
  readonly name: string;
  /** What no longer holds, as a sentence. */
  readonly guard: string;
  readonly file: string;
  /** Must occur exactly once in `file`. */
  readonly find: string;
  readonly replace: string;
  /** Test files of which at least one test must fail. */
  readonly tests: readonly string[];
}

/** Every guard that the product promises has its break here. To add one, copy an entry. */
export const breaks: readonly Break[] = [
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
    find: "if (config.mode !== 'production') make",
    replace: 'make',
    tests: ['platform/config/identity-key.test.ts'],
  },
  {
    name: 'key-readable',
    guard: 'An identity key that others can read is refused',
    file: 'platform/config/identity-key.ts',
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
    name: 'http-no-role',
    guard: 'An operation that names no role is not registered',
    file: 'platform/http/check-operations.ts',
    find: "if (declared !== 'anyone'",
    replace: 'if (declared === null',
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-role',
    guard: 'Only the roles that an operation names may use it',
    file: 'platform/http/check-caller.ts',
    find: 'if (!door.mayUse(who, operation)) throw',
    replace: 'if (false) throw',
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-session',
    guard: 'A session that is over opens nothing',
    file: 'platform/http/check-caller.ts',
    find: "if (!shown || !who) throw refused({ code: 'http.not-signed-in' });",
    replace: 'if (!shown || !who) return door.anyone;',
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-own-page',
    guard: 'A cookie alone does not write',
    file: 'platform/http/check-caller.ts',
    find: "request.method !== 'GET'",
    replace: "request.method === 'NONE'",
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-once',
    guard: 'One key has one effect, also for many at once',
    file: 'platform/http/idempotency.ts',
    find: 'if (!(await takeKey(tx, { keyHash, bodyHash, at })))',
    replace: 'if (!(await takeKey(tx, { keyHash, bodyHash, at })) && false)',
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-other-body',
    guard: 'A key is not used again for another request',
    file: 'platform/http/idempotency.ts',
    find: '!Buffer.from(kept.bodyHash).equals(bodyHash)',
    replace: 'false',
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-undeclared',
    guard: 'What an operation does not declare does not leave',
    file: 'platform/http/answer.ts',
    find: 'JSON.stringify(parsed.data,',
    replace: 'JSON.stringify(value,',
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-fault-values',
    guard: 'A fault is logged without the values of the data',
    file: 'platform/http/failures.ts',
    find: "code.startsWith('22')",
    replace: "code.startsWith('xx')",
    tests: ['platform/http/door.db.test.ts'],
  },
  {
    name: 'http-cursor',
    guard: 'A cursor belongs to its query',
    file: 'platform/http/cursor.ts',
    find: '!timingSafeEqual(bytes.subarray(0, digestLength), digest(body, query))',
    replace: 'false',
    tests: ['platform/http/cursor.test.ts'],
  },
  {
    name: 'api-thousand-lines',
    guard: 'More than 1,000 lines are refused whole',
    file: 'apps/api/assessments.ts',
    find: 'schedule: context.schedule, lineLimit }',
    replace: 'schedule: context.schedule }',
    tests: ['apps/api/api.e2e.test.ts'],
  },
];
