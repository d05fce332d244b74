/** `suixing …`: one door like any other; every command calls the same use cases as the API. */
import { argv, env, exit, stderr, stdin, stdout } from 'node:process';

// `assess` decides tens of thousands of lines a second, so it does not wait for commands that it does not need.
const [, , command, file, ...more] = argv;
if (
  command === 'assess' &&
  file !== undefined &&
  more.length === 0 &&
  (file === '-' || !file.startsWith('-'))
) {
  const { loadConfig } = await import('#platform/config');
  const config = loadConfig(env);
  if (config.ok) {
    const { assessCommand } = await import('./assess.ts');
    process.exitCode = await assessCommand({ input: file, region: config.value.region, stdin, stdout });
  } else await anyCommand();
} else await anyCommand();

async function anyCommand(): Promise<never> {
  // Whoever reads along has read enough, as `head` does: that is no fault.
  stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') exit(0);
    throw fault;
  });
  const { runProgram } = await import('./program.ts');
  return exit(await runProgram({ args: argv.slice(2), env, stdin, stdout, stderr }));
}
