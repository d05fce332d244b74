import { type Command, Option } from 'commander';
import type { Role } from '#business/access/public';
import { transferCategories } from '#business/transfer/public';
import type { ExitCode } from './frame.ts';
import { mountTransferDecisions } from './mount-transfer-decisions.ts';
import { mountTransferPapers } from './mount-transfer-papers.ts';
import { mountTransferReceived } from './mount-transfer-received.ts';
import { type Shell, withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';
import { type GivenSeen, onSeen, stepCommand } from './transfer-seen.ts';
import type * as Transfers from './transfers.ts';

const applicants = ['insured', 'agent', 'clerk'] as const;
const readers = [...applicants, 'reviewer', 'finance', 'auditor'] as const;

/** `suixing transfer …`: people who leave for another agency, and who come from one. */
export function mountTransfers(program: Command, start: Start): void {
  const transfer = program.command('transfer').description('transfers between agencies');
  mountApplying(transfer, start);
  mountConfirming(transfer, start);
  mountReading(transfer, start);
  mountReasoned(transfer, start);
  mountTimes(transfer, start);
  mountTransferDecisions(transfer, start);
  mountTransferPapers(transfer, start);
  mountTransferReceived(transfer, start);
}

function mountApplying(transfer: Command, start: Start): void {
  transfer
    .command('check')
    .argument('<direction>', 'out or in')
    .argument('<person>')
    .argument('<region>', 'the other region, six digits')
    .description('everything that stands in the way of a transfer, and what to do about it')
    .action((direction: string, personId: string, region: string) =>
      start((shell) =>
        at(shell, applicants, (commands, desk) =>
          commands.checkTransfer(shell, {
            ...desk,
            personId,
            region,
            direction: direction === 'in' ? 'in' : 'out',
          }),
        ),
      ),
    );
  transfer
    .command('out')
    .argument('<person>')
    .argument('<region>', 'the other region, six digits')
    .description('apply for a transfer to another region')
    .action((personId: string, to: string) =>
      start((shell) =>
        at(shell, applicants, (commands, desk) => commands.leave(shell, { ...desk, personId, to })),
      ),
    );
  transfer
    .command('in')
    .argument('<person>')
    .argument('<region>', 'the other region, six digits')
    .addOption(
      new Option('--category <what>', 'what moved').choices(transferCategories).default('employment'),
    )
    .option('--certificate <number>', 'the insurance certificate that the person brought')
    .description('apply for a transfer from another region: the contact letter goes out')
    .action(
      (
        personId: string,
        from: string,
        given: { category: (typeof transferCategories)[number]; certificate?: string },
      ) =>
        start((shell) =>
          at(shell, applicants, (commands, desk) =>
            commands.arrive(shell, {
              ...{ ...desk, personId, from, category: given.category },
              certificateNumber: given.certificate ?? null,
            }),
          ),
        ),
    );
}

function mountConfirming(transfer: Command, start: Start): void {
  stepCommand(transfer, 'confirm')
    .description('confirm a transfer that the other agency announced')
    .action((number: string, given: GivenSeen) =>
      start((shell) =>
        onSeen(shell, given, (seen) =>
          at(shell, applicants, (commands, desk) => commands.confirm(shell, { ...desk, number, seen })),
        ),
      ),
    );
}

function mountReading(transfer: Command, start: Start): void {
  transfer
    .command('show')
    .argument('<number>')
    .description('where the record is, where the money is, and what is waited for')
    .action((number: string) =>
      start((shell) =>
        at(shell, readers, (commands, desk) => commands.showTransfer(shell, { ...desk, number })),
      ),
    );
  transfer
    .command('history')
    .argument('<number>')
    .description('what happened in a transfer')
    .action((number: string) =>
      start((shell) =>
        at(shell, readers, (commands, desk) => commands.showTransferHistory(shell, { ...desk, number })),
      ),
    );
  transfer
    .command('list')
    .addOption(new Option('--direction <which>', 'only those that leave or come').choices(['out', 'in']))
    .option('--state <states>', 'only in these states, separated by commas')
    .option('--open', 'only those that are not over')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .option('--limit <count>', 'how many a page has', '50')
    .description('transfers, those due first at the top')
    .action((given: ListOptions) =>
      start((shell) =>
        at(shell, readers, (commands, desk) =>
          commands.listTransfersOf(shell, {
            ...{ ...desk, direction: given.direction ?? null, states: given.state?.split(',') ?? null },
            open: given.open === true,
            ...{ cursor: given.cursor ?? null, limit: Math.min(Math.max(Number(given.limit) || 50, 1), 100) },
          }),
        ),
      ),
    );
}

interface ListOptions {
  readonly direction?: 'out' | 'in';
  readonly state?: string;
  readonly open?: boolean;
  readonly cursor?: string;
  readonly limit: string;
}

function mountTimes(transfer: Command, start: Start): void {
  transfer
    .command('times')
    .option('--from <month>', 'the first month, written 2026-01; eleven before the last where left out')
    .option('--to <month>', 'the last month; this one where left out')
    .option('--partner <region>', 'only with the agency of this region')
    .description('how long transfers take, by agency, leg and whose days they were; without a login')
    .action((given: { from?: string; to?: string; partner?: string }) =>
      start(async (shell) => {
        const { showTransferTimes } = await import('./transfer-times.ts');
        return withAgency(shell, (agency) => showTransferTimes(shell, { agency, ...given }));
      }),
    );
}

const withReasons: readonly (readonly [keyof typeof Transfers.reasoned, string])[] = [
  ['cancel', 'take a transfer back before it is accepted'],
  ['sheet', 'send a corrected information sheet in place of the last one'],
  ['correction', 'ask the other agency for a corrected information sheet'],
  ['look-again', 'look at a sheet again as things are on record now, where no corrected one came'],
  ['close-difference', 'the difference in what was credited is cleared up'],
  ['account', 'tell the other agency where to remit: the account that is configured here'],
  ['answer-reminder', 'what the other agency reminded us of is dealt with'],
  ['open-withdrawal', 'open the withdrawal of a balance that did not go, where it did not open by itself'],
  ['leave-balance', 'leave a balance that did not go in the account: it is held no more'],
  ['ask-again', 'ask the other agency again, which was reminded in vain, having spoken to it'],
  ['return-sheet', 'give a sheet back to the clerk who proposed it'],
  ['return-refusal', 'give a proposal to refuse a balance back to its clerk'],
];

function mountReasoned(transfer: Command, start: Start): void {
  stepCommand(transfer, 'close-unconfirmed')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--paper <reference>', 'under which the proof of payment is filed')
    .description('close a transfer on proof of payment, which the other agency never said that it credited')
    .action((number: string, given: GivenSeen & { reason: string; paper: string }) =>
      start((shell) =>
        onSeen(shell, given, (seen) =>
          at(shell, ['clerk'], (commands, desk) => {
            const { reason, paper: paperReference } = given;
            return commands.closeOnProof(shell, { ...desk, number, reason, paperReference, seen });
          }),
        ),
      ),
    );
  for (const [work, description] of withReasons) {
    stepCommand(transfer, work)
      .requiredOption('--reason <text>', 'why')
      .description(description)
      .action((number: string, given: GivenSeen & { reason: string }) =>
        start((shell) =>
          onSeen(shell, given, (seen) =>
            at(shell, rolesOf(work), (commands, desk) =>
              commands.stepWithReason(shell, { ...desk, number, work, reason: given.reason, seen }),
            ),
          ),
        ),
      );
  }
}

function rolesOf(work: keyof typeof Transfers.reasoned): readonly Role[] {
  if (work === 'cancel') return applicants;
  return work.startsWith('return-') ? ['reviewer'] : ['clerk'];
}

function at(
  shell: Shell,
  roles: readonly Role[],
  work: (commands: typeof Transfers, desk: Transfers.TransferDeskOf) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, roles, async (desk) => work(await import('./transfers.ts'), desk));
}
