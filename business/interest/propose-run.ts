import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type InterestPreview,
  type InterestRun,
  type InterestRunKind,
  type PreviewWish,
  previewInterest,
  proposeRun,
} from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import type { InterestContext } from './context.ts';
import { runById, runOfYear } from './read-runs.ts';

/** Which year's interest is credited, or taken back again. */
export interface YearWish {
  readonly kind: Exclude<InterestRunKind, 'rates'>;
  readonly year: number;
}

/** What a run would come to now; writes nothing. Refuses `interest.nothing-to-reverse`. */
export async function previewYear(
  context: Pick<InterestContext, 'database'>,
  { kind, year, onProgress }: YearWish & Pick<PreviewWish, 'onProgress'>,
): Promise<Result<InterestPreview>> {
  const reversed = await reversedBy(context, { kind, year });
  if (!reversed.ok) return reversed;
  const reversesId = reversed.value;
  return ok(await previewInterest(context.database, { kind, year, reversesId, onProgress }));
}

/**
 * A finance officer proposes a run with the control totals of now, which the database tells; another one has to approve them.
 * Refuses `interest.nothing-to-reverse` and as `proposeRun`.
 */
export async function proposeYear(
  context: InterestContext,
  { caller, kind, year }: YearWish & { readonly caller: Caller },
): Promise<Result<InterestRun, Refusal>> {
  const reversed = await reversedBy(context, { kind, year });
  if (!reversed.ok) return reversed;
  const id = context.ids.next('int');
  const run = { id, token: caller.token ?? '', kind, year, reversesId: reversed.value };
  const proposed = await inTransaction(context.database, (tx) =>
    proposeRun(tx, { ...run, at: context.clock.now() }),
  );
  return proposed.ok ? runById(context.database, id) : proposed;
}

/** The run that a reversal takes back; null for a credit. */
async function reversedBy(
  { database }: Pick<InterestContext, 'database'>,
  { kind, year }: YearWish,
): Promise<Result<string | null>> {
  if (kind === 'credit') return ok(null);
  const standing = await runOfYear(database, { kind: 'credit', year });
  if (!standing?.progress?.finishedAt || standing.reversedBy)
    return refuse({ code: 'interest.nothing-to-reverse' });
  return ok(standing.id);
}
