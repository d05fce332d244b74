import type { FastifyRequest } from 'fastify';
import type { Operation, ShownBy } from './operation.ts';
import { languageNamed } from './problems.ts';
import { refused } from './refused.ts';
import { sessionCookieOf } from './session-cookie.ts';

/** Tells who holds this token; null where nobody does, or no longer. */
export type Identify<Who> = (token: string) => Promise<Who | null>;

/** The caller, with the language in which they ask; null where the request names none. */
export type InLanguage<Who> = (who: Who, language: 'zh' | 'en' | null) => Who;

interface Gate<Context, Who> {
  readonly door: {
    readonly anyone: Who;
    readonly identify: Identify<Who>;
    readonly inLanguage?: InLanguage<Who>;
    readonly mayUse: (who: Who, operation: Operation<Context, Who>) => boolean;
    readonly secureCookies: boolean;
  };
  readonly operation: Operation<Context, Who>;
}

/** Who asks, if they may ask this. Refuses with 401 or 403; an operation for anyone looks at no credentials at all. */
export async function checkCaller<Context, Who>(
  request: FastifyRequest,
  { door, operation }: Gate<Context, Who>,
): Promise<Admitted<Who>> {
  const { inLanguage = (caller: Who) => caller } = door;
  const language = languageNamed(request.headers['accept-language']);
  if (operation.roles === 'anyone') return { caller: inLanguage(door.anyone, language) };
  const shown = credentialsOf(request, door.secureCookies);
  const who = shown ? await door.identify(shown.token) : null;
  if (!shown || !who) throw refused({ code: 'http.not-signed-in' });
  // A browser sends the cookie wherever a page of another site makes it ask; it sends this header only for our own pages.
  if (shown.by === 'cookie' && request.method !== 'GET' && request.headers['x-suixing'] !== '1')
    throw refused({ code: 'http.browser-header-missing' });
  if (!door.mayUse(who, operation)) throw refused({ code: 'http.not-allowed' });
  return { caller: inLanguage(who, language), by: shown.by };
}

/** Who may ask, and by what they showed it. */
export interface Admitted<Who> {
  readonly caller: Who;
  readonly by?: ShownBy;
}

interface Credentials {
  readonly by: ShownBy;
  readonly token: string;
}

function credentialsOf(request: FastifyRequest, secure: boolean): Credentials | null {
  const bearer = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { by: 'bearer', token: bearer };
  const cookie = sessionCookieOf(request, secure);
  return cookie === undefined ? null : { by: 'cookie', token: cookie };
}
