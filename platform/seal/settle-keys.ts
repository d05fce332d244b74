import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Reader } from '#platform/postgres';
import { knownKeys, registerKey } from './identity-keys.store.ts';
import type { Seal } from './seal.ts';

/**
 * Whether a process may work with these keys on this database: it has every key that numbers lie under, and the one that it
 * seals with is not out of use. A key that is new here is taken up; from then on every process must know it.
 */
export async function settleKeys(
  database: { readonly reader: Reader; readonly migrator: Reader },
  seal: Seal,
): Promise<Result<unknown, Refusal>> {
  const known = await knownKeys(database.reader);
  const missing = known.filter(({ id, retiredAt }) => retiredAt === null && !seal.keyIds.includes(id));
  if (missing.length > 0) {
    const keys = missing.map(({ id }) => id).join(', ');
    return refuse({ code: 'seal.keys-missing', figures: { keys } });
  }
  const [key = ''] = seal.keyIds;
  const standing = known.find(({ id }) => id === key);
  const newest = known.find(({ retiredAt }) => retiredAt === null)?.id ?? '';
  if (standing?.retiredAt) return refuse({ code: 'seal.key-retired', figures: { key, newest } });
  if (!standing) await registerKey(database.migrator, key);
  return ok(undefined);
}
