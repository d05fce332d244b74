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
  mountStaff(employer, start);
  mountLogins(employer, start);
}

const readers = ['clerk', 'reviewer', 'auditor'] as const;

/** Its staff, and what it reported of them under its own login. */
function mountStaff(employer: Command, start: Start): void {
  employer
    .command('roster')
    .argument('<employer>', 'an employer’s id, emp_…')
    .option('--name <words>', 'a part of the name')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('list the staff of an employer')
    .action((employerId: string, { name, cursor }: { name?: string; cursor?: string }) =>
      start(async (shell) => {
        const { rosterOnCli } = await import('./employers.ts');
        const asked = { employerId, words: name?.trim() || null, cursor };
        return withDesk(shell, readers, (desk) => rosterOnCli(shell, { ...desk, ...asked }));
      }),
    );
  employer
    .command('reports')
    .argument('<employer>', 'an employer’s id, emp_…')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('list what an employer reported of its staff')
    .action((employerId: string, { cursor }: { cursor?: string }) =>
      start(async (shell) => {
        const { staffReportsOnCli } = await import('./employers.ts');
        return withDesk(shell, readers, (desk) => staffReportsOnCli(shell, { ...desk, employerId, cursor }));
      }),
    );
  employer
    .command('report')
    .argument('<employer>', 'an employer’s id, emp_…')
    .argument('<report>', 'a report’s id, srp_…')
    .description('show one report, person by person')
    .action((employerId: string, reportId: string) =>
      start(async (shell) => {
        const { staffReportOnCli } = await import('./employers.ts');
        return withDesk(shell, readers, (desk) => staffReportOnCli(shell, { ...desk, employerId, reportId }));
      }),
    );
}

/** Which logins act for it; what the window gave is ended there. */
function mountLogins(employer: Command, start: Start): void {
  employer
    .command('logins')
    .argument('<employer>', 'an employer’s id, emp_…')
    .description('list the logins that act for an employer now')
    .action((employerId: string) =>
      start(async (shell) => {
        const { employerLoginsOnCli } = await import('./employers.ts');
        return withDesk(shell, ['clerk', 'auditor'], (desk) =>
          employerLoginsOnCli(shell, { ...desk, employerId }),
        );
      }),
    );
  employer
    .command('end-login')
    .argument('<employer>', 'an employer’s id, emp_…')
    .argument('<login>', 'as `employer logins` prints it, usr_…')
    .description(
      'end a login’s right to act for an employer at once, with its mandates and every unused code',
    )
    .action((employerId: string, loginId: string) =>
      start(async (shell) => {
        const { endEmployerLoginOnCli } = await import('./employers.ts');
        return withDesk(shell, ['clerk'], (desk) =>
          endEmployerLoginOnCli(shell, { ...desk, employerId, loginId }),
        );
      }),
    );
}
