import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#basics';
import { type Desk, type EventTold, type HeirsTold, heldOf, type PersonTold } from './desk.ts';
import { issuerOf } from './people-csv.ts';
import { papersOf, type ScenarioEvent } from './scenario.ts';
import { type Officer, officers, password } from './staff.ts';

export interface HttpOffice {
  /** `http://127.0.0.1:4403` */
  readonly address: string;
  /** Session tokens. */
  readonly tokens: Readonly<Record<Officer, string>>;
  /** How to ask, where it is not simply fetched: the path begins with `/api/v1`. */
  readonly ask?: (path: string, init: RequestInit) => Promise<Response>;
}

/** The desks over HTTP, as a program of the agency's would use the API. */
export function httpDesk(office: HttpOffice): Desk {
  const clerk = client(office, 'clerk');
  const reviewer = client(office, 'reviewer');
  const finance = client(office, 'finance');
  return {
    importPeople: (csv) => clerk.send('/imports?kind=people&fileName=people.csv', csv),
    approveImport: ({ runId, openingCount, openingTotalFen }) =>
      reviewer.send(`/imports/${runId}/approval`, { openingCount, openingTotalFen }),
    findPerson: async (person) => {
      const { documentKind: kind, documentNumber: number } = person;
      const found = await clerk.send<Place>('/people/search', { kind, number, issuer: issuerOf(person) });
      return found.ok ? ok(found.value.personId) : found;
    },
    recordFact: async (personId, { kind, paper, body }) => {
      const fact = { entry: { kind, ...body }, paperReference: paper };
      const recorded = await clerk.send<Place>(`/people/${personId}/facts`, fact);
      return recorded.ok ? ok(recorded.value.factId) : recorded;
    },
    confirmFact: (personId, factId) =>
      reviewer.send(`/people/${personId}/facts/${factId}/decision`, { confirmed: true }),
    decideEvent: (personId, event) => decideEvent({ clerk, reviewer }, { personId, event }),
    readPerson: async (personId) => {
      const situation = await clerk.read<PersonTold['situation']>(`/people/${personId}/situation`);
      const account = await clerk.read<PersonTold['account']>(`/people/${personId}/account`);
      if (!situation.ok) return situation;
      return account.ok ? ok({ situation: situation.value, account: account.value }) : account;
    },
    assess: (request) => clerk.send('/assessments', request),
    apply: async (application) => {
      const opened = await clerk.send<Place>('/withdrawals', application);
      return opened.ok ? ok(opened.value.number) : opened;
    },
    propose: (number, outcome) => clerk.send(`/withdrawals/${number}/proposal`, { outcome }),
    proposeAsColleague: (number, outcome) =>
      proposeAsColleague({ clerk, colleague: client(office, 'clerk2') }, { number, outcome }),
    approve: async (number) => {
      const seen = await reviewer.read<CaseSeen>(`/withdrawals/${number}`);
      if (!seen.ok) return seen;
      const decisionId = seen.value.pendingDecision?.id;
      return reviewer.send(`/withdrawals/${number}/approval`, { decisionId });
    },
    settle: (number) => clerk.send(`/withdrawals/${number}/settlement`, {}),
    correctPayee: (number, payee) => clerk.send(`/withdrawals/${number}/payee`, payee),
    buildBatch: () => finance.send('/payments/batches', {}),
    approveBatch: async ({ batchId, digest }) => {
      const path = `/payments/batches/${batchId}/approval`;
      const first = await client(office, 'finance2').send(path, { digest });
      return first.ok ? client(office, 'finance3').send(path, { digest }) : first;
    },
    ...httpHeirs({ clerk, reviewer }),
    exportBatch: async (batchId) => {
      const file = await finance.read<Place>(`/payments/batches/${batchId}/file`);
      return file.ok ? ok(file.value.xml) : file;
    },
    importAnswer: (xml) => finance.send('/payments/bank-files', xml, 'application/xml'),
    explain: (number) => clerk.read(`/withdrawals/${number}/explanation?verify=true`),
  };
}

async function proposeAsColleague(
  { clerk, colleague }: { readonly clerk: Client; readonly colleague: Client },
  { number, outcome }: { readonly number: string; readonly outcome: 'approve' | 'refuse' },
): Promise<Result<string | null>> {
  const taken = await clerk.send(`/withdrawals/${number}/review`, {});
  if (!taken.ok) return taken;
  const tried = await colleague.send(`/withdrawals/${number}/proposal`, { outcome });
  const over = await colleague.send(`/cases/${number}/take-over`, { note: '同事外出' });
  if (!over.ok) return over;
  const proposed = await colleague.send(`/withdrawals/${number}/proposal`, { outcome });
  return proposed.ok ? ok(tried.ok ? null : tried.refusal.code) : proposed;
}

