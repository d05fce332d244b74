import { ok, type Result, refuse, shanghaiDate } from '#basics';
import { guardedBy, inSnapshot, inTransaction } from '#platform/postgres';
import { type Signer, signStatement, type Verifier, verifierOf } from '#platform/signing';
import type { AuditContext } from './context.ts';
import { type DaySeal, type KeptSeal, readSeal, sealType, secretHash, statementHash } from './day-seal.ts';
import { firstXid, insertSeal, lastSeal, oldestOpen } from './seal.store.ts';
import { treeOf } from './tree-of.ts';

/**
 * Seals everything that was written since the last seal and that no open transaction can still precede. Once a day: where
 * today's seal is there already, it answers that one, unless `again`. Two at once, or one killed at any moment, leave one
 * seal or none, never a half or a gap. Refuses `signing.no-key`, and `audit.seal-broken` where the last seal does not hold:
 * then nobody builds on it.
 */
export async function sealDay(
  context: AuditContext,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Result<KeptSeal>> {
  const { database, clock, signingKeys } = context;
  const last = await lastSeal(database);
  const today = shanghaiDate(clock.now());
  if (last && last.sealedOn >= today && !again) return ok(last);
  const signer = signingKeys.signer();
  if (!signer.ok) return signer;
  const keys = signingKeys.published();
  if (!keys.ok) return keys;
  if (last && !holds(last, verifierOf(keys.value)))
    return refuse({ code: 'audit.seal-broken', figures: { number: last.number } });
  const seal = await taken(context, { last, signer: signer.value });
  const kept = await inTransaction(database, (tx) => guarded(insertSeal(tx, seal)));
  if (!kept.ok) return kept;
  if (kept.value) return ok(seal);
  return ok((await lastSeal(database)) ?? seal); // another process sealed the day meanwhile
}

/** Asks the guard that keeps seals. */
const guarded = guardedBy();

function holds(last: KeptSeal, verifier: Verifier): boolean {
  const read = readSeal(last.statement, verifier);
  return read.ok && read.value.number === last.number;
}

async function taken(
  { database, clock, random, region, sealSources }: AuditContext,
  { last, signer }: { readonly last: KeptSeal | undefined; readonly signer: Signer },
): Promise<KeptSeal> {
  const sources = sealSources.map(({ name }) => name);
  const first = sources.filter((source) => !last?.sources.includes(source));
  const secret = random(32);
  const { range, figures } = await inSnapshot(database, async (reader) => {
    const fromXid = last?.belowXid ?? firstXid;
    const open = await oldestOpen(reader);
    const spans = { fromXid, belowXid: open > fromXid ? open : fromXid };
    const covered = { sources: sealSources, range: spans, first, secret };
    return { range: spans, figures: await treeOf(reader, covered) };
  });
  const at = clock.now();
  const payload: DaySeal = {
    version: 1,
    region,
    number: (last?.number ?? 0) + 1,
    previous: last ? statementHash(last.statement) : null,
    sealedOn: shanghaiDate(at),
    firstSources: first,
    secretHash: secretHash(secret),
    ...figures,
  };
  const statement = signStatement(signer, { type: sealType, at, payload });
  const { number, sealedOn } = payload;
  const covered = { ...range, sources, firstSources: first, leaves: BigInt(figures.leaves), secret };
  return { number, sealedOn, ...covered, statement, madeAt: at };
}
