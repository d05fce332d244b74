import { ok, type Result, refuse } from '#basics';
import { type KeySet, keySetSchema, publicPart, type SigningKey } from './signing-key.ts';

/** The public parts of all keys, the retired ones too: what they signed must be checked for decades. */
export function keySetOf(keys: readonly SigningKey[]): KeySet {
  return { keys: keys.map(publicPart) };
}

/** Reads a published key set. Refuses `signing.no-key-set`. */
export function readKeySet(text: string): Result<KeySet> {
  try {
    const parsed = keySetSchema.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // told as the refusal below
  }
  return refuse({ code: 'signing.no-key-set' });
}
