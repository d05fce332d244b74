import type { Fen, Text } from '#basics';
import type { TextEncoding } from '#platform/files';

/** Something said about a line of a file: where it stands, and what to do. Never repeats what stands in the cell. */
export interface LineRemark {
  readonly line: number;
  /** The column's English name; null where the whole line or file is meant. */
  readonly column: string | null;
  readonly columnChinese: string | null;
  readonly detail: Text;
}

export type ImportOutcome =
  | 'checked' // nothing was written, as asked, or because there are problems
  | 'taken-in'
  | 'continued' // an earlier attempt was cut short; this one finished it
  | 'already-taken-in'; // the very same file was finished before; nothing changed

/** What became of a file. Money figures count only lines that bring something new: the control totals of the import. */
export interface ImportReport {
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly encoding: TextEncoding | null;
  readonly outcome: ImportOutcome;
  /** The import on record; null where none was begun. */
  readonly runId: string | null;
  readonly lineCount: number;
  readonly newCount: number;
  readonly onRecordCount: number;
  readonly openingCount: number;
  readonly openingTotalFen: Fen;
  /** Pairs of records that may be one person, which came with this file. */
  readonly doublesFound: number;
  /** Everything wrong with every line; with one of these nothing is written. */
  readonly problems: readonly LineRemark[];
  /** What an officer should know, and what does not stop the import. */
  readonly notices: readonly LineRemark[];
}

export const importKinds = ['people', 'months'] as const;
export type ImportKindName = (typeof importKinds)[number];

export interface ImportProgress {
  readonly phase: 'checking' | 'writing' | 'posting';
  readonly done: number;
  /** Null while the file is read for the first time. */
  readonly total: number | null;
}
