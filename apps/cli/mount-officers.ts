import type { Command } from 'commander';
import { refuse } from '#basics';
import { isOfficerRole, type OfficerRole } from '#business/access';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly office: string;
}

/** `suixing officer …`: how the agency's staff come to be and to sign in. */
export function mountOfficers(program: Command, start: Start): void {
  const officers = program.command('officer').description('staff: the first administrator, further officers');
  mountFirst(officers, start);
  mountLimits(officers, start);
  officers
    .command('create')
    .argument('<login-name>')
    .requiredOption('--name-zh <name>', 'the officer’s name in Chinese')
    .requiredOption('--name-en <name>', 'the officer’s name in English')
    .requiredOption('--office <id>', 'the office that the officer belongs to')
    .requiredOption('--roles <roles>', 'clerk, reviewer, finance, auditor, administrator; with commas')
    .description('add an officer, as an administrator; prints a temporary password')
    .action((loginName: string, { nameZh, nameEn, office, roles }: Named & { roles: string }) =>
      start(async (shell) => {
        const wished = readRoles(roles);
        if (wished === null)
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--roles' } }), () => '');
        const { addOfficer } = await import('./officer.ts');
        const officer = { loginName, nameZh, nameEn, officeId: office, roles: wished };
        return withDesk(shell, ['administrator'], (desk) => addOfficer(shell, { ...desk, officer }));
      }),
    );
  officers
    .command('enrol')
    .argument('<login-name>')
    .description('exchange a temporary password, on standard input, for one of your own')
    .action((loginName: string) =>
      start(async (shell) => (await import('./officer.ts')).enrolOfficer(shell, loginName)),
    );
}

/** `suixing officer limit-ask|limit-decide|limits`: how much a reviewer may approve. */
function mountLimits(officers: Command, start: Start): void {
  officers
    .command('limit-ask')
    .argument('<login-name>', 'a reviewer')
    .argument('<yuan>', 'up to which amount')
    .requiredOption('--reason <text>', 'why, and on which order')
    .description('ask that a reviewer may approve up to another amount')
    .action((officer: string, yuan: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { askLimitOnCli } = await import('./officer-limits.ts');
        return withDesk(shell, ['administrator'], (desk) =>
          askLimitOnCli(shell, { ...desk, officer, yuan, reason }),
        );
      }),
    );
  officers
    .command('limit-decide')
    .argument('<id>', 'as `officer limits` prints it')
    .argument('<answer>', 'agree or refuse')
    .description('agree to a limit that another administrator asked for, or not')
    .action((limitId: string, answer: string) =>
      start(async (shell) => {
        if (answer !== 'agree' && answer !== 'refuse')
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: 'answer' } }), () => '');
        const { decideLimitOnCli } = await import('./officer-limits.ts');
        return withDesk(shell, ['administrator'], (desk) =>
          decideLimitOnCli(shell, { ...desk, limitId, agreed: answer === 'agree' }),
        );
      }),
    );
  officers
    .command('limits')
    .description('limits that were asked for, and what became of them')
    .action(() =>
      start(async (shell) => {
        const { listLimitsOnCli } = await import('./officer-limits.ts');
        return withDesk(shell, ['administrator', 'auditor'], (desk) => listLimitsOnCli(shell, desk));
      }),
    );
}

function mountFirst(officers: Command, start: Start): void {
  officers
    .command('first')
    .argument('<login-name>')
    .requiredOption('--name-zh <name>', 'the officer’s name in Chinese')
    .requiredOption('--name-en <name>', 'the officer’s name in English')
    .requiredOption('--office <id>', 'an id for the first office, such as ofc_main')
    .requiredOption('--office-zh <name>', 'the office’s name in Chinese')
    .requiredOption('--office-en <name>', 'the office’s name in English')
    .description('the first office and administrator of a new agency; prints a temporary password')
    .action((loginName: string, given: Named & { officeZh: string; officeEn: string }) =>
      start(async (shell) => {
        const { firstOfficer } = await import('./officer.ts');
        const { nameZh, nameEn, office, officeZh, officeEn } = given;
        const place = { id: office, nameZh: officeZh, nameEn: officeEn };
        return firstOfficer(shell, { loginName, nameZh, nameEn, office: place });
      }),
    );
}

function readRoles(given: string): readonly OfficerRole[] | null {
  const roles = given.split(',').map((role) => role.trim());
  return roles.every(isOfficerRole) ? roles : null;
}
