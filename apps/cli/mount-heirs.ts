import type { Command } from 'commander';
import { refuse } from '#basics';
import type { Role } from '#business/access/public';
import { divisionBases, words } from '#business/succession/public';
import { conclude, type ExitCode } from './frame.ts';
import type * as Heirs from './heirs.ts';
import { payeeSays } from './payee-says.ts';
import { type Shell, withAgency, withDesk } from './shell.ts';
import type { Start } from './start.ts';

const clerk: readonly Role[] = ['clerk'];

/** `suixing case heirs …`: who succeeds, what each says, and how it is divided. */
export function mountHeirs(cases: Command, start: Start): void {
  const heirs = cases
    .command('heirs')
    .description('after a death: the heirs, their shares and what each says');
  heirs
    .command('list')
    .argument('<number>')
    .description('the heirs, their shares, and where each share is')
    .action((number: string) =>
      start((shell) =>
        at(shell, ['clerk', 'reviewer', 'finance', 'auditor'], ({ listHeirsOf }, desk) =>
          listHeirsOf(shell, { ...desk, number }),
        ),
      ),
    );
  heirs
    .command('add')
    .argument('<number>')
    .description(
      'record an heir or legatee, as JSON on standard input: {"name":"Zhang Xiaoming","relation":"child","paperReference":"2026-7"}',
    )
    .summary('record an heir or legatee, as JSON on standard input')
    .action((number: string) =>
      start((shell) => at(shell, clerk, ({ addHeirOf }, desk) => addHeirOf(shell, { ...desk, number }))),
    );
  heirs
    .command('payee')
    .argument('<number>')
    .argument('<heir>', 'as `case heirs list` names it')
    .description(`one heir’s account: ${payeeSays}`)
    .summary('the account of one heir, as JSON on standard input')
    .action((number: string, successorId: string) =>
      start((shell) =>
        at(shell, clerk, ({ nameHeirPayeeOf }, desk) =>
          nameHeirPayeeOf(shell, { ...desk, number, successorId }),
        ),
      ),
    );
  heirs
    .command('link')
    .argument('<number>')
    .argument('<heir>', 'as `case heirs list` names it')
    .option('--days <days>', 'for how many days it is valid', '30')
    .description('give one heir a link by which they speak without a login')
    .action((number: string, successorId: string, { days }: { days: string }) =>
      start((shell) => {
        const wish = { number, successorId, days: /^\d{1,3}$/.test(days) ? Number(days) : 0 };
        return at(shell, clerk, ({ giveLinkOf }, desk) => giveLinkOf(shell, { ...desk, ...wish }));
      }),
    );
  mountContact(heirs, start);
  mountSaying(heirs, start);
  mountDividing(heirs, start);
}

/** `suixing heir-link`: for an heir without a login. */
export function mountHeirLink(program: Command, start: Start): void {
  program
    .command('heir-link')
    .description(
      'what an heir does by a link, as JSON on standard input: {"secret":"sxh_…"} to see the shares; with "word":"agree", "waive" or "object" to speak; with "payee":{…} to name an account, "contact":{…} a language and an e-mail; with "letters":true to list the letters to them, "letter":NUMBER to print one',
    )
    .summary(
      'what an heir does by a link: see shares and letters, speak, name an account; JSON on standard input',
    )
    .action(() =>
      start(async (shell) => {
        const { useHeirLink } = await import('./heirs.ts');
        return withAgency(shell, (agency) => useHeirLink(shell, agency));
      }),
    );
}

function mountContact(heirs: Command, start: Start): void {
  heirs
    .command('contact')
    .argument('<number>')
    .argument('<heir>', 'as `case heirs list` names it')
    .description(
      'an heir’s language and e-mail for letters and notices, as JSON on standard input: {"language":"en","email":"heir@example.org"}',
    )
    .summary('an heir’s language and e-mail for letters and notices, as JSON on standard input')
    .action((number: string, successorId: string) =>
      start((shell) =>
        at(shell, clerk, ({ readHeirContactOf }, desk) =>
          readHeirContactOf(shell, { ...desk, number, successorId }),
        ),
      ),
    );
}

function mountSaying(heirs: Command, start: Start): void {
  heirs
    .command('hear')
    .argument('<number>')
    .argument('<heir>', 'as `case heirs list` names it')
    .argument('<word>', words.join(', '))
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .option('--dispute <heir...>', 'whose shares an objection disputes; the heir’s own where left out')
    .description('take in what an heir says in writing')
    .action(
      (number: string, successorId: string, said: string, given: { paper: string; dispute?: string[] }) =>
        start((shell) => {
          const word = words.find((one) => one === said);
          if (!word) return bad(shell, 'word');
          const saying = { word, disputes: given.dispute ?? [], paperReference: given.paper };
          return at(shell, clerk, ({ hearHeirOf }, desk) =>
            hearHeirOf(shell, { ...desk, number, successorId, ...saying }),
          );
        }),
    );
}

function mountDividing(heirs: Command, start: Start): void {
  heirs
    .command('divide')
    .argument('<number>')
    .requiredOption('--basis <basis>', divisionBases.join(', '))
    .option('--share <heir=share...>', 'such as suc_…=1/3; the equal shares of the law where left out')
    .option('--paper <reference>', 'what the paper is called in the files')
    .option('--order <order>', 'after the settlement: the order that is divided anew')
    .description('record how the account is divided; after the settlement a second officer decides')
    .action((number: string, given: DivideGiven) =>
      start((shell) => {
        const basis = divisionBases.find((one) => one === given.basis);
        if (!basis) return bad(shell, '--basis');
        const shares = (given.share ?? []).map((written) => {
          const [successorId = '', share = ''] = written.split('=');
          return { successorId, share };
        });
        const division = {
          ...{ basis, shares: shares.length > 0 ? shares : null },
          ...{ paperReference: given.paper ?? null, orderId: given.order ?? null },
        };
        return at(shell, clerk, ({ divideEstateOf }, desk) =>
          divideEstateOf(shell, { ...desk, number, division }),
        );
      }),
    );
  for (const approved of [true, false]) {
    heirs
      .command(approved ? 'approve' : 'reject')
      .argument('<number>')
      .argument('<division>', 'as `case heirs list` names it')
      .option('--reason <text>', 'why it is declined')
      .description(approved ? 'approve a division anew' : 'reject a division anew')
      .action((number: string, divisionId: string, { reason = null }: { reason?: string | null }) =>
        start((shell) =>
          at(shell, ['reviewer'], ({ decideDivisionOf }, desk) =>
            decideDivisionOf(shell, { ...desk, number, divisionId, approved, reason }),
          ),
        ),
      );
  }
}

interface DivideGiven {
  readonly basis: string;
  readonly share?: readonly string[];
  readonly paper?: string;
  readonly order?: string;
}

function at(
  shell: Shell,
  roles: readonly Role[],
  work: (commands: typeof Heirs, desk: Omit<Heirs.HeirsDesk, 'number'>) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, roles, async (desk) => work(await import('./heirs.ts'), desk));
}

function bad(shell: Shell, name: string): Promise<ExitCode> {
  return Promise.resolve(conclude(shell, refuse({ code: 'cli.bad-value', figures: { name } }), () => ''));
}
