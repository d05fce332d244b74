/**
 * Somebody who types one command after the other: a process that reads a command line a line, as JSON, and answers with what it
 * said and how it ended. The program is read once, and every command is what `suixing …` runs.
 */
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { type Typed, typed } from './typed.testing.ts';

for await (const line of createInterface({ input: stdin })) {
  const command = JSON.parse(line) as Typed; // what scenarios/keyboard.ts writes
  const { code, out, err } = await typed(command);
  stdout.write(`${JSON.stringify({ code, said: out, complained: err })}\n`);
}
