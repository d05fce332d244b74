import type { Readable, Writable } from 'node:stream';
import { Command, CommanderError, Option } from 'commander';
import { catalogue } from '#apps/catalogue';
import { type RefusalWording, type Refused, refuse, type Text } from '#basics';
import { loadConfig } from '#platform/config';
import { unfitText } from '#platform/http';
import { conclude, type ExitCode } from './frame.ts';
import { speak } from './help.ts';
import { mounts } from './mounts.ts';
import { cliRefusals } from './refusals.ts';
import type { Shell } from './shell.ts';
import type { Start } from './start.ts';
import { versionHere } from './version.ts';

export interface ProgramInput {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Runs one command line. Exit code 0 success, 2 bad input, 1 anything else. */
export async function runProgram(input: ProgramInput): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(input, async (work) => {
    exitCode = await inShell(input, { given: program.opts(), work });
  });
  try {
    await program.parseAsync([...input.args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    input.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** All commands, with their help in one language. */
export function buildProgram(input: ProgramInput, start: Start): Command {
  const program = new Command('suixing')
    .description('Suixing: medical-insurance accounts that leave lawfully, once, to the right person')
    .option('--json', 'one JSON value on standard output and nothing else')
    .addOption(new Option('--lang <language>', 'zh or en').choices(['zh', 'en']))
    .option('--agency <region>', 'which of a demo’s two agencies is meant, by its region: 440300 or 510100')
    .option('--purpose <purpose>', 'why you look at a person’s record: a case number or a word of the list')
    .version(versionHere(), '-V, --version', 'the version of this program')
    .exitOverride()
    // A command takes over what stands here when it is mounted, so this comes before the mounts.
    .configureOutput({
      writeOut: (text) => input.stdout.write(text),
      writeErr: (text) => input.stderr.write(text),
    });
  speak(program, languageOf(input));
  for (const mount of mounts) mount(program, start);
  return program;
}

/** Help and complaints about the command line come before its options are read. */
function languageOf({ args, env }: ProgramInput): keyof Text {
  const at = args.indexOf('--lang');
  const given = at === -1 ? args.find((arg) => arg.startsWith('--lang='))?.slice(7) : args[at + 1];
  if (given === 'zh' || given === 'en') return given;
  const config = loadConfig(env);
  return config.ok ? config.value.lang : 'zh';
}

interface Work {
  readonly given: GlobalOptions;
  readonly work: (shell: Shell) => Promise<ExitCode>;
}

interface GlobalOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly agency?: string;
  readonly purpose?: string;
}

const words: Readonly<Record<string, RefusalWording>> = { ...catalogue, ...cliRefusals };

async function inShell(input: ProgramInput, { given, work }: Work): Promise<ExitCode> {
  const { agency } = given;
  const config = loadConfig(agency === undefined ? input.env : { ...input.env, SUIXING_AGENCY: agency });
  const lang = given.lang === 'zh' || given.lang === 'en' ? given.lang : config.ok ? config.value.lang : 'zh';
  const frame = {
    ...input,
    lang,
    json: given.json === true,
    wording: (code: string) => words[code],
    shown: new Set<string>(),
  };
  if (!config.ok) return conclude(frame, config, () => '');
  const unfit = unfitArgument(input.args);
  if (unfit) return conclude(frame, unfit, () => '');
  const asked = { command: commandIn(input.args), purpose: given.purpose ?? null };
  const configOf = (region: string) => loadConfig({ ...input.env, SUIXING_AGENCY: region });
  return work({ ...frame, ...asked, config: config.value, configOf });
}

/** A text that nobody could keep is refused here for every flag, as the API's door does; files and JSON are read elsewhere. */
function unfitArgument(args: readonly string[]): Refused | null {
  for (const [at, arg] of args.entries()) {
    const detail = unfitText(arg);
    if (detail === null) continue;
    const before = args[at - 1] ?? '';
    const name = before.startsWith('--') ? before : `${at + 1}`;
    return refuse({ code: 'cli.bad-value', figures: { name }, problems: [{ path: '', detail }] });
  }
  return null;
}

/** `person show psn_1 --json` as `person-show`: the command by its words, without what was given to it. */
export function commandIn(args: readonly string[]): string {
  const given = args.filter((_, at) => !['--lang', '--agency', '--purpose'].includes(args[at - 1] ?? ''));
  const words = given.filter((arg) => /^[a-z]+(-[a-z]+)*$/.test(arg));
  return words.slice(0, 2).join('-');
}
