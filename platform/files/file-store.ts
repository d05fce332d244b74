/**
 * Where sealed files lie, each under the SHA-256 of its bytes as they lie there: whoever holds the folder can check it
 * without any key, and a name tells nothing of whose file it is. A folder of this machine now (`folderStore`); an object
 * store would be another one of these.
 */
export interface FileStore {
  /** Takes a stream in; it counts only once `keep` is called. */
  receive(source: AsyncIterable<Uint8Array>): Promise<Draft>;
  /** The bytes from the beginning; throws where there is no such file. */
  open(name: string): AsyncIterable<Uint8Array>;
  /** Its length; null where there is no such file. */
  lengthOf(name: string): Promise<number | null>;
  remove(name: string): Promise<void>;
  /** Every file that has a name, in their order. */
  list(): AsyncIterable<ListedFile>;
  /** What was never finished: an upload that broke off, a process that was killed. */
  listDrafts(): AsyncIterable<ListedFile>;
  removeDraft(name: string): Promise<void>;
}

export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly changedAt: Date;
}

/** A stream that was taken in whole and has no name yet. */
export interface Draft {
  readonly bytes: number;
  readonly sha256: string;
  open(): AsyncIterable<Uint8Array>;
  /** Gives it its name, which it answers: from now on it is on the disk, whole. */
  keep(): Promise<string>;
  /** Throws it away; nothing where it was kept. */
  drop(): Promise<void>;
}

/** Puts a stream there, whole or not at all. */
export async function putFile(
  store: Pick<FileStore, 'receive'>,
  source: AsyncIterable<Uint8Array>,
): Promise<Pick<Draft, 'bytes'> & { readonly name: string }> {
  const draft = await store.receive(source);
  return { name: await draft.keep(), bytes: draft.bytes };
}
