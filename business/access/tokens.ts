import { createHash } from 'node:crypto';
import { type RandomBytes, typedCode } from '#basics';

/** 256 random bits that nobody guesses; only their hash is stored. */
export function officerToken(random: RandomBytes): string {
  return `sxo_${secret(random)}`;
}

/** A citizen's token names its login, so that it is looked up where that login's rows lie. */
export function personToken(random: RandomBytes, loginId: string): string {
  return `sxu_${loginId}.${secret(random)}`;
}

export function keyToken(random: RandomBytes): string {
  return `sxk_${secret(random)}`;
}

/** The login that a citizen's token claims to be of; null where it is not of that form. */
export function loginOfToken(token: string): string | null {
  return /^sxu_(usr_[0-9a-z]{26})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

/** What a token is stored and found as. It is random, so a plain hash is enough. */
export function hashToken(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token, 'utf8').digest());
}

/** Sixteen characters in groups of four, for a clerk to print and a person to type: 80 random bits. */
export function windowCode(random: RandomBytes): string {
  return typedCode(random(16));
}

/** Digits that come evenly: a number of 48 bits leaves no measurable preference. */
export function digitCode(random: RandomBytes, digits: number): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6);
  return String(number % 10 ** digits).padStart(digits, '0');
}

function secret(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}
