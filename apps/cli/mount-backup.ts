import type { Command } from 'commander';
import { withAgency } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing backup` and `suixing restore`. */
export function mountBackup(program: Command, start: Start): void {
  program
    .command('backup')
    .argument('<file>', 'a new file; - for standard output')
    .option('--check', 'read a backup that is there, without a database: is it whole and unaltered?')
    .description('write the whole database into one encrypted file, while it is in use')
    .action((file: string, { check = false }: { check?: boolean }) =>
      start(async (shell) => {
        const { backupCommand, checkCommand } = await import('./backup.ts');
        return check ? checkCommand(shell, file) : backupCommand(shell, file);
      }),
    );
  program
    .command('restore')
    .argument('<file>', 'what `backup` wrote')
    .description('fill an empty database from a backup, then prove it')
    .action((file: string) =>
      start(async (shell) => (await import('./restore.ts')).restoreCommand(shell, file)),
    );
}

/** Of `suixing keys …`: the keys that encrypt. */
export function mountSecretKeys(keys: Command, start: Start): void {
  keys
    .command('secret')
    .argument('<file>', 'a new file')
    .description('write a fresh random key into a file that only you can read')
    .action((file: string) =>
      start(async (shell) => (await import('./secret-key.ts')).makeKeyCommand(shell, file)),
    );
  keys
    .command('rotate-identity')
    .option('--check', 'only say whether anything lies under a former key')
    .description('seal everything anew with the current identity key, while everybody works')
    .action(({ check = false }: { check?: boolean }) =>
      start(async (shell) => {
        const { rotateIdentityCommand } = await import('./rotate-identity.ts');
        return withAgency(shell, (agency) => rotateIdentityCommand(shell, { agency, check }));
      }),
    );
}
