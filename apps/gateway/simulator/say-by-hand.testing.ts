import { expect } from 'vitest';
import { transferCatalogue, transferMessages } from '#business/transfer';
import { type JsonObject, sendMessage } from '#engines/exchange';
import { inTransaction } from '#platform/postgres';
import { chengdu, shenzhen } from './people.testing.ts';
import type { Director } from './run.testing.ts';

/** Chengdu says to Shenzhen what none of its own steps would say: a message as its example is published, with a change. */
export async function sayByHand(
  { world }: Director,
  said: {
    readonly type: keyof typeof transferMessages;
    readonly change: object;
    readonly ownerId: string;
    readonly transferId: string;
  },
): Promise<void> {
  const { type, change, ownerId, transferId } = said;
  const { database, region: from, clock, seal, ids, signingKeys } = world.agencies[chengdu].agency;
  const signer = signingKeys.signer();
  if (!signer.ok) throw new Error(signer.refusal.code);
  const body = { ...transferMessages[type].example, ...change } as JsonObject; // JSON, as published
  const sending = { signer: signer.value, from, messageId: ids.next('msg'), at: clock.now(), seal };
  const sent = await inTransaction(database, (tx) =>
    sendMessage(
      tx,
      { ownerId, transferId, to: shenzhen, type, body },
      { ...sending, catalogue: transferCatalogue },
    ),
  );
  expect(sent).toMatchObject({ ok: true });
  await world.look([chengdu]);
}
