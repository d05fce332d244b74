import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const administers = ['administrator'] as const;

/** `suixing webhooks …`: which programs are told of the steps of cases. */
export function mountWebhooks(program: Command, start: Start): void {
  const webhooks = program.command('webhooks').description('programs that are told of the steps of cases');
  webhooks
    .command('list')
    .description('all webhooks')
    .action(() =>
      start(async (shell) => {
        const { listWebhooksOf } = await import('./webhooks.ts');
        return withDesk(shell, administers, (desk) => listWebhooksOf(shell, desk));
      }),
    );
  webhooks
    .command('create')
    .argument('<url>')
    .option('--events <list>', 'steps with commas between: *, withdrawal.*, withdrawal.confirm-paid', '*')
    .option('--contact <email>', 'told when it is switched off')
    .description('tell a program of steps from now on; prints its secret')
    .action((url: string, { events, contact = null }: { events: string; contact?: string | null }) =>
      start(async (shell) => {
        const { createWebhookOf } = await import('./webhooks.ts');
        const wish = { url, contact, events: events.split(',').map((each) => each.trim()) };
        return withDesk(shell, administers, (desk) => createWebhookOf(shell, { ...desk, wish }));
      }),
    );
  mountChanges(webhooks, start);
  mountReplay(webhooks, start);
}

function mountChanges(webhooks: Command, start: Start): void {
  webhooks
    .command('rotate')
    .argument('<webhook>', 'as `webhooks list` names it')
    .description('another secret; the one before signs too for a day')
    .action((id: string) =>
      start(async (shell) => {
        const { rotateWebhookOf } = await import('./webhooks.ts');
        return withDesk(shell, administers, (desk) => rotateWebhookOf(shell, { ...desk, id }));
      }),
    );
  const says = { enable: 'switch a webhook on again', end: 'end a webhook for good' } as const;
  for (const word of ['enable', 'end'] as const) {
    webhooks
      .command(word)
      .argument('<webhook>', 'as `webhooks list` names it')
      .description(says[word])
      .action((id: string) =>
        start(async (shell) => {
          const { switchWebhookOf } = await import('./webhooks.ts');
          const state = word === 'enable' ? 'active' : 'ended';
          return withDesk(shell, administers, (desk) => switchWebhookOf(shell, { ...desk, id, state }));
        }),
      );
  }
}

function mountReplay(webhooks: Command, start: Start): void {
  webhooks
    .command('deliveries')
    .argument('<webhook>', 'as `webhooks list` names it')
    .description('what a webhook was told, the latest first')
    .action((id: string) =>
      start(async (shell) => {
        const { listDeliveriesOf } = await import('./webhooks.ts');
        return withDesk(shell, administers, (desk) => listDeliveriesOf(shell, { ...desk, id }));
      }),
    );
  webhooks
    .command('replay')
    .argument('<webhook>', 'as `webhooks list` names it')
    .requiredOption('--from <number>', 'the first step, by its number for this webhook')
    .option('--to <number>', 'the last step; the latest where left out')
    .description('tell steps again')
    .action((id: string, { from, to = null }: { from: string; to?: string | null }) =>
      start(async (shell) => {
        if (![from, to ?? '1'].every((number) => /^[1-9]\d{0,17}$/.test(number)))
          return conclude(
            shell,
            refuse({ code: 'cli.bad-value', figures: { name: '--from, --to' } }),
            () => '',
          );
        const { replayWebhookOf } = await import('./webhooks.ts');
        const span = { from: BigInt(from), to: to === null ? null : BigInt(to) };
        return withDesk(shell, administers, (desk) => replayWebhookOf(shell, { ...desk, id, ...span }));
      }),
    );
}
