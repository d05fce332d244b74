import { type Clock, ok, type Result } from '#basics';
import { ensureSigningKey, readSigningKeys } from './key-folder.ts';
import { keySetOf } from './key-set.ts';
import { type Signer, signerAt } from './signer.ts';
import type { KeySet } from './signing-key.ts';

/** The agency's keys as a running process uses them: read anew each time, so that a rotation needs no restart. */
export interface AgencyKeys {
  /** Refuses `signing.no-key` and `signing.keys-unusable`. */
  signer(): Result<Signer>;
  /** What is published. Refuses `signing.keys-unusable`. */
  published(): Result<KeySet>;
}

/** `makesItsOwn`: a key is made where none is valid, as in a demo; in production a person makes them. */
export function agencyKeys({
  folder,
  clock,
  makesItsOwn,
}: {
  readonly folder: string;
  readonly clock: Clock;
  readonly makesItsOwn: boolean;
}): AgencyKeys {
  function keys() {
    const made = makesItsOwn ? ensureSigningKey(folder, clock.now()) : ok(null);
    return made.ok ? readSigningKeys(folder) : made;
  }
  return {
    signer() {
      const read = keys();
      return read.ok ? signerAt(read.value, clock.now()) : read;
    },
    published() {
      const read = keys();
      return read.ok ? ok(keySetOf(read.value)) : read;
    },
  };
}
