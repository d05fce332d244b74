import { plainDate } from '#basics';
import { showDate } from '../../ui/dates.ts';
import type { Language, Say } from '../../ui/language.tsx';
import type { EstateSeen, Paper } from './estate.tsx';

export interface Words {
  readonly say: Say;
  readonly language: Language;
}

/** That their own identity document was seen, and when, where it is not asked for because of that. */
export function identitySeen(
  { papers, heirs: { seenOn } }: Pick<EstateSeen, 'papers' | 'heirs'>,
  { say, language }: Words,
): string | null {
  return papers.some(isIdentityHeld) && seenOn !== null
    ? say(seenThen, { on: showDate(plainDate(seenOn), language) })
    : null;
}

/** Their own identity document, where it is not asked for because officers saw it. */
export function isIdentityHeld({ materialId, state }: Paper): boolean {
  return materialId === 'identity-document' && state === 'on-record';
}

const seenThen = {
  zh: '您的身份证件 {on}工作人员已经看过，不用再交',
  en: 'Your identity document was seen on {on} and is not asked for again',
};
