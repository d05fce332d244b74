import type { BodyOf, TransferMessageType } from '../messages/catalogue.ts';

/**
 * What another agency says in a transfer: a message that its key signed and the gateway kept, or a paper of it that two
 * officers took in. Both do the same.
 */
export interface Word<Type extends TransferMessageType = TransferMessageType> {
  readonly messageId: string;
  readonly transferId: string;
  /** Who says it, six digits. */
  readonly from: string;
  readonly type: Type;
  readonly body: BodyOf<Type>;
  readonly inReplyTo: string | null;
  readonly channel: 'gateway' | 'paper';
  readonly sentAt: Date;
}

/** What came of a word: the person whose case it moved, and what it did, in a word. */
export interface Effect {
  readonly ownerId: string | null;
  readonly effect: string;
}
