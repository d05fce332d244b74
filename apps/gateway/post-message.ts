import { largestReceipt, type Posted } from '#engines/exchange';

const patienceMs = 15_000;

/**
 * Posts a message to a partner's gateway. Follows no redirect, waits so long for the whole exchange and no longer, and reads
 * no more than a receipt may have.
 */
export async function postMessage(gateway: string, text: string): Promise<Posted> {
  const url = new URL('exchange/v1/messages', gateway.endsWith('/') ? gateway : `${gateway}/`);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/jose', accept: 'application/jose, application/problem+json' },
      body: text,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = await readAtMost(answer, largestReceipt);
    if (body === null) return { fault: 'answer-too-large' };
    return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Null where it is longer. */
async function readAtMost(answer: Response, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > most) return null; // leaving the loop cancels the stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A word for what went wrong; the partner's own words stay out. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no-answer';
  if (error.name === 'TimeoutError') return 'timeout';
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException; // how fetch tells what the network said
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,38}$/.test(code) ? code : 'no-answer';
}
