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
export function assessText(given: string, options: AssessTextOptions = {}): TextAnswer {
  const text = withoutMark(given);
  if (isOneRequest(text)) {
    const { json, bad } = assessLine(text, options);
    return { kind: 'one', status: bad ? 400 : 200, body: json, bad };
  }
  const lines = text.split('\n').filter((line) => !isBlank(line));
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

/** A JSON value, however many lines it takes; also a text of one line or none, JSON or not. */
export function isOneRequest(text: string): boolean {
  const start = text.search(/[^ \t\r\n]/);
  const end = start === -1 ? -1 : text.indexOf('\n', start);
  return end === -1 || isBlank(text.slice(end)) || parse(text).ok;
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
