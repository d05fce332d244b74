import { type Clock, type Ids, makeIds, ok, type RandomBytes } from '#basics';
import { type AgencyKeys, keySetOf, newSigningKey, signerAt } from '#platform/signing';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(at: string | Date): void;
  advance(step: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void;
}

/** `at` with its zone: `2022-06-30T10:00:00+08:00`. */
export function testClock(at: string | Date): TestClock {
  let now = new Date(at);
  return {
    now: () => new Date(now),
    set(to) {
      now = new Date(to);
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
    },
  };
}

/** The same bytes for the same seed, on every machine. Never for secrets. */
export function testRandom(seed: number): RandomBytes {
  let state = seed >>> 0;
  function nextByte(): number {
    // mulberry32: a small generator of even quality, enough to make test data differ.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 24) & 0xff;
  }
  return (count) => Uint8Array.from({ length: count }, nextByte);
}

/** Ids that repeat from run to run; every id of one source differs in time order. */
export function testIds(seed: number): Ids {
  let milliseconds = Date.UTC(2022, 0, 1);
  function now(): Date {
    milliseconds += 1;
    return new Date(milliseconds);
  }
  return makeIds({ now }, testRandom(seed));
}

/** A signing key of the test's own, valid whatever its clock says. */
export function testSigningKeys(): AgencyKeys {
  const key = newSigningKey({ from: new Date('2000-01-01Z'), until: new Date('2100-01-01Z') });
  return { signer: () => signerAt([key], new Date('2026-01-01Z')), published: () => ok(keySetOf([key])) };
}
