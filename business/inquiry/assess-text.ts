import { type AssessOptions, type WrittenAnswer, writeAnswer } from './assess.ts';
import { notJson, tooManyLines } from './problems.ts';

/** What comes back for a body of text: one answer, many (one a line), or nothing because there was too much. */
export interface TextAnswer {
  readonly kind: 'one' | 'many' | 'too-many';
  /** HTTP status: many answers are 200 even where lines are bad, since the others went through. */
  readonly status: 200 | 400 | 413;
  /** Compact JSON; for many answers one a line, each line ended. */
  readonly body: string;
  /** Whether anything in it was a bad request. */
  readonly bad: boolean;
}

export interface AssessTextOptions extends AssessOptions {
  /** Most lines taken at once; above it nothing is assessed. */
  readonly lineLimit?: number;
}

/**
 * Assesses a text: one JSON value is one request; otherwise one request a line (NDJSON), blank lines skipped. A text that
 * is neither empty nor JSON nor of several lines is one bad request.
 */
export function assessText(text: string, options: AssessTextOptions = {}): TextAnswer {
  const whole = parse(withoutMark(text));
  if (whole.ok) return single(writeAnswer(whole.value, options));
  const lines = withoutMark(text)
    .split('\n')
    .filter((line) => !isBlank(line));
  if (lines.length < 2) return single(assessLine(lines[0] ?? '', options));
  const { lineLimit } = options;
  if (lineLimit !== undefined && lines.length > lineLimit) {
    return { kind: 'too-many', status: 413, body: JSON.stringify(tooManyLines(lineLimit)), bad: true };
  }
  let body = '';
  let bad = false;
  for (const line of lines) {
    const answer = assessLine(line, options);
    body += `${answer.json}\n`;
    bad ||= answer.bad;
  }
  return { kind: 'many', status: 200, body, bad };
}

/** Assesses one line, or one whole text. */
export function assessLine(line: string, options: AssessOptions = {}): WrittenAnswer {
  const parsed = parse(line);
  if (!parsed.ok) return { json: JSON.stringify(notJson(line)), bad: true };
  return writeAnswer(parsed.value, options);
}

/** White space as JSON has it, and nothing more: any other sign on a line is a bad request, not a blank one. */
export function isBlank(line: string): boolean {
  return !/[^ \t\r\n]/.test(line);
}

/** Some editors put a byte order mark before a text; it is not part of it (RFC 8259, section 8.1). */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

export function parse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function single({ json, bad }: WrittenAnswer): TextAnswer {
  return { kind: 'one', status: bad ? 400 : 200, body: json, bad };
}
