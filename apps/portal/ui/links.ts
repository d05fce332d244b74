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
  contact: (field: 'phone' | 'email') => `/record/contact/${field}`,
  filings: () => '/filings',
  newFiling: (step: 'where' | 'why' | 'from' | 'until' | 'check' = 'where') => `/filings/new/${step}`,
  endFiling: () => '/filings/end',
  filingReceipt: (number: string) => `/filings/receipt/${encodeURIComponent(number)}`,
  security: () => '/security',
  cases: () => '/cases',
  oneCase: (number: string) => `/cases/${encodeURIComponent(number)}`,
  /** Whom somebody lets act for them. */
  mandates: () => '/mandates',
  newMandate: (step: 'who' | 'what' | 'until' | 'check') => `/mandates/new/${step}`,
  /** As what somebody may act, and what they were let do. */
  capacities: () => '/capacities',
  heir: () => '/heir',
  estate: (number: string) => `/heir/${encodeURIComponent(number)}`,
  /** One of the pages of such a case: `heirs/new`, `shares`, `papers/ID`, … */
  ofEstate: (number: string, part: string) => `/heir/${encodeURIComponent(number)}/${part}`,
  actingFor: () => '/acting-for',
  employer: () => '/employer',
  paperOf: (number: string, materialId: string) =>
    `/cases/${encodeURIComponent(number)}/papers/${encodeURIComponent(materialId)}`,
  payeeOf: (number: string) => `/cases/${encodeURIComponent(number)}/payee`,
  objectionTo: (number: string) => `/cases/${encodeURIComponent(number)}/objection`,
  transferAway: (region = '', step = '') => ['/transfer/away', region, step].filter(Boolean).join('/'),
  transferHere: (region = '', step = '') => ['/transfer/here', region, step].filter(Boolean).join('/'),
  transferReceipt: (number: string) => `/transfer/receipt/${encodeURIComponent(number)}`,
  /** Taking staff off the roster, a question a page. */
  leaving: (step: 'day' | 'stop' | 'reason' | 'check') => `/employer/leaving/${step}`,
  staffAgents: () => '/employer/people',
  newStaffAgent: (step: 'who' | 'what' | 'until' | 'check') => `/employer/people/new/${step}`,
  staffReports: () => '/employer/reports',
  staffReport: (reportId: string) => `/employer/reports/${encodeURIComponent(reportId)}`,
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
  activateBySent: () => '/activate/sent',
  recover: () => '/recover',
  recoverBySent: () => '/recover/sent',
} as const;

/** Below which the pages of an invited heir lie; the secret of the link is in none of their addresses. */
export function invitedIn(language: Language): string {
  return `/${language}/heir`;
}

export const invitedPage = {
  home: () => '/',
  answer: () => '/answer',
  account: () => '/account',
  contact: () => '/contact',
} as const;

/** The link that an heir is given: its secret stands behind the `#`, which no browser sends. */
export function linkOfHeir(language: Language, secret: string): string {
  return `${location.origin}${invitedIn(language)}#${secret}`;
}

/** The checker, which needs no login. */
export function checkerIn(language: Language): string {
  return `/${language}/check`;
}

/** Where heirs begin, who need no login for it. */
export function heirsIn(language: Language): string {
  return `/${language}/heirs`;
}

/** Where a letter is checked. */
export function verifyIn(language: Language): string {
  return `/${language}/verify`;
}

/** Where somebody applies for what the checker found; what it was told stands behind the `#`, which reaches no server. */
export function applyIn(language: Language, told: string): string {
  return `/${language}/my/apply#${told}`;
}

/** Where somebody applies to be transferred to another city. */
export function moveIn(language: Language): string {
  return `/${language}/my/transfer/away`;
}

/** A letter of a case as it was issued. */
export function letterPdf(
  number: string,
  { seq, heir }: { readonly seq: number; readonly heir: number | null },
): string {
  const place = heir === null ? `${seq}` : `${seq}-${heir}`;
  return `/api/v1/cases/${encodeURIComponent(number)}/letters/${place}/pdf`;
}

/** A copy of what the other agency of a transfer said. */
export function receivedPdf(number: string, messageId: string, language: Language): string {
  return `/api/v1/transfers/${encodeURIComponent(number)}/received/${encodeURIComponent(messageId)}/pdf?language=${language}`;
}

/** A file of a case, as the agency keeps it. */
export function fileOfCase(number: string, fileId: string): string {
  return `/api/v1/cases/${encodeURIComponent(number)}/files/${encodeURIComponent(fileId)}`;
}

/** Where a case can be asked after without a login; its number stands behind the `#`, which reaches no server. */
export function statusOf(language: Language, number: string): string {
  return `/${language}/status#number=${encodeURIComponent(number)}`;
}

/** The receipt of a filing, and of whatever else befalls somebody, on paper. */
export function eventReceiptPdf(number: string, language: Language): string {
  return `/api/v1/life-events/${encodeURIComponent(number)}/receipt/pdf?language=${language}`;
}

/** The receipt of a transfer on paper. */
export function transferReceiptPdf(number: string, language: Language): string {
  return `/api/v1/transfers/${encodeURIComponent(number)}/receipt/pdf?language=${language}`;
}

/** The statement of a year, made when it is asked for. */
export function statementPdf(personId: string, year: string, language: Language): string {
  return `/api/v1/people/${encodeURIComponent(personId)}/account/years/${year}/pdf?language=${language}`;
}
