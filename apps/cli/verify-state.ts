import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProofReport } from './run-proofs.ts';

/** What an interrupted `suixing verify` had proved, so that the next one goes on from there. */
export interface VerifyState {
  /** Of which database, and what was asked. */
  readonly of: string;
  /** Where a later `--since` may begin: the horizon of the first picture. */
  readonly horizon: bigint;
  readonly startedAt: string;
  readonly reports: readonly ProofReport[];
}

/** A day later everything is proved anew: what was proved yesterday is no word about today. */
const hoursAtMost = 24;

/** The state in a file, where it is about the same and recent; null otherwise, also where the file cannot be read. */
export function keptState(
  file: string,
  { of, now }: { readonly of: string; readonly now: Date },
): VerifyState | null {
  try {
    const state: VerifyState = JSON.parse(readFileSync(file, 'utf8'), revive);
    const hours = (now.getTime() - new Date(state.startedAt).getTime()) / 3_600_000;
    return state.of === of && hours >= 0 && hours < hoursAtMost ? state : null;
  } catch {
    return null; // no file, or one that was cut off: everything is proved anew
  }
}

/** Replaces the file as one step, so that a kill leaves the old one or the new one. */
export function keepState(file: string, state: VerifyState): void {
  writeFileSync(
    `${file}.part`,
    JSON.stringify(state, (_, held) => (typeof held === 'bigint' ? `${held}n` : held)),
    {
      mode: 0o600,
    },
  );
  renameSync(`${file}.part`, file);
}

export function dropState(file: string): void {
  rmSync(file, { force: true });
}

function revive(_: string, held: unknown): unknown {
  return typeof held === 'string' && /^-?\d+n$/.test(held) ? BigInt(held.slice(0, -1)) : held;
}
