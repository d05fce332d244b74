import type { Language } from './language.tsx';

/** Below which the pages of whoever has signed in lie. */
export function homeOfMy(language: Language): string {
  return `/${language}/my`;
}

/** Every page of the signed-in portal by its address below `homeOfMy`; nothing of a person stands in one. */
export const pageOf = {
  account: () => '/account',
  movements: () => '/account/movements',
  year: (year: number | string) => `/account/${year}`,
  months: () => '/months',
  viewings: () => '/viewings',
  notices: () => '/notices',
  record: () => '/record',
  myData: () => '/record/data',
  filings: () => '/filings',
  security: () => '/security',
  cases: () => '/cases',
  oneCase: (number: string) => `/cases/${encodeURIComponent(number)}`,
  activate: () => '/activate',
  activateBySent: () => '/activate/sent',
  recover: () => '/recover',
  recoverBySent: () => '/recover/sent',
} as const;

/** The checker, which needs no login. */
export function checkerIn(language: Language): string {
  return `/${language}/check`;
}

/** Where a letter is checked. */
export function verifyIn(language: Language): string {
  return `/${language}/verify`;
}

/** A letter of a case as it was issued. */
export function letterPdf(number: string, seq: number): string {
  return `/api/v1/cases/${encodeURIComponent(number)}/letters/${seq}/pdf`;
}

/** The statement of a year, made when it is asked for. */
export function statementPdf(personId: string, year: string, language: Language): string {
  return `/api/v1/people/${encodeURIComponent(personId)}/account/years/${year}/pdf?language=${language}`;
}
