import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Leaf, readLeafLine, sealFiles } from './day-seal.ts';

/** The statements that stand in a folder, by number: what the second place holds, fetched from there. */
export function statementsIn(folder: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const name of readdirSync(folder)) {
    const number = Number(/^seal-(\d{6,9})\.jws$/.exec(name)?.[1]);
    if (number > 0) found.set(number, readFileSync(join(folder, name), 'utf8').trim());
  }
  return found;
}

/** The leaves of a seal from the folder, one by one; null where there is no list, a throw where a line is none. */
export function leavesFrom(folder: string, number: number): AsyncGenerator<Leaf> | null {
  const file = join(folder, sealFiles(number).leaves);
  return statSync(file, { throwIfNoEntry: false }) ? readLines(file) : null;
}

async function* readLines(file: string): AsyncGenerator<Leaf> {
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    if (line === '') continue;
    const leaf = readLeafLine(line);
    if (!leaf) throw new Error('a line of the leaf list is no leaf');
    yield leaf;
  }
}
