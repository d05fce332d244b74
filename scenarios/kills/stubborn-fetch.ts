import { setTimeout as pause } from 'node:timers/promises';

/** How often an answer did not come, or told of a fault, and was asked for again. */
export interface Stubborn {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  retries(): number;
}

/**
 * Asks until it is answered, as a client does whose line breaks: the same request with the same Idempotency-Key, wherever
 * the server is by now. Gives up after three minutes.
 */
export function stubbornFetch(address: () => Promise<string>): Stubborn {
  let retries = 0;
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const giveUpAt = Date.now() + 180_000;
    for (;;) {
      const answer = await fetch(`${await address()}${path}`, {
        ...init,
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      if (answer && text !== undefined && answer.status < 500 && answer.status !== 429)
        return new Response(text, { status: answer.status, headers: answer.headers });
      if (Date.now() > giveUpAt)
        throw new Error(`${path}: no answer in three minutes; last ${answer?.status} ${text}`);
      retries += 1;
      await pause(100);
    }
  }
  return { fetch: ask, retries: () => retries };
}
