import { type PlainDate, type RandomBytes, yearOf } from '#basics';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: no I, L, O, U
const randomPlaces = 14;

/**
 * A case number that can be read out and cannot be guessed: `SZ-2026-7K3M9-QX2TB-04GHE`. Fourteen random characters
 * (70 bits) and a check character that catches a mistyped one or two that changed places.
 */
export function makeCaseNumber(parts: {
  readonly prefix: string;
  readonly on: PlainDate;
  readonly random: RandomBytes;
}): string {
  const body = Array.from(parts.random(randomPlaces), (byte) => alphabet.charAt(byte % 32)).join('');
  return grouped(parts.prefix, String(yearOf(parts.on)), `${body}${checkCharacter(body)}`);
}

/** The number as we write it, from what a person typed (small letters, spaces, O for 0); null where it cannot be one. */
export function readCaseNumber(typed: string): string | null {
  const match = /^([A-Z0-9]{2,6})-?([0-9OIL]{4})-?([0-9A-Z]{5}-?[0-9A-Z]{5}-?[0-9A-Z]{5})$/.exec(
    typed.trim().toUpperCase().replace(/\s+/g, '-'),
  );
  if (!match) return null;
  const [, prefix = '', year = '', rest = ''] = match;
  const code = asWritten(rest);
  return checkCharacter(code.slice(0, randomPlaces)) === code.slice(randomPlaces)
    ? grouped(prefix, asWritten(year), code)
    : null;
}

function grouped(prefix: string, year: string, code: string): string {
  return `${prefix}-${year}-${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;
}

/** What people take for a digit is that digit. */
function asWritten(typed: string): string {
  return typed.replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Luhn's check over 32 characters. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [place, character] of [...body].reverse().entries()) {
    const value = alphabet.indexOf(character) * (place % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 32) + (value % 32);
  }
  return alphabet.charAt((32 - (sum % 32)) % 32);
}
