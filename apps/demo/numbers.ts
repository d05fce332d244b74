import type { PlainDate } from '#basics';

/** Numbers of the right form for people and firms that do not exist; the check characters are real, the rest is made up. */

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 17 digits + the check character of GB 11643 (ISO 7064 MOD 11-2). */
export function citizenNumber(of: { area: string; bornOn: PlainDate; sequence: number }): string {
  const body = `${of.area}${of.bornOn.replaceAll('-', '')}${String(of.sequence).padStart(3, '0')}`;
  const sum = citizenWeights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 17 characters + the check character of GB 32100-2015. */
export function creditCode(region: string, serial: number): string {
  const body = `91${region}MA${String(serial).padStart(7, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + creditAlphabet.charAt((31 - (sum % 31)) % 31);
}
