import { readTypedCode, typedCode } from '#basics';
import type { Seal } from '#platform/seal';
import type { CaseFile } from './case.ts';

/**
 * What a receipt says so that whoever holds it can ask after the case without a login: eight characters (40 bits) made from
 * the case with the agency's key, so that they stand nowhere and cannot be told from the number.
 */
export function trackingCodeOf(seal: Seal, file: CodedCase): string {
  return written(seal.keyedHash(purpose, textOf(file)));
}

/** Whether this is a case's code, however it was typed; codes made with a former key count while that key is here. */
export function isTrackingCode(seal: Seal, file: CodedCase, typed: string): boolean {
  const known = seal.keyedHashes(purpose, textOf(file)).map(written);
  return known.includes(readTypedCode(typed));
}

type CodedCase = Pick<CaseFile, 'ownerId' | 'id'>;

const purpose = 'tracking code';

function textOf({ ownerId, id }: CodedCase): string {
  return `${ownerId}/${id}`;
}

function written(hash: Uint8Array): string {
  return typedCode(hash.subarray(0, 8));
}
