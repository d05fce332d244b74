import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ok, type Result, refuse } from '#basics';

export const suixing = join(import.meta.dirname, '..', 'apps', 'cli', 'suixing.mjs');

export interface Command {
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly stdin?: string;
}

/** Runs `suixing --json …` as a process of its own. What it refuses comes back as the refusal; anything else is a fault. */
export async function runSuixing<T>({ env, args, stdin = '' }: Command): Promise<Result<T>> {
  const child = spawn(process.execPath, [suixing, '--json', ...args], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(stdin);
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return toldBy(args, { code, said, complained });
}

/** How a command ended. */
export interface Ended {
  readonly code: unknown;
  readonly said: string;
  readonly complained: string;
}

/** What it refused comes as the refusal; anything else than an answer is a fault. */
export function toldBy<T>(args: readonly string[], { code, said, complained }: Ended): Result<T> {
  const told = readJson(said);
  if (code === 0) return ok(told as T); // what the command's own use case answers
  if (typeof told === 'object' && told !== null && 'code' in told) return refuse(told as { code: string }); // a refusal
  throw new Error(`suixing ${args.join(' ')} ended with ${code}: ${said}${complained}`);
}

/** This process's environment without what would name another agency. */
export function cleanEnvironment(): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SUIXING_')));
}

function readJson(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}
