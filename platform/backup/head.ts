import type { ByteReader } from '#platform/seal';
import { backupFault } from './backup-fault.ts';

/**
 * What anybody may read at the beginning of a backup, on one line: enough to find the right key and the right file. It is
 * bound to what follows, so that an altered head makes the backup unreadable.
 */
export interface BackupHead {
  /** Names this backup; random, so that every backup is encrypted under a key of its own. 32 hexadecimal digits. */
  readonly id: string;
  /** Names the key without telling anything of it. 16 hexadecimal digits. */
  readonly key: string;
  /** The instant whose picture of the database it holds, ISO 8601. */
  readonly takenAt: string;
  /** The release that made it. */
  readonly product: string;
}

const mark = 'SUIXING BACKUP ';
/** 1: tables alone. 2: the files of papers after them. */
const format = 2;
const lengthAtMost = 1024;

/** `SUIXING BACKUP 2 {…}` and a line end. */
export function writeHead(head: BackupHead): Buffer {
  return Buffer.from(`${mark}${format} ${JSON.stringify(head)}\n`);
}

/** The head, and the bytes that it stands in. */
export async function readHead(
  reader: ByteReader,
  file: string,
): Promise<{ readonly head: BackupHead; readonly bytes: Buffer }> {
  const begin = await reader.take(mark.length);
  if (begin.toString('latin1') !== mark) throw backupFault('backup.not-a-backup', { file });
  const bytes: Buffer[] = [begin];
  for (let byte = await reader.take(1); byte.length === 1; byte = await reader.take(1)) {
    bytes.push(byte);
    if (byte[0] === 0x0a)
      return { head: parse(Buffer.concat(bytes).toString('utf8')), bytes: Buffer.concat(bytes) };
    if (bytes.length > lengthAtMost) break;
  }
  throw backupFault(bytes.length > lengthAtMost ? 'backup.damaged' : 'backup.incomplete', {
    at: reader.taken(),
  });
}

function parse(line: string): BackupHead {
  const [, version, text] = /^SUIXING BACKUP (\d{1,6}) (.*)\n$/.exec(line) ?? [];
  if (version === undefined || text === undefined) throw backupFault('backup.damaged', { at: 0 });
  if (Number(version) > format) throw backupFault('backup.newer', { product: `format ${version}` });
  const head = parseJson(text);
  const { id, key, takenAt, product } = head;
  if ([id, key, takenAt, product].every((value) => typeof value === 'string'))
    return { id, key, takenAt, product } as BackupHead; // looked at just now
  throw backupFault('backup.damaged', { at: 0 });
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Told below: an altered head is damage like any other.
  }
  throw backupFault('backup.damaged', { at: 0 });
}