type HeirSteps = Pick<
  Desk,
  'addHeir' | 'divide' | 'approveDivision' | 'hearHeir' | 'heirPayee' | 'heldOrders'
>;

/** What is done about heirs. */
function httpHeirs({ clerk, reviewer }: { readonly clerk: Client; readonly reviewer: Client }): HeirSteps {
  return {
    addHeir: async (number, heir) => {
      const added = await clerk.send<Place>(`/withdrawals/${number}/heirs`, heir);
      return added.ok ? ok(added.value.id) : added;
    },
    divide: async (number, division) => {
      const divided = await clerk.send<Place>(`/withdrawals/${number}/divisions`, division);
      return divided.ok ? ok(divided.value.id) : divided;
    },
    approveDivision: (number, divisionId) =>
      reviewer.send(`/withdrawals/${number}/divisions/${divisionId}/decision`, { approved: true }),
    hearHeir: (number, { successorId, word, disputes }) =>
      clerk.send(`/withdrawals/${number}/heirs/${successorId}/words`, {
        ...{ word, disputes, paperReference: '书面表示 2026' },
      }),
    heirPayee: (number, successorId, payee) =>
      clerk.send(`/withdrawals/${number}/heirs/${successorId}/payee`, payee),
    heldOrders: async (number) => {
      const seen = await clerk.read<HeirsTold>(`/withdrawals/${number}/heirs`);
      return seen.ok ? ok(heldOf(seen.value)) : seen;
    },
  };
}

/** A life event from its report to the reviewer's approval. */
async function decideEvent(
  { clerk, reviewer }: { readonly clerk: Client; readonly reviewer: Client },
  { personId, event }: { readonly personId: string; readonly event: ScenarioEvent },
): Promise<Result<EventTold>> {
  const { statement, decision: outcome } = event;
  const asked = { personId, statement, papers: papersOf(event), applyAnyway: outcome === 'refuse' };
  const opened = await clerk.send<Place>('/life-events', asked);
  if (!opened.ok) return opened;
  const path = `/life-events/${opened.value.number}`;
  const proposed = await clerk.send(`${path}/proposal`, { outcome });
  if (!proposed.ok) return proposed;
  const seen = await reviewer.read<CaseSeen>(path);
  if (!seen.ok) return seen;
  const approved = await reviewer.send(`${path}/approval`, { decisionId: seen.value.pendingDecision?.id });
  return approved.ok ? reviewer.read<EventTold>(path) : approved;
}

interface CaseSeen {
  readonly pendingDecision: { readonly id: string } | null;
}

/** The ids and files that answers carry. */
interface Place {
  readonly personId: string;
  readonly id: string;
  readonly factId: string;
  readonly number: string;
  readonly xml: string;
}

interface Client {
  read<T>(path: string): Promise<Result<T>>;
  /** A text goes as CSV or as said, anything else as JSON. */
  send<T>(path: string, body?: string | object, mediaType?: string): Promise<Result<T>>;
}

function client({ address, tokens, ask: asked }: HttpOffice, officer: Officer): Client {
  const authorization = `Bearer ${tokens[officer]}`;
  const ask = async <T>(path: string, init: RequestInit): Promise<Result<T>> =>
    told<T>(await (asked ? asked(`/api/v1${path}`, init) : fetch(`${address}/api/v1${path}`, init)), path);
  return {
    read: (path) => ask(path, { headers: { authorization } }),
    send: (path, body, mediaType = 'text/csv') => {
      const type = typeof body === 'string' ? mediaType : 'application/json';
      const headers = { authorization, 'idempotency-key': randomUUID() };
      if (body === undefined) return ask(path, { method: 'POST', headers });
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return ask(path, { method: 'POST', headers: { ...headers, 'content-type': type }, body: text });
    },
  };
}

/** A problem document becomes the refusal that it tells; what is neither that nor a success is a fault. */
async function told<T>(answer: Response, path: string): Promise<Result<T>> {
  const text = await answer.text();
  const held = JSON.parse(text);
  if (answer.ok) return ok(held as T); // each operation's answer is held to its own schema by the server
  if (typeof held.code !== 'string' || answer.status >= 500)
    throw new Error(`${path}: ${answer.status} ${text}`);
  return refuse({ code: held.code, problems: held.problems ?? [] });
}

/** Signs every officer in. */
export async function signInOverHttp(address: string): Promise<HttpOffice['tokens']> {
  const tokens: [string, string][] = [];
  for (const loginName of Object.keys(officers)) {
    const given = { as: 'officer', loginName, password, deliver: 'token' };
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(given) };
    const opened = await told<{ token: string }>(await fetch(`${address}/api/v1/sessions`, init), 'sign in');
    if (!opened.ok) throw new Error(`${loginName}: ${JSON.stringify(opened.refusal)}`);
    tokens.push([loginName, opened.value.token]);
  }
  return Object.fromEntries(tokens) as HttpOffice['tokens']; // one for each officer
}
