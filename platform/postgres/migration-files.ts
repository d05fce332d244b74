import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFault } from './database-fault.ts';

export interface MigrationFile {
  readonly number: number;
  /** The file's name without `.sql`: `0001-foundation`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with line ends as `\n`, so that a checkout on Windows has the same. */
  readonly checksum: string;
  /** Whether the release before may go on running on the migrated database. */
  readonly compatible: boolean;
}

/** The migrations of this release. */
export const shippedMigrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** All migrations of a folder, numbered from 1 without gaps. */
export async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(names.map((name) => readMigration(folder, name)));
  files.forEach((file, index) => {
    if (file.number === index + 1) return;
    throw databaseFault('postgres.migration-missing', {
      file: `${String(index + 1).padStart(4, '0')}-….sql`,
    });
  });
  return files;
}

async function readMigration(folder: string, file: string): Promise<MigrationFile> {
  const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file);
  if (!match) throw databaseFault('postgres.migration-malformed', { file, why: 'its name' });
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  const compatible = /^-- compatible: (yes|no)$/m.exec(sql.slice(0, sql.indexOf('\n')))?.[1];
  if (compatible === undefined)
    throw databaseFault('postgres.migration-malformed', { file, why: 'its first line' });
  if (/^\s*(begin|commit|rollback|end)\s*;/im.test(sql.replace(/\$\$[\s\S]*?\$\$/g, ''))) {
    throw databaseFault('postgres.migration-malformed', {
      file,
      why: 'it begins or ends a transaction by itself',
    });
  }
  return {
    number: Number(match[1]),
    name: file.slice(0, -'.sql'.length),
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    compatible: compatible === 'yes',
  };
}
