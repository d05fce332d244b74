import type { Readable, Writable } from 'node:stream';
import { Command, CommanderError } from 'commander';
import { catalogue } from '#apps/catalogue';
import type { RefusalWording } from '#basics';
import { loadConfig } from '#platform/config';
import { conclude, type ExitCode } from './frame.ts';
import { mounts } from './mounts.ts';
import { cliRefusals } from './refusals.ts';
import type { Shell } from './shell.ts';
import type { Start } from './start.ts';

export interface ProgramInput {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Runs one command line. Exit code 0 success, 2 bad input, 1 anything else. */
export async function runProgram(input: ProgramInput): Promise<ExitCode> {
  const program = new Command('suixing')
    .description('随行 · Suixing: medical-insurance accounts that leave lawfully, once, to the right person')
    .option('--json', 'one JSON value on standard output and nothing else')
    .option('--lang <language>', 'zh or en')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => input.stdout.write(text),
      writeErr: (text) => input.stderr.write(text),
    });
  let exitCode: ExitCode = 0;
  const start: Start = async (work) => {
    exitCode = await inShell(input, { given: program.opts(), work });
  };
  for (const mount of mounts) mount(program, start);
  try {
    await program.parseAsync([...input.args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    input.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

interface Work {
  readonly given: { readonly json?: boolean; readonly lang?: string };
  readonly work: (shell: Shell) => Promise<ExitCode>;
}

const words: Readonly<Record<string, RefusalWording>> = { ...catalogue, ...cliRefusals };

async function inShell(input: ProgramInput, { given, work }: Work): Promise<ExitCode> {
  const config = loadConfig(input.env);
  const lang = given.lang === 'zh' || given.lang === 'en' ? given.lang : config.ok ? config.value.lang : 'zh';
  const frame = { ...input, lang, json: given.json === true, wording: (code: string) => words[code] };
  if (!config.ok) return conclude(frame, config, () => '');
  return work({ ...frame, config: config.value });
}
