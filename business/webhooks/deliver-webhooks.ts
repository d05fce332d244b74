import { ok, type Text } from '#basics';
import { queueNotice } from '#business/notices';
import { inTransaction, type Tx } from '#platform/postgres';
import { findTarget, type Resolve } from './check-target.ts';
import type { WebhooksContext } from './context.ts';
import { type Sent, sendMessage } from './send-message.ts';
import { signMessage } from './sign-message.ts';
import {
  claimDelivery,
  closeDelivery,
  type DueDelivery,
  dueDeliveries,
  fanOut,
  noteStanding,
  type WebhookRow,
  webhookById,
} from './store.ts';
import { failingHours, waits } from './webhook.ts';

export interface WebhookRound {
  readonly delivered: number;
  readonly failed: number;
  /** Subscriptions that were switched off. */
  readonly disabled: readonly string[];
}

/**
 * Hands out what happened since the last round and tells every subscription what it is due, in its order; a step that is not
 * taken is tried again later, and does not keep those after it. Each step is told at least once.
 */
export async function deliverWebhooks(
  context: WebhooksContext,
  {
    limit,
    resolve,
    now = () => new Date(),
  }: { readonly limit: number; readonly resolve?: Resolve; readonly now?: () => Date },
): Promise<WebhookRound> {
  const { database } = context;
  await inTransaction(database, async (tx) => ok(await fanOut(tx)));
  const due = await dueDeliveries(database, limit);
  const bySubscription = Map.groupBy(due, ({ subscriptionId }) => subscriptionId);
  const rounds = await Promise.all(
    [...bySubscription].map(([id, each]) => deliverTo({ context, resolve, now }, { id, due: each })),
  );
  return {
    delivered: rounds.reduce((sum, round) => sum + round.delivered, 0),
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
    disabled: rounds.flatMap(({ disabled }) => disabled),
  };
}

interface Telling {
  readonly context: WebhooksContext;
  readonly resolve: Resolve | undefined;
  readonly now: () => Date;
}

async function deliverTo(
  telling: Telling,
  { id, due }: { readonly id: string; readonly due: readonly DueDelivery[] },
): Promise<WebhookRound> {
  let [delivered, failed, inARow] = [0, 0, 0];
  for (const step of due) {
    // Who takes nothing now is asked again with the next round, and keeps nobody else waiting.
    if (inARow >= mostFailures) break;
    const webhook = await webhookById(telling.context.database, id);
    if (webhook?.state !== 'active') break;
    const outcome = await deliverOne(telling, { webhook, step });
    if (outcome === 'taken') [delivered, inARow] = [delivered + 1, 0];
    if (outcome === 'not-taken' || outcome === 'disabled') [failed, inARow] = [failed + 1, inARow + 1];
    if (outcome === 'disabled') return { delivered, failed, disabled: [id] };
  }
  return { delivered, failed, disabled: [] };
}

const mostFailures = 3;

async function deliverOne(
  telling: Telling,
  { webhook, step }: { readonly webhook: WebhookRow; readonly step: DueDelivery },
): Promise<'taken' | 'not-taken' | 'disabled' | 'another-has-it'> {
  const { context } = telling;
  const { database } = context;
  const wait = waits[step.attempts] ?? 0;
  const claimed = await inTransaction(database, async (tx) => ok(await claimDelivery(tx, step, wait)));
  if (!claimed.ok || !claimed.value) return 'another-has-it';
  const sent = await send(telling, { webhook, step });
  const status = 'status' in sent ? sent.status : 0;
  const taken = status >= 200 && status < 300;
  const last = step.attempts + 1 >= waits.length;
  const result = 'status' in sent ? String(sent.status) : sent.fault;
  await closeDelivery(database, step, { state: taken ? 'delivered' : last ? 'failed' : 'waiting', result });
  const standing = { taken, gone: status === 410, failingHours };
  const off = await inTransaction(database, async (tx) => {
    const disabled = await noteStanding(tx, webhook.id, standing);
    if (disabled) await tellHolder(tx, { context, webhook });
    return ok(disabled);
  });
  if (off.ok && off.value) return 'disabled';
  return taken ? 'taken' : 'not-taken';
}

async function send(
  { context, resolve, now }: Telling,
  { webhook, step }: { readonly webhook: WebhookRow; readonly step: DueDelivery },
): Promise<Sent> {
  const { seal, reach } = context;
  // Asked anew each time: a name may have moved to somewhere that is not to be reached.
  const target = await findTarget(seal.open(webhook.urlSealed), { reach, resolve });
  if (!target.ok) return { fault: target.refusal.code };
  const sealed = [webhook.secretSealed, ...(webhook.oldSecretSealed ? [webhook.oldSecretSealed] : [])];
  const { ownerId: _owner, subscriptionId: _subscription, caseId, attempts: _attempts, ...told } = step;
  const signing = {
    eventId: `${caseId}.${step.step}`,
    at: now(),
    secrets: sealed.map((each) => seal.open(each)),
  };
  return sendMessage(target.value, signMessage(told, signing));
}

/** Whoever left a contact hears that nothing is sent any more. */
async function tellHolder(
  tx: Tx,
  { context, webhook }: { readonly context: WebhooksContext; readonly webhook: WebhookRow },
): Promise<void> {
  await queueNotice(tx, {
    context: { clock: { now: () => new Date() }, seal: context.seal },
    ownerId: webhook.id,
    id: `${webhook.id}.${webhook.lastSequence}`,
    kind: 'webhook-disabled',
    addressee: 'program',
    contact: { emailSealed: webhook.contactSealed, phoneSealed: null, language: 'zh' },
    text: switchedOff(webhook.id),
  });
}

function switchedOff(id: string): Text {
  return {
    zh: `订阅 ${id} 的接收地址持续不可用，已停用。恢复后请重新启用，并重发漏掉的消息。`,
    en: `Webhook ${id} took nothing for days and was switched off. Switch it on again once it does, and replay what it missed.`,
  };
}
