import type { Database } from '#platform/postgres';
import type { OpenedMessage } from './open-message.ts';
import { type Kept, type KeptWith, keepMessage, keepMessages } from './received.store.ts';

/** Keeps one message with what belongs to it; answers once it is on disk. */
export type Keep = (message: OpenedMessage, keeping: KeptWith) => Promise<Kept>;

interface Waiting {
  readonly message: OpenedMessage;
  readonly keeping: KeptWith;
  readonly resolve: (kept: Kept) => void;
  readonly reject: (fault: unknown) => void;
}

/** So many commits at once; what comes meanwhile waits for one of them. */
const flights = 2;
const most = 32;

/**
 * Keeps what comes while others are being kept in one statement and one commit. Who comes alone waits for nobody. What the
 * database does not take fails alone: a statement that fails is done again message by message.
 */
export function keepTogether(gateway: Database): Keep {
  const waiting: Waiting[] = [];
  let flying = 0;
  async function fly(): Promise<void> {
    flying += 1;
    for (let batch = waiting.splice(0, most); batch.length > 0; batch = waiting.splice(0, most))
      await keepBatch(gateway, batch);
    flying -= 1;
  }
  return (message, keeping) =>
    new Promise((resolve, reject) => {
      waiting.push({ message, keeping, resolve, reject });
      if (flying < flights) void fly(); // it tells each of the waiting how it went, and never fails
    });
}

async function keepBatch(gateway: Database, batch: readonly Waiting[]): Promise<void> {
  if (batch.length > 1) {
    try {
      const kept = await keepMessages(gateway, inOneOrder(batch));
      for (const [at, { resolve }] of inOneOrder(batch).entries()) resolve(kept[at] as Kept); // one for each
      return;
    } catch {
      // One of them, or another worker's, stood in the way: each by itself, so that only this one hears of it.
    }
  }
  for (const { message, keeping, resolve, reject } of batch)
    await keepMessage(gateway, message, keeping).then(resolve, reject);
}

/** By transfer, so that two at once do not wait for each other. */
function inOneOrder(batch: readonly Waiting[]): readonly Waiting[] {
  const key = ({ message: { envelope } }: Waiting) => `${envelope.transferId} ${envelope.messageId}`;
  return batch.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}
