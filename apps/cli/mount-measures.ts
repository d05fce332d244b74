import type { Command } from 'commander';
import { isPlainDate, ok, type PlainDate, type Result, refuse, yuanToFen } from '#basics';
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
    .description('propose an investigation or a recovery order')
    .action((personId: string, given: Typed & { kind: string; amount?: string }) =>
      start((shell) =>
        proposing(shell, given, async (grounds) => {
          const kind = measureKinds.find((each) => each === given.kind);
          const amountFen = given.amount === undefined ? null : yuanToFen(given.amount);
          if (!kind) return conclude(shell, badValue('--kind'), () => '');
          if (given.amount !== undefined && amountFen === null)
            return conclude(shell, badValue('--amount'), () => '');
          const { setMeasureOf } = await import('./measures.ts');
          const asked = { personId, kind, amountFen, grounds };
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
