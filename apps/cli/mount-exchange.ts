import { type Command, Option } from 'commander';
import { type QueueAction, type QueueReason, queueReasons } from '#engines/exchange';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const readers = ['clerk', 'reviewer', 'auditor'] as const;

/** `suixing exchange …`: messages to and from other agencies that do not go their way by themselves. */
export function mountExchange(program: Command, start: Start): void {
  const exchange = program
    .command('exchange')
    .description('messages between agencies that do not go their way by themselves');
  exchange
    .command('queue')
    .addOption(new Option('--why <reason>', queueReasons.join(', ')).choices(queueReasons))
    .description('what waits for a clerk, the longest waiting first')
    .action(({ why = null }: { why?: QueueReason | null }) =>
      start(async (shell) => {
        const { listQueueOf } = await import('./exchange-queue.ts');
        return withDesk(shell, readers, (desk) => listQueueOf(shell, { ...desk, reason: why }));
      }),
    );
  exchange
    .command('show')
    .argument('<item>', 'as `exchange queue` names it')
    .description('one message; what is personal is masked')
    .action((id: string) =>
      start(async (shell) => {
        const { showItemOf } = await import('./exchange-queue.ts');
        return withDesk(shell, readers, (desk) => showItemOf(shell, { ...desk, id }));
      }),
    );
  const says: Readonly<Record<QueueAction, string>> = {
    resend: 'send a message again that could not be delivered',
    'apply-again': 'have a message applied again, also without the one before it',
    close: 'close a message that needs nothing more',
  };
  for (const what of ['resend', 'apply-again', 'close'] as const) {
    exchange
      .command(what)
      .argument('<item>', 'as `exchange queue` names it')
      .requiredOption('--reason <text>', 'why')
      .description(says[what])
      .action((id: string, { reason }: { reason: string }) =>
        start(async (shell) => {
          const { handleItemOf } = await import('./exchange-queue.ts');
          return withDesk(shell, ['clerk'], (desk) => handleItemOf(shell, { ...desk, id, what, reason }));
        }),
      );
  }
}
