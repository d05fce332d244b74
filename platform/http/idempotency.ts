import { createHash } from 'node:crypto';
import { canonicalJson, ok, type Result, refuse } from '#basics';
import type { Tx } from '#platform/postgres';
import { keepAnswer, keptAnswer, takeKey } from './idempotency.store.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** Whether nothing was done, because it had been done before. */
  readonly replayed: boolean;
}

export interface OnceOnly {
  /** Who, what and the key that they sent; together they are one attempt. */
  readonly actor: string;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
  readonly at: Date;
}

/**
 * Does `work` once for one key. The same key with the same input gets the same answer again; with another input it is
 * refused. A refusal of the work is not kept, because nothing happened: the same key may try again.
 */
export async function onceOnly(
  tx: Tx,
  { actor, operation, key, input, at }: OnceOnly,
  work: () => Promise<Result<Omit<Answered, 'replayed'>>>,
): Promise<Result<Answered>> {
  const keyHash = sha256(canonicalJson([actor, operation, key]));
  const bodyHash = sha256(canonicalJson(input));
  if (!(await takeKey(tx, { keyHash, bodyHash, at }))) return replay(tx, { keyHash, bodyHash });
  const done = await work();
  if (!done.ok) return done;
  const { status, text } = done.value;
  await keepAnswer(tx, { keyHash, status, answer: text });
  return ok({ status, text, replayed: false });
}

async function replay(
  tx: Tx,
  { keyHash, bodyHash }: { readonly keyHash: Uint8Array; readonly bodyHash: Uint8Array },
): Promise<Result<Answered>> {
  const kept = await keptAnswer(tx, keyHash);
  if (!kept) throw new Error('an idempotency key was taken and is not there');
  if (!Buffer.from(kept.bodyHash).equals(bodyHash)) return refuse({ code: 'http.idempotency-key-reused' });
  return ok({ status: kept.status, text: kept.answer, replayed: true });
}

/** The key of a request; refuses where there is none or it is not 1 to 255 visible characters. */
export function readIdempotencyKey(header: string | string[] | undefined): Result<string> {
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header))
    return refuse({ code: 'http.idempotency-key-missing' });
  return ok(header);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
