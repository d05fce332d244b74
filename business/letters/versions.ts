import { join } from 'node:path';
import type { ErrorCorrection } from '#platform/typesetting';
import { type DocumentKind, formKinds } from './letter.ts';

/** Templates by version. One that letters were issued with is never edited: a change is a new line here. */
const files: Readonly<Record<number, string>> = {
  ...{ 1: 'letter-1.typ', 3: 'letter-2.typ' },
  4: 'form-2.typ',
  5: 'copy-1.typ',
  6: 'receipt-1.typ',
  ...{ 7: 'letter-3.typ', 8: 'form-3.typ' },
};

/** The version of copies of what another agency said. */
export const copyVersion = 5;

/** The version of receipts that are made from their case and not issued. */
export const receiptVersion = 6;

/** The version with which a letter or form of a kind is issued now. */
export function currentVersionOf(kind: DocumentKind): number {
  const forms: readonly DocumentKind[] = formKinds;
  return forms.includes(kind) ? 8 : 7;
}

/** How the code on a letter of a version is made; one that was issued is printed as it was. */
export function codeOf(version: number): ErrorCorrection {
  return version < 3 ? 'M' : 'L';
}

/** Whether a version writes days as people do and names the page where it is checked; what was issued before, and what others said, stays as it was. */
export function writesDays(version: number): boolean {
  return version > copyVersion;
}

/** Whether a form of a version is called by what it asks for, where it asks for the first time. */
export function namesRequests(version: number): boolean {
  return version >= 8;
}

/** The template of a version, for the press. */
export function templateOf(version: number): string {
  const file = files[version];
  if (file === undefined) throw new Error(`there is no template of version ${version}`);
  return join(import.meta.dirname, 'templates', file);
}
