import type { Text } from '#basics';
import { dayTyped, impossible, noDay, type TypedDay } from '../../ui/day-field.tsx';

/** What somebody fills in to ask after a case. It is kept nowhere but on the page. */
export interface Filled {
  readonly number: string;
  readonly by: 'code' | 'document';
  readonly code: string;
  readonly lastCharacters: string;
  readonly born: TypedDay;
}

export const nothingFilled: Filled = { number: '', by: 'code', code: '', lastCharacters: '', born: noDay };

/** The number with which the code on a receipt leads here; nothing where it brought none that looks like one. */
export function numberIn(fragment: string): string {
  const number = new URLSearchParams(fragment.replace(/^#/, '')).get('number') ?? '';
  return /^[0-9A-Za-z-]{1,60}$/.test(number) ? number : '';
}

/** What is asked of the agency. */
export interface Question {
  readonly number: string;
  readonly factor:
    | { readonly by: 'code'; readonly code: string }
    | { readonly by: 'document'; readonly lastCharacters: string; readonly bornOn: string };
}

/** A field that is still to be filled in, by its id on the page. */
export interface Wrong {
  readonly field: 'number' | 'code' | 'last' | 'born';
  readonly says: Text;
}

type Read = { readonly question: Question } | { readonly wrong: readonly Wrong[] };

/** The question as it is sent, or everything that is still to be filled in. Full-width letters count as what they are. */
export function questionOf({ by, born, ...filled }: Filled): Read {
  // A letter's own number is the case's, with the place of the letter behind it.
  const number = plain(filled.number).replace(/\/.*$/, '');
  const code = plain(filled.code);
  const lastCharacters = plain(filled.lastCharacters);
  const bornOn = dayTyped(born);
  const wrong: Wrong[] = [];
  if (number === '') wrong.push({ field: 'number', says: numberMissing });
  if (by === 'code' && code === '') wrong.push({ field: 'code', says: codeMissing });
  if (by === 'document' && lastCharacters.length !== 4) wrong.push({ field: 'last', says: lastMissing });
  if (by === 'document' && bornOn === null)
    wrong.push({ field: 'born', says: impossible(born) ?? bornMissing });
  if (wrong.length > 0) return { wrong };
  if (by === 'code') return { question: { number, factor: { by, code } } };
  return { question: { number, factor: { by, lastCharacters, bornOn: bornOn ?? '' } } };
}

function plain(typed: string): string {
  return typed.normalize('NFKC').trim();
}

const numberMissing: Text = {
  zh: '请填办理编号，在受理回执上',
  en: 'Enter the case number. It is on your receipt',
};
const codeMissing: Text = {
  zh: '请填查询码，也在受理回执上',
  en: 'Enter the tracking code. It is on your receipt too',
};
const lastMissing: Text = {
  zh: '请填证件号码的最后 4 位，比如 271X',
  en: 'Enter the last 4 characters of the document, for example 271X',
};
const bornMissing: Text = {
  zh: '请填参保人的出生日期，比如 1960 年 6 月 1 日',
  en: 'Enter the insured person’s day of birth, for example 1960, 6, 1',
};
