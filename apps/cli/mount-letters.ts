import { type Command, Option } from 'commander';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const readers = ['clerk', 'reviewer', 'finance', 'auditor'] as const;

interface Printing {
  readonly out?: string | null;
  readonly html?: boolean;
  readonly language?: 'zh' | 'en' | null;
}

/** `suixing letter …`: what the agency wrote to people. */
export function mountLetters(program: Command, start: Start): void {
  const letter = program
    .command('letter')
    .description('letters of a case: receipts, requests, decisions, advices');
  letter
    .command('list')
    .argument('<number>', 'as `case list` shows it')
    .description('the letters of a case, the oldest first')
    .action((number: string) =>
      start(async (shell) => {
        const { listLettersOf } = await import('./letters.ts');
        return withDesk(shell, readers, (desk) => listLettersOf(shell, { ...desk, number }));
      }),
    );
  letter
    .command('print')
    .argument('<letter>', 'as `letter list` names it')
    .option('--out <file>', 'where to write it; standard output where it is not given')
    .option('--html', 'as a page for a browser; PDF where left out')
    .addOption(new Option('--language <language>', 'zh or en; its own where left out').choices(['zh', 'en']))
    .description('print a letter; the same letter comes out byte for byte')
    .action((name: string, { out = null, html = false, language = null }: Printing) =>
      start(async (shell) => {
        const { printLetterOf } = await import('./letters.ts');
        const asked = { letter: name, out, html, language };
        return withDesk(shell, readers, (desk) => printLetterOf(shell, { ...desk, asked }));
      }),
    );
}
