/** Why a document is not taken; a closed list, each worded by whoever tells people. */
export const documentProblems = [
  'empty',
  'unknown-type',
  'not-a-photo-we-take',
  'office-file',
  'web-page',
  'truncated',
  'malformed',
  'too-many-pixels',
  'inflates-too-much',
  'hidden-content',
  'encrypted',
  'active-content',
  'attachments',
] as const;

export type DocumentProblem = (typeof documentProblems)[number];

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: DocumentProblem };

export function accept<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function refuseDocument(problem: DocumentProblem): Checked<never> {
  return { ok: false, problem };
}
