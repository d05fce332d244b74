import type { Command } from 'commander';
import type { Start } from './start.ts';

/** `suixing login`, `logout`, `whoami`. */
export function mountLogin(program: Command, start: Start): void {
  program
    .command('login')
    .argument('<name>', 'an officer’s login name')
    .option('--totp <code>', 'six digits of the second factor')
    .option(
      '--password-stdin',
      'the password comes on standard input (as it does wherever there is no terminal)',
    )
    .description('log in; the password is asked for, or read from standard input')
    .action((loginName: string, { totp }: { totp?: string }) =>
      start(async (shell) => {
        const { loginCommand } = await import('./login.ts');
        return loginCommand(shell, { loginName, totp });
      }),
    );
  program
    .command('logout')
    .description('end the session')
    .action(() => start(async (shell) => (await import('./login.ts')).logoutCommand(shell)));
  program
    .command('whoami')
    .description('who is logged in')
    .action(() => start(async (shell) => (await import('./login.ts')).whoamiCommand(shell)));
}
