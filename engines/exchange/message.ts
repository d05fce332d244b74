import type { Clock, Refusal, Result } from '#basics';
import type { Database, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Signer } from '#platform/signing';
import type { MessageCatalogue } from './catalogue.ts';
import type { JsonObject } from './json-text.ts';

/** What one agency wants to say to another. */
export interface MessageDraft {
  readonly transferId: string;
  /** Whose case it belongs to, so that it is kept beside the case; the transfer itself where there is no case. */
  readonly ownerId: string;
  readonly to: string;
  readonly type: string;
  readonly body: JsonObject;
  readonly inReplyTo?: string | null;
}

export interface Sending {
  readonly signer: Signer;
  /** The region of who sends. */
  readonly from: string;
  readonly messageId: string;
  readonly at: Date;
  readonly catalogue: MessageCatalogue;
  readonly seal: Seal;
}

export interface SentMessage {
  readonly messageId: string;
  readonly transferId: string;
  readonly sequence: number;
  readonly digest: string;
  readonly sentAt: Date;
}

/** A partner's message, verified and kept. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  readonly sequence: number;
  readonly inReplyTo: string | null;
  readonly type: string;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  /** The JWS as it came: evidence that a case can keep. */
  readonly text: string;
  readonly body: JsonObject;
}

/** What came of a message: the person whose rows it changed, and a word for what it did. */
export interface AppliedAs {
  readonly ownerId: string | null;
  /** `letter-matched`; lower case, at most 60 characters. */
  readonly effect: string;
}

/**
 * Does what a message asks, in the transaction that marks it as done. A refusal sets it aside with its code and undoes what was
 * done; a fault leaves it for the next pass.
 */
export type Apply = (tx: Tx, message: ReceivedMessage, at: Date) => Promise<Result<AppliedAs, Refusal>>;

export interface Applying {
  readonly database: Database;
  readonly seal: Seal;
  readonly apply: Apply;
  /** Refusals that pass by themselves: the message waits for the next pass, and those after it wait behind it. */
  readonly passing: ReadonlySet<string>;
  readonly clock: Clock;
  readonly onFault: (fault: unknown, messageId: string) => void;
}
