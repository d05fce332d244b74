import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { guardedBy, type Tx } from '#platform/postgres';
import { type PublicKey, thumbprint } from '#platform/signing';
import type { PartnersContext } from './context.ts';
import type { ReceivingAccount } from './partner.ts';
import { askChange, decideChange, keysOf, type NewChange } from './store.ts';

/** What can be asked for of the directory. */
export type WishedChange =
  | {
      readonly kind: 'profile';
      readonly effectiveOn: PlainDate;
      readonly nameZh: string;
      readonly nameEn: string;
      readonly gateway: string | null;
      readonly acceptsBalances: boolean;
      readonly versions: readonly string[];
      readonly account: ReceivingAccount | null;
    }
  | { readonly kind: 'key'; readonly key: PublicKey }
  | { readonly kind: 'key-end'; readonly kid: string }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume' };

export interface AskedChange {
  readonly region: string;
  readonly reason: string;
  readonly change: WishedChange;
}

interface Asking {
  readonly context: PartnersContext;
  readonly caller: Caller;
}

/**
 * An administrator asks for a change of the directory; it counts once another agrees, a suspension and the end of a key at
 * once. Refuses `partners.own-region`, `partners.bad-gateway`, `partners.bad-key` and `partners.no-such-key`.
 */
export async function askPartnerChange(
  tx: Tx,
  { context, caller }: Asking,
  { region, reason, change }: AskedChange,
): Promise<Result<{ readonly changeId: string }, Refusal>> {
  if (region === context.region) return refuse({ code: 'partners.own-region' });
  const read = await readChange(tx, { context, region, change });
  if (!read.ok) return read;
  const changeId = context.ids.next('pch');
  const asked = { ...read.value, id: changeId, region, kind: change.kind, reason, at: context.clock.now() };
  return guarded(askChange(tx, caller.token ?? '', asked).then(() => ({ changeId })));
}

/** Another administrator agrees or turns it down. Refuses `partners.no-open-change` and `partners.by-two`. */
export function decidePartnerChange(
  tx: Tx,
  { context, caller }: Asking,
  { changeId, agreed }: { readonly changeId: string; readonly agreed: boolean },
): Promise<Result<{ readonly changeId: string; readonly agreed: boolean }, Refusal>> {
  const at = context.clock.now();
  const decided = decideChange(tx, { token: caller.token ?? '', id: changeId, agreed, at });
  return guarded(decided.then(() => ({ changeId, agreed })));
}

type Read = Pick<NewChange, 'profile' | 'kid' | 'key'>;

async function readChange(
  tx: Tx,
  of: { readonly context: PartnersContext; readonly region: string; readonly change: WishedChange },
): Promise<Result<Read, Refusal>> {
  const { change, region, context } = of;
  const none = { profile: null, kid: null, key: null };
  if (change.kind === 'suspend' || change.kind === 'resume') return ok(none);
  if (change.kind === 'key') {
    const { kid, x, nbf, exp } = change.key;
    if (kid !== thumbprint(x) || nbf >= exp) return refuse({ code: 'partners.bad-key' });
    return ok({ ...none, kid, key: { x, from: nbf, until: exp } });
  }
  if (change.kind === 'key-end') {
    const known = (await keysOf(tx, region)).some(({ kid }) => kid === change.kid);
    if (!known) return refuse({ code: 'partners.no-such-key', figures: { kid: change.kid } });
    return ok({ ...none, kid: change.kid });
  }
  const { kind: _, account, ...profile } = change;
  if (profile.gateway !== null && !isGateway(profile.gateway, context.reach.loopback))
    return refuse({ code: 'partners.bad-gateway' });
  const accountSealed = account === null ? null : context.seal.seal(JSON.stringify(account));
  return ok({ ...none, profile: { ...profile, accountSealed } });
}

/** Two administrators choose it, in whatever network it is; but nobody reads along on the way. */
function isGateway(text: string, loopback: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if ([username, password, search, hash].some((part) => part !== '')) return false;
  const here = loopback && protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'https:' || here;
}

const guarded = guardedBy({ partner_change_by_two: 'partners.by-two' });
