import type { Command } from 'commander';
import { isPlainDate, plainDate, refuse } from '#basics';
import type { Role } from '#business/access/public';
import type * as Estates from './estates.ts';
import { conclude, type ExitCode } from './frame.ts';
import { mountInquiryPapers } from './mount-inquiry-papers.ts';
import { type Shell, withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing escheat …` and `suixing account-inquiry …`: accounts of people who died, outside of a case. */
export function mountEstates(program: Command, start: Start): void {
  mountEscheats(program, start);
  const inquiry = program
    .command('account-inquiry')
    .description('whether somebody who died had an account, for who is entitled to know');
  inquiry
    .command('ask')
    .description('ask; who died and who asks as JSON on standard input')
    .action(() =>
      start(async (shell) => {
        const { askForAccountOf } = await import('./estates.ts');
        return withAgency(shell, (agency) => askForAccountOf(shell, agency));
      }),
    );
  inquiry
    .command('answer')
    .argument('<number>')
    .description('read the answer; the secret on standard input')
    .action((inquiryId: string) =>
      start(async (shell) => {
        const { answerInquiryOf } = await import('./estates.ts');
        return withAgency(shell, (agency) => answerInquiryOf(shell, { agency, inquiryId }));
      }),
    );
  mountInquiryDesk(inquiry, start);
  mountInquiryPapers(inquiry, start);
}

interface ReviewGiven {
  readonly death: string;
  readonly relation: string;
  readonly identity?: string;
  readonly diedOn?: string;
}

function mountInquiryDesk(inquiry: Command, start: Start): void {
  inquiry
    .command('list')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('questions that wait for an officer')
    .action(({ cursor = null }: { cursor?: string | null }) =>
      start((shell) =>
        at(shell, ['clerk', 'reviewer'], ({ listInquiriesOf }, desk) =>
          listInquiriesOf(shell, { ...desk, after: cursor }),
        ),
      ),
    );
  inquiry
    .command('review')
    .argument('<number>')
    .argument('<entitled>', 'yes or no')
    .requiredOption('--death <reference>', 'the proof of death in the files')
    .requiredOption('--relation <reference>', 'the proof of the relation in the files')
    .option('--identity <reference>', 'the asker’s identity document that was compared; it opens a login')
    .option(
      '--died-on <date>',
      'the day of the death, as its proof says; needed where no death is on record yet',
    )
    .description('say whether an asker’s papers prove the death and the relation')
    .action((inquiryId: string, said: string, given: ReviewGiven) =>
      start((shell) => {
        if (said !== 'yes' && said !== 'no') return bad(shell, 'entitled');
        const { diedOn = null, identity = null } = given;
        if (diedOn !== null && !isPlainDate(diedOn)) return bad(shell, '--died-on');
        const papers = {
          ...{ deathPaper: given.death, relationPaper: given.relation, identityPaper: identity },
          diedOn: diedOn === null ? null : plainDate(diedOn),
        };
        return at(shell, ['clerk'], ({ reviewInquiryOf }, desk) =>
          reviewInquiryOf(shell, { ...desk, inquiryId, entitled: said === 'yes', ...papers }),
        );
      }),
    );
  for (const confirmed of [true, false]) {
    inquiry
      .command(confirmed ? 'confirm' : 'reject')
      .argument('<number>')
      .description(confirmed ? 'confirm what another officer found' : 'reject what another officer found')
      .action((inquiryId: string) =>
        start((shell) =>
          at(shell, ['reviewer'], ({ decideInquiryOf }, desk) =>
            decideInquiryOf(shell, { ...desk, inquiryId, confirmed }),
          ),
        ),
      );
  }
}

function mountEscheats(program: Command, start: Start): void {
  const escheat = program.command('escheat').description('accounts that nobody succeeds to, by two officers');
  escheat
    .command('propose')
    .argument('<person>')
    .requiredOption('--notice <date>', 'the day of the public notice')
    .requiredOption('--paper <reference>', 'the notice in the files')
    .requiredOption('--reason <text>', 'why nobody succeeds')
    .description('propose that the balance goes to the pooled fund')
    .action((personId: string, given: { notice: string; paper: string; reason: string }) =>
      start((shell) => {
        if (!isPlainDate(given.notice)) return bad(shell, '--notice');
        const wish = {
          noticeOn: plainDate(given.notice),
          ...{ noticePaper: given.paper, reason: given.reason },
        };
        return at(shell, ['clerk'], ({ proposeEscheatOf }, desk) =>
          proposeEscheatOf(shell, { ...desk, personId, wish }),
        );
      }),
    );
  for (const approved of [true, false]) {
    escheat
      .command(approved ? 'approve' : 'decline')
      .argument('<person>')
      .argument('<escheat>', 'as `escheat list` names it')
      .requiredOption('--reason <text>', 'the paper that nobody came forward, or why it is declined')
      .description(approved ? 'approve it once the notice has run' : 'decline it')
      .action((personId: string, escheatId: string, { reason }: { reason: string }) =>
        start((shell) =>
          at(shell, ['reviewer'], ({ decideEscheatOf }, desk) =>
            decideEscheatOf(shell, { ...desk, decision: { personId, escheatId, approved, reason } }),
          ),
        ),
      );
  }
  escheat
    .command('list')
    .argument('[person]')
    .description('those that wait for a second officer, or all of one person')
    .action((personId: string | undefined) =>
      start((shell) =>
        at(shell, ['clerk', 'reviewer', 'finance', 'auditor'], ({ listEscheatsOf }, desk) =>
          listEscheatsOf(shell, { ...desk, personId: personId ?? null }),
        ),
      ),
    );
}

function at(
  shell: Shell,
  roles: readonly Role[],
  work: (commands: typeof Estates, desk: Estates.EstateDesk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, roles, async (desk) => work(await import('./estates.ts'), desk));
}

function bad(shell: Shell, name: string): Promise<ExitCode> {
  return Promise.resolve(conclude(shell, refuse({ code: 'cli.bad-value', figures: { name } }), () => ''));
}
