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
  cases: () => '/cases',
  oneCase: (number: string) => `/cases/${encodeURIComponent(number)}`,
  /** Whom somebody lets act for them. */
  mandates: () => '/mandates',
  newMandate: (step: 'who' | 'what' | 'until' | 'check') => `/mandates/new/${step}`,
  /** As what somebody may act, and what they were let do. */
  capacities: () => '/capacities',
  heir: () => '/heir',
  actingFor: () => '/acting-for',
  employer: () => '/employer',
  /** Taking staff off the roster, a question a page. */
  leaving: (step: 'day' | 'stop' | 'reason' | 'check') => `/employer/leaving/${step}`,
  staffReports: () => '/employer/reports',
  staffReport: (reportId: string) => `/employer/reports/${encodeURIComponent(reportId)}`,
  activate: () => '/activate',
  recover: () => '/recover',
} as const;

/** The checker, which needs no login. */
export function checkerIn(language: Language): string {
  return `/${language}/check`;
}

/** A letter of a case as it was issued. */
export function letterPdf(number: string, seq: number): string {
  return `/api/v1/cases/${encodeURIComponent(number)}/letters/${seq}/pdf`;
}

/** A file of a case, as the agency keeps it. */
export function fileOfCase(number: string, fileId: string): string {
  return `/api/v1/cases/${encodeURIComponent(number)}/files/${encodeURIComponent(fileId)}`;
}

/** Where a case can be asked after without a login; its number stands behind the `#`, which reaches no server. */
export function statusOf(language: Language, number: string): string {
  return `/${language}/status#number=${encodeURIComponent(number)}`;
}
