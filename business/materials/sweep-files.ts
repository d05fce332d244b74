import type { FileStore, ListedFile } from '#platform/files';
import type { Reader } from '#platform/postgres';
import { namesWithoutFile } from './upkeep.store.ts';

const day = 24 * 60 * 60 * 1000;

/** Files in the folder that no record names: of uploads that were refused at the end, broke off, or were erased. */
export async function* leftOvers(
  reader: Reader,
  { files, olderThan }: { readonly files: FileStore; readonly olderThan: Date },
): AsyncGenerator<ListedFile & { readonly draft: boolean }> {
  for await (const draft of files.listDrafts())
    if (draft.changedAt < olderThan) yield { ...draft, draft: true };
  let page: ListedFile[] = [];
  for await (const file of files.list()) {
    page.push(file);
    if (page.length < 500) continue;
    yield* unnamed(reader, { page, olderThan });
    page = [];
  }
  yield* unnamed(reader, { page, olderThan });
}

async function* unnamed(
  reader: Reader,
  { page, olderThan }: { readonly page: readonly ListedFile[]; readonly olderThan: Date },
): AsyncGenerator<ListedFile & { readonly draft: boolean }> {
  const names = await namesWithoutFile(
    reader,
    page.map(({ name }) => name),
  );
  for (const file of page)
    if (names.has(file.name) && file.changedAt < olderThan) yield { ...file, draft: false };
}

/** A day, so that nothing is swept that an upload or a backup is still busy with. Files carry the machine's own time. */
export function oneDayAgo(): Date {
  return new Date(Date.now() - day);
}

/** Removes what was left over for a day; answers how many. */
export async function sweepFiles(
  { database, files }: { readonly database: Reader; readonly files: FileStore },
  olderThan: Date = oneDayAgo(),
): Promise<number> {
  let removed = 0;
  for await (const { name, draft } of leftOvers(database, { files, olderThan })) {
    await (draft ? files.removeDraft(name) : files.remove(name));
    removed += 1;
  }
  return removed;
}
