import { ok, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import { contradictions } from './check-entry.ts';
import type { RegistryContext } from './context.ts';
import { guarded } from './guarded.ts';
import { mindingDeath } from './minding-death.ts';
import { numberInText } from './number-in-text.ts';
import { personById } from './person.store.ts';
import { confirmRecord, type EntryRow, entryById, lockRecords } from './record.store.ts';
import { recordSchema } from './record-entry.ts';
import type { FactPlace } from './record-fact.ts';
import { standingOf } from './situation-of.ts';

export interface FactDecision extends FactPlace {
  readonly confirmed: boolean;
  /** Needed where it is rejected. */
  readonly reason: string | null;
}

/**
 * A second officer confirms or rejects what a clerk recorded; the database refuses the one who recorded it. A confirmation
 * is refused where the record has moved on and the entry contradicts it now. A death that counts from now on ends the login and
 * is told to every open case, as a notice of death is.
 */
export async function decideFact(
  tx: Tx,
  {
    context,
    caller,
    decision,
  }: {
    readonly context: Pick<RegistryContext, 'clock' | 'onDeath'>;
    readonly caller: Caller;
    readonly decision: FactDecision;
  },
): Promise<Result<FactDecision>> {
  const { personId, factId, confirmed } = decision;
  const reason = decision.reason?.trim() || null;
  if (!confirmed && reason === null) return refuse({ code: 'registry.reason-missing' });
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'registry.fact-wrong', problems });
  await lockRecords(tx, personId);
  const entry = await entryById(tx, { ownerId: personId, id: factId });
  if (!entry) return refuse({ code: 'registry.no-such-fact' });
  if (entry.paperReference === null) return refuse({ code: 'registry.fact-needs-no-confirmation' });
  if (entry.confirmed !== null) return refuse({ code: 'registry.fact-decided' });
  const at = context.clock.now();
  const fits = confirmed ? await stillFits(tx, { entry, at }) : ok(null);
  if (!fits.ok) return fits;
  const token = caller.token ?? '';
  const told = await mindingDeath(tx, { context, owner: personId }, () =>
    guarded(confirmRecord(tx, { token, ownerId: personId, id: factId, confirmed, reason, at })),
  );
  return told.ok ? ok({ personId, factId, confirmed, reason }) : told;
}

async function stillFits(
  tx: Tx,
  { entry, at }: { readonly entry: EntryRow; readonly at: Date },
): Promise<Result<null>> {
  const person = await personById(tx, entry.ownerId);
  if (!person) return refuse({ code: 'registry.no-such-person' });
  const problems = contradictions(recordSchema.parse({ kind: entry.kind, ...entry.body }), {
    bornOn: person.bornOn,
    standing: await standingOf(tx, entry.ownerId),
    today: shanghaiDate(at),
  });
  return problems.length > 0 ? refuse({ code: 'registry.contradicts-record', problems }) : ok(null);
}
