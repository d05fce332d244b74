import type { Text } from '#basics';

/** Why the agency did not answer, in its own words or, where it could not be reached, in ours. */
export interface Refused {
  readonly code: string;
  readonly text: Text;
  readonly next: Text;
}

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refused: Refused };

/** Asks the agency's API. Nothing of the question stands in an address unless the path says so. */
export async function ask<T>(path: string, body?: unknown): Promise<Answered<T>> {
  try {
    const posted = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`/api/v1${path}`, body === undefined ? {} : posted);
    const said = await answer.json();
    return answer.ok ? { ok: true, value: said } : { ok: false, refused: refusedBy(said) };
  } catch {
    return { ok: false, refused: notReached };
  }
}

function refusedBy(problem: unknown): Refused {
  const { code = 'unknown', detail, next } = problem as Partial<ProblemDocument>; // as the API's problems are
  return { code, text: detail ?? notReached.text, next: next ?? notReached.next };
}

interface ProblemDocument {
  readonly code: string;
  readonly detail: Text;
  readonly next: Text;
}

const notReached: Refused = {
  code: 'not-reached',
  text: { zh: '现在连不上我们的服务器。', en: 'Our server cannot be reached just now.' },
  next: {
    zh: '填的内容还在。请检查网络，过一会儿再试；急的话打电话问。',
    en: 'What you filled in is still here. Check your connection and try again in a while, or telephone.',
  },
};
