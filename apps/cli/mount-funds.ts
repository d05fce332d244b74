import type { Command } from 'commander';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const sees = ['finance', 'auditor'] as const;

/** `suixing funds …`: what the fund's accounts hold at the end of a day. */
export function mountFunds(program: Command, start: Start): void {
  const funds = program.command('funds').description('what the accounts of the fund hold, by day');
  funds
    .command('balances', { isDefault: true })
    .description('debits, credits and balance of every account at the end of a day')
    .option('--on <day>', 'the end of this day; today where left out')
    .option('--known <day>', 'only what was recorded up to this day; everything where left out')
    .action((options: { on?: string; known?: string }) =>
      start(async (shell) => {
        const { fundsCommand } = await import('./funds.ts');
        return withDesk(shell, sees, ({ agency: { database, clock } }) =>
          fundsCommand(shell, { database, now: clock.now(), options }),
        );
      }),
    );
  funds
    .command('days')
    .argument('<account>', 'as `funds` names it, such as pool or payable')
    .description('the days of one account: debits, credits, entries and the balance after each')
    .option('--from <day>', 'the first day; New Year’s Day where left out')
    .option('--to <day>', 'the last day; today where left out')
    .option('--known <day>', 'only what was recorded up to this day; everything where left out')
    .action((account: string, options: { from?: string; to?: string; known?: string }) =>
      start(async (shell) => {
        const { fundDaysCommand } = await import('./funds.ts');
        return withDesk(shell, sees, ({ agency: { database, clock } }) =>
          fundDaysCommand(shell, { database, now: clock.now(), options, account }),
        );
      }),
    );
}
