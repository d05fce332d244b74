import { inTransaction } from '#platform/postgres';
import type { MaterialsContext } from './context.ts';
import { openFile } from './download-file.ts';
import { guarded } from './guarded.ts';
import { scanned } from './intake.ts';
import { callRecordScan, type FileKey, filesToScan, firstFile } from './upkeep.store.ts';

export interface Rescan {
  readonly clean: number;
  /** Files of which a virus became known: never served again, and their papers do not count. */
  readonly infected: readonly string[];
  readonly failed: number;
}

/**
 * Asks the scanner about every file that it has not judged yet: those kept in quarantine, and those that came while none was
 * configured. Gives up for this time where it fails twice in a row; the files stay where they were.
 */
export async function rescanFiles(context: MaterialsContext): Promise<Rescan> {
  const { database, scanner, clock } = context;
  const told = { clean: 0, infected: [] as string[], failed: 0 };
  if (!scanner) return told;
  let after: FileKey = firstFile;
  for (let inARow = 0; inARow < 2; ) {
    const [file] = await filesToScan(database, after, 1);
    if (!file) break;
    after = file;
    const word = await scanned(scanner, openFile(context, file));
    inARow = word.outcome === 'failed' ? inARow + 1 : 0;
    if (word.outcome === 'failed') {
      told.failed += 1;
      continue; // nothing new is known of it
    }
    await inTransaction(database, (tx) => guarded(callRecordScan(tx, file, { ...word, at: clock.now() })));
    if (word.outcome === 'infected') told.infected.push(file.fileId);
    else told.clean += 1;
  }
  return told;
}
