import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '#platform/config';

/**
 * Where `suixing login` keeps the session's token between commands: a file that only its owner may read, in the data
 * folder. SUIXING_SESSION goes before it, for scripts.
 */
export function keptToken(config: Config): string | null {
  if (config.session) return config.session;
  try {
    return readFileSync(fileOf(config), 'utf8').trim() || null;
  } catch {
    return null; // nobody is logged in
  }
}

export function keepToken(config: Config, token: string): void {
  const file = fileOf(config);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

export function forgetToken(config: Config): void {
  rmSync(fileOf(config), { force: true });
}

function fileOf(config: Config): string {
  return join(config.dataDir, 'cli-session');
}
