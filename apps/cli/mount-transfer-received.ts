import { type Command, Option } from 'commander';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const readers = ['insured', 'agent', 'clerk', 'reviewer', 'finance', 'auditor'] as const;

interface Given {
  readonly out?: string | null;
  readonly html?: boolean;
  readonly language?: 'zh' | 'en' | null;
}

/** `suixing transfer received`: copies of what other agencies said. */
export function mountTransferReceived(transfer: Command, start: Start): void {
  transfer
    .command('received')
    .argument('<number>', 'as `transfer list` shows it')
    .argument('<message>', 'as `transfer show` names it')
    .option('--out <file>', 'where to write it; standard output where it is not given')
    .option('--html', 'as a page for a browser; PDF where left out')
    .addOption(new Option('--language <language>', 'zh or en; Chinese where left out').choices(['zh', 'en']))
    .description('print a copy of what the other agency said, marked as one')
    .action((number: string, messageId: string, { out = null, html = false, language = null }: Given) =>
      start(async (shell) => {
        const { printReceivedOf } = await import('./transfer-received.ts');
        const asked = { number, messageId, out, html, language };
        return withDesk(shell, readers, (desk) => printReceivedOf(shell, { ...desk, ...asked }));
      }),
    );
}
