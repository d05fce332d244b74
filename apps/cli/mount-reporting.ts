import { type Command, Option } from 'commander';
import { refuse } from '#basics';
import { conclude } from './frame.ts';
import { readPapers } from './read-papers.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

interface ReportGiven {
  readonly statement: string;
  readonly paper?: readonly string[];
  readonly anyway?: boolean;
}

interface ReceiptGiven {
  readonly out?: string | null;
  readonly language?: 'zh' | 'en' | null;
}

/** `suixing case report` and `suixing case receipt`: what befell somebody comes in at the window. */
export function mountReporting(cases: Command, start: Start): void {
  cases
    .command('report')
    .description('report what befell somebody: leaving, stopping, treatment elsewhere, retirement, death')
    .argument('<person>', 'the id that `person find` prints')
    .requiredOption(
      '--statement <json>',
      'what is reported, as the API takes it: {"kind":"retirement","retiredOn":"2026-05-20"}',
    )
    .option('--paper <material=reference...>', 'papers that lie at the window, and what the files call them')
    .option('--anyway', 'a written decision is wanted although something stands against it')
    .action((personId: string, { statement, paper = [], anyway = false }: ReportGiven) =>
      start(async (shell) => {
        const papers = readPapers(paper);
        if (!papers)
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--paper' } }), () => '');
        const { reportCase } = await import('./life-event.ts');
        const asked = { personId, statement, papers, anyway };
        return withDesk(shell, ['clerk'], (desk) => reportCase(shell, { ...desk, ...asked }));
      }),
    );
  cases
    .command('receipt')
    .description('the receipt of a reported matter, to be printed')
    .argument('<number>')
    .option('--out <file>', 'write it as PDF; without it, told in words')
    .addOption(new Option('--language <language>', 'zh or en; Chinese where left out').choices(['zh', 'en']))
    .action((number: string, { out = null, language = null }: ReceiptGiven) =>
      start(async (shell) => {
        const { printReceiptOf, showReceipt } = await import('./life-event.ts');
        return withDesk(shell, ['clerk', 'reviewer', 'auditor'], (desk) =>
          out === null
            ? showReceipt(shell, { ...desk, number })
            : printReceiptOf(shell, { ...desk, number, out, language }),
        );
      }),
    );
}
