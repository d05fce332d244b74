import { ok, type Refusal, type Result } from '#basics';
import { giveHeirLink, type HeirContact, recordHeirContact } from '#business/succession';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { estateCase } from './estate-step.ts';

/** A clerk takes in in which language an heir is written to, and where a notice reaches them; no step of the case. */
export async function keepHeirContact(
  tx: Tx,
  asked: Doing & { readonly successorId: string; readonly contact: HeirContact },
): Promise<Result<{ readonly revision: number }, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId, contact } = asked;
  const { file } = found.value;
  const said = { file, successorId, contact, token: caller.token ?? '', secret: null };
  const kept = await recordHeirContact(tx, context, said);
  return kept.ok ? ok({ revision: kept.value }) : kept;
}

/** A clerk gives one heir a link, or a successor passes one on, by which they speak without a login; its secret is told once. */
export async function giveLinkToHeir(
  tx: Tx,
  asked: Doing & { readonly successorId: string; readonly days: number },
): Promise<Result<{ readonly secret: string; readonly expiresAt: string }, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId, days } = asked;
  return giveHeirLink(tx, context, { file: found.value.file, token: caller.token ?? '', successorId, days });
}
