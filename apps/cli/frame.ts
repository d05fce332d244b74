import type { Readable, Writable } from 'node:stream';
import { fillFigures, type Refusal, type RefusalWording, type Result, type Text } from '#basics';
import { personsIn } from '#platform/http';
import { problemWords } from './field-words.ts';

/** What every command is given: where to write, in which language, and whether a program reads along. */
export interface Frame {
  readonly lang: 'zh' | 'en';
  /** With `--json` standard output carries one JSON value and nothing else. */
  readonly json: boolean;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** How a refusal is worded, by its code. */
  readonly wording: (code: string) => RefusalWording | undefined;
  /** Whose records were shown, for the access log: persons, and cases by number. */
  readonly shown?: Set<string>;
}

/** 0 success, 2 bad input, 1 anything else. */
export type ExitCode = 0 | 1 | 2;

/** Writes what a command found: as JSON for programs, in words for people, who are told too where there is nothing. */
export function show(frame: Frame, value: unknown, words: () => string): void {
  for (const person of personsIn(value)) frame.shown?.add(person);
  frame.stdout.write(`${frame.json ? asJson(value) : words() || say(frame, nothing)}\n`);
}

const nothing: Text = { zh: '没有可显示的内容。', en: 'There is nothing to show.' };

/** Ends a command: shows its answer, or says what was refused, why, and what to do next. */
export function conclude<T>(frame: Frame, result: Result<T, Refusal>, words: (value: T) => string): ExitCode {
  if (result.ok) {
    show(frame, result.value, () => words(result.value));
    return 0;
  }
  if (frame.json) frame.stdout.write(`${asJson(toldRefusal(frame, result.refusal))}\n`);
  else frame.stderr.write(`${refusalWords(frame, result.refusal)}\n`);
  return frame.wording(result.refusal.code)?.kind === 'bad-input' ? 2 : 1;
}

export function say(frame: Pick<Frame, 'lang'>, text: Text): string {
  return text[frame.lang];
}

/** What ends a page of a list that goes on. */
export function nextPage(cursor: string): Text {
  return {
    zh: `还有更多，下一页：--cursor ${cursor}`,
    en: `there are more; the next page: --cursor ${cursor}`,
  };
}

export type ToldRefusal = Refusal & { readonly detail?: Text; readonly next?: Text };

/** A refusal with its sentence and what to do next, in both languages, under the names that HTTP gives them. */
export function toldRefusal(frame: Frame, refusal: Refusal): ToldRefusal {
  const wording = frame.wording(refusal.code);
  const fill = ({ zh, en }: Text): Text => ({
    zh: fillFigures(zh, refusal.figures),
    en: fillFigures(en, refusal.figures),
  });
  return wording ? { ...refusal, detail: fill(wording.text), next: fill(wording.next) } : refusal;
}

/** What was refused, why, what to do next, and each thing that is wrong, a line each. */
export function refusalWords(frame: Frame, refusal: Refusal): string {
  const { code, problems, detail: text, next } = toldRefusal(frame, refusal);
  const said = text && next ? [text[frame.lang], next[frame.lang]] : [code];
  const listed = (problems ?? []).map((problem) => `  ${problemWords(problem, frame.lang)}`);
  return [...said, ...listed, `(${code})`].join('\n');
}

/** Money and other whole numbers beyond 2^53 go out as decimal strings. */
function asJson(value: unknown): string {
  return JSON.stringify(value, (_, held) => (typeof held === 'bigint' ? held.toString() : held));
}
