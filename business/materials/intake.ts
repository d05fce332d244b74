import { createHash } from 'node:crypto';
import { ok, type RandomBytes, type Refusal, type Result, refuse } from '#basics';
import {
  type CleanDocument,
  type DocumentKind,
  inspectDocument,
  kindBytes,
  kindOf,
} from '#platform/documents';
import { type FileStore, putFile, type Scanner } from '#platform/files';
import { byteReader, openChunks, sealChunks } from '#platform/seal';

/** A file that was taken in: sealed, in the folder, and in no record yet. */
export interface TakenFile {
  readonly kind: DocumentKind;
  readonly storedName: string;
  readonly storedBytes: number;
  readonly byteCount: number;
  /** SHA-256 of the content that is kept, hexadecimal. */
  readonly contentHash: string;
  /** The file's own key. */
  readonly key: Uint8Array;
  readonly removed: readonly string[];
  readonly scan: ScanWord;
}

/** What is known of viruses in a file, as it is kept. */
export interface ScanWord {
  readonly outcome: 'clean' | 'infected' | 'failed' | 'not-scanned';
  /** What was found, or why nothing could be told. */
  readonly said: string;
}

export interface Intake {
  take(bytes: AsyncIterable<Uint8Array>): Promise<Result<TakenFile, Refusal>>;
}

/**
 * Takes files in as they come. Nothing lies on the disk unsealed at any moment, and no more than `atOnce` files are in memory
 * together, however many people send theirs.
 */
export function makeIntake(parts: {
  readonly files: FileStore;
  readonly scanner: Scanner | null;
  readonly random: RandomBytes;
  readonly atOnce: number;
}): Intake {
  const turn = turnstile(parts.atOnce);
  return { take: (bytes) => take(bytes, { ...parts, turn }) };
}

interface Parts {
  readonly files: FileStore;
  readonly scanner: Scanner | null;
  readonly random: RandomBytes;
  readonly turn: Turnstile;
}

async function take(bytes: AsyncIterable<Uint8Array>, parts: Parts): Promise<Result<TakenFile, Refusal>> {
  const { files, scanner, random, turn } = parts;
  const begun = await beginningOf(bytes);
  const kind = kindOf(begun.head);
  if (!kind.ok) {
    await begun.leave();
    return refuse({ code: `materials.${kind.problem}` });
  }
  const draftKey = random(32);
  const draft = await files.receive(sealChunks(begun.whole(), draftKey));
  const open = () => openChunks(byteReader(draft.open()), draftKey);
  try {
    const scan = await scanned(scanner, open());
    if (scan.outcome === 'infected') return refuse({ code: 'materials.infected' });
    return await turn(async () => {
      const inspected = await inspectDocument(await gathered(open(), draft.bytes));
      if (!inspected.ok) return refuse({ code: `materials.${inspected.problem}` });
      return ok({ ...(await keep(inspected.value, { files, key: random(32) })), scan });
    });
  } finally {
    await draft.drop();
  }
}

/** In one piece, without a second copy of it; `atMost` is what its seal adds to it more than it needs. */
async function gathered(pieces: AsyncIterable<Uint8Array>, atMost: number): Promise<Uint8Array> {
  const whole = Buffer.allocUnsafe(atMost);
  let length = 0;
  for await (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole.subarray(0, length);
}

export async function scanned(scanner: Scanner | null, bytes: AsyncIterable<Uint8Array>): Promise<ScanWord> {
  if (!scanner) return { outcome: 'not-scanned', said: '' };
  const verdict = await scanner.scan(bytes);
  switch (verdict.outcome) {
    case 'clean':
      return { outcome: 'clean', said: '' };
    case 'infected':
      return { outcome: 'infected', said: verdict.signature };
    case 'failed':
      return { outcome: 'failed', said: verdict.why };
  }
}

async function keep(
  { kind, pieces, removed }: CleanDocument,
  { files, key }: { readonly files: FileStore; readonly key: Uint8Array },
): Promise<Omit<TakenFile, 'scan'>> {
  const hash = createHash('sha256');
  let byteCount = 0;
  async function* content(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      hash.update(piece);
      byteCount += piece.length;
      yield piece;
    }
  }
  const { name: storedName, bytes: storedBytes } = await putFile(files, sealChunks(content(), key));
  return { kind, storedName, storedBytes, byteCount, contentHash: hash.digest('hex'), key, removed };
}

interface Beginning {
  readonly head: Uint8Array;
  whole(): AsyncIterable<Uint8Array>;
  /** Reads no further. */
  leave(): Promise<void>;
}

/** The first bytes tell what it is, before anything is written. */
async function beginningOf(bytes: AsyncIterable<Uint8Array>): Promise<Beginning> {
  const rest = bytes[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < kindBytes) {
    const next = await rest.next();
    if (next.done) break;
    held.push(next.value);
    size += next.value.length;
  }
  return {
    head: Buffer.concat(held),
    async *whole() {
      yield* held;
      yield* { [Symbol.asyncIterator]: () => rest };
    },
    async leave() {
      await rest.return?.();
    },
  };
}

type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets so many work at once; the others wait in their order. */
function turnstile(atOnce: number): Turnstile {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async (work) => {
    if (working >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
