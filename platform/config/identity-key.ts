import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type RandomBytes, type Result, refuse } from '#basics';
import type { Config } from './config.ts';
import { parseKey } from './parsers.ts';

/**
 * The 32 bytes that encrypt identity numbers: as configured, else from the key file. Outside production a missing file is
 * made, readable by its owner only; in production a missing key is never replaced, because nothing stored could be read.
 */
export function readIdentityKey(
  config: Pick<Config, 'mode' | 'identityKey' | 'identityKeyFile'>,
  random: RandomBytes,
): Result<Uint8Array> {
  if (config.identityKey) return ok(config.identityKey);
  const file = config.identityKeyFile;
  try {
    if (config.mode !== 'production') makeWhereMissing(file, random);
    if (openToOthers(file)) return unusable(file, 'other users may read it; run chmod 600 on it');
    const parsed = parseKey(readFileSync(file, 'utf8').trim());
    return 'value' in parsed ? ok(parsed.value) : unusable(file, parsed.wrong.en);
  } catch (error) {
    return unusable(file, error instanceof Error ? error.message : String(error));
  }
}

/** Written aside and linked into place, so that of two starts at once both read the same whole key. */
function makeWhereMissing(file: string, random: RandomBytes): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${Buffer.from(random(32)).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!statSync(file, { throwIfNoEntry: false })) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function openToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}

function unusable(file: string, reason: string): Result<never> {
  return refuse({ code: 'config.identity-key-unusable', figures: { file, reason } });
}
