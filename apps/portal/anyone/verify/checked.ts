import { type LetterPayload, letterType, payloadSchema } from '#business/letters/public';
import { type KeySet, readSigned, type Wrong } from './signed.ts';

export interface Genuine {
  readonly kind: 'genuine';
  /** What the code says: number, kind, day, masked addressee, amount. */
  readonly says: LetterPayload;
}

export type Checked = Genuine | { readonly kind: Wrong | 'not-a-letter' };

/** What a code comes to under an agency's published keys. Nothing of a code that does not hold is given out. */
export function checkLetter(text: string, keys: KeySet): Checked {
  const signed = readSigned(text, keys);
  if (typeof signed === 'string') return { kind: signed };
  const says = payloadSchema.safeParse(signed.payload);
  return signed.type === letterType && says.success
    ? { kind: 'genuine', says: says.data }
    : { kind: 'not-a-letter' };
}
