import type { Command } from 'commander';
import { conclude } from './frame.ts';
import { withAgency } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing demo …`: only in a demo. */
export function mountDemo(program: Command, start: Start): void {
  const demo = program.command('demo').description('only in a demo');
  demo
    .command('notices')
    .description('the latest messages to people, codes included')
    .action(() =>
      start(async (shell) => {
        const { demoNotices } = await import('#apps/demo');
        return withAgency(shell, async (agency) =>
          conclude(shell, await demoNotices(agency), (notices) =>
            notices.map(({ channel, address, body }) => `${channel} ${address}  ${body}`).join('\n'),
          ),
        );
      }),
    );
  demo
    .command('advance')
    .argument('<period>', '10d or 36h')
    .description('move the demo’s clock, with its jobs and its simulated bank')
    .action((period: string) =>
      start(async (shell) => {
        const { advanceDemo } = await import('#apps/demo');
        const { concludeAdvance } = await import('./demo.ts');
        return withAgency(shell, async (agency) => concludeAdvance(shell, await advanceDemo(agency, period)));
      }),
    );
}
