import type { Read } from './identity.ts';
import { tidyNumber } from './identity.ts';
import { identityWrong } from './identity-problems.ts';

// No I, O, Z, S or V: they look like 1, 0, 2, 5 and U (GB 32100-2015).
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Reads a unified social credit code of an organisation (GB 32100-2015). */
export function readCreditCode(text: string): Read<string> {
  const code = tidyNumber(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code))
    return { wrong: [identityWrong.creditCodeForm] };
  if (creditCodeCheck(code.slice(0, 17)) !== code.at(17)) return { wrong: [identityWrong.creditCodeCheck] };
  return { value: code };
}

/** The check character of the first 17: weights are the powers of 3 modulo 31. */
export function creditCodeCheck(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
