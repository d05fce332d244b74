import { ok } from '#basics';
import { type Database, inTransaction } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Carrier, Notice } from './notice.ts';
import { claimNotice, closeNotice, latestNotices, type WaitingNotice, waitingNotices } from './store.ts';

/** After so many failures a notice is given up; the person asks for another, or comes to the window. */
const mostAttempts = 5;

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
  const taken = await inTransaction(database, async (tx) => ok(await claimNotice(tx, waiting)));
  if (!taken.ok || !taken.value) return null;
  try {
    await carrier(opened(seal, waiting));
  } catch {
    // What went wrong may name the address, so it is counted and not told.
    if (waiting.attempts + 1 >= mostAttempts) await closeNotice(database, waiting, 'failed');
    return 'failed';
  }
  await closeNotice(database, waiting, 'sent');
  return 'sent';
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
