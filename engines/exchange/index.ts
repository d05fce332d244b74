export { type ApplyRun, applyStream, applyWaiting } from './apply-waiting.ts';
export { backoffMs, mostTries } from './backoff.ts';
export { checkBody, type KeptInClear, type MessageCatalogue, type MessageForm } from './catalogue.ts';
export {
  type Delivering,
  type DeliveryRun,
  deliverDue,
  type PartnerAddress,
  type Posted,
} from './deliver-due.ts';
export {
  clockToleranceMs,
  type Envelope,
  envelopeIn,
  envelopeSchema,
  highestSequence,
  largestMessage,
  oldestMs,
  readEnvelope,
} from './envelope.ts';
export { type JsonObject, type JsonValue, readCanonical } from './json-text.ts';
export { checkJws, messageType, type OpenedJws, openJws, receiptType, signJws } from './jws.ts';
export { type Keep, keepTogether } from './keep-together.ts';
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
export { type ExchangeKeys, exchangeProofs } from './proofs.ts';
export { type QueueItem, type QueueReason, queueReasons } from './queue.store.ts';
export {
  type HandleAsked,
  handleQueueItem,
  listQueue,
  patienceMs,
  type QueueAction,
  type ShownItem,
  showItem,
} from './queue.ts';
export { readKept } from './read-kept.ts';
export {
  digestOfText,
  largestReceipt,
  type Receipt,
  type ReceiptFor,
  type ReceiptStatus,
  readReceipt,
  signReceipt,
} from './receipt.ts';
export { type Answered, noteRejection, type Receiving, receiveMessage } from './receive-message.ts';
export { isTakenBack, liesBeforeClerk, messagesThat } from './received.store.ts';
export { exchangeRefusals } from './refusals.ts';
export { sendMessage } from './send-message.ts';
export { takeBackUnused } from './taken-back.ts';
