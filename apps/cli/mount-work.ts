import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { isPlainDate, type PlainDate, refuse } from '#basics';
import type { Role } from '#business/access/public';
import { identityKinds } from '#business/registry/public';
import type { Sought, WorkQuery } from '#business/work-list';
import { type Sort, sorts, type View, views } from '#business/work-list/public';
import { conclude, type ExitCode } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';
import type { AssignmentStep } from './work.ts';

const sees: readonly Role[] = ['clerk', 'reviewer', 'finance', 'auditor'];

interface ListGiven {
  readonly view: View;
  readonly procedure?: string;
  readonly ground?: string;
  readonly state?: string;
  readonly office?: string;
  readonly clerk?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly channel?: 'online' | 'window' | 'integrator' | 'automatic';
  readonly sort: Sort;
  readonly cursor?: string;
}

interface FindGiven extends ListGiven {
  readonly kind?: string;
  readonly issuer?: string;
  readonly employer?: string;
}

/** `suixing work …`: what is to be done, over all procedures. */
export function mountWork(program: Command, start: Start): void {
  const work = program
    .command('work')
    .description('the work list: what is due, whose it is, whom it waits for');
  withFilters(work.command('list', { isDefault: true }))
    .description('open cases of every procedure, those due first at the top')
    .action((given: ListGiven) => start((shell) => list(shell, given)));
  work
    .command('counts')
    .option('--office <id>', 'only this office’s cases')
    .description('how many cases each view holds')
    .action(({ office }: { office?: string }) =>
      start((shell) =>
        withDesk(shell, sees, async (desk) =>
          (await import('./work.ts')).countOfWork(shell, { ...desk, officeId: office ?? null }),
        ),
      ),
    );
  withFilters(work.command('find'))
    .argument('[number]', 'a case number; the person’s other cases are found too')
    .option('--kind <kind>', 'an identity document, its number on standard input')
    .option('--issuer <country>', 'of a passport: ISO 3166 alpha-3')
    .option('--employer <code>', 'the unified social credit code of where people work or worked')
    .description('cases by number, identity document or employer, over or not')
    .action((number: string | undefined, given: FindGiven) =>
      start((shell) => find(shell, { number, given })),
    );
}

/** `suixing case take|hand|put-back`: who has a case in hand. */
export function mountAssignment(program: Command, start: Start): void {
  const cases = program.commands.find((each) => each.name() === 'case');
  if (!cases) throw new Error('`case` is mounted before');
  const note = ['--note <text>', 'what whoever has it next should know', ''] as const;
  cases
    .command('take')
    .argument('<number>')
    .option(...note)
    .description('take a case over, also from a colleague')
    .action((number: string, given: { note: string }) =>
      start((shell) => assign(shell, { number, taken: { step: 'take', ...given } })),
    );
  cases
    .command('hand')
    .argument('<number>')
    .argument('<login-name>', 'the clerk who gets it')
    .option(...note)
    .description('hand a case to a clerk who is named')
    .action((number: string, to: string, given: { note: string }) =>
      start((shell) => assign(shell, { number, taken: { step: 'hand', to, ...given } })),
    );
  cases
    .command('put-back')
    .argument('<number>')
    .option(...note)
    .description('put a case back for any clerk to take')
    .action((number: string, given: { note: string }) =>
      start((shell) => assign(shell, { number, taken: { step: 'put-back', ...given } })),
    );
}

function withFilters(command: Command): Command {
  return command
    .addOption(new Option('--view <view>', 'which view').choices(views).default('open'))
    .option('--procedure <ids>', 'only these procedures, with commas')
    .option('--ground <id>', 'only withdrawals on this ground')
    .option('--state <states>', 'only these states, with commas; closed cases too')
    .option('--office <id>', 'only this office’s cases')
    .option('--clerk <login-name>', 'only what this clerk has in hand')
    .option('--due-from <day>', 'due on this day or later')
    .option('--due-to <day>', 'due on this day or before')
    .addOption(
      new Option('--channel <channel>', 'by which way it came in').choices([
        ...['online', 'window', 'integrator', 'automatic'],
      ]),
    )
    .addOption(new Option('--sort <order>', 'which come first').choices(sorts).default('due'))
    .option('--cursor <cursor>', 'go on where the last page ended');
}

function list(shell: Shell, given: ListGiven): Promise<ExitCode> {
  const query = queryOf(given);
  if (!query) return badDay(shell);
  return withDesk(shell, sees, async (desk) =>
    (await import('./work.ts')).listOfWork(shell, { ...desk, query, cursor: given.cursor ?? null }),
  );
}

async function find(
  shell: Shell,
  { number, given }: { readonly number: string | undefined; readonly given: FindGiven },
): Promise<ExitCode> {
  const query = queryOf(given);
  if (!query) return badDay(shell);
  const sought = await soughtBy(shell, { number, given });
  if (!sought)
    return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: 'number' } }), () => '');
  return withDesk(shell, sees, async (desk) =>
    (await import('./work.ts')).findWork(shell, { ...desk, query, sought, cursor: given.cursor ?? null }),
  );
}

async function soughtBy(
  shell: Shell,
  { number, given }: { readonly number: string | undefined; readonly given: FindGiven },
): Promise<Sought | null> {
  if (number !== undefined) return { by: 'number', number };
  if (given.employer !== undefined) return { by: 'employer', creditCode: given.employer };
  const kind = identityKinds.find((each) => each === given.kind);
  if (!kind) return null;
  const identity = { kind, number: await text(shell.stdin), issuer: given.issuer ?? null };
  return { by: 'identity', identity };
}

function assign(
  shell: Shell,
  asked: { readonly number: string; readonly taken: AssignmentStep },
): Promise<ExitCode> {
  const may: readonly Role[] = asked.taken.step === 'take' ? ['clerk'] : ['clerk', 'reviewer'];
  return withDesk(shell, may, async (desk) =>
    (await import('./work.ts')).assignOnDesk(shell, { ...desk, ...asked }),
  );
}

/** Null where a day is not one. */
function queryOf(given: ListGiven): WorkQuery | null {
  const { view, sort, procedure, ground, state, office, clerk, dueFrom, dueTo, channel } = given;
  const [from, to] = [dayOf(dueFrom), dayOf(dueTo)];
  if (from === undefined || to === undefined) return null;
  return {
    ...{ view, sort, procedures: procedure?.split(',') ?? null, states: state?.split(',') ?? null },
    ...{ ground: ground ?? null, officeId: office ?? null, assignedTo: clerk ?? null },
    ...{ dueFrom: from, dueTo: to, channel: channel ?? null },
  };
}

function dayOf(given: string | undefined): PlainDate | null | undefined {
  if (given === undefined) return null;
  return isPlainDate(given) ? given : undefined;
}

function badDay(shell: Shell): Promise<ExitCode> {
  const refused = refuse({ code: 'cli.bad-value', figures: { name: '--due-from, --due-to' } });
  return Promise.resolve(conclude(shell, refused, () => ''));
}
