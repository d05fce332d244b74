/**
 * People who use the portal, as a process of its own: reads from its standard input where and who they are, walks through their visits
 * and writes how long each request took. Speaks HTTP as a browser does: connections that stay, packed answers, no cookie but the
 * session's.
 */
import { Agent, request as send } from 'node:http';
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Crowd, Took, Visitor } from './portal.ts';

const crowd = JSON.parse(await text(stdin)) as Crowd; // as bench/portal.ts writes it
const { address, visitors, thinkMs, warmMs, measuredMs, visits } = crowd;
const began = performance.now();
const took: Took[] = [];
const failed: string[] = [];

await Promise.all(
  visitors.map(async (visitor, place) => {
    // They come one after another, so that each is somewhere else in their visit.
    await pause((warmMs * place) / visitors.length);
    for (let visit = 0; visits === null ? !over() : visit < visits; visit += 1)
      await visitOnce(visitor, place);
  }),
);
stdout.write(JSON.stringify({ took, failed }));

function over(): boolean {
  return performance.now() - began > warmMs + measuredMs;
}

/** Asks, is told, and counts where the crowd is complete. */
function browser(place: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  let cookie = '';
  let writes = 0;
  async function ask(
    step: string,
    path: string,
    { method = 'GET', body, type = 'application/json' }: Asking = {},
  ) {
    const start = performance.now();
    writes += 1;
    const sent = body === undefined || body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
    const headers = {
      ...{ 'accept-encoding': 'gzip', 'x-suixing': '1', accept: '*/*' },
      // Each from an address of their own, as the proxy in front tells it.
      'x-forwarded-for': `10.1.${place >> 8}.${place & 255}`,
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'GET' ? {} : { 'idempotency-key': `${place}-${start}-${writes}` }),
      ...(sent ? { 'content-type': type, 'content-length': String(sent.length) } : {}),
    };
    const { status, packed, set } = await exchange(`${address}${path}`, { method, headers, agent, sent });
    const ended = performance.now();
    if (set) cookie = set.split(';')[0] ?? '';
    const said = (packed.zipped ? gunzipSync(packed.bytes) : packed.bytes).toString();
    if (status >= 400 || status === 0)
      failed.push(`${step}: ${method} ${path} ${status} ${said.slice(0, 300)}`);
    if (start - began >= warmMs) took.push([step, ended - start]);
    return said;
  }
  return { ask, close: () => agent.destroy() };
}

interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object | Uint8Array;
  readonly type?: string;
}

interface Exchange {
  readonly status: number;
  readonly packed: { readonly bytes: Buffer; readonly zipped: boolean };
  readonly set: string | undefined;
}

function exchange(
  url: string,
  how: {
    readonly method: string;
    readonly headers: object;
    readonly agent: Agent;
    readonly sent: Uint8Array | undefined;
  },
): Promise<Exchange> {
  const { method, headers, agent, sent } = how;
  return new Promise((done) => {
    const nothing = (fault: Error) =>
      done({ status: 0, packed: { bytes: Buffer.from(fault.message), zipped: false }, set: undefined });
    const asked = send(url, { method, headers: { ...headers }, agent }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const zipped = answer.headers['content-encoding'] === 'gzip';
      const set = answer.headers['set-cookie']?.[0];
      done({ status: answer.statusCode ?? 0, packed: { bytes: Buffer.concat(chunks), zipped }, set });
    });
    asked.on('error', nothing);
    asked.end(sent);
  });
}

/** From the landing page to signing out; between two things they read. */
async function visitOnce(visitor: Visitor, place: number): Promise<void> {
  const { ask, close } = browser(place);
  const kept = new Set<string>();
  const page = async (step: string, path: string) => {
    const html = await ask(step, path);
    const files = [...html.matchAll(/(?:src|href)="(\/(?:assets|widget)\/[^"]+)"/g)].map(
      ([, file = '']) => file,
    );
    const fresh = files.filter((file) => !kept.has(file));
    for (const file of fresh) kept.add(file);
    await Promise.all(fresh.map((file) => ask('file', file)));
  };
  for (const step of steps(visitor, { ask, page })) {
    if (visits === null && over()) break;
    await step();
    await pause(thinkMs * (0.5 + Math.random()));
  }
  close();
}

