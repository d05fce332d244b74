import type { Command } from 'commander';
import { isPlainDate, ok, type PlainDate, type Result, refuse, yuanToFen } from '#basics';
import type { MoneyToRecover } from '#business/supervision';
import { measureKinds } from '#law';
import type { ExitCode } from './frame.ts';
import { conclude } from './frame.ts';
import type { GroundsTyped } from './measures.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing measure …`: investigations and recovery orders, set and lifted by two officers. */
export function mountMeasures(program: Command, start: Start): void {
  const measure = program
    .command('measure')
    .description('investigations that stop money, orders to pay back; set and lifted by two officers');
  mountProposals(measure, start);
  mountMoney(measure, start);
  mountTakingIn(measure, start);
  for (const confirmed of [true, false]) {
    measure
      .command(confirmed ? 'confirm' : 'reject')
      .description(
        confirmed ? 'confirm what another officer proposed' : 'reject what another officer proposed',
      )
      .argument('<person>')
      .argument('<step>', 'as `measure list` names it')
      .option('--reason <text>', 'why it is rejected')
      .action((personId: string, stepId: string, { reason = null }: { reason?: string | null }) =>
        start(async (shell) => {
          const { decideMeasureOf } = await import('./measures.ts');
          const decision = { personId, stepId, confirmed, reason };
          return withDesk(shell, ['reviewer'], (desk) => decideMeasureOf(shell, { ...desk, decision }));
        }),
      );
  }
  measure
    .command('list')
    .description('measures with their history')
    .argument('[person]', 'of one person all, otherwise those that wait')
    .option('--standing', 'those that stand now instead of those that wait')
    .action((personId: string | undefined, { standing = false }: { standing?: boolean }) =>
      start(async (shell) => {
        const { listMeasures } = await import('./measures.ts');
        const asked = { personId: personId ?? null, standing };
        const reads = ['clerk', 'reviewer', 'auditor'] as const;
        return withDesk(shell, reads, ({ agency }) => listMeasures(shell, { agency, ...asked }));
      }),
    );
}

function mountProposals(measure: Command, start: Start): void {
  withGrounds(measure.command('set').argument('<person>'))
    .requiredOption('--kind <kind>', measureKinds.join(', '))
    .option('--amount <yuan>', 'what is to be paid back, for a recovery')
    .option('--booked', 'it is booked as receivable already')
    .description('propose an investigation or a recovery order')
    .action((personId: string, given: Typed & { kind: string; amount?: string; booked?: boolean }) =>
      start((shell) =>
        proposing(shell, given, async (grounds) => {
          const kind = measureKinds.find((each) => each === given.kind);
          const amountFen = given.amount === undefined ? null : yuanToFen(given.amount);
          if (!kind) return conclude(shell, badValue('--kind'), () => '');
          if (given.amount !== undefined && amountFen === null)
            return conclude(shell, badValue('--amount'), () => '');
          const { setMeasureOf } = await import('./measures.ts');
          const origin = given.booked ? ('booked' as const) : ('pool' as const);
          const demand = amountFen === null ? null : { amountFen, origin };
          const asked = { personId, kind, demand, grounds };
          return withDesk(shell, ['clerk'], (desk) => setMeasureOf(shell, { ...desk, ...asked }));
        }),
      ),
    );
  withGrounds(
    measure.command('lift').argument('<person>').argument('<measure>', 'as `measure list` names it'),
  )
    .description('propose to lift one')
    .action((personId: string, measureId: string, given: Typed) =>
      start((shell) =>
        proposing(shell, given, async (grounds) => {
          const { liftMeasureOf } = await import('./measures.ts');
          const asked = { personId, measureId, grounds };
          return withDesk(shell, ['clerk'], (desk) => liftMeasureOf(shell, { ...desk, ...asked }));
        }),
      ),
    );
}

const waysSay = {
  receive: 'tell of money that came for a recovery order; another officer takes it in',
  offset: 'take from the account what a recovery order demands',
} as const;

function mountMoney(measure: Command, start: Start): void {
  for (const name of ['receive', 'offset'] as const) {
    measure
      .command(name)
      .argument('<person>')
      .argument('<measure>', 'as `measure list` names it')
      .requiredOption('--amount <yuan>', 'how much, in yuan')
      .option('--bank-reference <text>', 'as the bank’s statement has it')
      .option('--on <date>', 'on which day; today where it is not given')
      .description(waysSay[name])
      .action((personId: string, measureId: string, given: MoneyTyped) =>
        start(async (shell) => {
          const money = readMoney(name === 'receive' ? 'instalment' : 'offset', given);
          if (!money.ok) return conclude(shell, money, () => '');
          const { recoverMoneyOf } = await import('./measures.ts');
          const asked = { personId, measureId, money: money.value };
          return withDesk(shell, ['finance'], (desk) => recoverMoneyOf(shell, { ...desk, ...asked }));
        }),
      );
  }
}

function mountTakingIn(measure: Command, start: Start): void {
  measure
    .command('take-in')
    .description('take in money that another officer told of')
    .argument('<person>')
    .argument('<receipt>', 'as `measure receive` named it')
    .action((personId: string, receiptId: string) =>
      start(async (shell) => {
        const { takeInReceiptOf } = await import('./measures.ts');
        return withDesk(shell, ['finance'], (desk) =>
          takeInReceiptOf(shell, { ...desk, personId, receiptId }),
        );
      }),
    );
}

interface MoneyTyped {
  readonly amount: string;
  readonly bankReference?: string;
  readonly on?: string;
}

function readMoney(way: MoneyToRecover['way'], given: MoneyTyped): Result<MoneyToRecover> {
  const amountFen = yuanToFen(given.amount);
  if (amountFen === null) return badValue('--amount');
  const effectiveOn = dayOf(given.on);
  if (!effectiveOn.ok) return effectiveOn;
  return ok({ way, amountFen, bankReference: given.bankReference ?? null, effectiveOn: effectiveOn.value });
}

interface Typed {
  readonly basis: string;
  readonly reason: string;
  readonly paper: string;
  readonly on?: string;
}

function withGrounds(command: Command): Command {
  return command
    .requiredOption('--basis <provision>', 'the provision, by its id in docs/law/clauses.md')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .option('--on <date>', 'from which day it holds; today where it is not given');
}

async function proposing(
  shell: Shell,
  given: Typed,
  work: (grounds: GroundsTyped) => Promise<ExitCode>,
): Promise<ExitCode> {
  const effectiveOn = dayOf(given.on);
  if (!effectiveOn.ok) return conclude(shell, effectiveOn, () => '');
  const { basis: legalBasis, reason, paper: paperReference } = given;
  return work({ legalBasis, reason, paperReference, effectiveOn: effectiveOn.value });
}

function dayOf(text: string | undefined): Result<PlainDate | null> {
  if (text === undefined) return ok(null);
  return isPlainDate(text) ? ok(text) : badValue('--on');
}

function badValue(name: string): Result<never> {
  return refuse({ code: 'cli.bad-value', figures: { name } });
}
