import type { Command } from 'commander';
import type { CaseDesk } from './case.ts';
import type * as After from './case-after.ts';
import type { ExitCode } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** What may happen to a case besides its straight path: papers that did not come, late money, an objection. */
export function mountAfter(cases: Command, start: Start): void {
  const withReason = (name: string, says: string, does: 'closeCase' | 'objectToCase', why: string) =>
    cases
      .command(name)
      .description(says)
      .argument('<number>')
      .requiredOption('--reason <text>', why)
      .action((number: string, { reason }: { reason: string }) =>
        start((shell) => at(shell, (commands, desk) => commands[does](shell, { ...desk, number, reason }))),
      );
  withReason('close', 'close a case whose papers did not come', 'closeCase', 'why, as the applicant is told');
  withReason(
    'object',
    'object to the decision; officers who had no part in it decide again',
    'objectToCase',
    'why the person does not agree',
  );
  const plain = (name: string, says: string, does: 'confirmCase' | 'dropObjection') =>
    cases
      .command(name)
      .description(says)
      .argument('<number>')
      .action((number: string) =>
        start((shell) => at(shell, (commands, desk) => commands[does](shell, { ...desk, number }))),
      );
  plain(
    'confirm',
    'confirm the payee of a case that opened by itself, which makes it an application',
    'confirmCase',
  );
  plain('drop-objection', 'take an objection back', 'dropObjection');
}

function at(
  shell: Shell,
  work: (commands: typeof After, desk: CaseDesk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, ['clerk'], async (desk) => work(await import('./case-after.ts'), desk));
}
