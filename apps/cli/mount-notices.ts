import { type Command, Option } from 'commander';
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
}
