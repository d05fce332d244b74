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
  const tidy = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const known = seal.keyedHashes(purpose, textOf(file)).map((hash) => written(hash).replace('-', ''));
  return known.includes(tidy);
}

type CodedCase = Pick<CaseFile, 'ownerId' | 'id'>;

const purpose = 'tracking code';
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: no I, L, O, U

function textOf({ ownerId, id }: CodedCase): string {
  return `${ownerId}/${id}`;
}

function written(hash: Uint8Array): string {
  const letters = Array.from(hash.subarray(0, 8), (byte) => alphabet.charAt(byte % 32)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
