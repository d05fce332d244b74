import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fenToYuan, ok, type Result } from '#basics';
import type { Desk, EventTold } from './desk.ts';
import { issuerOf } from './people-csv.ts';
import { runSuixing } from './run-suixing.ts';
import { papersOf, type ScenarioEvent } from './scenario.ts';
import { type Officer, officers, password } from './staff.ts';

export interface CliOffice {
  /** What makes a command one of this agency's. */
  readonly env: Readonly<Record<string, string>>;
  /** The agency's data folder, where files are put as well. */
  readonly folder: string;
  readonly tokens: Readonly<Record<Officer, string>>;
}

/** The desks on the command line: every step is a `suixing …` of its own, by the officer whose step it is. */
export function cliDesk(office: CliOffice): Desk {
  const clerk = keyboard(office, 'clerk');
  const reviewer = keyboard(office, 'reviewer');
  const finance = keyboard(office, 'finance');
  const file = (name: string, text: string): string => {
    const path = join(office.folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    importPeople: (csv) => clerk(['import', 'people', file('people.csv', csv)]),
    approveImport: ({ runId, openingCount, openingTotalFen }) => {
      const totals = ['--count', `${openingCount}`, '--total', fenToYuan(BigInt(openingTotalFen))];
      return reviewer(['import', 'approve', runId, ...totals]);
    },
    findPerson: async (person) => {
      const issuer = issuerOf(person);
      const kind = ['--kind', person.documentKind, ...(issuer ? ['--issuer', issuer] : [])];
      const found = await clerk<Place>(['person', 'find', ...kind], person.documentNumber);
      return found.ok ? ok(found.value.personId) : found;
    },
    recordFact: async (personId, { kind, paper, body }) => {
      const entry = JSON.stringify({ kind, ...body });
      const args = ['fact', 'record', personId, '--entry', entry, '--paper', paper];
      const recorded = await clerk<Place>(args);
      return recorded.ok ? ok(recorded.value.factId) : recorded;
    },
    confirmFact: (personId, factId) => reviewer(['fact', 'confirm', personId, factId]),
    decideEvent: (personId, event) => decideEvent({ clerk, reviewer }, { personId, event }),
    readPerson: (personId) => clerk(['person', 'show', personId]),
    assess: (request) =>
      runSuixing({ env: office.env, args: ['assess', '-'], stdin: JSON.stringify(request) }),
    apply: async ({ personId, ground, payee, papers }) => {
      const given = papers.flatMap((paper) => ['--paper', `${paper.materialId}=${paper.paperReference}`]);
      const args = ['case', 'open', personId, ground, '--payee-stdin', ...given];
      const opened = await clerk<Place>(args, JSON.stringify(payee));
      return opened.ok ? ok(opened.value.number) : opened;
    },
    propose: (number, outcome) => clerk(['case', 'propose', number, outcome]),
    proposeAsColleague: (number, outcome) =>
      proposeAsColleague({ clerk, colleague: keyboard(office, 'clerk2') }, { number, outcome }),
    approve: (number) => reviewer(['case', 'approve', number]),
    settle: (number) => clerk(['case', 'settle', number]),
    correctPayee: (number, payee) => clerk(['case', 'payee', number], JSON.stringify(payee)),
    buildBatch: () => finance(['payments', 'build']),
    approveBatch: async ({ batchId, digest }) => {
      const args = ['payments', 'approve', batchId, '--digest', digest];
      const first = await keyboard(office, 'finance2')(args);
      return first.ok ? keyboard(office, 'finance3')(args) : first;
    },
    exportBatch: async (batchId) => {
      const path = join(office.folder, `${batchId}.xml`);
      const written = await finance(['payments', 'export', batchId, '--out', path]);
      return written.ok ? ok(readFileSync(path, 'utf8')) : written;
    },
    importAnswer: (xml) => finance(['payments', 'import', file('answer.xml', xml)]),
    explain: (number) => clerk(['explain', number, '--verify']),
  };
}

async function proposeAsColleague(
  { clerk, colleague }: { readonly clerk: Keyboard; readonly colleague: Keyboard },
  { number, outcome }: { readonly number: string; readonly outcome: 'approve' | 'refuse' },
): Promise<Result<string | null>> {
  const taken = await clerk(['case', 'review', number]);
  if (!taken.ok) return taken;
  const tried = await colleague(['case', 'propose', number, outcome]);
  const over = await colleague(['case', 'take', number, '--note', '同事外出']);
  if (!over.ok) return over;
  const proposed = await colleague(['case', 'propose', number, outcome]);
  return proposed.ok ? ok(tried.ok ? null : tried.refusal.code) : proposed;
}

/** A life event from its report to the reviewer's approval. */
async function decideEvent(
  { clerk, reviewer }: { readonly clerk: Keyboard; readonly reviewer: Keyboard },
  { personId, event }: { readonly personId: string; readonly event: ScenarioEvent },
): Promise<Result<EventTold>> {
  const papers = papersOf(event).flatMap((paper) => [
    '--paper',
    `${paper.materialId}=${paper.paperReference}`,
  ]);
  const statement = ['--statement', JSON.stringify(event.statement)];
  const opened = await clerk<Place>(['case', 'report', personId, ...statement, ...papers]);
  if (!opened.ok) return opened;
  const { number } = opened.value;
  const proposed = await clerk(['case', 'propose', number, event.decision]);
  if (!proposed.ok) return proposed;
  const approved = await reviewer(['case', 'approve', number]);
  return approved.ok ? clerk<EventTold>(['case', 'show', number]) : approved;
}

/** The ids that answers carry. */
interface Place {
  readonly personId: string;
  readonly factId: string;
  readonly number: string;
}

type Keyboard = <T>(args: readonly string[], stdin?: string) => Promise<Result<T>>;

function keyboard({ env, tokens }: CliOffice, officer: Officer): Keyboard {
  return (args, stdin = '') => runSuixing({ env: { ...env, SUIXING_SESSION: tokens[officer] }, args, stdin });
}

/** Logs every officer in, and takes each token from where `suixing login` keeps it. */
export async function logInAtKeyboard({ env, folder }: Omit<CliOffice, 'tokens'>): Promise<CliOffice> {
  const tokens: [string, string][] = [];
  for (const loginName of Object.keys(officers)) {
    const done = await runSuixing({ env, args: ['login', loginName, '--password-stdin'], stdin: password });
    if (!done.ok) throw new Error(`${loginName}: ${JSON.stringify(done.refusal)}`);
    tokens.push([loginName, readFileSync(join(folder, 'cli-session'), 'utf8').trim()]);
  }
  const byOfficer = Object.fromEntries(tokens) as CliOffice['tokens']; // one for each officer
  return { env, folder, tokens: byOfficer };
}
