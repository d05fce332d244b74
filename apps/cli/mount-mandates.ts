import type { Command } from 'commander';
import { isPlainDate, refuse } from '#basics';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

interface Recorded {
  readonly agent: string;
  readonly scope: string;
  readonly paper: string;
  readonly case?: string;
  readonly until?: string;
}

/** `suixing mandate …`: who may act for whom, as the window records and ends it. */
export function mountMandates(program: Command, start: Start): void {
  const mandates = program.command('mandate').description('who may act for whom, in what and until when');
  mandates
    .command('record')
    .argument('<owner>', 'the person or employer who gives it')
    .requiredOption('--agent <name>', 'who is to act')
    .requiredOption('--scope <ids>', 'procedures by id, and record; with commas')
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .option('--case <number>', 'only this case')
    .option('--until <day>', 'the last day; without one it has no end')
    .description('record a mandate from a paper; prints the code for whoever is to act')
    .action((ownerId: string, { agent: agentName, scope, paper, case: number, until }: Recorded) =>
      start(async (shell) => {
        if (until !== undefined && !isPlainDate(until))
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--until' } }), () => '');
        const mandate = {
          ...{ ownerId, agentName, scope: scope.split(','), paperReference: paper },
          ...{ caseNumber: number ?? null, untilOn: until ?? null },
        };
        const { recordMandate } = await import('./mandates.ts');
        return withDesk(shell, ['clerk'], (desk) => recordMandate(shell, { ...desk, mandate }));
      }),
    );
  for (const [step, role, says] of [
    ['confirm', 'reviewer', 'confirm a mandate that a clerk recorded'],
    ['end', 'clerk', 'end a mandate at once'],
  ] as const)
    mandates
      .command(step)
      .argument('<owner>', 'the person or employer who gives it')
      .argument('<id>', 'as `mandate list` prints it')
      .description(says)
      .action((ownerId: string, mandateId: string) =>
        start(async (shell) => {
          const { stepMandate } = await import('./mandates.ts');
          const asked = { ownerId, mandateId, step };
          return withDesk(shell, [role], (desk) => stepMandate(shell, { ...desk, ...asked }));
        }),
      );
  mandates
    .command('list')
    .argument('<owner>', 'the person or employer who gives it')
    .description('mandates that somebody gave, and how each stands')
    .action((ownerId: string) =>
      start(async (shell) => {
        const { listMandatesOnCli } = await import('./mandates.ts');
        return withDesk(shell, ['clerk', 'reviewer', 'auditor'], (desk) =>
          listMandatesOnCli(shell, { ...desk, ownerId }),
        );
      }),
    );
}
