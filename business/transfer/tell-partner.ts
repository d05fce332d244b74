import type { Refusal, Result } from '#basics';
import { type JsonObject, type SentMessage, sendMessage } from '#engines/exchange';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { TransferContext } from './context.ts';
import type { TransferMessageType } from './messages/catalogue.ts';
import { transferCatalogue } from './messages/exchange-catalogue.ts';

/** Says something to the other agency of a transfer, in the transaction of the step that it belongs to. */
export async function tellPartner(
  tx: Tx,
  said: {
    readonly context: TransferContext;
    readonly transfer: Pick<Transfer, 'owner' | 'transferId' | 'partner'>;
    readonly type: TransferMessageType;
    readonly body: object;
    readonly inReplyTo?: string | null;
  },
): Promise<Result<SentMessage, Refusal>> {
  const { context, transfer, type, body, inReplyTo = null } = said;
  const signer = context.signingKeys.signer();
  if (!signer.ok) return signer;
  const { owner: ownerId, transferId, partner: to } = transfer;
  // Bodies are of the catalogue's schemas, which `sendMessage` checks; all of them are plain JSON.
  return sendMessage(
    tx,
    { ownerId, transferId, to, type, body: body as JsonObject, inReplyTo },
    {
      ...{ signer: signer.value, from: context.region, messageId: context.ids.next('msg') },
      ...{ at: context.clock.now(), catalogue: transferCatalogue, seal: context.seal },
    },
  );
}
