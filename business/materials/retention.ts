import { addMonths, type PlainDate, shanghaiDate } from '#basics';
import { paperRetentionMonths, unusedPaperRetentionMonths, valueOn } from '#law';
import { inTransaction, type Reader } from '#platform/postgres';
import type { MaterialsContext } from './context.ts';
import { guarded } from './guarded.ts';
import {
  callEraseFile,
  type FileKey,
  filesUntouchedSince,
  firstFile,
  type KeptFile,
} from './upkeep.store.ts';

/** A file whose time is over, and why it stays all the same where it does. */
export interface DueFile extends FileKey {
  readonly storedName: string;
  readonly bytes: number;
  /** A page of a paper that was decided on; the others are kept for a shorter time. */
  readonly handedIn: boolean;
  readonly cases: readonly string[];
  /** The day on which its time was over. */
  readonly sinceOn: PlainDate;
  readonly kept: 'open-case' | 'measure-stands' | null;
}

export interface DuePage {
  readonly items: readonly DueFile[];
  /** Whether others may follow after the last one. */
  readonly more: boolean;
}

/** Files whose time is over, a page at a time; those of open cases and of persons under a measure say so and stay. */
export async function listDueFiles(
  reader: Reader,
  {
    context,
    after,
    limit,
  }: { readonly context: MaterialsContext; readonly after: FileKey; readonly limit: number },
): Promise<DuePage> {
  const today = shanghaiDate(context.clock.now());
  const terms = termsOn(today);
  const before = instantOf(addMonths(today, -Math.min(terms.used, terms.unused)));
  const items: DueFile[] = [];
  for (let from = after; ; ) {
    const page = await filesUntouchedSince(reader, { before, after: from, limit });
    items.push(
      ...page.map((file) => dueFile(file, { context, terms })).filter(({ sinceOn }) => sinceOn < today),
    );
    const last = page.at(-1);
    if (!last || items.length >= limit) return { items: items.slice(0, limit), more: last !== undefined };
    from = last;
  }
}

/**
 * Erases what is due: its key goes from the database and its bytes from the folder; what it hashed to stays. The database
 * itself refuses where anything happened since, or a measure stands.
 */
export async function eraseDueFiles(context: MaterialsContext): Promise<number> {
  let erased = 0;
  for (let after: FileKey = firstFile; ; ) {
    const { items, more } = await listDueFiles(context.database, { context, after, limit: 200 });
    for (const file of items) if (file.kept === null && (await erase(context, file))) erased += 1;
    const last = items.at(-1);
    if (!more || !last) return erased;
    after = last;
  }
}

async function erase({ database, files, clock }: MaterialsContext, file: DueFile): Promise<boolean> {
  const at = clock.now();
  const { used, unused } = termsOn(shanghaiDate(at));
  const before = instantOf(addMonths(shanghaiDate(at), -(file.handedIn ? used : unused)));
  const gone = await inTransaction(database, (tx) => guarded(callEraseFile(tx, file, { before, at })));
  if (!gone.ok || !gone.value) return false;
  await files.remove(file.storedName);
  return true;
}

interface Terms {
  readonly used: number;
  readonly unused: number;
}

function termsOn(on: PlainDate): Terms {
  const used = valueOn(paperRetentionMonths, on)?.value;
  const unused = valueOn(unusedPaperRetentionMonths, on)?.value;
  if (used === undefined || unused === undefined) throw new Error(`no retention is laid down for ${on}`);
  return { used, unused };
}

function dueFile(
  file: KeptFile,
  { context, terms }: { readonly context: MaterialsContext; readonly terms: Terms },
): DueFile {
  const { ownerId, fileId, storedName, byteCount, cases, lastAt, measureStands } = file;
  const open = cases.some(({ process, state }) => context.processes[process]?.states[state]?.final !== true);
  // What nobody decided on: never handed in, or the application was taken back.
  const handedIn = cases.some((each) => each.handedIn && each.state !== 'withdrawn-by-applicant');
  return {
    ...{ ownerId, fileId, storedName, handedIn, bytes: byteCount, cases: cases.map(({ number }) => number) },
    sinceOn: addMonths(shanghaiDate(lastAt), handedIn ? terms.used : terms.unused),
    kept: open ? 'open-case' : measureStands ? 'measure-stands' : null,
  };
}

function instantOf(day: PlainDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
