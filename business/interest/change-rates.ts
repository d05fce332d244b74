import { type Refusal, type Result, refuse, yearOf } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type DatedRate,
  firstDifference,
  type InterestPreview,
  type InterestRun,
  type PreviewWish,
  previewRates,
  proposeRates,
  ratesText,
  readInterestRates,
} from '#engines/ledger';
import { regionPack } from '#law';
import { inTransaction } from '#platform/postgres';
import type { InterestContext } from './context.ts';
import { ratesOf } from './rates-of-law.ts';
import { runById } from './read-runs.ts';

export interface RatesWish {
  /** Other rates than those of the law's data of this release: for tests and rehearsals. */
  readonly rates?: readonly DatedRate[];
  readonly onProgress?: PreviewWish['onProgress'];
}

/** Rates that the law's data has and the database has not, because entries rest on their days. */
export interface RatesToChange extends InterestPreview {
  readonly year: number;
  readonly newRates: string;
}

/** What the law's rates would change, were they put in force for days gone by. Refuses `interest.rates-same`. */
export async function previewRatesChange(
  { database, region }: Pick<InterestContext, 'database' | 'region'>,
  { rates = ratesOf(regionPack(region).interest), onProgress }: RatesWish,
): Promise<Result<RatesToChange>> {
  const from = firstDifference(rates, await readInterestRates(database));
  if (from === null) return refuse({ code: 'interest.rates-same' });
  const preview = await previewRates(database, { rates, onProgress });
  return { ok: true, value: { ...preview, year: yearOf(from), newRates: ratesText(rates) } };
}

/** A finance officer proposes them; another one's approval writes them and has the sums built anew. */
export async function proposeRatesChange(
  context: InterestContext,
  { caller, ...wish }: RatesWish & { readonly caller: Caller },
): Promise<Result<InterestRun, Refusal>> {
  const told = await previewRatesChange(context, wish);
  if (!told.ok) return told;
  const id = context.ids.next('int');
  const proposal = { ...told.value, id, token: caller.token ?? '', at: context.clock.now() };
  const proposed = await inTransaction(context.database, (tx) => proposeRates(tx, proposal));
  return proposed.ok ? runById(context.database, id) : proposed;
}
