import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Text } from '#basics';
import { type DatabaseFault, databaseFault } from './database-fault.ts';

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
  if (!match) throw malformed(file, 'name');
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  const compatible = /^-- compatible: (yes|no)$/m.exec(sql.slice(0, sql.indexOf('\n')))?.[1];
  if (compatible === undefined) throw malformed(file, 'first-line');
  if (/^\s*(begin|commit|rollback|end)\s*;/im.test(sql.replace(/\$\$[\s\S]*?\$\$/g, '')))
    throw malformed(file, 'own-transaction');
  return {
    number: Number(match[1]),
    name: file.slice(0, -'.sql'.length),
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    compatible: compatible === 'yes',
  };
}

const faultsOfForm = {
  name: { zh: '文件名不合规定', en: 'its name is not one of a migration' },
  'first-line': {
    zh: '第一行没有写明旧版本能不能接着运行',
    en: 'its first line does not say whether the release before may go on running',
  },
  'own-transaction': { zh: '自己开始或结束事务', en: 'it begins or ends a transaction by itself' },
} as const satisfies Readonly<Record<string, Text>>;

function malformed(file: string, fault: keyof typeof faultsOfForm): DatabaseFault {
  const { zh: whyZh, en: whyEn } = faultsOfForm[fault];
  return databaseFault('postgres.migration-malformed', { file, whyZh, whyEn });
}
