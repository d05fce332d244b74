import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type ByteReader, byteReader, openChunks } from '#platform/seal';
import { backupFault } from './backup-fault.ts';
import { backupFileKey, backupKeyId } from './backup-keys.ts';
import { readFiles } from './file-frames.ts';
import { jsonOf, readFrame, readJson } from './frames.ts';
import { readHead } from './head.ts';
import type { BackupProgress, BackupSummary, Manifest, TableHead, TableSum } from './manifest.ts';
import { lineEnds } from './take-backup.ts';

/** Who wants to see a backup's content, as it comes. */
export interface Visitor {
  /** Before any row. */
  manifest(manifest: Manifest, backup: string): Promise<void>;
  /** Must read all the pieces. */
  table(table: TableHead, pieces: AsyncIterable<Buffer>): Promise<void>;
  /** Takes a file in and answers the hash of its bytes; left out where files are only looked at. */
  readonly file?: ((pieces: AsyncIterable<Buffer>) => Promise<string>) | null;
  readonly onProgress: (progress: BackupProgress) => void;
}

export interface BackupSource {
  readonly file: string;
  readonly key: Uint8Array;
}

/**
 * Reads a backup from its first byte to its last and shows it to `visitor`. Every byte was authenticated before it is shown;
 * that the backup is whole is known only when this returns. Throws a backup fault where anything is wrong with it.
 */
export async function readBackup({ file, key }: BackupSource, visitor: Visitor): Promise<BackupSummary> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    const outer = byteReader(readable(source, file));
    const { head, bytes } = await readHead(outer, file);
    const given = backupKeyId(key);
    if (given !== head.key) throw backupFault('backup.other-key', { needed: head.key, given });
    const content = await readContent(decompressed(outer, backupFileKey(key, bytes)), {
      visitor,
      backup: head.id,
    });
    return { ...content, backup: head.id, key: head.key, bytes: outer.taken() };
  } finally {
    source.destroy();
  }
}

async function* readable(source: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw backupFault('backup.unreadable-file', { file, words });
  }
}

async function* decompressed(outer: ByteReader, fileKey: Uint8Array): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const fed = pipeline(openChunks(outer, fileKey), gunzip);
  fed.catch(() => undefined); // the loop below throws the same
  try {
    for await (const piece of gunzip) yield piece as Buffer; // gunzip gives Buffers
    await fed;
  } finally {
    gunzip.destroy();
  }
}

interface Reading {
  readonly visitor: Visitor;
  readonly backup: string;
}

async function readContent(
  inside: AsyncIterable<Buffer>,
  { visitor, backup }: Reading,
): Promise<Omit<BackupSummary, 'backup' | 'key' | 'bytes'>> {
  const reader = byteReader(inside);
  const manifest = await readJson<Manifest>(reader, 'manifest');
  await visitor.manifest(manifest, backup);
  const tables: TableSum[] = [];
  let rows = 0;
  for (const [done, table] of manifest.tables.entries()) {
    const { name } = await readJson<TableHead>(reader, 'table');
    if (name !== table.name) throw new Error(`a backup of this program has ${table.name} here, not ${name}`);
    const progress = (own: number) =>
      visitor.onProgress({ table: name, done, total: manifest.tables.length, rows: rows + own });
    const sum = await readTable(reader, { table, visitor, progress });
    tables.push(sum);
    rows += sum.rows;
  }
  const { files, after } = await readFiles(reader, visitor.file ?? null);
  jsonOf(after, 'end');
  // Up to here everything was authentic; the last chunk says that nothing was cut off.
  if ((await reader.take(1)).length > 0) throw new Error('something follows the end of the backup');
  const { takenAt, product, demo, migrations } = manifest;
  return { takenAt, product, demo, structure: migrations.at(-1)?.name ?? '', rows, tables, files };
}

interface Table {
  readonly table: TableHead;
  readonly visitor: Visitor;
  readonly progress: (rows: number) => void;
}

async function readTable(reader: ByteReader, { table, visitor, progress }: Table): Promise<TableSum> {
  const hash = createHash('sha256');
  let rows = 0;
  let told: TableSum | undefined;
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let next = await readFrame(reader); ; next = await readFrame(reader)) {
      if (next.kind !== 'rows') {
        told = jsonOf<TableSum>(next, 'sum');
        return;
      }
      hash.update(next.body);
      rows += lineEnds(next.body);
      progress(rows);
      yield next.body;
    }
  }
  await visitor.table(table, pieces());
  const found: TableSum = { name: table.name, rows, sha256: hash.digest('hex') };
  if (told?.rows !== found.rows || told.sha256 !== found.sha256)
    throw new Error(`the rows of ${table.name} are not those that were written`);
  return found;
}
