import { ok, type Refusal, type Result, type Text } from '#basics';
import type { CaseFile } from '#engines/casework';
import { type JsonObject, sendMessage } from '#engines/exchange';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import { type TransferContext, today } from './context.ts';
import { transferPerson } from './departing/gather-sheet.ts';
import { type Form, formOfMessage } from './forms/form-of-message.ts';
import type { TakenBackForm } from './forms/write-invalidation.ts';
import type { TransferMessageType } from './messages/catalogue.ts';
import { saidBy, transferCatalogue } from './messages/exchange-catalogue.ts';
import { onPaper } from './paper/post.store.ts';

/** What was said, and how the other agency gets it. */
export interface Told {
  readonly messageId: string;
  readonly channel: 'gateway' | 'paper';
  /** What is printed of it on the step that says it (`stepTelling`); null where it belongs to no case. */
  readonly form: Form | null;
}

interface Telling {
  readonly context: TransferContext;
  readonly transfer: Pick<Transfer, 'owner' | 'transferId' | 'partner' | 'direction'>;
  /** Null where nobody here is meant: the answer belongs to no case. */
  readonly file: Pick<CaseFile, 'number'> | null;
  readonly type: TransferMessageType;
  readonly body: object;
  readonly inReplyTo?: string | null;
  /** What the printed form says besides the message. */
  readonly remark?: Text;
  /** What an invalidation takes back; a contact letter where it is left out. */
  readonly takesBack?: TakenBackForm;
}

/** What is said, whatever it is said in. */
export type Message = Omit<Telling, 'context' | 'transfer' | 'file'>;

/**
 * Says something to the other agency of a transfer, in the transaction of the step that it belongs to: through its gateway, or, where it
 * has none, by the form that a clerk posts.
 */
export async function tellPartner(tx: Tx, said: Telling): Promise<Result<Told, Refusal>> {
  const { context, transfer, type, body, file } = said;
  const channel = (await onPaper(tx, transfer)) ? 'paper' : 'gateway';
  const messageId = context.ids.next('msg');
  const form = file && (await formFor(tx, { ...said, file, channel }));
  if (channel === 'gateway') {
    const sent = await send(tx, said, messageId);
    return sent.ok ? ok({ messageId, channel, form }) : sent;
  }
  const fits = transferCatalogue[type]?.body.safeParse(body);
  if (!fits?.success || !form) throw new Error(`a ${type} cannot be written on paper: ${fits?.error}`);
  return ok({ messageId, channel, form });
}

function send(tx: Tx, { context, transfer, type, body, inReplyTo = null }: Telling, messageId: string) {
  const signer = context.signingKeys.signer();
  if (!signer.ok) return Promise.resolve(signer);
  const { owner: ownerId, transferId, partner: to } = transfer;
  // Bodies are of the catalogue's schemas, which `sendMessage` checks; all of them are plain JSON.
  return sendMessage(
    tx,
    { ownerId, transferId, to, type, body: body as JsonObject, inReplyTo },
    {
      ...{ signer: signer.value, from: context.region, messageId },
      ...{ at: context.clock.now(), catalogue: transferCatalogue, seal: context.seal },
    },
  );
}

async function formFor(
  tx: Tx,
  said: Telling & { readonly file: Pick<CaseFile, 'number'>; readonly channel: Told['channel'] },
): Promise<Form> {
  const { context, transfer, type, body, file, channel, remark = null, takesBack = 'contact-letter' } = said;
  const message = saidBy(type, body);
  const days =
    message.type === 'reminder' ? context.workingDays.between(today(context), message.body.answerBy) : null;
  const named = { seal: context.seal, owner: transfer.owner };
  return formOfMessage(message, {
    ...{ from: context.region, to: transfer.partner, caseNumber: file.number, remark, takesBack },
    side: transfer.direction === 'in' ? 'receiving' : 'sending',
    // Letters and sheets name the person themselves.
    person: 'person' in message.body ? message.body.person : await transferPerson(tx, named),
    workingDays: channel === 'paper' ? days : null,
  });
}
