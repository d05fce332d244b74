import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { messageOf } from './apply-waiting.ts';
import type { ReceivedMessage } from './message.ts';
import { keptMessage, type Stream } from './received.store.ts';

/** What a partner said in a message that was kept, for somebody who has to look at it again; null where there is none. */
export async function readKept(
  reader: Reader,
  { seal, ...asked }: Stream & { readonly messageId: string; readonly seal: Seal },
): Promise<ReceivedMessage | null> {
  const row = await keptMessage(reader, asked);
  return row ? messageOf({ seal }, row) : null;
}
