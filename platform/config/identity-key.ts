import { statSync } from 'node:fs';
import { ok, type RandomBytes, type Result, refuse } from '#basics';
import type { Config } from './config.ts';
import { makeKeyFile, readKeyFile } from './key-file.ts';

type KeySettings = Pick<
  Config,
  'mode' | 'identityKey' | 'identityKeyFile' | 'otherIdentityKeys' | 'otherIdentityKeyFiles'
>;

/**
 * The keys of identity numbers, 32 bytes each: first the one that seals, then others that can only be read with while the
 * key is changed. As configured, else from key files. `random`: outside production a missing key file is made of it; null
 * where none may be made. In production a missing key is never replaced, because nothing stored could be read.
 */
export function readIdentityKeys(
  config: KeySettings,
  random: RandomBytes | null,
): Result<readonly Uint8Array[]> {
  const makes = config.mode !== 'production' ? random : null;
  const first = config.identityKey ? ok(config.identityKey) : readOne(config.identityKeyFile, makes);
  if (!first.ok) return first;
  const keys = [first.value, ...(config.otherIdentityKeys ?? [])];
  for (const file of config.otherIdentityKeyFiles ?? []) {
    const other = readOne(file, null);
    if (!other.ok) return other;
    keys.push(other.value);
  }
  return ok(withoutRepeats(keys));
}

function readOne(file: string, random: RandomBytes | null): Result<Uint8Array> {
  try {
    if (random && !statSync(file, { throwIfNoEntry: false })) makeKeyFile(file, random);
    const read = readKeyFile(file);
    return 'value' in read ? ok(read.value) : unusable(file, read.wrong);
  } catch (error) {
    return unusable(file, error instanceof Error ? error.message : String(error));
  }
}

function withoutRepeats(keys: readonly Uint8Array[]): readonly Uint8Array[] {
  return keys.filter((key, at) => keys.findIndex((each) => Buffer.from(each).equals(key)) === at);
}

function unusable(file: string, reason: string): Result<never> {
  return refuse({ code: 'config.identity-key-unusable', figures: { file, reason } });
}
