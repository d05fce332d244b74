import type { Command } from 'commander';
import { fen, ok, type Result, refuse, yuanToFen } from '#basics';
import { identityKinds } from '#business/registry/public';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing import …`: files of people and paid months, and the second officer's approval. */
export function mountImports(program: Command, start: Start): void {
  const imports = program.command('import').description('take in people and their balances, or paid months');
  for (const kind of ['people', 'months'] as const) {
    imports
      .command(kind)
      .description(importSays[kind])
      .argument('<file>', 'CSV; docs/import.md names its columns')
      .option('--dry-run', 'check and report, write nothing')
      .action((file: string, { dryRun = false }: { dryRun?: boolean }) =>
        start(async (shell) => {
          const { importFile } = await import('./import.ts');
          return withDesk(shell, ['clerk'], (desk) => importFile(shell, { ...desk, kind, file, dryRun }));
        }),
      );
  }
  imports
    .command('approve')
    .argument('<run>', 'the import, as `import people` named it')
    .option('--count <number>', 'opening balances, as read')
    .option('--total <yuan>', 'their total in yuan, as read')
    .description('post the opening balances; without figures it shows them')
    .action((runId: string, given: { count?: string; total?: string }) =>
      start(async (shell) => {
        const totals = readTotals(given);
        if (!totals.ok) return conclude(shell, totals, () => '');
        const { approveImportRun } = await import('./import.ts');
        const asked = { runId, totals: totals.value };
        return withDesk(shell, ['reviewer'], (desk) => approveImportRun(shell, { ...desk, ...asked }));
      }),
    );
  imports
    .command('show')
    .argument('<run>')
    .description('how far an import has come')
    .action((runId: string) =>
      start(async (shell) => {
        const { showImport } = await import('./import.ts');
        const may = ['clerk', 'reviewer', 'auditor'] as const;
        return withDesk(shell, may, ({ agency }) => showImport(shell, { agency, runId }));
      }),
    );
  mountAbandonment(imports, start);
}

function mountAbandonment(imports: Command, start: Start): void {
  imports
    .command('abandon')
    .argument('<run>')
    .requiredOption('--reason <text>', 'why its file cannot be taken in to the end')
    .description('ask that an import that was cut short be given up')
    .action((runId: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { abandonImport } = await import('./abandon.ts');
        return withDesk(shell, ['clerk'], (desk) => abandonImport(shell, { ...desk, runId, reason }));
      }),
    );
  imports
    .command('confirm-abandon')
    .argument('<run>')
    .description('agree to it: what the import brought is void, and the file may come again')
    .action((runId: string) =>
      start(async (shell) => {
        const { confirmAbandonment } = await import('./abandon.ts');
        return withDesk(shell, ['reviewer'], (desk) => confirmAbandonment(shell, { ...desk, runId }));
      }),
    );
}

const importSays = {
  people: 'people, their cover and opening balances',
  months: 'months for which contributions were paid',
} as const;

interface Totals {
  readonly openingCount: number;
  readonly openingTotalFen: bigint;
}

/** The totals of an import as an officer types them; null where none were given. */
export function readTotals({ count, total }: { count?: string; total?: string }): Result<Totals | null> {
  if (count === undefined && total === undefined) return ok(null);
  if (!/^\d{1,9}$/.test(count ?? '')) return refuse({ code: 'cli.bad-value', figures: { name: '--count' } });
  const amount = yuanToFen(asRead(total ?? ''));
  if (amount === null) return refuse({ code: 'cli.bad-value', figures: { name: '--total' } });
  return ok({ openingCount: Number(count), openingTotalFen: fen(amount) });
}

/** The totals are shown as `153,798.77`, and an officer types what is shown. */
function asRead(total: string): string {
  return /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(total) ? total.replaceAll(',', '') : total;
}

/** `suixing person …` and `suixing fact …`: who is on record, and what papers prove of them. */
export function mountRegister(program: Command, start: Start): void {
  mountPeople(program, start);
  mountFacts(program, start);
}

const reads = ['clerk', 'reviewer', 'auditor'] as const;

/** What somebody takes along of themselves. */
function mountMyData(person: Command, start: Start): void {
  person
    .command('my-data')
    .argument('<person>', 'whoever is signed in')
    .requiredOption('--out <file>', 'where the file goes')
    .option('--totp <code>', 'the one-time code, where a second factor is set up')
    .description('everything on record of you as a signed file; the password is read from standard input')
    .action((owner: string, asked: { out: string; totp?: string }) =>
      start(async (shell) => {
        const { takeOwnData } = await import('./my-data.ts');
        return withDesk(shell, ['insured'], (desk) => takeOwnData(shell, { ...desk, owner, ...asked }));
      }),
    );
}

/** What is set on paper for a person. */
function mountYearStatement(person: Command, start: Start): void {
  person
    .command('year-statement')
    .argument('<person>', 'the id that `person find` prints')
    .argument('<year>', 'four digits')
    .requiredOption('--out <file>', 'where the PDF goes')
    .option('--english', 'in English rather than in Chinese')
    .description('the statement of one year as PDF, with a code that proves it')
    .action((owner: string, year: string, asked: { out: string; english?: boolean }) =>
      start(async (shell) => {
        const { printYearStatement } = await import('./show-statement.ts');
        return withDesk(shell, [...reads, 'insured'], (desk) =>
          printYearStatement(shell, { ...desk, owner, year, ...asked }),
        );
      }),
    );
}

function mountPeople(program: Command, start: Start): void {
  const person = program.command('person').description('who is on record');
  mountYears(person, start);
  person
    .command('show')
    .argument('<person>', 'the id that `person find` prints')
    .description('what is on record of a person, and the account')
    .action((personId: string) =>
      start(async (shell) => {
        const { showPerson } = await import('./show-person.ts');
        return withDesk(shell, reads, (desk) => showPerson(shell, { ...desk, personId }));
      }),
    );
  person
    .command('record', { isDefault: true })
    .argument('<person>', 'the id that `person find` prints')
    .option('--on <day>', 'as it stood on this day; today where left out')
    .option('--known <time>', 'as the agency knew it at this day or time; now where left out')
    .description('the record as it stood on a day, as known at a time')
    .action((owner: string, asked: { on?: string; known?: string }) =>
      start(async (shell) => {
        const { showRecord } = await import('./show-record.ts');
        return withDesk(shell, reads, (desk) => showRecord(shell, { ...desk, owner, ...asked }));
      }),
    );
  person
    .command('statement')
    .argument('<person>', 'the id that `person find` prints')
    .description('a statement of account between two days, fit to be printed')
    .option('--from <day>', 'the first day; New Year’s Day where left out')
    .option('--to <day>', 'the last day; today where left out')
    .option('--known <time>', 'as the agency knew it at this day or time; now where left out')
    .action((owner: string, asked: { from?: string; to?: string; known?: string }) =>
      start(async (shell) => {
        const { showStatement } = await import('./show-statement.ts');
        return withDesk(shell, reads, (desk) => showStatement(shell, { ...desk, owner, ...asked }));
      }),
    );
  mountYearStatement(person, start);
  mountMyData(person, start);
  person
    .command('find')
    .requiredOption('--kind <kind>', identityKinds.join(', '))
    .option('--issuer <country>', 'of a passport: ISO 3166 alpha-3')
    .description('by identity number, read from standard input so that it is in no history')
    .action(({ kind, issuer }: { kind: string; issuer?: string }) =>
      start(async (shell) => {
        const known = identityKinds.find((each) => each === kind);
        if (!known) return conclude(shell, badKind, () => '');
        const { findPerson } = await import('./registry.ts');
        return withDesk(shell, reads, (desk) =>
          findPerson(shell, { ...desk, kind: known, issuer: issuer ?? null }),
        );
      }),
    );
}

function mountYears(person: Command, start: Start): void {
  person
    .command('years')
    .argument('<person>', 'the id that `person find` prints')
    .description('what moved the account year by year, and what of its balance is interest')
    .action((owner: string) =>
      start(async (shell) => {
        const { showYears } = await import('./show-years.ts');
        return withDesk(shell, reads, (desk) => showYears(shell, { ...desk, owner }));
      }),
    );
}

interface FactOptions {
  readonly entry: string;
  readonly paper: string;
  readonly from?: string;
  readonly to?: string;
}

function mountFacts(program: Command, start: Start): void {
  const fact = program
    .command('fact')
    .description('what papers prove: recorded by one officer, confirmed by another');
  fact
    .command('record')
    .description('write down what a paper proves; it counts once another officer confirms it')
    .argument('<person>')
    .requiredOption(
      '--entry <json>',
      'the kind and its body: {"kind":"died","on":"2026-05-20"}; docs/import.md lists them all',
    )
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .option('--from <day>', 'the first day on which a status holds')
    .option('--to <day>', 'its last day, where it is over')
    .action((owner: string, { entry, paper, ...days }: FactOptions) =>
      start(async (shell) => {
        const { recordFactOf } = await import('./registry.ts');
        const given = { owner, entry, paperReference: paper, days };
        return withDesk(shell, ['clerk'], (desk) => recordFactOf(shell, { ...desk, ...given }));
      }),
    );
  for (const confirmed of [true, false]) {
    fact
      .command(confirmed ? 'confirm' : 'reject')
      .description(
        confirmed ? 'confirm what another officer recorded' : 'reject what another officer recorded',
      )
      .argument('<person>')
      .argument('<fact>')
      .option('--reason <text>', 'why it is rejected')
      .action((personId: string, factId: string, { reason }: { reason?: string }) =>
        start(async (shell) => {
          const { decideFactOf } = await import('./registry.ts');
          const decision = { personId, factId, confirmed, reason: reason ?? null };
          return withDesk(shell, ['reviewer'], (desk) => decideFactOf(shell, { ...desk, decision }));
        }),
      );
  }
  fact
    .command('list')
    .description('recorded facts')
    .argument('[person]', 'of one person all, otherwise those that wait')
    .action((owner: string | undefined) =>
      start(async (shell) => {
        const { listFacts } = await import('./registry.ts');
        return withDesk(shell, reads, ({ agency }) => listFacts(shell, { agency, owner: owner ?? null }));
      }),
    );
}

const badKind = refuse({ code: 'cli.bad-value', figures: { name: '--kind' } });
