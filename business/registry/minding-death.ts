import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import type { RegistryContext } from './context.ts';
import { standingOf } from './situation-of.ts';

/**
 * Does what an officer decided. Where a death is on record after it that was not before, what follows from a death is done in
 * the same transaction, as after a notice of death.
 */
export async function mindingDeath<T>(
  tx: Tx,
  { context, owner }: { readonly context: Pick<RegistryContext, 'onDeath'>; readonly owner: string },
  decide: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const before = await hasDied(tx, owner);
  const told = await decide();
  if (!told.ok || before || !(await hasDied(tx, owner))) return told;
  const followed = await context.onDeath(tx, owner);
  return followed.ok ? told : followed;
}

async function hasDied(tx: Tx, owner: string): Promise<boolean> {
  const { died } = await standingOf(tx, owner);
  return (died?.on ?? null) !== null;
}
