import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A session for a browser to keep, or null where it is to forget it. */
export interface CookieChange {
  readonly token: string | null;
  readonly secure: boolean;
}

/** Out of reach of scripts, never sent from another site's page, gone when the browser closes; the server ends it sooner. */
export function setSessionCookie(reply: FastifyReply, { token, secure }: CookieChange): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  if (token === null) reply.clearCookie(nameOf(secure), options);
  else reply.setCookie(nameOf(secure), token, options);
}

export function sessionCookieOf(request: FastifyRequest, secure: boolean): string | undefined {
  return request.cookies[nameOf(secure)];
}

/** With `__Host-`, browsers take it over HTTPS only and from this very host (RFC 6265bis, section 4.1.3.2). */
function nameOf(secure: boolean): string {
  return secure ? '__Host-suixing' : 'suixing';
}
