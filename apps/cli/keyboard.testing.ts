/**
 * Somebody who types one command after the other: a process that reads a command line a line, as JSON, and answers with what it
 * said and how it ended. The program is read once, and every command is what `suixing …` runs.
 */
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runProgram } from './program.ts';

interface Typed {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
}

for await (const line of createInterface({ input: stdin })) {
  const typed = JSON.parse(line) as Typed; // what scenarios/keyboard.ts writes
  stdout.write(`${JSON.stringify(await run(typed))}\n`);
}

async function run({ args, env, stdin: given }: Typed) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(out), text(err)]);
  const code = await runProgram({ args, env, stdin: Readable.from([given]), stdout: out, stderr: err });
  out.end();
  err.end();
  const [told, complained] = await said;
  return { code, said: told, complained };
}
