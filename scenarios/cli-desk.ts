import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fenToYuan, ok, type Result } from '#basics';
import { type ApplicationMade, type Desk, type EventTold, type HeirsTold, heldOf } from './desk.ts';
import type { Keyboard } from './keyboard.ts';
import { issuerOf } from './people-csv.ts';
import { papersOf, type ScenarioEvent } from './scenario.ts';
import { type Officer, officers, password } from './staff.ts';

export interface CliOffice {
  readonly keyboard: Keyboard;
  /** What makes a command one of this agency's. */
  readonly env: Readonly<Record<string, string>>;
  /** The agency's data folder, where files are put as well. */
  readonly folder: string;
  readonly tokens: Readonly<Record<Officer, string>>;
}

/** The desks on the command line: every step is a `suixing …`, by the officer whose step it is. */
export function cliDesk(office: CliOffice): Desk {
  const clerk = typing(office, 'clerk');
  const reviewer = typing(office, 'reviewer');
  const finance = typing(office, 'finance');
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
      office.keyboard.run({ env: office.env, args: ['assess', '-'], stdin: JSON.stringify(request) }),
    apply: (application) => openCase(clerk, application),
    propose: (number, outcome) => clerk(['case', 'propose', number, outcome]),
    proposeAsColleague: (number, outcome) =>
      proposeAsColleague({ clerk, colleague: typing(office, 'clerk2') }, { number, outcome }),
    approve: (number) => reviewer(['case', 'approve', number]),
    settle: (number) => clerk(['case', 'settle', number]),
    correctPayee: (number, payee) => clerk(['case', 'payee', number], JSON.stringify(payee)),
    buildBatch: () => finance(['payments', 'build']),
    approveBatch: async ({ batchId, digest }) => {
      const args = ['payments', 'approve', batchId, '--digest', digest];
      const first = await typing(office, 'finance2')(args);
      return first.ok ? typing(office, 'finance3')(args) : first;
    },
    ...cliHeirs({ clerk, reviewer }),
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
  { clerk, colleague }: { readonly clerk: Typing; readonly colleague: Typing },
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

type HeirSteps = Pick<
  Desk,
  'addHeir' | 'divide' | 'approveDivision' | 'hearHeir' | 'heirPayee' | 'heldOrders'
>;

/** What is done about heirs. */
function cliHeirs({ clerk, reviewer }: { readonly clerk: Typing; readonly reviewer: Typing }): HeirSteps {
  return {
    addHeir: async (number, heir) => {
      const added = await clerk<Place>(['case', 'heirs', 'add', number], JSON.stringify(heir));
      return added.ok ? ok(added.value.id) : added;
    },
    divide: async (number, { basis, shares = [], paperReference, orderId }) => {
      const given = [
        ...shares.flatMap(({ successorId, share }) => ['--share', `${successorId}=${share}`]),
        ...(paperReference === undefined ? [] : ['--paper', paperReference]),
        ...(orderId === undefined ? [] : ['--order', orderId]),
      ];
      const divided = await clerk<Place>(['case', 'heirs', 'divide', number, '--basis', basis, ...given]);
      return divided.ok ? ok(divided.value.id) : divided;
    },
    approveDivision: (number, divisionId) => reviewer(['case', 'heirs', 'approve', number, divisionId]),
    hearHeir: (number, { successorId, word, disputes }) => {
      const given = ['--paper', '书面表示 2026', ...disputes.flatMap((id) => ['--dispute', id])];
      return clerk(['case', 'heirs', 'hear', number, successorId, word, ...given]);
    },
    heirPayee: (number, successorId, payee) =>
      clerk(['case', 'heirs', 'payee', number, successorId], JSON.stringify(payee)),
    heldOrders: async (number) => {
      const seen = await clerk<HeirsTold>(['case', 'heirs', 'list', number]);
      return seen.ok ? ok(heldOf(seen.value)) : seen;
    },
  };
}

/** Answers the case's number. */
async function openCase(
  clerk: Typing,
  { personId, ground, payee, papers, applyAnyway }: ApplicationMade,
): Promise<Result<string>> {
  const given = papers.flatMap((paper) => ['--paper', `${paper.materialId}=${paper.paperReference}`]);
  const flags = [...(payee ? ['--payee-stdin'] : []), ...(applyAnyway ? ['--anyway'] : [])];
  const args = ['case', 'open', personId, ground, ...flags, ...given];
  const opened = await clerk<Place>(args, payee ? JSON.stringify(payee) : '');
  return opened.ok ? ok(opened.value.number) : opened;
}

/** A life event from its report to the reviewer's approval. */
async function decideEvent(
  { clerk, reviewer }: { readonly clerk: Typing; readonly reviewer: Typing },
  { personId, event }: { readonly personId: string; readonly event: ScenarioEvent },
): Promise<Result<EventTold>> {
  const papers = papersOf(event).flatMap((paper) => [
    '--paper',
    `${paper.materialId}=${paper.paperReference}`,
  ]);
  const statement = ['--statement', JSON.stringify(event.statement)];
  const anyway = event.decision === 'refuse' ? ['--anyway'] : [];
  const opened = await clerk<Place>(['case', 'report', personId, ...statement, ...anyway, ...papers]);
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
  readonly id: string;
  readonly factId: string;
  readonly number: string;
}

type Typing = <T>(args: readonly string[], stdin?: string) => Promise<Result<T>>;

function typing({ keyboard, env, tokens }: CliOffice, officer: Officer): Typing {
  return (args, stdin = '') =>
    keyboard.run({ env: { ...env, SUIXING_SESSION: tokens[officer] }, args, stdin });
}

/** Logs every officer in, and takes each token from where `suixing login` keeps it. */
export async function logInAtKeyboard({
  keyboard,
  env,
  folder,
}: Omit<CliOffice, 'tokens'>): Promise<CliOffice> {
  const tokens: [string, string][] = [];
  for (const loginName of Object.keys(officers)) {
    const done = await keyboard.run({ env, args: ['login', loginName, '--password-stdin'], stdin: password });
    if (!done.ok) throw new Error(`${loginName}: ${JSON.stringify(done.refusal)}`);
    tokens.push([loginName, readFileSync(join(folder, 'cli-session'), 'utf8').trim()]);
  }
  const byOfficer = Object.fromEntries(tokens) as CliOffice['tokens']; // one for each officer
  return { keyboard, env, folder, tokens: byOfficer };
}
