import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude, type ExitCode } from './frame.ts';
import { mountSecretKeys } from './mount-backup.ts';
import { type Shell, withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing seal`, `prove` and `verify-document`: seals, and what they prove to others. */
export function mountSeals(program: Command, start: Start): void {
  program
    .command('seal')
    .option('--again', 'also where today has a seal already')
    .description('seal what was recorded since the last seal, and write it to the second place')
    .action(({ again = false }: { again?: boolean }) =>
      start(async (shell) => {
        const { sealCommand } = await import('./seal.ts');
        return withAgency(shell, (agency) => sealCommand(shell, { agency, again }));
      }),
    );
  program
    .command('prove')
    .argument('<record>', 'source:id, such as record:psn_…/3 or case:psn_…/cas_…/2')
    .option('--out <file>', 'where to write it; standard output where it is not given')
    .description('prove that a record was sealed, for somebody who checks it offline')
    .action((record: string, { out = null }: { out?: string | null }) =>
      start(async (shell) => {
        const { proveCommand } = await import('./seal.ts');
        const may = ['clerk', 'reviewer', 'auditor'] as const;
        return withDesk(shell, may, ({ agency }) => proveCommand(shell, { agency, record, out }));
      }),
    );
  program
    .command('verify-document')
    .argument('<file>', 'a seal, a proof, a letter as PDF, or another document that an agency signed')
    .option('--keys <file>', 'the published keys of the agency that signed; our own where not given')
    .description('check a signed document offline')
    .action((file: string, { keys = null }: { keys?: string | null }) =>
      start(async (shell) =>
        (await import('./verify-document.ts')).verifyDocumentCommand(shell, { file, keys }),
      ),
    );
}

/** `suixing chain` and `suixing viewings`: what happened to a person's records, and who looked at them. */
export function mountOversight(program: Command, start: Start): void {
  program
    .command('chain')
    .argument('<person>')
    .option('--before <seq>', 'go on where the last page ended')
    .description('every change of a person’s records, and the seal that covers it')
    .action((personId: string, { before = null }: { before?: string | null }) =>
      start(async (shell) => {
        if (before !== null && !/^\d{1,9}$/.test(before)) return badValue(shell, '--before');
        const { showChain } = await import('./viewings.ts');
        const may = ['clerk', 'reviewer', 'auditor'] as const;
        return withDesk(shell, may, (desk) => showChain(shell, { ...desk, personId, before }));
      }),
    );
  program
    .command('viewings')
    .argument('[person]', 'whose record; anybody’s where left out')
    .option('--by <actor>', 'who looked: an officer, a login or a key')
    .option('--before <viewing>', 'go on where the last page ended')
    .description('who looked at whose record, through what and for what')
    .action((person: string | undefined, { by = null, before = null }: ViewingsGiven) =>
      start(async (shell) => {
        const { showViewings } = await import('./viewings.ts');
        const asked = { personId: person ?? null, actorId: by, before };
        return withDesk(shell, ['auditor'], (desk) => showViewings(shell, { ...desk, ...asked }));
      }),
    );
}

interface ViewingsGiven {
  readonly by?: string | null;
  readonly before?: string | null;
}

/** `suixing keys …`: the agency's signing keys, and secret ones, which are files on this machine. */
export function mountKeys(program: Command, start: Start): void {
  const keys = program.command('keys').description('keys: those that sign, and those that encrypt');
  keys
    .command('new')
    .option('--days <number>', 'how long it signs; 730 where not given')
    .description('make a key; the newest valid one signs')
    .action(({ days = '730' }: { days?: string }) =>
      start(async (shell) => {
        if (!/^[1-9]\d{0,3}$/.test(days)) return badValue(shell, '--days');
        return (await import('./keys.ts')).newKey(shell, { days: Number(days), now: new Date() });
      }),
    );
  keys
    .command('list')
    .description('keys with their validity')
    .action(() => start(async (shell) => (await import('./keys.ts')).listKeys(shell, new Date())));
  keys
    .command('retire')
    .argument('<key>', 'its id, as `keys list` prints it')
    .description('end a key; what it signed stays good')
    .action((kid: string) =>
      start(async (shell) => (await import('./keys.ts')).retireKey(shell, { kid, now: new Date() })),
    );
  keys
    .command('publish')
    .option('--out <file>', 'where to write it; standard output where it is not given')
    .description('the public keys, for whoever checks documents')
    .action(({ out = null }: { out?: string | null }) =>
      start(async (shell) => (await import('./keys.ts')).publishKeys(shell, out)),
    );
  mountSecretKeys(keys, start);
}

function badValue(shell: Shell, name: string): ExitCode {
  return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name } }), () => '');
}