type Ask = ReturnType<typeof browser>['ask'];

interface Doing {
  readonly ask: Ask;
  readonly page: (step: string, path: string) => Promise<void>;
}

function steps(visitor: Visitor, doing: Doing): readonly (() => Promise<unknown>)[] {
  return [...withoutLogin(visitor, doing), ...reading(visitor, doing), ...applying(visitor, doing)];
}

function withoutLogin({ number, lastCharacters, bornOn, region, today }: Visitor, { ask, page }: Doing) {
  const inquiry = {
    onDate: today,
    region,
    person: { nationality: 'CHN', nationalityLostOn: null, diedOn: null },
  };
  const account = { exists: true, balanceFen: '831240' };
  const factor = { by: 'document', lastCharacters, bornOn };
  const inquire = (body: object) => ask('inquiry', '/api/v1/inquiries', { method: 'POST', body });
  return [
    () => page('landing', '/zh/'),
    () => page('checker', '/zh/check'),
    () => inquire(inquiry),
    () => inquire({ ...inquiry, account }),
    () => page('page', '/zh/rules'),
    () => page('page', '/zh/status'),
    () => ask('status by number', '/api/v1/tracking', { method: 'POST', body: { number, factor } }),
  ];
}

function reading({ loginName, password, personId, number, today }: Visitor, { ask, page }: Doing) {
  const person = `/api/v1/people/${personId}`;
  const all = (step: string, ...paths: readonly string[]) =>
    Promise.all(paths.map((path) => ask(step, path)));
  const year = Number(today.slice(0, 4));
  const signIn = { as: 'person', loginName, password };
  const details = ['history', 'explanation'].map((part) => `/api/v1/withdrawals/${number}/${part}`);
  return [
    () => page('page', '/zh/my'),
    () => ask('sign in', '/api/v1/sessions', { method: 'POST', body: signIn }),
    () =>
      all('account', '/api/v1/sessions/current', person, `${person}/account`, `${person}/account/history`),
    () => all('statement', `${person}/account/statement`),
    () => all('year', `${person}/account/period?from=${year}-01-01&to=${today}`),
    () => all('months', `${person}/record`),
    () => all('cases', `${person}/cases`),
    () =>
      all(
        'case',
        `/api/v1/withdrawals/${number}`,
        details[0] ?? '',
        `/api/v1/cases/${number}/papers`,
        `/api/v1/cases/${number}/letters`,
        `/api/v1/cases/${number}/place`,
      ),
  ];
}

function applying({ number }: Visitor, { ask }: Doing) {
  let draft = { personId: '', draftId: '', version: 0 };
  const save = async (content: object) => {
    const at = `/api/v1/withdrawal-drafts/${draft.personId}/${draft.draftId}`;
    const body = { version: draft.version, content };
    draft = JSON.parse(await ask('save a draft', at, { method: 'PUT', body }));
  };
  const ground = 'settled-abroad-before-retirement';
  const payee = { name: '张三', bankCode: '102584000002', bankName: '演示银行', accountNumber: '6222' };
  return [
    async () => {
      const body = { content: {} };
      draft = JSON.parse(await ask('save a draft', '/api/v1/withdrawal-drafts', { method: 'POST', body }));
    },
    () => save({ ground }),
    () => save({ ground, payee }),
    () => {
      const at = `/api/v1/cases/${number}/files?name=paper.png`;
      return ask('upload', at, {
        method: 'POST',
        body: Buffer.from(crowd.picture, 'base64'),
        type: 'image/png',
      });
    },
    () =>
      ask('save a draft', `/api/v1/withdrawal-drafts/${draft.personId}/${draft.draftId}`, {
        method: 'DELETE',
      }),
    () => ask('sign out', '/api/v1/sessions/current', { method: 'DELETE' }),
  ];
}
