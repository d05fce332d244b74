import { type Command, Option } from 'commander';
import type { Role } from '#business/access/public';
import { withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';

const officers: readonly Role[] = ['clerk', 'reviewer'];

/** Papers of a relative’s question, under `suixing account-inquiry …`. */
export function mountInquiryPapers(inquiry: Command, start: Start): void {
  inquiry
    .command('papers')
    .argument('<number>')
    .description('the papers that came with a question')
    .action((inquiryId: string) =>
      start((shell) =>
        withDesk(shell, officers, async ({ agency }) => {
          const { listInquiryPapers } = await import('./inquiry-papers.ts');
          return listInquiryPapers(shell, { agency, inquiryId });
        }),
      ),
    );
  inquiry
    .command('download')
    .argument('<number>')
    .argument('<file>', 'as `account-inquiry papers` names it')
    .requiredOption('--out <path>', 'where to; nothing is written over')
    .description('write a paper of a question; who looked is noted')
    .action((inquiryId: string, fileId: string, { out }: { out: string }) =>
      start((shell) =>
        withDesk(shell, officers, async ({ agency }) => {
          const { downloadInquiryPaper } = await import('./inquiry-papers.ts');
          return downloadInquiryPaper(shell, { agency, inquiryId, fileId, out });
        }),
      ),
    );
  inquiry
    .command('send')
    .argument('<number>')
    .argument('<file...>', 'PDF, JPEG or PNG')
    .addOption(
      new Option('--as <paper>', 'what they prove: the death, or the relation')
        .choices(['death', 'relation'])
        .makeOptionMandatory(),
    )
    .description('send papers with a question, until an officer has looked; the secret on standard input')
    .action((inquiryId: string, paths: string[], { as: paper }: { as: 'death' | 'relation' }) =>
      start((shell) =>
        withAgency(shell, async (agency) => {
          const { sendInquiryPapers } = await import('./inquiry-papers.ts');
          return sendInquiryPapers(shell, { agency, inquiryId, paths, paper });
        }),
      ),
    );
}
