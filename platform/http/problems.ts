import {
  fillFigures,
  type Problem,
  type Refusal,
  type RefusalKind,
  type RefusalList,
  type Text,
} from '#basics';

/** An RFC 9457 problem document. `type` and `code` are stable; texts may be reworded. */
export interface ProblemDocument {
  readonly type: string;
  /** One sentence in the language that the request prefers. */
  readonly title: string;
  readonly status: number;
  /** The request's id, by which support finds it in the log. */
  readonly instance: string;
  readonly code: string;
  readonly detail: Text;
  readonly next: Text;
  readonly figures?: Refusal['figures'];
  readonly problems?: readonly Problem[];
  readonly current?: Refusal['current'];
}

/** The one table that turns a sort of refusal into a status. */
export const statusOfKind: Readonly<Record<RefusalKind, number>> = {
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unprocessable: 422,
  'media-type': 415,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

export interface Asked {
  readonly requestId: string;
  readonly language: 'zh' | 'en';
}

/** A refusal as its document. A code that the catalogue does not know is a fault: somebody forgot to word it. */
export function problemOf(catalogue: RefusalList, refusal: Refusal, asked: Asked): ProblemDocument {
  const wording = Object.hasOwn(catalogue, refusal.code) ? catalogue[refusal.code] : undefined;
  if (!wording) throw new Error(`no wording for the refusal ${refusal.code}`);
  const detail = fill(wording.text, refusal);
  return {
    type: `urn:suixing:refusal:${refusal.code}`,
    title: detail[asked.language],
    status: statusOfKind[wording.kind],
    instance: `urn:suixing:request:${asked.requestId}`,
    code: refusal.code,
    detail,
    next: fill(wording.next, refusal),
    ...(refusal.figures ? { figures: refusal.figures } : {}),
    ...(refusal.problems ? { problems: refusal.problems } : {}),
    ...(refusal.current ? { current: refusal.current } : {}),
  };
}

/** Something broke on our side. It says nothing of what; the log has it under the request's id. */
export function faultDocument({ requestId, language }: Asked): ProblemDocument {
  return {
    type: 'urn:suixing:fault',
    title: faultText[language],
    status: 500,
    instance: `urn:suixing:request:${requestId}`,
    code: 'http.fault',
    detail: faultText,
    next: {
      zh: `请稍后再试；如果仍然不行，请把编号 ${requestId} 告诉我们。`,
      en: `Try again later; if it goes on, tell us the number ${requestId}.`,
    },
  };
}

const faultText: Text = {
  zh: '系统内部出错，这次请求没有完成。',
  en: 'Something broke on our side, and the request was not completed.',
};

function fill({ zh, en }: Text, { figures }: Refusal): Text {
  return { zh: fillFigures(zh, figures), en: fillFigures(en, figures) };
}

/** The language that `Accept-Language` prefers; Chinese where it says nothing that we have (RFC 9110, section 12.5.4). */
export function preferredLanguage(header: string | undefined): 'zh' | 'en' {
  return languageNamed(header) ?? 'zh';
}

/** The same; null where it says nothing that we have. */
export function languageNamed(header: string | undefined): 'zh' | 'en' | null {
  const ranges = (header ?? '').split(',').map((part) => {
    const [tag = '', ...settings] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = settings.find((setting) => setting.startsWith('q='));
    return { tag, weight: weight ? Number(weight.slice(2)) : 1 };
  });
  const weightOf = (language: string): number =>
    Math.max(
      0,
      ...ranges.filter(({ tag }) => tag.split('-')[0] === language).map(({ weight }) => weight || 0),
    );
  const [zh, en] = [weightOf('zh'), weightOf('en')];
  if (zh === 0 && en === 0) return null;
  return en > zh ? 'en' : 'zh';
}
