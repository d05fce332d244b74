import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude, type ExitCode } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

interface RunGiven {
  readonly preview?: boolean;
  readonly approve?: string;
  readonly reject?: string;
}

/** `suixing interest …`: a year's interest for everybody, by two finance officers. */
export function mountInterest(program: Command, start: Start): void {
  const interest = program.command('interest').description('a year’s interest for every account');
  interest
    .command('run')
    .requiredOption('--year <year>', 'the year whose interest is credited')
    .option('--preview', 'control totals of now; nothing is written')
    .option('--reverse', 'take the year’s interest back instead')
    .option('--approve <digest>', 'approve the totals that another officer proposed, and carry the run out')
    .option('--reject <reason>', 'send a proposed run back')
    .description('propose the run, approve it, or carry it on; says what comes next')
    .action((given: YearGiven) => start((shell) => runYear(shell, given)));
  interest
    .command('rates')
    .option('--preview', 'control totals of now; nothing is written')
    .option('--approve <digest>', 'approve the totals that another officer proposed, and carry the run out')
    .option('--reject <reason>', 'send a proposed run back')
    .description('put the law’s rates in force for days gone by: propose, approve, or carry on')
    .action((given: RunGiven) => start((shell) => run(shell, { given, what: { kind: 'rates' } })));
  interest
    .command('list')
    .description('runs and their reversals, the latest first')
    .action(() =>
      start(async (shell) => {
        const { listYears } = await import('./interest.ts');
        return withDesk(shell, ['finance', 'auditor'], (desk) => listYears(shell, desk));
      }),
    );
}

interface YearGiven extends RunGiven {
  readonly year: string;
  readonly reverse?: boolean;
}

type What = { readonly kind: 'credit' | 'reversal'; readonly year: number } | { readonly kind: 'rates' };

/** `suixing explain interest …`, beside `suixing explain CASE`. */
export function mountInterestExplanation(program: Command, start: Start): void {
  program.commands
    .find((command) => command.name() === 'explain')
    ?.command('interest')
    .argument('<person>', 'the id that `person find` prints')
    .requiredOption('--year <year>', 'the year whose interest is explained')
    .description('why a year’s interest of an account is what it is')
    .action((owner: string, given: { readonly year: string }) =>
      start((shell) => explain(shell, { owner, given })),
    );
}

async function explain(
  shell: Shell,
  { owner, given }: { readonly owner: string; readonly given: { readonly year: string } },
): Promise<ExitCode> {
  if (!/^\d{4}$/.test(given.year)) return badValue(shell, '--year');
  const { explainInterestOf } = await import('./explain-interest.ts');
  return withDesk(shell, ['clerk', 'reviewer', 'auditor'], (desk) =>
    explainInterestOf(shell, { ...desk, owner, year: Number(given.year) }),
  );
}

async function runYear(shell: Shell, given: YearGiven): Promise<ExitCode> {
  const year = Number(given.year);
  if (!/^\d{4}$/.test(given.year) || year < 1998 || year > 2099) return badValue(shell, '--year');
  return run(shell, { given, what: { kind: given.reverse ? 'reversal' : 'credit', year } });
}

async function run(
  shell: Shell,
  { given, what }: { readonly given: RunGiven; readonly what: What },
): Promise<ExitCode> {
  const { preview = false, approve, reject } = given;
  if (approve !== undefined && !/^[0-9a-f]{64}$/.test(approve)) return badValue(shell, '--approve');
  const commands = await import('./interest.ts');
  return withDesk(shell, preview ? ['finance', 'auditor'] : ['finance'], (desk) => {
    const asked = { ...desk, ...what };
    if (preview) return commands.previewRun(shell, asked);
    if (approve !== undefined) return commands.approveRun(shell, { ...asked, digest: approve });
    if (reject !== undefined) return commands.rejectRun(shell, { ...asked, reason: reject });
    return commands.runNext(shell, asked);
  });
}

function badValue(shell: Shell, name: string): ExitCode {
  return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name } }), () => '');
}
