import type { Text, Problem as Wrong } from '#basics';
import type { Api } from './api-types.ts';

/** An operation of the API: how it is asked, and where. */
export type Route = keyof Api;
export type Answer<R extends Route> = Api[R]['answer'];

/** What an operation is given; parts that it does not take are left out. */
export type Given<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>;

type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = Api[R][Name] extends undefined
  ? unknown
  : Name extends 'query'
    ? { readonly [N in Name]?: Api[R][Name] }
    : { readonly [N in Name]: Api[R][Name] };

/** What is said where the API refuses, or does not answer. */
export interface Problem {
  readonly code: string;
  readonly detail: Text;
  readonly next: Text;
  /** Under which the agency finds the request; null where it never came there. */
  readonly reference: string | null;
  /** What is wrong with single parts of what was sent. */
  readonly problems: readonly Wrong[];
  /** What lies there instead, where somebody else was quicker. */
  readonly current?: unknown;
}

/** Thrown where the API did not do what it was asked. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

interface Sending {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/**
 * Asks the API. The session is in a cookie that no script can read; `X-Suixing` tells that one of our own pages asks. A write
 * carries a key, so that the same one sent twice is done once.
 */
export async function call<R extends Route>(
  route: R,
  given: Given<R>,
  key = newKey(),
  heard: (headers: Headers) => void = () => undefined,
): Promise<Answer<R>> {
  const [method = 'GET', path = ''] = route.split(' ');
  const { params = {}, query = {}, body } = given as Sending; // any operation's parts are such
  const headers: Record<string, string> = { 'X-Suixing': '1', Accept: 'application/json', ...pageLanguage() };
  if (method !== 'GET') headers['Idempotency-Key'] = key;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const answer = await fetch(addressOf(path, { params, query }), {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    // What is on its way arrives though the page is left meanwhile; browsers carry at most 64 KiB so.
    keepalive: sent !== undefined && sent.length < carriedAtMost,
    ...(sent === undefined ? {} : { body: sent }),
  }).catch(() => {
    throw new Refused(offline);
  });
  heard(answer.headers);
  if (!answer.ok) throw new Refused(await problemIn(answer));
  return (answer.status === 204 ? undefined : await answer.json()) as Answer<R>; // as the operation declares it
}

/** Whoever does something on a page in English is answered in English, whatever language their browser is set to. */
function pageLanguage(): Readonly<Record<string, string>> {
  const lang = globalThis.document?.documentElement.lang;
  return lang ? { 'Accept-Language': lang } : {};
}

/** How long a write may be, in characters, that still arrives where the page is left at once. */
export const carriedAtMost = 16_000;

/** Thirty-two characters that nobody else makes; `randomUUID` is missing where a page came without HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function addressOf(path: string, { params, query }: Required<Pick<Sending, 'params' | 'query'>>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(`${params[name]}`));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `/api/v1${filled}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

async function problemIn(answer: Response): Promise<Problem> {
  return problemSaid(await answer.json().catch(() => null));
}

/** The problem document of an answer that is no success; anything else is none. */
export function problemSaid(said: unknown): Problem {
  const { code, detail, next, instance, problems = [], current } = Object(said);
  if (typeof code !== 'string' || !detail || !next) return noAnswer;
  const reference = String(instance ?? '').replace(/^urn:suixing:request:/, '') || null;
  return { code, detail, next, reference, problems, ...(current ? { current } : {}) };
}

export const offline: Problem = {
  code: 'portal.offline',
  detail: { zh: '现在连不上网络。', en: 'There is no connection now.' },
  next: {
    zh: '请检查网络后再试；没有办成的，不会重复办理。',
    en: 'Check your connection and try again. Nothing is done twice.',
  },
  reference: null,
  problems: [],
};

export const noAnswer: Problem = {
  ...offline,
  code: 'portal.no-answer',
  detail: { zh: '服务暂时没有回应。', en: 'The service does not answer at the moment.' },
  next: { zh: '请过几分钟再试。', en: 'Try again in a few minutes.' },
};
