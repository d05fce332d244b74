import type { Refusal, Text } from './result.ts';

/** What sort of refusal it is; the HTTP door turns the sort into a status, the CLI into an exit code. */
export type RefusalKind =
  | 'bad-input' // the input is wrong and names everything wrong
  | 'unauthenticated' // we do not know who is asking
  | 'forbidden' // we know, and they may not
  | 'not-found' // there is no such thing, or it is not theirs to see
  | 'conflict' // it stands otherwise now: closed, held, already done, same key with another body
  | 'unprocessable' // well formed, but the law or the record does not allow it
  | 'media-type' // it came in a form that we do not read
  | 'too-large' // more than we take at once
  | 'too-many' // too often; later
  | 'unavailable'; // we cannot just now; later

/** How one refusal is worded. `{name}` in a text stands for the figure of that name. */
export interface RefusalWording {
  readonly kind: RefusalKind;
  /** What happened and why. */
  readonly text: Text;
  /** What the person can do next. */
  readonly next: Text;
}

/**
 * The closed list of one folder's refusals, by code. The code is `<folder>.<reason>` and is public API: documented in
 * docs/refusals.md, never renamed.
 */
export type RefusalList<Code extends string = string> = Readonly<Record<Code, RefusalWording>>;

export function defineRefusals<const L extends RefusalList>(list: L): L {
  return list;
}

/** A wording's sentence with its figures in it; `{name}` stays where there is no figure of that name. */
export function fillFigures(sentence: string, figures: Refusal['figures']): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    figures && Object.hasOwn(figures, name) ? String(figures[name]) : whole,
  );
}
