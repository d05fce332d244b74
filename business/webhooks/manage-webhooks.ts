import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Reader } from '#platform/postgres';
import { findTarget, type Resolve } from './check-target.ts';
import type { WebhooksContext } from './context.ts';
import { guarded } from './guarded.ts';
import { secretOf } from './sign-message.ts';
import {
  changeWebhook,
  deliveriesOf,
  insertWebhook,
  replayDeliveries,
  type WebhookRow,
  webhookById,
  webhooksOf,
} from './store.ts';
import { eventPattern, overlapHours, type Webhook, type WebhookDelivery } from './webhook.ts';

interface Asking {
  readonly context: WebhooksContext;
  readonly caller: Caller;
}

export interface NewWebhook {
  readonly url: string;
  readonly events: readonly string[];
  /** An e-mail address that is told when it is switched off. */
  readonly contact: string | null;
}

/** Told once: the secret with which messages are signed. */
export interface MadeWebhook {
  readonly id: string;
  readonly secret: string;
}

/**
 * Subscribes to steps from now on. The address is looked up now, so that a mistake shows at once. Refuses what the address is
 * refused with.
 */
export async function subscribe(
  { context, caller }: Asking,
  { url, events, contact }: NewWebhook,
  resolve?: Resolve,
): Promise<Result<MadeWebhook, Refusal>> {
  if (events.length === 0 || !events.every((event) => eventPattern.test(event)))
    return refuse({ code: 'webhooks.bad-events' });
  const target = await findTarget(url, { reach: context.reach, resolve });
  if (!target.ok) return target;
  const { seal, database, ids, random } = context;
  const made = { id: ids.next('whk'), secret: secretOf(random(32)) };
  const inserted = await guarded(
    insertWebhook(database, {
      ...{ token: caller.token ?? '', id: made.id, events },
      urlSealed: seal.seal(url),
      contactSealed: contact === null ? null : seal.seal(contact),
      secretSealed: seal.seal(made.secret),
    }),
  );
  return inserted.ok ? ok(made) : inserted;
}

/** Another secret; the one before signs too for a day, so that nothing is missed. Refuses `webhooks.no-such-webhook`. */
export async function rotateSecret(asking: Asking, id: string): Promise<Result<MadeWebhook, Refusal>> {
  const { seal, random } = asking.context;
  const secret = secretOf(random(32));
  const changed = await change(asking, { id, state: null, secretSealed: seal.seal(secret) });
  return changed.ok ? ok({ id, secret }) : changed;
}

/** Switches it on again, or ends it for good. */
export function switchWebhook(
  asking: Asking,
  id: string,
  state: 'active' | 'ended',
): Promise<Result<true, Refusal>> {
  return change(asking, { id, state, secretSealed: null });
}

async function change(
  { context, caller }: Asking,
  wanted: {
    readonly id: string;
    readonly state: 'active' | 'ended' | null;
    readonly secretSealed: Uint8Array | null;
  },
): Promise<Result<true, Refusal>> {
  const done = await guarded(
    changeWebhook(context.database, { ...wanted, token: caller.token ?? '', overlapHours }),
  );
  if (!done.ok) return done;
  return done.value ? ok(true) : noSuchWebhook;
}

/** Tells steps again that were told or given up, by their numbers. */
export async function replay(
  { context, caller }: Asking,
  { id, from, to }: { readonly id: string; readonly from: bigint; readonly to: bigint | null },
): Promise<Result<{ readonly again: string }, Refusal>> {
  const asked = { token: caller.token ?? '', id, from, to: to ?? 2n ** 62n };
  const again = await guarded(replayDeliveries(context.database, asked));
  if (!again.ok) return again;
  return again.value === null ? noSuchWebhook : ok({ again: `${again.value}` });
}

export async function listWebhooks(
  reader: Reader,
  { context, caller }: Asking,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly Webhook[]> {
  const rows = await webhooksOf(reader, { holderId: holderOf(caller), after, limit });
  return rows.map((row) => shown(context, row));
}

export async function listDeliveries(
  reader: Reader,
  caller: Caller,
  asked: {
    readonly id: string;
    readonly state: string | null;
    readonly before: bigint | null;
    readonly limit: number;
  },
): Promise<Result<readonly WebhookDelivery[], Refusal>> {
  const webhook = await webhookById(reader, asked.id);
  const holder = holderOf(caller);
  if (!webhook || (holder !== null && webhook.holderId !== holder)) return noSuchWebhook;
  return ok(await deliveriesOf(reader, asked));
}

/** An integrator has its own alone; null: everybody's. */
function holderOf(caller: Caller): string | null {
  return caller.kind === 'officer' ? null : caller.id;
}

function shown({ seal }: WebhooksContext, row: WebhookRow): Webhook {
  const { id, holderId, events, state, lastSequence, failingSince, madeAt, urlSealed } = row;
  return { id, holderId, url: seal.open(urlSealed), events, state, lastSequence, failingSince, madeAt };
}

const noSuchWebhook = refuse({ code: 'webhooks.no-such-webhook' });
