import { type Command, Option } from 'commander';
import { isPlainDate, refuse } from '#basics';
import type { Role } from '#business/access/public';
import { type RejectReason, rejectReasonCodes } from '#business/materials/public';
import { conclude, type ExitCode } from './frame.ts';
import type * as Upkeep from './paper-upkeep.ts';
import type * as Papers from './papers.ts';
import { type Desk, type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

const clerk: readonly Role[] = ['clerk'];
const sees: readonly Role[] = ['clerk', 'reviewer', 'auditor'];

/** The papers of a case, under `suixing case …`. */
export function mountCasePapers(cases: Command, start: Start): void {
  mountUploading(cases, start);
  mountJudging(cases, start);
  mountCommitting(cases, start);
}

function mountUploading(cases: Command, start: Start): void {
  cases
    .command('upload')
    .description('take in files (PDF, JPEG, PNG) that were photographed or scanned')
    .argument('<number>')
    .argument('<file...>', 'in the order of their pages')
    .option('--as <material>', 'hand them in as the pages of this paper')
    .action((number: string, paths: string[], { as = null }: { as?: string | null }) =>
      start((shell) =>
        at(shell, clerk, ({ uploadFiles }, desk) => uploadFiles(shell, { ...desk, number, paths, as })),
      ),
    );
  cases
    .command('papers')
    .description('the papers of a case: pages, verdicts, and what may be brought instead')
    .argument('<number>')
    .action((number: string) =>
      start((shell) => at(shell, sees, ({ showPapers }, desk) => showPapers(shell, { ...desk, number }))),
    );
  cases
    .command('download')
    .description('write a file of a case; who looked is noted')
    .argument('<number>')
    .argument('<file>', 'as `case papers` names it')
    .requiredOption('--out <path>', 'where to; nothing is written over')
    .action((number: string, fileId: string, { out }: { out: string }) =>
      start((shell) =>
        at(shell, sees, ({ downloadOne }, desk) => downloadOne(shell, { ...desk, number, fileId, out })),
      ),
    );
}

function mountJudging(cases: Command, start: Start): void {
  cases
    .command('judge')
    .description('accept a paper, or reject it for a reason')
    .argument('<number>')
    .argument('<material>', 'which paper, as `case papers` names it')
    .argument('<verdict>', 'accept or reject')
    .addOption(new Option('--reason <code>', 'why it is rejected').choices(rejectReasonCodes))
    .option('--until <day>', 'the last day printed on it')
    .option('--note <text>', 'what the applicant is told besides', '')
    .action((number: string, materialId: string, verdict: string, given: JudgingGiven) =>
      start((shell) => judge(shell, { number, materialId, verdict, given })),
    );
}

interface JudgingGiven {
  readonly reason?: RejectReason;
  readonly until?: string;
  readonly note: string;
}

function judge(
  shell: Shell,
  asked: {
    readonly number: string;
    readonly materialId: string;
    readonly verdict: string;
    readonly given: JudgingGiven;
  },
): Promise<ExitCode> {
  const { number, materialId, verdict, given } = asked;
  const { reason = null, until = null, note } = given;
  const wrong =
    verdict !== 'accept' && verdict !== 'reject'
      ? 'verdict'
      : until !== null && !isPlainDate(until)
        ? '--until'
        : null;
  if (wrong !== null) {
    return Promise.resolve(
      conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: wrong } }), () => ''),
    );
  }
  const word = verdict === 'accept' ? 'accepted' : 'rejected';
  const validUntil = isPlainDate(until) ? until : null;
  return at(shell, clerk, ({ judgeOne }, desk) =>
    judgeOne(shell, { ...desk, number, materialId, verdict: word, reason, note, validUntil }),
  );
}

function mountCommitting(cases: Command, start: Start): void {
  cases
    .command('declare')
    .description('a commitment in place of a paper: its text, or who signed it')
    .argument('<number>')
    .argument('<material>', 'the alternative that is a commitment')
    .option('--signer <name>', 'who signs; the clerk sees them do it')
    .option('--text <version>', 'the version of the text that they read')
    .option('--files <file...>', 'uploaded files that go with it')
    .action(
      (number: string, materialId: string, given: { signer?: string; text?: string; files?: string[] }) =>
        start((shell) => {
          const { signer = null, text: version = null, files: fileIds = [] } = given;
          return at(shell, clerk, ({ signOne }, desk) =>
            signOne(shell, { ...desk, number, materialId, signer, version, fileIds }),
          );
        }),
    );
}

function at(
  shell: Shell,
  roles: readonly Role[],
  work: (commands: typeof Papers, desk: Desk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, roles, async (desk) => work(await import('./papers.ts'), desk));
}

/** `suixing papers …`: what the worker does by itself with all files. */
export function mountPapers(program: Command, start: Start): void {
  const papers = program
    .command('papers')
    .description('uploaded papers: what is due, quarantine, left-over files');
  const administrator: readonly Role[] = ['administrator'];
  const upkeep = (name: string, says: string, does: keyof typeof Upkeep, roles = administrator) =>
    papers
      .command(name)
      .description(says)
      .action(() =>
        start((shell) =>
          withDesk(shell, roles, async (desk) => (await import('./paper-upkeep.ts'))[does](shell, desk)),
        ),
      );
  upkeep('due', 'files whose time is over, and why some stay', 'showDue', ['administrator', 'auditor']);
  upkeep('erase', 'erase the content of files whose time is over', 'eraseDue');
  upkeep('scan', 'show the scanner the files that it has not judged yet', 'scanAgain');
  upkeep('sweep', 'remove files that no record names', 'sweepAway');
}
