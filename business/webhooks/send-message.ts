import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Target } from './check-target.ts';
import type { SignedMessage } from './sign-message.ts';

/** What came of a message: an HTTP status, or a word where there was none. */
export type Sent = { readonly status: number } | { readonly fault: string };

/**
 * Sends one message to the very address that was checked, whatever its name says a moment later; follows no redirect, and
 * reads nothing of the answer but its status.
 */
export function sendMessage(
  { url, address, family }: Target,
  { headers, body }: SignedMessage,
): Promise<Sent> {
  const pinned: LookupFunction = (_host, { all }, done) => {
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      headers: { ...headers, ...length },
      lookup: pinned,
      agent: false,
      timeout,
    };
    const asked = ask(url, options, (answer) => {
      answer.destroy();
      resolve({ status: answer.statusCode ?? 0 });
    });
    // The whole exchange, so that nobody holds us by a byte a minute.
    const late = setTimeout(
      () => asked.destroy(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })),
      timeout,
    );
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })));
    asked.on('error', (error: NodeJS.ErrnoException) => resolve({ fault: faultOf(error) }));
    asked.on('close', () => clearTimeout(late));
    asked.end(body);
  });
}

const timeout = 10_000;

function faultOf({ code = '' }: NodeJS.ErrnoException): string {
  return /^[A-Z][A-Z0-9_]{1,38}$/.test(code) ? code : 'no answer';
}
