import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '#basics';
import {
  inSeconds,
  isValidAt,
  newSigningKey,
  type SigningKey,
  signingKeySchema,
  type Validity,
} from './signing-key.ts';

/**
 * The agency's signing keys: one file each, `<kid>.json`, readable by its owner only, in a folder of their own. They are in
 * no database, log or backup of ours. Refuses `signing.keys-unusable` where a file cannot be read, is open to others or is
 * no key.
 */
export function readSigningKeys(folder: string): Result<readonly SigningKey[]> {
  const keys: SigningKey[] = [];
  for (const name of keyFiles(folder)) {
    const file = join(folder, name);
    const read = readKeyFile(file);
    if ('wrong' in read)
      return refuse({ code: 'signing.keys-unusable', figures: { file, reason: read.wrong } });
    keys.push(read.key);
  }
  return ok(keys.toSorted((a, b) => a.nbf - b.nbf || (a.kid < b.kid ? -1 : 1)));
}

/** Makes a key in the folder. */
export function makeSigningKey(folder: string, validity: Validity): SigningKey {
  const key = newSigningKey(validity);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeKeyFile(folder, key);
  return key;
}

/** Makes a key for two years where none is valid at `at`: for demos and development, where nobody makes one by hand. */
export function ensureSigningKey(folder: string, at: Date): Result<null> {
  const keys = readSigningKeys(folder);
  if (!keys.ok) return keys;
  if (keys.value.some((key) => key.d !== undefined && isValidAt(key, at))) return ok(null);
  makeSigningKey(folder, { from: at, until: new Date(at.getTime() + twoYearsMs) });
  return ok(null);
}

/**
 * Ends a key: from `at` on it signs nothing any more, and its private part is taken out of the file. What it signed before
 * stays good. Refuses `signing.no-such-key`.
 */
export function retireSigningKey(
  folder: string,
  { kid, at }: { readonly kid: string; readonly at: Date },
): Result<SigningKey> {
  const keys = readSigningKeys(folder);
  if (!keys.ok) return keys;
  const key = keys.value.find((each) => each.kid === kid);
  if (!key) return refuse({ code: 'signing.no-such-key', figures: { kid } });
  const { d: _, ...rest } = key;
  const retired = { ...rest, exp: Math.max(key.nbf, Math.min(key.exp, inSeconds(at))) };
  writeKeyFile(folder, retired);
  return ok(retired);
}

const twoYearsMs = 2 * 365 * 86_400_000;

function keyFiles(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

function readKeyFile(file: string): { readonly key: SigningKey } | { readonly wrong: string } {
  try {
    if (openToOthers(file)) return { wrong: 'other users may read it; run chmod 600 on it' };
    const parsed = signingKeySchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? { key: parsed.data } : { wrong: 'it is not a signing key' };
  } catch (error) {
    // The text of a syntax error quotes the file, which holds a private key.
    if (error instanceof SyntaxError) return { wrong: 'it is not a signing key' };
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Written aside and renamed, so that a key is never half there. */
function writeKeyFile(folder: string, key: SigningKey): void {
  const file = join(folder, `${key.kid}.json`);
  const draft = `${file}.${process.pid}.part`;
  writeFileSync(draft, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

function openToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}
