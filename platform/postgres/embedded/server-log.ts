import { readFileSync, renameSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const longestLog = 10_000_000;

/** How long the server's log is now; one that has grown too long is put aside first, and one such is kept. */
export function logLength(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= longestLog) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

/** What the server has said since, without what it says at every start. */
export function serverWords(log: string, from: number): string {
  const said = readFileSync(log).subarray(from).toString('utf8').split('\n');
  const words = said
    .map((line) => line.replace(/^\d{4}-\d{2}-\d{2} \S+ \S+ \[\d+\] /, '').trim())
    .filter((line) => line !== '' && !usual.test(line));
  return [...words.slice(-5), ...fullDisk(dirname(log))].join(' / ') || 'it ended without a word';
}

/** A disk that is full takes no last words, or half of them. */
function fullDisk(folder: string): readonly string[] {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 1_000_000 ? [`no space left on the disk of ${folder}`] : [];
}

const usual =
  /^LOG:\s+(starting PostgreSQL|listening on|database system (was|is) shut down|shutting down|checkpoint )/;
