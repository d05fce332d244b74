import type { Command } from 'commander';
import { isPlainDate, ok, type Result, refuse, yuanToFen } from '#basics';
import { type AdjustmentWish, adjustmentKinds, counters, creditBuckets } from '#business/adjustment';
import { conclude, type ExitCode } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing adjustment …`: corrections, reversals and orders whose money goes another way, by two officers. */
export function mountAdjustments(program: Command, start: Start): void {
  const adjustment = program
    .command('adjustment')
    .description('put the books right by two officers; what people owe');
  mountRequest(adjustment, start);
  for (const approved of [true, false]) {
    adjustment
      .command(approved ? 'approve' : 'decline')
      .description(
        approved ? 'approve what another officer asked for' : 'decline what another officer asked for',
      )
      .argument('<person>')
      .argument('<adjustment>', 'as `adjustment list` names it')
      .option('--reason <text>', 'why it is declined')
      .action((personId: string, adjustmentId: string, { reason = null }: { reason?: string | null }) =>
        start(async (shell) => {
          const { decideAdjustmentOf } = await import('./adjustments.ts');
          const decision = { personId, adjustmentId, approved, reason };
          return withDesk(shell, ['reviewer'], (desk) => decideAdjustmentOf(shell, { ...desk, decision }));
        }),
      );
  }
  adjustment
    .command('list')
    .description('adjustments: of one person all, otherwise those that wait')
    .argument('[person]')
    .action((personId: string | undefined) =>
      start(async (shell) => {
        const { listAdjustments } = await import('./adjustments.ts');
        const reads = ['clerk', 'reviewer', 'finance', 'auditor'] as const;
        return withDesk(shell, reads, ({ agency }) =>
          listAdjustments(shell, { agency, personId: personId ?? null }),
        );
      }),
    );
  adjustment
    .command('owed')
    .description('what people owe the fund')
    .argument('[person]')
    .action((personId: string | undefined) =>
      start(async (shell) => {
        const { listOwedOf } = await import('./adjustments.ts');
        return withDesk(shell, ['finance', 'auditor'], ({ agency }) =>
          listOwedOf(shell, { agency, personId: personId ?? null }),
        );
      }),
    );
}

function mountRequest(adjustment: Command, start: Start): void {
  adjustment
    .command('request')
    .argument('<person>')
    .requiredOption('--kind <kind>', adjustmentKinds.join(', '))
    .option('--amount <yuan>', 'of a correction')
    .option('--counter <account>', counters.join(', '))
    .option('--bucket <bucket>', creditBuckets.join(', '))
    .option('--on <date>', 'from which day it counts; today where it is not given')
    .option('--entry <journal>', 'the entry to reverse, as the statement names it')
    .option('--line <number>', 'its line; the first where it is not given')
    .option('--order <order>', 'the payment order whose money goes another way')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .description('ask for an adjustment')
    .action((personId: string, typed: Typed) =>
      start(async (shell) => {
        const wish = wishOf(typed);
        return wish.ok ? asking(shell, personId, wish.value) : conclude(shell, wish, () => '');
      }),
    );
}

async function asking(shell: Shell, personId: string, wish: AdjustmentWish): Promise<ExitCode> {
  const { requestAdjustmentOf } = await import('./adjustments.ts');
  return withDesk(shell, ['clerk'], (desk) => requestAdjustmentOf(shell, { ...desk, personId, wish }));
}

interface Typed {
  readonly kind: string;
  readonly amount?: string;
  readonly counter?: string;
  readonly bucket?: string;
  readonly on?: string;
  readonly entry?: string;
  readonly line?: string;
  readonly order?: string;
  readonly reason: string;
  readonly paper: string;
}

function wishOf(typed: Typed): Result<AdjustmentWish> {
  const kind = adjustmentKinds.find((each) => each === typed.kind);
  const counter = counters.find((each) => each === typed.counter) ?? null;
  const bucket = creditBuckets.find((each) => each === typed.bucket) ?? null;
  const amountFen = typed.amount === undefined ? null : yuanToFen(typed.amount);
  const line = typed.line ?? (typed.entry === undefined ? null : '1');
  if (!kind) return badValue('--kind');
  if (typed.counter !== undefined && counter === null) return badValue('--counter');
  if (typed.bucket !== undefined && bucket === null) return badValue('--bucket');
  if (typed.amount !== undefined && amountFen === null) return badValue('--amount');
  if (typed.on !== undefined && !isPlainDate(typed.on)) return badValue('--on');
  if (line !== null && !/^[1-9]\d{0,3}$/.test(line)) return badValue('--line');
  return ok({
    ...{ kind, amountFen, counter, bucket, effectiveOn: typed.on ?? null },
    ...{ journalId: typed.entry ?? null, lineNo: line === null ? null : Number(line) },
    ...{ orderId: typed.order ?? null, reason: typed.reason, paperReference: typed.paper },
  });
}

function badValue(name: string): Result<never> {
  return refuse({ code: 'cli.bad-value', figures: { name } });
}
