import { readFileSync, renameSync, statSync } from 'node:fs';

const longestLog = 10_000_000;

/** How long the server's log is now; one that has grown too long is put aside first, and one such is kept. */
export function logLength(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= longestLog) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

/** What the server has said since: what went wrong where it says so, else its last lines. */
export function serverWords(log: string, from: number): string {
  const said = readFileSync(log)
    .subarray(from)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const wrong = said.filter((line) =>
    /FATAL|PANIC|ERROR|HINT|DETAIL|error while loading|could not/.test(line),
  );
  const words = (wrong.length > 0 ? wrong : said)
    .slice(-6)
    .map((line) => line.replace(/^\S+ \S+ \S+ \[\d+\] /, ''));
  return words.join(' / ') || 'it ended without a word';
}
