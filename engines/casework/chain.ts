import { createHash } from 'node:crypto';
import { canonicalJson } from '#basics';
import type { CaseAction, CaseFile, ChainedAction } from './case.ts';

type CaseKey = Pick<CaseFile, 'ownerId' | 'id'>;
type Opening = Pick<
  CaseFile,
  'ownerId' | 'id' | 'number' | 'process' | 'processVersion' | 'officeId' | 'channel' | 'openedAt'
>;

/** The hash that a case's first action is chained to: what the case was when it was opened. */
export function openingHash(file: Opening): Uint8Array {
  const { ownerId, id, number, process, processVersion, officeId, channel, openedAt } = file;
  return sha256(canonicalJson({ ownerId, id, number, process, processVersion, officeId, channel, openedAt }));
}

/** SHA-256 over the previous hash and the canonical text of the action. */
export function actionHash(of: CaseKey, action: CaseAction, previousHash: Uint8Array): Uint8Array {
  return createHash('sha256').update(previousHash).update(actionText(of, action), 'utf8').digest();
}

/** What an action says, as the one text that its hash is taken over. */
export function actionText(of: CaseKey, action: CaseAction): string {
  const { seq, action: name, fromState, toState, actorKind, actorId, at, data } = action;
  return canonicalJson({
    ownerId: of.ownerId,
    caseId: of.id,
    seq,
    action: name,
    fromState,
    toState,
    actorKind,
    actorId,
    at,
    data,
  });
}

/** The first action of a case whose hash is not what it must be, by its number; null where the chain is whole. */
export function firstBrokenLink(file: Opening, actions: readonly ChainedAction[]): number | null {
  let previous = openingHash(file);
  for (const [place, action] of actions.entries()) {
    const whole =
      action.seq === place + 1 &&
      same(action.previousHash, previous) &&
      same(action.hash, actionHash(file, action, previous));
    if (!whole) return place + 1;
    previous = action.hash;
  }
  return null;
}

export function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest();
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
