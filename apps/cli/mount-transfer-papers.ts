import type { Command } from 'commander';
import type { Role } from '#business/access/public';
import type { ExitCode } from './frame.ts';
import { type Desk, type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';
import type * as Papers from './transfer-papers.ts';

const clerk: readonly Role[] = ['clerk'];
const reviewer: readonly Role[] = ['reviewer'];
const sees: readonly Role[] = ['clerk', 'reviewer', 'auditor'];

/** `suixing transfer paper …`: letters to and from agencies without a gateway. */
export function mountTransferPapers(transfer: Command, start: Start): void {
  const paper = transfer.command('paper').description('letters to and from agencies without a gateway');
  mountPost(paper, start);
  mountKeyingIn(paper, start);
  mountReading(paper, start);
  mountDeciding(paper, start);
}

function mountPost(paper: Command, start: Start): void {
  paper
    .command('post')
    .option('--posted', 'those that were posted')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('letters that are to be printed and posted, the oldest first')
    .action(({ posted = false, cursor = null }: { posted?: boolean; cursor?: string | null }) =>
      start((shell) =>
        at(shell, sees, (commands, desk) => commands.listLettersToPost(shell, { ...desk, posted, cursor })),
      ),
    );
  paper
    .command('posted')
    .argument('<letter>', 'as `transfer paper post` names it')
    .requiredOption('--on <day>', 'the day of the postmark')
    .option('--reference <text>', 'the registered letter’s number, or who took it along')
    .description('a letter was posted: the other agency’s time to answer runs from that day')
    .action((letter: string, { on, reference = null }: { on: string; reference?: string | null }) =>
      start((shell) =>
        at(shell, clerk, (commands, desk) => commands.notePosted(shell, { ...desk, letter, on, reference })),
      ),
    );
}

interface KeyingGiven {
  readonly paper?: string;
  readonly seen?: string;
  readonly type?: string;
  readonly reference?: string;
  readonly dated?: string;
  readonly scan?: string;
  readonly file?: string;
}

function mountKeyingIn(paper: Command, start: Start): void {
  paper
    .command('open')
    .argument('<person>')
    .argument('<region>', 'the other region, six digits')
    .description('a contact letter came by post: open the case in which it is keyed in')
    .action((personId: string, from: string) =>
      start((shell) =>
        at(shell, clerk, (commands, desk) => commands.openForPaper(shell, { ...desk, personId, from })),
      ),
    );
  paper
    .command('blank')
    .argument('<type>', 'which kind of letter')
    .description('the fields of a kind of letter, empty, as JSON')
    .action((type: string) =>
      start((shell) => at(shell, sees, (commands) => commands.showBlank(shell, type))),
    );
  paper
    .command('key-in')
    .argument('<number>')
    .option('--paper <id>', 'a letter that was begun; what is not given here stays as it was')
    .option('--seen <version>', 'the version of it that you saw; the last one where left out')
    .option('--type <type>', 'which kind of letter')
    .option('--reference <text>', 'its number, as it stands on it')
    .option('--dated <day>', 'its day')
    .option('--scan <path>', 'its scan (PDF, JPEG, PNG), to be uploaded')
    .option('--file <id>', 'its scan, uploaded before')
    .description('key a letter in from its scan; what it says as JSON on standard input')
    .action((number: string, given: KeyingGiven) =>
      start((shell) =>
        at(shell, clerk, (commands, desk) => commands.keyIn(shell, { ...desk, number, given })),
      ),
    );
  paper
    .command('drop')
    .argument('<number>')
    .argument('<paper>', 'as `transfer paper list` names it')
    .description('throw away what was typed of a letter')
    .action((number: string, paperId: string) =>
      start((shell) =>
        at(shell, clerk, (commands, desk) => commands.dropOne(shell, { ...desk, number, paperId })),
      ),
    );
}

function mountReading(paper: Command, start: Start): void {
  paper
    .command('list')
    .argument('[number]', 'of one transfer all, otherwise those that wait')
    .option('--unfinished', 'those that are still being keyed in')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('letters that came on paper')
    .action((number: string | undefined, given: { unfinished?: boolean; cursor?: string }) =>
      start((shell) =>
        at(shell, sees, (commands, desk) =>
          number === undefined
            ? commands.listWaiting(shell, {
                ...{ ...desk, cursor: given.cursor ?? null },
                state: given.unfinished ? 'being-keyed-in' : 'to-confirm',
              })
            : commands.listOfTransfer(shell, { ...desk, number }),
        ),
      ),
    );
  paper
    .command('show')
    .argument('<number>')
    .argument('<paper>', 'as `transfer paper list` names it')
    .option('--scan <path>', 'write its scan there; nothing is written over')
    .description('what was keyed in, field by field, to be compared with the scan')
    .action((number: string, paperId: string, { scan = null }: { scan?: string | null }) =>
      start((shell) =>
        at(shell, sees, (commands, desk) => commands.showPaper(shell, { ...desk, number, paperId, scan })),
      ),
    );
}

function mountDeciding(paper: Command, start: Start): void {
  paper
    .command('confirm')
    .argument('<number>')
    .argument('<paper>', 'as `transfer paper list` names it')
    .requiredOption('--digest <digest>', 'of what you compared, as `transfer paper show` prints it')
    .description('it is what the scan says: what it asks for is done')
    .action((number: string, paperId: string, { digest }: { digest: string }) =>
      start((shell) =>
        at(shell, reviewer, (commands, desk) =>
          commands.confirmPaper(shell, { ...desk, number, paperId, digest }),
        ),
      ),
    );
  paper
    .command('turn-down')
    .argument('<number>')
    .argument('<paper>', 'as `transfer paper list` names it')
    .requiredOption('--reason <text>', 'what differs from the scan')
    .description('it is not what the scan says: it counts for nothing')
    .action((number: string, paperId: string, { reason }: { reason: string }) =>
      start((shell) =>
        at(shell, reviewer, (commands, desk) =>
          commands.turnDownPaper(shell, { ...desk, number, paperId, reason }),
        ),
      ),
    );
}

function at(
  shell: Shell,
  roles: readonly Role[],
  work: (commands: typeof Papers, desk: Desk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, roles, async (desk) => work(await import('./transfer-papers.ts'), desk));
}
