import { ok, type Result, refuse } from '#basics';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { serverNow } from './credentials.store.ts';
import { insertKey, revokeKeyRow } from './keys.store.ts';
import { limits } from './limits.ts';
import { hashToken, keyToken } from './tokens.ts';

export interface NewKey {
  /** Who will use it: the program and the organisation behind it. */
  readonly holder: string;
  /** Tags of operations: `payments`, or `payments:read`. */
  readonly scopes: readonly string[];
  readonly days?: number | undefined;
}

export interface MadeKey {
  readonly id: string;
  /** Told this once; the database keeps its hash. */
  readonly key: string;
  readonly expiresAt: string;
}

export async function makeKey(
  access: AccessContext,
  caller: Caller,
  { holder, scopes, days = limits.keyDays }: NewKey,
): Promise<Result<MadeKey>> {
  const key = keyToken(access.random);
  const madeAt = await serverNow(access.loginDatabase);
  const expiresAt = new Date(madeAt.getTime() + days * 86_400_000);
  const row = { id: access.ids.next('key'), holder, scopes, madeBy: caller.id, madeAt, expiresAt };
  await insertKey(access.loginDatabase, { ...row, secretHash: hashToken(key) });
  return ok({ id: row.id, key, expiresAt: expiresAt.toISOString() });
}

/** Takes effect at once. */
export async function revokeKey(access: AccessContext, caller: Caller, id: string): Promise<Result<null>> {
  const found = await revokeKeyRow(access.loginDatabase, { id, by: caller.id });
  return found ? ok(null) : refuse({ code: 'access.no-key' });
}
