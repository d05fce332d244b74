import { join } from 'node:path';
import type { Command } from 'commander';
import { isPlainDate, ok, refuse, shanghaiDate } from '#basics';
import { conclude } from './frame.ts';
import { mountBankLines } from './mount-bank.ts';
import type { PaymentsCommand } from './payments.ts';
import { type Desk, type Shell, withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing payments …`: what is due, batches, the bank's file and its answer. */
export function mountPayments(program: Command, start: Start): void {
  const payments = program.command('payments').description('orders to be paid, batches, the bank’s files');
  payments
    .command('due')
    .description('what waits to be paid')
    .action(() => start(async (shell) => reading(shell, (await import('./payments.ts')).paymentsDue)));
  payments
    .command('batches')
    .description('the latest batches')
    .action(() => start(async (shell) => reading(shell, (await import('./payments.ts')).paymentsBatches)));
  payments
    .command('build')
    .option('--on <date>', 'the day of payment; today where it is not given')
    .description('freeze everything that is due into a batch')
    .action(({ on }: { on?: string }) => start((shell) => build(shell, on)));
  payments
    .command('approve')
    .argument('<batch>')
    .option('--digest <hex>', 'approve it only if it is the batch of this digest')
    .description('approve a batch that another finance officer built; the second approval lets it go')
    .action((batchId: string, { digest = null }: { digest?: string | null }) =>
      start(async (shell) => {
        const { paymentsApprove } = await import('./payments.ts');
        return withDesk(shell, ['finance'], (desk) =>
          paymentsApprove(given(shell, desk), { batchId, digest }),
        );
      }),
    );
  payments
    .command('give-up')
    .argument('<batch>')
    .requiredOption('--reason <text>', 'why the batch is given up')
    .description('give up a batch that has not left; its payments are due again')
    .action((batchId: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { paymentsGiveUp } = await import('./payments.ts');
        return withDesk(shell, ['finance'], (desk) =>
          paymentsGiveUp(given(shell, desk), { batchId, reason }),
        );
      }),
    );
  mountFiles(payments, start);
  mountBankLines(payments, start);
}

/** What goes to the bank, and what comes from it. */
function mountFiles(payments: Command, start: Start): void {
  payments
    .command('export')
    .argument('<batch>')
    .option('--out <file>', 'where to write it; standard output where it is not given')
    .description('the bank’s file of a released batch (pain.001.001.12)')
    .action((batchId: string, { out = null }: { out?: string | null }) =>
      start(async (shell) => {
        const { paymentsExport } = await import('./payments.ts');
        return withDesk(shell, ['finance'], (desk) => paymentsExport(given(shell, desk), { batchId, out }));
      }),
    );
  payments
    .command('import')
    .argument('<file>')
    .description('what the bank sent: its answer (pain.002) or a statement (camt.053)')
    .action((input: string) =>
      start(async (shell) => {
        const { paymentsImport } = await import('./payments.ts');
        return withDesk(shell, ['finance'], (desk) => paymentsImport(given(shell, desk), { input }));
      }),
    );
}

/** `suixing verify`: proofs over the whole database; whoever may open it may run them. */
export function mountVerify(program: Command, start: Start): void {
  program
    .command('verify')
    .description('prove from the rows that the books, payments, cases and registers are whole')
    .option('--seals <folder>', 'compare with the seals that the second place holds')
    .option('--keys <file>', 'the published keys; our own where not given')
    .option(
      '--since <day>',
      'only who has a new entry since a day, or since the number that the last run printed',
    )
    .option('--fresh', 'begin anew, whatever an interrupted run had proved')
    .action(({ seals = null, keys = null, since, fresh }: VerifyOptions) =>
      start(async (shell) => {
        const { allProofs, verifyCommand, withSeals } = await import('./verify.ts');
        const { exchangeKeysOf, processes } = await import('#apps/agency');
        return withAgency(shell, async (agency) => {
          const whole = allProofs(processes, agency.files, exchangeKeysOf(agency));
          const proofs = seals === null ? ok(whole) : withSeals(shell, { whole, folder: seals, keys });
          if (!proofs.ok) return conclude(shell, proofs, () => '');
          const stateFile = join(shell.config.dataDir, 'verify.state.json');
          const asked = { frame: shell, proofs: proofs.value, since, fresh, stateFile };
          return verifyCommand({ ...asked, database: agency.database });
        });
      }),
    );
}

interface VerifyOptions {
  readonly seals?: string | null;
  readonly keys?: string | null;
  readonly since?: string;
  readonly fresh?: boolean;
}

export function reading(
  shell: Shell,
  command: (given: PaymentsCommand) => Promise<0 | 1 | 2>,
): Promise<0 | 1 | 2> {
  return withDesk(shell, ['finance', 'auditor'], (desk) => command(given(shell, desk)));
}

async function build(shell: Shell, on: string | undefined): Promise<0 | 1 | 2> {
  if (on !== undefined && !isPlainDate(on)) {
    return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--on' } }), () => '');
  }
  const { paymentsBuild } = await import('./payments.ts');
  return withDesk(shell, ['finance'], (desk) => {
    const executeOn = on ?? shanghaiDate(desk.agency.clock.now());
    return paymentsBuild(given(shell, desk), { executeOn });
  });
}

export function given(frame: Shell, { agency, caller }: Desk): PaymentsCommand {
  return { frame, context: agency, caller };
}
