import type { Command } from 'commander';
import { refuse } from '#basics';
import type { Role } from '#business/access/public';
import type * as Cases from './case.ts';
import { conclude, type ExitCode } from './frame.ts';
import { mountAfter } from './mount-after.ts';
import { mountHeirs } from './mount-heirs.ts';
import { mountCasePapers } from './mount-papers.ts';
import { mountReporting } from './mount-reporting.ts';
import { payeeSays } from './payee-says.ts';
import { readPapers, readRejected } from './read-papers.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

const sees: readonly Role[] = ['clerk', 'reviewer', 'finance', 'auditor', 'administrator'];
const clerk: readonly Role[] = ['clerk'];
const reviewer: readonly Role[] = ['reviewer'];
const settles: readonly Role[] = ['clerk', 'finance'];

/** `suixing case …` and `suixing explain`: a withdrawal from the application to the decision, and why it came out so. */
export function mountCases(program: Command, start: Start): void {
  const cases = program
    .command('case')
    .description('cases of every procedure: apply, report, decide, settle');
  mountReading(cases, start);
  mountApplying(cases, start);
  mountReporting(cases, start);
  mountCasePapers(cases, start);
  mountDeciding(cases, start);
  mountAfter(cases, start);
  mountHeirs(cases, start);
  program
    .command('explain')
    .argument('<number>')
    .option('--verify', 'decide again from what was stored and compare byte for byte')
    .description('why a case came out as it did')
    .action((number: string, { verify = false }: { verify?: boolean }) =>
      start(async (shell) => {
        const { explainCase } = await import('./show-case.ts');
        return withDesk(shell, sees, (desk) => explainCase(shell, { ...desk, number, verify }));
      }),
    );
}

function mountReading(cases: Command, start: Start): void {
  cases
    .command('list')
    .description('open cases by deadline, then closed ones')
    .option('--state <state>', 'only cases in this state, by its id or as the list shows it')
    .option('--procedure <id>', 'only cases of this procedure')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .action(({ state, procedure, cursor }: { state?: string; procedure?: string; cursor?: string }) =>
      start(async (shell) => {
        const { listCases } = await import('./list-cases.ts');
        const page = { state: state ?? null, procedure: procedure ?? null, cursor: cursor ?? null };
        return withDesk(shell, sees, (desk) => listCases(shell, { ...desk, ...page }));
      }),
    );
  cases
    .command('show')
    .argument('<number>')
    .description('the case as it stands, what is missing and what may be done')
    .action((number: string) =>
      start(async (shell) => {
        const { showCase } = await import('./show-case.ts');
        return withDesk(shell, sees, (desk) => showCase(shell, { ...desk, number }));
      }),
    );
  step(cases, start, { name: 'history', says: 'everything that happened in it', roles: sees }, 'showHistory');
}

function mountApplying(cases: Command, start: Start): void {
  cases
    .command('open')
    .description('apply for somebody; prints the case number')
    .argument('<person>', 'the id that `person find` prints')
    .argument('<ground>', 'as `assess` names it')
    .option('--draft', 'keep a draft; nothing is held, no deadline runs')
    .option('--anyway', 'a written decision is wanted although something stands against it')
    .option('--paper <material=reference...>', 'papers that lie at the window, and what the files call them')
    .option('--payee-stdin', payeeOption)
    .action((personId: string, ground: string, given: OpeningGiven) =>
      start((shell) => open(shell, { personId, ground, given })),
    );
  cases
    .command('submit')
    .description('hand a draft in; deadlines start to run')
    .argument('<number>')
    .option('--anyway', 'a written decision is wanted although something stands against it')
    .action((number: string, { anyway = false }: { anyway?: boolean }) =>
      start((shell) =>
        at(shell, clerk, ({ submitCase }, desk) => submitCase(shell, { ...desk, number, anyway })),
      ),
    );
  cases
    .command('paper')
    .description('take a paper in')
    .argument('<number>')
    .argument('<material>', 'which paper, as `case show` names it')
    .argument('<reference>', 'what the paper is called in the files')
    .action((number: string, materialId: string, paperReference: string) =>
      start((shell) =>
        at(shell, clerk, ({ givePaper }, desk) =>
          givePaper(shell, { ...desk, number, materialId, paperReference }),
        ),
      ),
    );
  step(cases, start, { name: 'payee', says: `to whom it pays; ${payeeSays}`, roles: clerk }, 'setPayee');
  cases.commands.at(-1)?.summary('to whom it pays; the account as JSON on standard input');
  step(cases, start, { name: 'withdraw', says: 'take the application back', roles: clerk }, 'withdrawCase');
}

