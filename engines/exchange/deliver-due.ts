import type { Clock, Result } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Verifier } from '#platform/signing';
import { backoffMs, mostTries } from './backoff.ts';
import { clockToleranceMs } from './envelope.ts';
import { digestOfText, type Receipt, readReceipt } from './receipt.ts';
import {
  type ClosedDelivery,
  claimDelivery,
  closeDelivery,
  dueMessages,
  type SentRow,
} from './sent.store.ts';

/** Where a partner is reached, and whose receipts count. */
export interface PartnerAddress {
  /** Null: on paper only. */
  readonly gateway: string | null;
  readonly suspended: boolean;
  readonly verifier: Verifier;
}

/** What came of a POST: an answer, or a word for why there is none. */
export type Posted =
  | { readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly fault: string };

export interface Delivering {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly addressOf: (region: string) => Promise<PartnerAddress | null>;
  readonly post: (gateway: string, text: string) => Promise<Posted>;
  /** Between 0 and 1, anew each time. */
  readonly chance: () => number;
}

export interface DeliveryRun {
  readonly delivered: number;
  readonly failed: number;
  /** Refused by a partner or given up: for a clerk to see. */
  readonly before: readonly { readonly messageId: string; readonly result: string }[];
}

/**
 * One pass over the outbox: each message goes to its partner and is done once the partner's signed receipt for these bytes is
 * here. What does not arrive is tried again after growing waits, and is set before a clerk after `mostTries`.
 */
export async function deliverDue(delivering: Delivering, { limit = 200 } = {}): Promise<DeliveryRun> {
  const due = await dueMessages(delivering.database, { at: delivering.clock.now(), limit });
  const lanes = [...Map.groupBy(due, laneOf).values()];
  const runs = await Promise.all(lanes.map((rows) => deliverLane(delivering, rows)));
  return {
    delivered: runs.reduce((sum, run) => sum + run.delivered, 0),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
    before: runs.flatMap(({ before }) => before),
  };
}

/** A partner is told of four transfers at once; of one transfer in its order. */
function laneOf({ to, transferId }: SentRow): string {
  return `${to} ${Number.parseInt(digestOfText(transferId).slice(0, 2), 16) % 4}`;
}

const mostFailures = 3;

async function deliverLane(delivering: Delivering, rows: readonly SentRow[]): Promise<DeliveryRun> {
  let [delivered, failed, inARow] = [0, 0, 0];
  const before: { messageId: string; result: string }[] = [];
  for (const row of rows) {
    // A partner that answers nothing now is asked again with the next pass, and keeps nobody else waiting.
    if (inARow >= mostFailures) break;
    const closed = await deliverOne(delivering, row);
    if (!closed) continue;
    if (closed.state === 'delivered') delivered += 1;
    else failed += 1;
    inARow = closed.state === 'delivered' || closed.state === 'refused' ? 0 : inARow + 1;
    if (closed.state === 'refused' || closed.state === 'undeliverable')
      before.push({ messageId: row.messageId, result: closed.result });
  }
  return { delivered, failed, before };
}

/** Null where another worker has it. */
async function deliverOne(delivering: Delivering, row: SentRow): Promise<ClosedDelivery | null> {
  const { database, clock, chance } = delivering;
  const tries = row.attempts + 1;
  const next = new Date(clock.now().getTime() + backoffMs(tries, chance()));
  if (!(await claimDelivery(database, row, next))) return null;
  const outcome = await tryOnce(delivering, row);
  const lost = outcome.state === 'waiting' && tries >= mostTries;
  const closed: ClosedDelivery = { ...outcome, ...(lost ? { state: 'undeliverable' } : {}) };
  await closeDelivery(database, row, closed);
  return closed;
}

async function tryOnce(delivering: Delivering, row: SentRow): Promise<ClosedDelivery> {
  const { seal, clock, addressOf, post } = delivering;
  const none = { receiptSealed: null, receiptDigest: null };
  const waiting = (result: string): ClosedDelivery => ({
    ...{ state: 'waiting', result, ...none, at: clock.now() },
  });
  const address = await addressOf(row.to);
  if (!address || address.suspended)
    return waiting(address ? 'exchange.partner-suspended' : 'exchange.unknown-partner');
  if (address.gateway === null) return { ...waiting('exchange.no-gateway'), state: 'undeliverable' };
  const answer = await post(address.gateway, seal.open(row.textSealed));
  if ('fault' in answer) return waiting(answer.fault);
  if (answer.status !== 200) {
    const state = forGood.has(answer.status) ? 'undeliverable' : 'waiting';
    return { ...waiting(codeOf(answer)), state };
  }
  const read = receiptFor(row, { text: answer.body, verifier: address.verifier, clock });
  if (!read.ok) return waiting(read.refusal.code);
  const { status, reason } = read.value;
  return {
    state: status === 'refused' ? 'refused' : 'delivered',
    result: reason ?? status,
    receiptSealed: seal.seal(answer.body),
    receiptDigest: digestOfText(answer.body),
    at: clock.now(),
  };
}

/** The same bytes will never be taken. */
const forGood: ReadonlySet<number> = new Set([400, 413, 415, 422]);

function receiptFor(
  { messageId, transferId, digest, to }: SentRow,
  { text, verifier, clock }: { readonly text: string; readonly verifier: Verifier; readonly clock: Clock },
): Result<Receipt> {
  const until = new Date(clock.now().getTime() + clockToleranceMs);
  return readReceipt(text, { about: { messageId, transferId, digest, by: to }, verifier, until });
}

/** The code of a problem document, where it is one; a partner's own words are not taken over. */
function codeOf({ status, body }: { readonly status: number; readonly body: string }): string {
  const code = /"code"\s*:\s*"([a-z-]{1,40}\.[a-z-]{1,50})"/.exec(body.slice(0, 20_000))?.[1];
  return code ?? `http-${status}`;
}
