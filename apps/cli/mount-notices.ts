import { Argument, type Command, Option } from 'commander';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const states = ['failed', 'waiting', 'sent', 'expired'] as const;

/** `suixing notice …`: what people are told as it happens, and whether it reached a carrier. */
export function mountNotices(program: Command, start: Start): void {
  const notice = program.command('notice').description('notices to people, and how they went out');
  notice
    .command('list')
    .addOption(new Option('--state <state>', states.join(', ')).choices(states).default('failed'))
    .description('notices in a state, without their texts; those given up where it is left out')
    .action(({ state }: { state: (typeof states)[number] }) =>
      start(async (shell) => {
        const { listNoticesOf } = await import('./notices.ts');
        return withDesk(shell, ['administrator'], ({ agency }) => listNoticesOf(shell, { agency, state }));
      }),
    );
  notice
    .command('retry')
    .argument('<person>')
    .argument('<notice>', 'as `notice list` names it')
    .description('try a notice that was given up again')
    .action((ownerId: string, id: string) =>
      start(async (shell) => {
        const { retryNoticeOf } = await import('./notices.ts');
        const place = { ownerId, id };
        return withDesk(shell, ['administrator'], ({ agency }) => retryNoticeOf(shell, { agency, place }));
      }),
    );
  notice
    .command('own')
    .argument('<person>', 'whoever is signed in')
    .option('--mark-read', 'note that what is shown was read')
    .description('what you were told yourself, the latest first')
    .action((owner: string, { markRead = false }: { markRead?: boolean }) =>
      start(async (shell) => {
        const { listOwnNotices } = await import('./notices.ts');
        return withDesk(shell, ['insured'], (desk) => listOwnNotices(shell, { ...desk, owner, markRead }));
      }),
    );
  notice
    .command('language')
    .argument('<person>', 'whoever is signed in')
    .addArgument(new Argument('<language>', 'zh or en').choices(['zh', 'en']))
    .description('choose the language in which you are told')
    .action((owner: string, language: 'zh' | 'en') =>
      start(async (shell) => {
        const { chooseLanguage } = await import('./notices.ts');
        return withDesk(shell, ['insured'], (desk) => chooseLanguage(shell, { ...desk, owner, language }));
      }),
    );
}
