import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ok, type RandomBytes, type Result } from '#basics';
import type { FileStore } from '#platform/files';
import { type Database, inSnapshot, refuseHalfRestored, type Snapshot } from '#platform/postgres';
import { sealChunks } from '#platform/seal';
import { backupFault, refusing } from './backup-fault.ts';
import { backupFileKey, backupKeyId } from './backup-keys.ts';
import { type CopiedFiles, fileFrames } from './file-frames.ts';
import { frame, jsonFrame } from './frames.ts';
import { type BackupHead, writeHead } from './head.ts';
import type { BackupProgress, BackupSummary, Manifest, TableSum } from './manifest.ts';
import { backupRule, loadOrder } from './table-order.ts';
import {
  backedUpMigrations,
  keepTables,
  rowsOf,
  type SnapshotFacts,
  type StoredTable,
  snapshotFacts,
  storedTables,
  writeAlike,
} from './tables.store.ts';

export interface BackupRequest {
  /** Owns the tables, and so may read all of them. */
  readonly migrator: Database;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly random: RandomBytes;
  readonly product: string;
  /** Numbers of the keys that identity numbers are sealed with. */
  readonly identityKeys: readonly string[];
  readonly demo: boolean;
  /** Where the files lie that rows name; none where it is left out. */
  readonly files?: Pick<FileStore, 'list' | 'open'>;
  readonly onProgress: (progress: BackupProgress) => void;
}

/**
 * Writes one consistent picture of the whole database to `sink`, compressed and encrypted, while everybody goes on working.
 * Memory stays flat: the server waits for the sink. Where it throws or refuses, what was written is no backup.
 */
export function takeBackup(request: BackupRequest, sink: Writable): Promise<Result<BackupSummary>> {
  return refusing(() =>
    inSnapshot(request.migrator, async (snapshot) => ok(await write(request, { snapshot, sink }))),
  );
}

interface Path {
  readonly snapshot: Snapshot;
  readonly sink: Writable;
}

async function write(request: BackupRequest, { snapshot, sink }: Path): Promise<BackupSummary> {
  const tables = await pinTables(snapshot, request.migrator);
  const facts = await snapshotFacts(snapshot);
  const manifest = await describe(request, { snapshot, tables, facts });
  const { takenAt, product, demo } = manifest;
  const id = Buffer.from(request.random(16)).toString('hex');
  const head: BackupHead = { id, key: backupKeyId(request.key), takenAt, product };
  const headBytes = writeHead(head);
  const fileKey = backupFileKey(request.key, headBytes);
  const sums: TableSum[] = [];
  const copied: CopiedFiles = { files: 0 };
  let bytes = 0;
  await pipeline(
    Readable.from(
      frames({ snapshot, facts, manifest, tables, sums, onProgress: request.onProgress }, () =>
        fileFrames(request.files, copied),
      ),
    ),
    createGzip({ level: 3 }),
    async function* (compressed: AsyncIterable<Buffer>) {
      yield headBytes;
      yield* sealChunks(compressed, fileKey);
    },
    async function* (sealed: AsyncIterable<Buffer>) {
      for await (const piece of sealed) {
        bytes += piece.length;
        yield piece;
      }
    },
    sink,
  );
  const structure = manifest.migrations.at(-1)?.name ?? '';
  const rows = sums.reduce((sum, table) => sum + table.rows, 0);
  return {
    backup: id,
    key: head.key,
    takenAt,
    product,
    structure,
    demo,
    rows,
    bytes,
    tables: sums,
    files: copied.files,
  };
}

/** The tables that are kept, locked against changes of their structure: it is the snapshot's until the end. */
async function pinTables(snapshot: Snapshot, migrator: Database): Promise<readonly StoredTable[]> {
  await refuseHalfRestored(snapshot);
  const found = await storedTables(snapshot);
  const kept = loadOrder(found.filter(({ comment }) => backupRule(comment).kept));
  if (kept.length === 0) throw backupFault('backup.nothing-there');
  await keepTables(snapshot, kept);
  // A migration that committed between the picture and the locks would have changed what the picture says of the tables.
  const [before, after] = [await backedUpMigrations(snapshot), await backedUpMigrations(migrator)];
  if (before.length !== after.length) throw backupFault('backup.schema-moved');
  await writeAlike(snapshot);
  return kept;
}

async function describe(
  { product, identityKeys, demo }: BackupRequest,
  { snapshot, tables, facts }: Pick<Content, 'snapshot' | 'tables' | 'facts'>,
): Promise<Manifest> {
  return {
    takenAt: facts.takenAt,
    product,
    migrations: await backedUpMigrations(snapshot),
    identityKeys,
    demo,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
}

interface Content {
  readonly snapshot: Snapshot;
  readonly facts: SnapshotFacts;
  readonly manifest: Manifest;
  readonly tables: readonly StoredTable[];
  /** Filled on the way. */
  readonly sums: TableSum[];
  readonly onProgress: (progress: BackupProgress) => void;
}

async function* frames(
  { snapshot, facts, manifest, tables, sums, onProgress }: Content,
  files: () => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  yield jsonFrame('manifest', manifest);
  let rows = 0;
  for (const [done, table] of tables.entries()) {
    const hash = createHash('sha256');
    let own = 0;
    yield jsonFrame('table', { name: table.name, columns: table.columns });
    for await (const piece of rowsOf(snapshot, { table, lower: facts.transactions })) {
      hash.update(piece);
      own += lineEnds(piece);
      yield frame('rows', piece);
      onProgress({ table: table.name, done, total: tables.length, rows: rows + own });
    }
    rows += own;
    const sum: TableSum = { name: table.name, rows: own, sha256: hash.digest('hex') };
    sums.push(sum);
    yield jsonFrame('sum', sum);
  }
  yield* files();
  yield jsonFrame('end', { tables: tables.length, rows });
}

/** Rows end with a line end, and COPY writes those within a value otherwise. */
export function lineEnds(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) count += 1;
  return count;
}
