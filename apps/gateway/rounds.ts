import type { Agency } from '#apps/agency';
import { addressOfPartner } from '#business/partners';
import { applyStream, applyWaiting, deliverDue } from '#engines/exchange';
import { describeFault } from '#platform/http';
import type { Log } from '#platform/log';
import { postMessage } from './post-message.ts';

type Rounds = Pick<Agency, 'database' | 'clock' | 'seal' | 'exchange' | 'random'>;

/** Applies what is kept: of one sender in one transfer, or of all. */
export async function applyKept(
  { database, clock, seal, exchange }: Rounds,
  { log, stream }: { readonly log: Log; readonly stream: Parameters<typeof applyStream>[1] | null },
): Promise<void> {
  const { apply, passing } = exchange;
  if (!apply) return;
  const onFault = (fault: unknown, messageId: string) =>
    log.error({ messageId, fault: describeFault(fault) }, 'a message could not be applied and stays');
  const applying = { database, clock, seal, apply, passing, onFault };
  const { applied, setAside } = stream ? await applyStream(applying, stream) : await applyWaiting(applying);
  if (applied > 0) log.info({ applied }, 'messages applied');
  for (const told of setAside) log.warn(told, 'a message was set before a clerk');
}

const atOnce = 200;
const mostPasses = 20;

/** Delivers what is due, pass after pass while there is more of it. */
export async function deliverWaiting(
  { database, clock, seal, random }: Rounds,
  log: Log,
  post = postMessage,
): Promise<void> {
  const addressOf = (region: string) => addressOfPartner(database, { region, at: clock.now() });
  const chance = () => Buffer.from(random(4)).readUInt32BE() / 2 ** 32;
  const delivering = { database, clock, seal, addressOf, post, chance };
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { delivered, failed, before } = await deliverDue(delivering, { limit: atOnce });
    if (delivered + failed > 0) log.info({ delivered, failed }, 'messages to other agencies');
    for (const told of before) log.warn(told, 'a message to another agency was set before a clerk');
    if (delivered < atOnce / 2) return;
  }
}
