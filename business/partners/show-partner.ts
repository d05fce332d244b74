import { ok, type Refusal, type Result, shanghaiDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { PartnersContext } from './context.ts';
import { type PartnerOnRecord, partnerOn, partnersOn } from './directory.ts';
import { keysOf } from './store.ts';

/** A partner's key as a person reads it. */
export interface ShownKey {
  readonly kid: string;
  readonly from: string;
  readonly until: string;
  readonly ended: boolean;
}

/** One agency with its keys, its account's number masked. Refuses `partners.no-such-partner`. */
export async function showPartner(
  reader: Reader,
  { context, region }: { readonly context: Pick<PartnersContext, 'clock' | 'seal'>; readonly region: string },
): Promise<Result<PartnerOnRecord & { readonly keys: readonly ShownKey[] }, Refusal>> {
  const on = shanghaiDate(context.clock.now());
  const found = await partnerOn(reader, { region, on, seal: context.seal });
  if (!found.ok) return found;
  const keys = await keysOf(reader, region);
  return ok({
    ...masked(found.value),
    keys: keys.map(({ kid, from, until, ended }) => ({ kid, from: told(from), until: told(until), ended })),
  });
}

/** The directory as it stands today, by region. */
export async function listPartners(
  reader: Reader,
  asked: {
    readonly context: Pick<PartnersContext, 'clock' | 'seal'>;
    readonly after: string;
    readonly limit: number;
  },
): Promise<readonly PartnerOnRecord[]> {
  const { context, after, limit } = asked;
  const on = shanghaiDate(context.clock.now());
  return (await partnersOn(reader, { on, after, limit, seal: context.seal })).map(masked);
}

function masked(partner: PartnerOnRecord): PartnerOnRecord {
  const { account } = partner;
  if (account === null) return partner;
  return { ...partner, account: { ...account, accountNumber: `****${account.accountNumber.slice(-4)}` } };
}

function told(second: number): string {
  return new Date(second * 1000).toISOString();
}
