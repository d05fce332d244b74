import type { Command } from 'commander';
import { isPlainDate, refuse } from '#basics';
import { conclude } from './frame.ts';
import { withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing track` and `suixing case tracking-code`: where a case is, for whoever waits for it. */
export function mountTracking(program: Command, start: Start): void {
  program
    .command('track')
    .argument('<number>', 'the number of the case')
    .option(
      '--born <day>',
      'the person’s day of birth; the document’s last four characters on standard input',
    )
    .description('where a case is, without a login; its receipt’s code on standard input')
    .action((number: string, { born }: { born?: string }) =>
      start(async (shell) => {
        if (born !== undefined && !isPlainDate(born))
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: '--born' } }), () => '');
        const { trackOnCli } = await import('./track.ts');
        return withAgency(shell, (agency) => trackOnCli(shell, { agency, number, bornOn: born ?? null }));
      }),
    );
  const cases = program.commands.find((each) => each.name() === 'case');
  if (!cases) throw new Error('`case` is mounted before');
  cases
    .command('tracking-code')
    .argument('<number>')
    .description('the code with which a case is asked after without a login')
    .action((number: string) =>
      start(async (shell) => {
        const { showTrackingCode } = await import('./track.ts');
        return withDesk(shell, ['clerk', 'reviewer'], (desk) => showTrackingCode(shell, { ...desk, number }));
      }),
    );
  cases
    .command('place')
    .argument('<number>')
    .description('where a case is, and whose move it is')
    .action((number: string) =>
      start(async (shell) => {
        const { showPlaceOfCase } = await import('./track.ts');
        return withDesk(shell, officers, (desk) => showPlaceOfCase(shell, { ...desk, number }));
      }),
    );
  const person = program.commands.find((each) => each.name() === 'person');
  if (!person) throw new Error('`person` is mounted before');
  person
    .command('cases')
    .argument('<person>', 'the id that `person find` prints')
    .description('everything that is or was under way for a person')
    .action((personId: string) =>
      start(async (shell) => {
        const { showCasesOfPerson } = await import('./track.ts');
        return withDesk(shell, officers, (desk) => showCasesOfPerson(shell, { ...desk, personId }));
      }),
    );
}

const officers = ['clerk', 'reviewer', 'auditor'] as const;
