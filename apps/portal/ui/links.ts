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
  /** As what somebody may act, and what they were let do. */
  capacities: () => '/capacities',
  heir: () => '/heir',
  actingFor: () => '/acting-for',
  employer: () => '/employer',
  /** Applying for the balance to be paid out; a draft is named by its id, which tells nothing. */
  apply: () => '/apply',
  applying: (draftId: string) => `/apply/${encodeURIComponent(draftId)}`,
  applyingOn: (draftId: string) => `/apply/${encodeURIComponent(draftId)}/ground`,
  applyingAnyway: (draftId: string) => `/apply/${encodeURIComponent(draftId)}/before`,
  applyingPaper: (draftId: string, materialId: string) =>
    `/apply/${encodeURIComponent(draftId)}/papers/${encodeURIComponent(materialId)}`,
  applyingPayee: (draftId: string) => `/apply/${encodeURIComponent(draftId)}/payee`,
  applyingCheck: (draftId: string) => `/apply/${encodeURIComponent(draftId)}/check`,
  applied: (number: string) => `/apply/received/${encodeURIComponent(number)}`,
  activate: () => '/activate',
  recover: () => '/recover',
} as const;

/** The checker, which needs no login. */
export function checkerIn(language: Language): string {
  return `/${language}/check`;
}

/** Where somebody applies for what the checker found; what it was told stands behind the `#`, which reaches no server. */
export function applyIn(language: Language, told: string): string {
  return `/${language}/my/apply#${told}`;
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
