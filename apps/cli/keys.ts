import { readFileSync, writeFileSync } from 'node:fs';
import { ok, type Refusal, type Result, refuse, shanghaiTime } from '#basics';
import {
  isValidAt,
  type KeySet,
  keySetOf,
  makeSigningKey,
  readKeySet,
  readSigningKeys,
  retireSigningKey,
  type SigningKey,
} from '#platform/signing';
import { conclude, type ExitCode, say } from './frame.ts';
import type { Shell } from './shell.ts';

/** `suixing keys new`: makes a signing key in the configured folder; the newest valid one signs. */
export function newKey(shell: Shell, { days, now }: { readonly days: number; readonly now: Date }): ExitCode {
  const until = new Date(now.getTime() + days * 86_400_000);
  return writing(shell, () => ok(makeSigningKey(shell.config.signingKeysDir, { from: now, until })));
}

/** `suixing keys retire`: from now on this key signs nothing; what it signed stays good. */
export function retireKey(
  shell: Shell,
  { kid, now }: { readonly kid: string; readonly now: Date },
): ExitCode {
  return writing(shell, () => retireSigningKey(shell.config.signingKeysDir, { kid, at: now }));
}

/** `suixing keys list` */
export function listKeys(shell: Shell, now: Date): ExitCode {
  const keys = readSigningKeys(shell.config.signingKeysDir);
  const told = keys.ok ? ok({ keys: keys.value.map((key) => shown(key, now)) }) : keys;
  return conclude(shell, told, ({ keys: listed }) =>
    listed.length === 0
      ? say(shell, {
          zh: '还没有签名密钥；运行 suixing keys new',
          en: 'no signing key yet; run `suixing keys new`',
        })
      : listed.map((key) => keyLine(shell, key)).join('\n'),
  );
}

/** `suixing keys publish`: the public parts, as a file for whoever checks documents. */
export function publishKeys(shell: Shell, out: string | null): ExitCode {
  const keys = readSigningKeys(shell.config.signingKeysDir);
  if (!keys.ok) return conclude(shell, keys, () => '');
  const text = `${JSON.stringify(keySetOf(keys.value), null, 2)}\n`;
  if (out === null) {
    shell.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(out, text);
  } catch {
    return conclude(shell, refuse({ code: 'cli.unwritable-file', figures: { file: out } }), () => '');
  }
  return conclude(shell, ok({ file: out }), () =>
    say(shell, { zh: `公钥已写入 ${out}`, en: `public keys written to ${out}` }),
  );
}

/** A published key set from a file; without one the configured folder's own public parts. */
export function keySetFrom(shell: Pick<Shell, 'config'>, file: string | null): Result<KeySet, Refusal> {
  if (file === null) {
    const keys = readSigningKeys(shell.config.signingKeysDir);
    return keys.ok ? ok(keySetOf(keys.value)) : keys;
  }
  try {
    return readKeySet(readFileSync(file, 'utf8'));
  } catch {
    return refuse({ code: 'cli.unreadable-file', figures: { file } });
  }
}

interface ShownKey {
  readonly kid: string;
  readonly from: string;
  readonly until: string;
  readonly state: 'signs' | 'verifies' | 'not-yet';
}

function shown(key: SigningKey, now: Date): ShownKey {
  const [from, until] = [key.nbf, key.exp].map((second) => new Date(second * 1000).toISOString());
  const early = key.nbf * 1000 > now.getTime();
  const state = early ? 'not-yet' : key.d !== undefined && isValidAt(key, now) ? 'signs' : 'verifies';
  return { kid: key.kid, from: from ?? '', until: until ?? '', state };
}

const states = {
  signs: { zh: '可签名', en: 'may sign' },
  verifies: { zh: '仅供核验', en: 'verifies only' },
  'not-yet': { zh: '尚未生效', en: 'not yet valid' },
} as const;

function keyLine(shell: Shell, { kid, from, until, state }: ShownKey): string {
  return [kid, shanghaiTime(from), shanghaiTime(until), say(shell, states[state])].join('  ');
}

function writing(shell: Shell, make: () => Result<SigningKey>): ExitCode {
  const folder = shell.config.signingKeysDir;
  try {
    const made = make();
    const told = made.ok ? ok(shown(made.value, new Date(made.value.nbf * 1000))) : made;
    return conclude(shell, told, (key) => keyLine(shell, key));
  } catch {
    return conclude(shell, refuse({ code: 'cli.unwritable-file', figures: { file: folder } }), () => '');
  }
}
