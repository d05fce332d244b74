/** `suixing …`: one door like any other; every command calls the same use cases as the API. */
import { argv, exit, stderr, stdin, stdout } from 'node:process';
import { runProgram } from './program.ts';

// `assess` decides tens of thousands of lines a second, so it does not wait for commands that it does not need.
if (argv[2] === 'assess' && argv.length === 4 && argv[3] !== '--help') {
  const { assessCommand } = await import('./assess.ts');
  process.exitCode = await assessCommand({ input: argv[3] ?? '-', stdin, stdout });
} else {
  exit(await runProgram({ args: argv.slice(2), stdin, stdout, stderr }));
}
