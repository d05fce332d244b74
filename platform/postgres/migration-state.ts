import type { MigrationFile } from './migration-files.ts';

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly compatible: boolean;
}

export interface SchemaState {
  readonly applied: readonly AppliedMigration[];
  /** Files that were not applied yet, in order. */
  readonly pending: readonly MigrationFile[];
  /** Applied, and the file says something else now. */
  readonly changed: readonly AppliedMigration[];
  /** Applied, and no file, although later files exist. */
  readonly missing: readonly AppliedMigration[];
  /** Applied by a newer release: numbered above every file that we have. */
  readonly newer: readonly AppliedMigration[];
}

export function compareMigrations(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): SchemaState {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  const done = new Set(applied.map(({ number }) => number));
  return {
    applied,
    pending: files.filter(({ number }) => !done.has(number)),
    changed: applied.filter(({ number, checksum }) => {
      const file = byNumber.get(number);
      return file !== undefined && file.checksum !== checksum;
    }),
    missing: applied.filter(({ number }) => number <= files.length && !byNumber.has(number)),
    newer: applied.filter(({ number }) => number > files.length),
  };
}
