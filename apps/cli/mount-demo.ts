import type { Command } from 'commander';
import type { Agency } from '#apps/agency';
import { ok } from '#basics';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { type Shell, withAgency, withBothAgencies } from './shell.ts';
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
    .description('move the demo’s clock, that of both agencies, with their jobs and their simulated banks')
    .action((period: string) =>
      start(async (shell) => {
        const { advanceDemo } = await import('#apps/demo');
        const { concludeAdvance } = await import('./demo.ts');
        return withBothAgencies(shell, async (agencies) =>
          concludeAdvance(shell, await advanceDemo(agencies, period)),
        );
      }),
    );
  demo
    .command('movers')
    .description(
      'people who were insured in one of the two cities and work in the other: for transfers to try',
    )
    .action(() => start((shell) => withAgency(shell, async (agency) => showMovers(shell, agency))));
  demo
    .command('balances')
    .argument('[way]', 'taken, refused or unanswered')
    .description('what the agency does with balances from elsewhere; without a word it is only told')
    .action((way: string | undefined) =>
      start((shell) => withAgency(shell, async (agency) => chooseBalances(shell, { agency, way }))),
    );
}

async function showMovers(frame: Frame, agency: Agency): Promise<ExitCode> {
  const { demoMovers } = await import('#apps/demo');
  const movers = await demoMovers(agency);
  return conclude(frame, ok({ items: movers }), () =>
    movers
      .flatMap(({ name, from, to, there, here }) => [
        `${name}  ${from} → ${to}`,
        `  ${from}  ${there}`,
        `  ${to}  ${here}`,
      ])
      .join('\n'),
  );
}

async function chooseBalances(
  shell: Shell,
  { agency, way = null }: { readonly agency: Agency; readonly way: string | null | undefined },
): Promise<ExitCode> {
  const { demoWaysOfBalances, setWayOfBalances } = await import('#apps/demo');
  return conclude(
    shell,
    setWayOfBalances(agency, way),
    (told) => `${told.region}  ${say(shell, demoWaysOfBalances[told.way])} (${told.way})`,
  );
}
