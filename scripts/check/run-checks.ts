import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { checkGlossary } from './glossary.ts';
import { symbolicLinks } from './links.ts';
import { checkPublicDoors } from './public-doors.ts';
import { checkRefusals } from './refusals.ts';
import { checkSizes } from './sizes.ts';
import { checkSql } from './sql.ts';
import { checkStoreys } from './storeys.ts';
import { checkStrangers } from './strangers.ts';
import { checkTexts } from './texts.ts';
import { checkTitles } from './titles.ts';
import { readTree } from './tree.ts';
import type { Check, Files, Violation } from './violation.ts';

export interface CheckOutcome {
  readonly name: string;
  readonly milliseconds: number;
  /** What is wrong, ready to print; empty where the check passed. */
  readonly complaints: readonly string[];
}

const textChecks: Readonly<Record<string, Check>> = {
  storeys: checkStoreys,
  'public-doors': checkPublicDoors,
  sql: checkSql,
  texts: checkTexts,
  refusals: checkRefusals,
  glossary: checkGlossary,
  sizes: checkSizes,
  titles: checkTitles,
  strangers: checkStrangers,
};

const root = dirname(dirname(import.meta.dirname));

/** Runs every check of the house; each outcome is handed to `tell` as it comes. */
export async function runChecks(tell: (outcome: CheckOutcome) => void): Promise<readonly CheckOutcome[]> {
  const told = (outcome: CheckOutcome) => {
    tell(outcome);
    return outcome;
  };
  const programs = [
    runProgram('types', ['node_modules/typescript/bin/tsc', '-p', '.', '--pretty', 'false']),
    runProgram('format-and-lint', [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--error-on-warnings',
      '--colors=off',
      '--max-diagnostics=50',
      '.',
    ]),
    runProgram('docs', ['scripts/docs/main.ts', '--check']),
  ].map((running) => running.then(told));
  const files = readTree(root);
  const texts = Object.entries(textChecks).map(([name, check]) => told(runTextCheck(name, check, files)));
  const from = performance.now();
  const links = symbolicLinks(root);
  const kept = told({ name: 'links', milliseconds: performance.now() - from, complaints: links });
  return [...(await Promise.all(programs)), ...texts, kept];
}

function runTextCheck(name: string, check: Check, files: Files): CheckOutcome {
  const from = performance.now();
  const complaints = check(files).map(describe);
  return { name, milliseconds: performance.now() - from, complaints };
}

function describe({ path, line, says }: Violation): string {
  return line > 0 ? `${path}:${line} ${says}` : `${path} ${says}`;
}

/** Runs a program of this package on the Node that runs us; whatever it says counts only where it fails. */
function runProgram(name: string, args: readonly string[]): Promise<CheckOutcome> {
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
    child.on('close', (code) => {
      const complaints = code === 0 ? [] : [said.join('').trim() || `${join(...args)} ended with ${code}`];
      resolve({ name, milliseconds: performance.now() - from, complaints });
    });
  });
}
