import type { LetterKind } from '#business/letters';
import { lettersOnDecisions } from './letters-on-decisions.ts';
import { lettersOnMoney } from './letters-on-money.ts';
import { lettersOnPapers } from './letters-on-papers.ts';
import { writeHeirLetter } from './write-heir-letter.ts';

/** The letters of a withdrawal, in words; pure, so that the same facts make the same letter. */
export const writeLetter = {
  ...lettersOnPapers,
  ...lettersOnDecisions,
  ...lettersOnMoney,
  'heir-share': writeHeirLetter,
} as const satisfies Readonly<Record<LetterKind, unknown>>;
