import type { Refusal, Text } from '#basics';
import { sealRefusals } from './refusals.ts';

export type SealCode = keyof typeof sealRefusals;

/** Nobody in the middle can go on without what was sealed, so it is thrown; the edge of an app shows its sentence. */
export type SealFault = Error & {
  readonly refusal: Refusal & { readonly code: SealCode };
  readonly text: Text;
};

export function sealFault(code: SealCode, figures: Readonly<Record<string, string>> = {}): SealFault {
  const { text, next } = sealRefusals[code];
  const told: Text = {
    zh: fill(`${text.zh}${next.zh}`, figures),
    en: fill(`${text.en} ${next.en}`, figures),
  };
  return Object.assign(new Error(told.en), { name: 'SealFault', refusal: { code, figures }, text: told });
}

export function isSealFault(error: unknown): error is SealFault {
  return error instanceof Error && error.name === 'SealFault';
}

function fill(sentence: string, figures: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => figures[name] ?? whole);
}
