import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing employer …`: who employs the insured. */
export function mountEmployers(program: Command, start: Start): void {
  const employer = program.command('employer').description('employers on record');
  employer
    .command('find')
    .argument('<words>', 'the unified social credit code, or a part of the name')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('find an employer and its id')
    .action((words: string, { cursor }: { cursor?: string }) =>
      start(async (shell) => {
        if (words.trim() === '')
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: 'words' } }), () => '');
        const { findEmployersOf } = await import('./employers.ts');
        return withDesk(shell, ['clerk'], ({ agency }) => findEmployersOf(shell, { agency, words, cursor }));
      }),
    );
}
