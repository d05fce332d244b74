import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type RandomBytes, type Result, refuse } from '#basics';
import { parseKey } from './parsers.ts';

/** The 32 bytes that a key file holds, or what is wrong with it; the system's own errors are thrown. */
export function readKeyFile(file: string): { readonly value: Uint8Array } | { readonly wrong: string } {
  if (openToOthers(file)) return { wrong: 'other users may read it; run chmod 600 on it' };
  const parsed = parseKey(readFileSync(file, 'utf8').trim());
  return 'value' in parsed ? parsed : { wrong: parsed.wrong.en };
}

/** A fresh random key in a file of its own, readable by its owner only; never over one that is there. */
export function makeKeyFile(file: string, random: RandomBytes): Result<{ readonly file: string }> {
  return writeWhole(file, random)
    ? ok({ file })
    : refuse({ code: 'config.key-file-exists', figures: { file } });
}

/** Written aside and linked into place, so that of two at once both find the same whole key; false where one was there. */
function writeWhole(file: string, random: RandomBytes): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${Buffer.from(random(32)).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (!statSync(file, { throwIfNoEntry: false })) throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function openToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}
