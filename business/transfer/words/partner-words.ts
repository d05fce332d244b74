import { createHash } from 'node:crypto';
import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { guarded } from '../guarded.ts';
import {
  callDecidePaper,
  callRecordPaper,
  callTakeWord,
  type PaperDecision,
  type PaperRecord,
  type WordTaking,
} from './partner-words.store.ts';

/**
 * Takes the message that is being applied into the person's transfer: what it says is what the gateway kept of it, and nothing
 * that is handed in here. Answers whether it is new. Refuses `transfer.no-word` where the gateway kept no such message or one
 * before it is missing, `.another-partner`, `.another-person`, `.word-differs`.
 */
export function takePartnerWord(tx: Tx, taking: WordTaking): Promise<Result<boolean, Refusal>> {
  return guarded(callTakeWord(tx, taking));
}

export interface PaperKeyedIn extends Omit<PaperRecord, 'bodySealed' | 'digest'> {
  /** All that the paper says, as one text; it lies sealed. */
  readonly body: string;
}

/** A clerk keys in a letter that came on paper; it counts once a reviewer has confirmed it. */
export function recordPartnerPaper(
  tx: Tx,
  { seal }: { readonly seal: Seal },
  { body, ...paper }: PaperKeyedIn,
): Promise<Result<void, Refusal>> {
  const digest = createHash('sha256').update(body, 'utf8').digest();
  return guarded(callRecordPaper(tx, { ...paper, bodySealed: seal.seal(body), digest }));
}

/** A reviewer confirms that it is what the paper says, or says why not. Refuses `transfer.recorder-is-checker`, `.paper-decided`. */
export function decidePartnerPaper(tx: Tx, decision: PaperDecision): Promise<Result<void, Refusal>> {
  return guarded(callDecidePaper(tx, decision));
}
