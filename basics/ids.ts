/**
 * Identifiers are made by the application, sort by time and say what they are: `psn_01k8…`. No database sequence exists,
 * so that a row can be made on any shard.
 */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/** Where identifiers come from; passed in, so that tests and the demo can repeat a run. */
export interface Ids {
  next<const Prefix extends string>(prefix: Prefix): Id<Prefix>;
}

/** Where the time comes from; passed in. */
export interface Clock {
  now(): Date;
}

/** Fills a buffer with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (count: number) => Uint8Array;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32: no i, l, o, u

export function makeIds(clock: Clock, random: RandomBytes): Ids {
  return {
    next: (prefix) => `${prefix}_${timePart(clock.now().getTime())}${randomPart(random(16))}`,
  };
}

/** Ten characters of milliseconds since 1970: sorts by time. */
function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Sixteen characters of five random bits each: 80 bits. */
function randomPart(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('');
}
