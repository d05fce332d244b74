export { backoffMs, mostTries } from './backoff.ts';
export { checkBody, type MessageCatalogue } from './catalogue.ts';
export {
  clockToleranceMs,
  type Envelope,
  envelopeSchema,
  highestSequence,
  largestMessage,
  oldestMs,
  readEnvelope,
} from './envelope.ts';
export { type JsonObject, type JsonValue, readCanonical } from './json-text.ts';
export { checkJws, messageType, type OpenedJws, openJws, receiptType, signJws } from './jws.ts';
export type {
  AppliedAs,
  Apply,
  Applying,
  MessageDraft,
  ReceivedMessage,
  Sending,
  SentMessage,
} from './message.ts';
export {
  type OpenedMessage,
  type Opening,
  openMessage,
  type Partner,
  type PartnerOf,
} from './open-message.ts';
export {
  digestOfText,
  largestReceipt,
  type Receipt,
  type ReceiptFor,
  type ReceiptStatus,
  readReceipt,
  signReceipt,
} from './receipt.ts';
export { exchangeRefusals } from './refusals.ts';
