import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { pid } from 'node:process';
import { demoMarks } from '#apps/agency';
import { isAlive } from '#platform/postgres';

/**
 * How a city stands. It is drawn once; a drawing that was cut short (a kill in the middle) is thrown away and begun anew,
 * since nothing in it is anybody's. One that another process is drawing at this moment is left alone.
 */
export type DemoState =
  | { readonly is: 'ready' }
  | { readonly is: 'ours-to-draw'; readonly leftovers: boolean }
  | { readonly is: 'being-drawn'; readonly by: number };

/** Looks how the city stands and, where nobody has drawn it or is drawing it, takes the drawing for this process. */
export function claimCity(dataDir: string): DemoState {
  const { begun, ready } = demoMarks(dataDir);
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(ready)) return { is: 'ready' };
  if (create(begun)) return { is: 'ours-to-draw', leftovers: false };
  const by = drawer(begun);
  if (by !== null) return { is: 'being-drawn', by };
  // Of two that find the same leftovers, one moves the mark away and the other finds nothing to move.
  if (!moveAway(begun) || !create(begun)) return { is: 'being-drawn', by: drawer(begun) ?? 0 };
  return { is: 'ours-to-draw', leftovers: true };
}

/** Shows every second that the drawing goes on; a process number alone could be another program's after a restart. */
export function keepDrawing(dataDir: string): { stop(): void } {
  const { begun } = demoMarks(dataDir);
  const beat = setInterval(() => utimesSync(begun, new Date(), new Date()), 1000);
  return { stop: () => clearInterval(beat) };
}

export function markReady(dataDir: string): void {
  const { begun, ready } = demoMarks(dataDir);
  writeFileSync(ready, '');
  rmSync(begun, { force: true });
}

const longestPauseMs = 30_000;

/** The process that draws at this moment; null where it is gone. */
function drawer(mark: string): number | null {
  const drawing = Number(readFileSync(mark, 'utf8'));
  const quietMs = Date.now() - statSync(mark).mtimeMs;
  return Number.isInteger(drawing) && isAlive(drawing) && quietMs < longestPauseMs ? drawing : null;
}

function create(mark: string): boolean {
  try {
    writeFileSync(mark, String(pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // writing files fails with system errors
    return false;
  }
}

function moveAway(mark: string): boolean {
  try {
    renameSync(mark, `${mark}.${pid}`);
    rmSync(`${mark}.${pid}`);
    return true;
  } catch {
    return false; // another start was quicker
  }
}
