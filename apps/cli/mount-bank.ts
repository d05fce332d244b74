import type { Command } from 'commander';
import { shanghaiDate } from '#basics';
import { given, reading } from './mount-payments.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing payments …`: what the bank's statements say, and what finance makes of it. */
export function mountBankLines(payments: Command, start: Start): void {
  payments
    .command('statements')
    .description('the bank’s statements that were taken in')
    .action(() =>
      start(async (shell) => reading(shell, (await import('./bank-lines.ts')).paymentsStatements)),
    );
  payments
    .command('suspense')
    .description('lines of statements that nobody knows yet')
    .action(() => start(async (shell) => reading(shell, (await import('./bank-lines.ts')).paymentsSuspense)));
  payments
    .command('reconcile')
    .description('the bank in the books beside its last statement, and what differs')
    .action(() =>
      start(async (shell) => reading(shell, (await import('./bank-lines.ts')).paymentsReconcile)),
    );
  payments
    .command('resolve')
    .argument('<line>')
    .argument('<kind>', 'payment, return, booked, fund, or adjustment')
    .option('--payment <id>', 'which payment it is or which came back, as the bank was told it')
    .option('--entry <person/journal>', 'which entry of the books it is')
    .requiredOption('--reason <text>', 'how it is known')
    .description('say what an unknown line is; another finance officer decides')
    .action((lineId: string, kind: string, options: ResolveOptions) =>
      start(async (shell) => {
        const { paymentsResolve } = await import('./bank-lines.ts');
        const { payment = null, entry = null, reason } = options;
        return withDesk(shell, ['finance'], (desk) =>
          paymentsResolve(given(shell, desk), { lineId, kind, payment, entry, reason }),
        );
      }),
    );
  payments
    .command('agree')
    .argument('<line>')
    .argument('<request>')
    .option('--reject', 'reject it instead')
    .description('agree to what another finance officer said that a line is')
    .action((lineId: string, requestId: string, { reject = false }: { reject?: boolean }) =>
      start(async (shell) => {
        const { paymentsAgree } = await import('./bank-lines.ts');
        return withDesk(shell, ['finance'], (desk) =>
          paymentsAgree(given(shell, desk), { lineId, requestId, approved: !reject }),
        );
      }),
    );
}

interface ResolveOptions {
  readonly payment?: string;
  readonly entry?: string;
  readonly reason: string;
}

/** `suixing bank`: a simulated bank between two folders. */
export function mountBank(program: Command, start: Start): void {
  program
    .command('bank')
    .argument('<folder>', 'where the payment files lie')
    .requiredOption('--out <folder>', 'where its answers and statements go, and what it remembers')
    .option('--profile <profile>', 'prompt, mixed, rejecting, returning, slow, silent, or untidy', 'mixed')
    .option('--seed <number>', 'the same seed gives the same answers', '1')
    .option('--on <date>', 'its day; today where it is not given')
    .option('--days <count>', 'how many days it lives through', '1')
    .option('--opening <yuan>', 'what is on the account when it begins', '100000000.00')
    .option('--account <number>', 'whose account it is, before a file says so')
    .description('a simulated bank: answers payment files, sends back, delays, and writes statements')
    .action((folder: string, { account, on, ...options }: BankOptions) =>
      start(async (shell) => {
        const { bankCommand } = await import('./bank.ts');
        const day = on ?? shanghaiDate(new Date());
        return bankCommand(shell, { ...options, folder, account: account ?? null, on: day });
      }),
    );
}

interface BankOptions {
  readonly out: string;
  readonly profile: string;
  readonly seed: string;
  readonly on?: string;
  readonly days: string;
  readonly opening: string;
  readonly account?: string;
}