interface OpeningGiven {
  readonly draft?: boolean;
  readonly anyway?: boolean;
  readonly paper?: readonly string[];
  readonly payeeStdin?: boolean;
}

function open(
  shell: Shell,
  asked: { readonly personId: string; readonly ground: string; readonly given: OpeningGiven },
): Promise<ExitCode> {
  const { personId, ground, given } = asked;
  const { draft = false, anyway = false, paper = [], payeeStdin = false } = given;
  const papers = readPapers(paper);
  if (!papers) {
    const refused = refuse({ code: 'cli.bad-value', figures: { name: '--paper' } });
    return Promise.resolve(conclude(shell, refused, () => ''));
  }
  return at(shell, clerk, ({ openCase }, desk) =>
    openCase(shell, { ...desk, personId, ground, draft, anyway, papers, payeeStdin }),
  );
}

function mountDeciding(cases: Command, start: Start): void {
  step(cases, start, { name: 'review', says: 'take it up', roles: clerk }, 'reviewCase');
  const goOn = { name: 'go-on', says: 'stop waiting for papers and go on with the review', roles: clerk };
  step(cases, start, goOn, 'goOnWithCase');
  cases
    .command('ask')
    .description('ask the applicant for the papers that are missing')
    .argument('<number>')
    .option('--again <material=reason...>', `papers that do not serve and must come again, each with why`)
    .option('--note <text>', 'what the applicant is told besides', '')
    .action((number: string, { again = [], note }: { again?: string[]; note: string }) =>
      start((shell) => ask(shell, { number, again, note })),
    );
  cases
    .command('propose')
    .description('propose a decision to the second officer')
    .argument('<number>')
    .argument('<outcome>', 'approve or refuse')
    .option('--note <text>', 'for the second officer', '')
    .action((number: string, outcome: string, { note }: { note: string }) =>
      start((shell) => propose(shell, { number, outcome, note })),
    );
  step(
    cases,
    start,
    { name: 'approve', says: 'the second officer approves what was proposed', roles: reviewer },
    'approveCase',
  );
  cases
    .command('return')
    .description('send a proposal back to the clerk')
    .argument('<number>')
    .requiredOption('--reason <text>', 'why it goes back to the clerk')
    .action((number: string, { reason }: { reason: string }) =>
      start((shell) =>
        at(shell, reviewer, ({ returnCase }, desk) => returnCase(shell, { ...desk, number, reason })),
      ),
    );
  step(cases, start, { name: 'settle', says: 'settle an approved case now', roles: settles }, 'settleCase');
}

function ask(
  shell: Shell,
  asked: { readonly number: string; readonly again: readonly string[]; readonly note: string },
): Promise<ExitCode> {
  const again = readRejected(asked.again);
  if (!again) {
    const refused = refuse({ code: 'cli.bad-value', figures: { name: '--again' } });
    return Promise.resolve(conclude(shell, refused, () => ''));
  }
  const { number, note } = asked;
  return at(shell, clerk, ({ askForPapers }, desk) => askForPapers(shell, { ...desk, number, again, note }));
}

function propose(
  shell: Shell,
  { number, outcome, note }: { readonly number: string; readonly outcome: string; readonly note: string },
): Promise<ExitCode> {
  if (outcome !== 'approve' && outcome !== 'refuse') {
    const refused = refuse({ code: 'cli.bad-value', figures: { name: 'outcome' } });
    return Promise.resolve(conclude(shell, refused, () => ''));
  }
  return at(shell, clerk, ({ proposeOnCase }, desk) =>
    proposeOnCase(shell, { ...desk, number, outcome, note }),
  );
}

/** A step that needs nothing but the case's number. */
type PlainStep =
  | 'showHistory'
  | 'setPayee'
  | 'withdrawCase'
  | 'reviewCase'
  | 'goOnWithCase'
  | 'approveCase'
  | 'settleCase';

function step(
  cases: Command,
  start: Start,
  { name, says, roles }: { readonly name: string; readonly says: string; readonly roles: readonly Role[] },
  does: PlainStep,
): void {
  cases
    .command(name)
    .argument('<number>')
    .description(says)
    .action((number: string) =>
      start((shell) => at(shell, roles, (commands, desk) => commands[does](shell, { ...desk, number }))),
    );
}

function at(
  shell: Shell,
  roles: readonly Role[],
  work: (commands: typeof Cases, desk: Cases.CaseDesk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, roles, async (desk) => work(await import('./case.ts'), desk));
}

const payeeOption = 'to whom it pays; the account as JSON on standard input, as `case payee --help` shows it';
