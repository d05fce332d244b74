import type { Command } from 'commander';
import { refuse } from '#basics';
import type { WishedChange } from '#business/partners';
import { conclude } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

const administers = ['administrator'] as const;
const readers = ['administrator', 'clerk', 'reviewer', 'finance', 'auditor'] as const;
const why = ['--reason <text>', 'why, and by whose order'] as const;

/** `suixing partners …`: the directory of agencies. */
export function mountPartners(program: Command, start: Start): void {
  const partners = program.command('partners').description('other agencies: addresses, keys, suspensions');
  partners
    .command('list')
    .description('the agencies as they stand today')
    .action(() =>
      start(async (shell) => {
        const { listPartnersOf } = await import('./partners.ts');
        return withDesk(shell, readers, (desk) => listPartnersOf(shell, desk));
      }),
    );
  partners
    .command('show')
    .argument('<region>', 'six digits, as 510100')
    .description('one agency and its keys')
    .action((region: string) =>
      start(async (shell) => {
        const { showPartnerOf } = await import('./partners.ts');
        return withDesk(shell, readers, (desk) => showPartnerOf(shell, { ...desk, region }));
      }),
    );
  mountFiles(partners, start);
  mountSwitches(partners, start);
  mountDecisions(partners, start);
}

function mountFiles(partners: Command, start: Start): void {
  partners
    .command('propose')
    .argument('<region>', 'six digits, as 510100')
    .argument('<file>', 'JSON: effectiveOn, nameZh, nameEn, gateway, acceptsBalances, versions, account')
    .requiredOption(...why)
    .description('ask that an agency be entered, or known otherwise from a day on')
    .action((region: string, file: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { proposeProfile } = await import('./partners.ts');
        return withDesk(shell, administers, (desk) =>
          proposeProfile(shell, { ...desk, region, file, reason }),
        );
      }),
    );
  partners
    .command('key-add')
    .argument('<region>', 'six digits, as 510100')
    .argument('<file>', 'the key set that the agency publishes')
    .requiredOption(...why)
    .description('ask that an agency be believed by these keys')
    .action((region: string, file: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { addKeys } = await import('./partners.ts');
        return withDesk(shell, administers, (desk) => addKeys(shell, { ...desk, region, file, reason }));
      }),
    );
}

function mountSwitches(partners: Command, start: Start): void {
  const asking =
    (change: WishedChange, { region, reason }: { region: string; reason: string }) =>
    async (shell: Shell) => {
      const { ask } = await import('./partners.ts');
      return withDesk(shell, administers, (desk) => ask(shell, { ...desk, region, reason, change }));
    };
  partners
    .command('key-end')
    .argument('<region>', 'six digits, as 510100')
    .argument('<kid>', 'as `partners show` names it')
    .requiredOption(...why)
    .description('believe nothing more by a key; counts at once')
    .action((region: string, kid: string, { reason }: { reason: string }) =>
      start(asking({ kind: 'key-end', kid }, { region, reason })),
    );
  const says = {
    suspend: 'suspend exchange with an agency; counts at once',
    resume: 'ask that exchange with an agency go on',
  } as const;
  for (const kind of ['suspend', 'resume'] as const) {
    partners
      .command(kind)
      .argument('<region>', 'six digits, as 510100')
      .requiredOption(...why)
      .description(says[kind])
      .action((region: string, { reason }: { reason: string }) =>
        start(asking({ kind }, { region, reason })),
      );
  }
}

function mountDecisions(partners: Command, start: Start): void {
  partners
    .command('changes')
    .option('--open', 'only those that wait to be decided')
    .description('changes that were asked for, the latest first')
    .action(({ open = false }: { open?: boolean }) =>
      start(async (shell) => {
        const { listChangesOf } = await import('./partners.ts');
        return withDesk(shell, ['administrator', 'auditor'], (desk) =>
          listChangesOf(shell, { ...desk, open }),
        );
      }),
    );
  partners
    .command('decide')
    .argument('<change>', 'as `partners changes` names it')
    .argument('<answer>', 'agree or refuse')
    .description('agree to a change that another administrator asked for, or not')
    .action((changeId: string, answer: string) =>
      start(async (shell) => {
        if (answer !== 'agree' && answer !== 'refuse')
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: 'answer' } }), () => '');
        const { decideChangeOf } = await import('./partners.ts');
        return withDesk(shell, administers, (desk) =>
          decideChangeOf(shell, { ...desk, changeId, agreed: answer === 'agree' }),
        );
      }),
    );
}
