import { type RandomBytes, readTypedCode, typedCode } from '#basics';

/** The number and secret of a relative's question. */
export interface InquiryShown {
  readonly inquiryId: string;
  readonly secret: string;
}

/**
 * A secret to write down and to type: twenty characters, 100 random bits. More than a code from the window has, since this one
 * is good for longer.
 */
export function newInquirySecret(random: RandomBytes): string {
  return typedCode(random(20));
}

/** Number and secret as they were told, however they were typed. */
export function readInquiryKey({ inquiryId, secret }: InquiryShown): InquiryShown {
  return { inquiryId: inquiryId.replace(/\s/g, '').toLowerCase(), secret: readInquirySecret(secret) };
}

/** Secrets were longer once, with capitals and small letters that count; those that were given stay good as they are. */
export function readInquirySecret(typed: string): string {
  const bare = typed.trim();
  return firstForm.test(bare) ? bare : readTypedCode(bare);
}

const firstForm = /^sxq_[A-Za-z0-9_-]{27}$/;

/** What a program that asks may make for itself: twenty characters of this alphabet, or a secret of the first form. */
export const inquirySecretForm = /^(sxq_[A-Za-z0-9_-]{27}|([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4})$/;
