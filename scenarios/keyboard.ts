import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Result } from '#basics';
import { type Command, cleanEnvironment, type Ended, runSuixing, toldBy } from './run-suixing.ts';

/** Where commands are typed. */
export interface Keyboard {
  run<T>(command: Command): Promise<Result<T>>;
  close(): Promise<void>;
}

/**
 * The first of each kind of command is a process of its own, as everywhere; those that follow are typed into one that stays, because
 * a process spends most of its time reading the program. `apart` tells how finely kinds are told apart: `not` is one kind.
 */
export function openKeyboard({ apart }: { readonly apart: 'not' | 'by-command' }): Keyboard {
  const kinds = new Set<string>();
  const typist = join(import.meta.dirname, '..', 'apps', 'cli', 'keyboard.testing.ts');
  const child = spawn(process.execPath, [typist], {
    env: cleanEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, 'exit');
  return {
    async run<T>(command: Command) {
      const kind = apart === 'not' ? '' : kindOf(command.args);
      if (!kinds.has(kind)) {
        kinds.add(kind);
        return runSuixing<T>(command);
      }
      child.stdin.write(
        `${JSON.stringify({ ...command, args: ['--json', ...command.args], stdin: command.stdin ?? '' })}\n`,
      );
      const { value, done } = await answers.next();
      if (done) throw new Error(`nobody answered suixing ${command.args.join(' ')}`);
      return toldBy<T>(command.args, JSON.parse(value) as Ended);
    },
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}

/** `case propose 1234 approve --json` is a `case propose`, `case heirs add 1234` a `case heirs add`. */
function kindOf(args: readonly string[]): string {
  const given = args.findIndex((arg) => !/^[a-z]+(-[a-z]+)*$/.test(arg));
  return args.slice(0, given === -1 ? args.length : given).join(' ');
}
