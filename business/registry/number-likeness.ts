import type { IdentityDocument } from './identity.ts';

/**
 * What is left of an identity number once it is stripped of what people write differently or wrongly: of the eighteen
 * characters the fifteen digits of the old form (without the century and the check character); of other numbers the letters
 * that are taken for digits. Neither the kind nor the issuer counts. Two numbers that leave the same may be one.
 */
export function numberLikeness({ number }: Pick<IdentityDocument, 'number'>): string {
  if (/^\d{17}[\dX]$/.test(number)) return `digits/${number.slice(0, 6)}${number.slice(8, 17)}`;
  if (/^\d{15}$/.test(number)) return `digits/${number}`;
  return `letters/${number.replace(/[OILSBZ]/g, (letter) => takenFor[letter] ?? letter)}`;
}

const takenFor: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };
