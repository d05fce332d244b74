import { randomBytes } from 'node:crypto';
import type { Result } from '#basics';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testGuessing, testIds } from '#platform/testing';
import type { AccessContext } from './context.ts';

/** A database with what signing in needs, for tests. The randomness is real: tokens and codes must differ. */
export async function openAccess() {
  const db = await testDatabase();
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const access: AccessContext = {
    database: db.app,
    loginDatabase: db.login,
    clock: testClock('2022-06-30T10:00:00+08:00'),
    ids: testIds(1),
    random,
    seal: makeSeal({ keys: [random(32)], random }),
    guessing: testGuessing,
    mode: 'development',
  };
  return { db, access };
}

/** The value of what must have gone well. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.refusal.code;
}
