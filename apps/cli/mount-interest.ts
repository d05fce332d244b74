import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude, type ExitCode } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

interface RunGiven {
  readonly year: string;
  readonly preview?: boolean;
  readonly reverse?: boolean;
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
    .action((given: RunGiven) => start((shell) => run(shell, given)));
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

async function run(shell: Shell, given: RunGiven): Promise<ExitCode> {
  const year = Number(given.year);
  if (!/^\d{4}$/.test(given.year) || year < 1998 || year > 2099)
    return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--year' } }), () => '');
  const commands = await import('./interest.ts');
  const kind = given.reverse ? 'reversal' : 'credit';
  const { preview = false, approve, reject } = given;
  if (approve !== undefined && !/^[0-9a-f]{64}$/.test(approve))
    return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--approve' } }), () => '');
  return withDesk(shell, preview ? ['finance', 'auditor'] : ['finance'], (desk) => {
    const asked = { ...desk, year, kind } as const;
    if (preview) return commands.previewRun(shell, asked);
    if (approve !== undefined) return commands.approveYear(shell, { ...asked, digest: approve });
    if (reject !== undefined) return commands.rejectYear(shell, { ...asked, reason: reject });
    return commands.runYear(shell, asked);
  });
}
