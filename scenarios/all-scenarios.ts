import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readScenario, type Scenario } from './scenario.ts';

/** Every scenario, in the order of its number. A file that is wrong is a fault that tells everything wrong in it. */
export function allScenarios(): readonly Scenario[] {
  const files = readdirSync(peopleFolder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((file) => {
    const name = basename(file, '.yaml');
    const read = readScenario(name, readFileSync(join(peopleFolder, file), 'utf8'));
    if (read.ok) return read.value;
    const told = read.problems.map(({ path, detail }) => `${path}: ${detail.zh} ${detail.en}`);
    throw new Error([`scenarios/people/${file}`, ...told].join('\n  '));
  });
}

export const peopleFolder = join(import.meta.dirname, 'people');
export const outcomesFolder = join(import.meta.dirname, 'outcomes');
