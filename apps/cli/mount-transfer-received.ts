import { type Command, Option } from 'commander';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const readers = ['insured', 'agent', 'clerk', 'reviewer', 'finance', 'auditor'] as const;

interface Given {
  readonly out?: string | null;
  readonly html?: boolean;
  readonly language?: 'zh' | 'en' | null;
}

/** `suixing transfer receipt` and `transfer received`: what an applicant takes along, and copies of what other agencies said. */
export function mountTransferReceived(transfer: Command, start: Start): void {
  transfer
    .command('receipt')
    .argument('<number>', 'as `transfer list` shows it')
    .option('--out <file>', 'write it as PDF; without it, told in words')
    .addOption(new Option('--language <language>', 'zh or en; Chinese where left out').choices(['zh', 'en']))
    .description('the receipt of an application, with the code by which it is asked after')
    .action((number: string, { out = null, language = null }: Given) =>
      start(async (shell) => {
        const { giveReceipt } = await import('./transfer-received.ts');
        return withDesk(shell, readers, (desk) => giveReceipt(shell, { ...desk, number, out, language }));
      }),
    );
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
