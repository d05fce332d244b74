import { ok } from '#basics';
import { type Database, inTransaction } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Carrier, Notice } from './notice.ts';
import {
  claimNotice,
  closeNotice,
  latestNotices,
  noteFault,
  type WaitingNotice,
  waitingNotices,
} from './store.ts';

/**
 * How long is waited after each failure, in seconds; after the last one the notice is given up, in sight of the
 * administrators, and the person finds what it told when they log in or come to the window. What is urgent expires by itself.
 */
export const waits = [30, 120, 600, 3600, 6 * 3600, 24 * 3600] as const;

export interface NoticesContext {
  readonly database: Database;
  readonly seal: Seal;
}

export interface Delivery {
  readonly sent: number;
  readonly failed: number;
  readonly expired: number;
}

/**
 * Hands waiting notices to the carrier, each at least once: one that was taken by a worker that died is offered again. An
 * old code is not delivered any more.
 */
export async function deliverNotices(
  { database, seal }: NoticesContext,
  { carrier, limit }: { readonly carrier: Carrier; readonly limit: number },
): Promise<Delivery> {
  const done = { sent: 0, failed: 0, expired: 0 };
  for (const waiting of await waitingNotices(database, limit)) {
    const outcome = await deliverOne({ database, seal }, { waiting, carrier });
    if (outcome !== null) done[outcome] += 1;
  }
  return done;
}

async function deliverOne(
  { database, seal }: NoticesContext,
  { waiting, carrier }: { readonly waiting: WaitingNotice; readonly carrier: Carrier },
): Promise<keyof Delivery | null> {
  if (waiting.expired) {
    await closeNotice(database, waiting, 'expired');
    return 'expired';
  }
  const wait = waits[waiting.attempts] ?? 0;
  const taken = await inTransaction(database, async (tx) => ok(await claimNotice(tx, waiting, wait)));
  if (!taken.ok || !taken.value) return null;
  try {
    await carrier(opened(seal, waiting));
  } catch (error) {
    await noteFault(database, waiting, faultOf(error));
    if (waiting.attempts + 1 >= waits.length) await closeNotice(database, waiting, 'failed');
    return 'failed';
  }
  await closeNotice(database, waiting, 'sent');
  return 'sent';
}

/** What went wrong by its code alone: a carrier's words may name the address. */
function faultOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^[A-Z][A-Z0-9_-]{1,40}$/.test(code) ? code : 'carrier failed';
}

/** The latest notices in clear; only a demo shows them. */
export async function readLatestNotices(
  { database, seal }: NoticesContext,
  limit: number,
): Promise<readonly Notice[]> {
  return (await latestNotices(database, limit)).map((notice) => opened(seal, notice));
}

function opened(seal: Seal, { id, kind, channel, language, ...sealed }: WaitingNotice): Notice {
  const { addressSealed, bodySealed } = sealed;
  return { id, kind, channel, language, address: seal.open(addressSealed), body: seal.open(bodySealed) };
}
