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
  readonly onProgress?: PreviewWish['onProgress'];
}

/** What a run would come to now; writes nothing. Refuses `interest.nothing-to-reverse`. */
export async function previewYear(
  context: Pick<InterestContext, 'database'>,
  { kind, year, onProgress }: YearWish,
): Promise<Result<InterestPreview & { readonly reversesId: string | null }>> {
  const standing = kind === 'reversal' ? await runOfYear(context.database, { kind: 'credit', year }) : null;
  if (kind === 'reversal' && (!standing?.progress?.finishedAt || standing.reversedBy))
    return refuse({ code: 'interest.nothing-to-reverse' });
  const reversesId = standing?.id ?? null;
  const preview = await previewInterest(context.database, { kind, year, reversesId, onProgress });
  return ok({ ...preview, reversesId });
}

/** A finance officer proposes a run with the control totals of now; another one has to approve them. */
export async function proposeYear(
  context: InterestContext,
  { caller, ...wish }: YearWish & { readonly caller: Caller },
): Promise<Result<InterestRun, Refusal>> {
  const preview = await previewYear(context, wish);
  if (!preview.ok) return preview;
  const id = context.ids.next('int');
  const proposed = await inTransaction(context.database, (tx) =>
    proposeRun(tx, {
      ...{ id, token: caller.token ?? '', kind: wish.kind, year: wish.year, at: context.clock.now() },
      ...preview.value,
    }),
  );
  return proposed.ok ? runById(context.database, id) : proposed;
}
