import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeKeysOf } from '#apps/agency';
import {
  type CountryReport,
  type MovingMatrix,
  type Phase,
  type Progress,
  pictureOf,
  readMatrix,
  simulateCountry,
} from '#apps/country';
import { ok, type Refusal, type Result, refuse, type Text } from '#basics';
import { openLog } from '#platform/log';
import { countryWords } from './country-words.ts';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import type { CountryOptions } from './mount-simulate.ts';
import { allProofs } from './verify.ts';

/** `suixing simulate country`: exit code 0 where the money is conserved and every proof holds, 1 where not or interrupted. */
export async function simulateCountryCommand(frame: Frame, options: CountryOptions): Promise<ExitCode> {
  const matrix = matrixFrom(options.matrix);
  if (!matrix.ok) return conclude(frame, matrix, () => '');
  const ready = prepared(options.out);
  if (!ready.ok) return conclude(frame, ready, () => '');
  const stopping = new AbortController();
  const interrupt = () => stopping.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const bar = progressOn(frame);
  try {
    const { agencies, people, months, moving, seed } = options;
    const told = await simulateCountry({
      ...{ agencies: Number(agencies), people: Number(people), months: Number(months), seed: Number(seed) },
      ...{ moving: Number(moving), matrix: matrix.value, onProgress: bar.to, signal: stopping.signal },
      proofsOf: (agency) => allProofs(agency.processes, agency.files, exchangeKeysOf(agency)),
      log: openLog({ level: 'fatal', app: 'country' }),
    });
    bar.stop();
    if (!told.ok) return conclude(frame, told, () => '');
    const picture = options.out === undefined ? null : drawn(told.value, { folder: options.out, frame });
    show(frame, { ...told.value, picture }, () => countryWords(frame, told.value, picture));
    return isSound(told.value) ? 0 : 1;
  } finally {
    bar.stop();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function matrixFrom(file: string | undefined): Result<MovingMatrix | null, Refusal> {
  if (file === undefined) return ok(null);
  try {
    return readMatrix(readFileSync(file, 'utf8'));
  } catch {
    return refuse({ code: 'cli.unreadable-file', figures: { file } });
  }
}

/** Before the minutes that it takes, not after. */
function prepared(folder: string | undefined): Result<null, Refusal> {
  if (folder === undefined) return ok(null);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, fileName), '');
    return ok(null);
  } catch {
    return refuse({ code: 'cli.unwritable-file', figures: { file: join(folder, fileName) } });
  }
}

const fileName = 'country.svg';

function drawn(
  report: CountryReport,
  { folder, frame }: { readonly folder: string; readonly frame: Frame },
): string {
  const file = join(folder, fileName);
  writeFileSync(file, pictureOf(report, frame.lang));
  return file;
}

function isSound({ conservation, proved, livedUntil, until }: CountryReport): boolean {
  const { differenceFen, banksDifferenceFen, unequal } = conservation;
  const conserved = differenceFen === 0n && banksDifferenceFen === 0n && unequal.length === 0;
  return conserved && proved.broken.length === 0 && livedUntil >= until;
}

const phases: Readonly<Record<Phase, Text>> = {
  agencies: { zh: '建立机构', en: 'agencies' },
  officers: { zh: '安排人员', en: 'officers' },
  directory: { zh: '登记往来机构', en: 'directories' },
  people: { zh: '导入参保人', en: 'people, agency by agency' },
  days: { zh: '日子', en: 'days' },
  proofs: { zh: '核验账目，逐家机构', en: 'proofs, agency by agency' },
};

/** One line that is written over on a terminal; a line for each phase elsewhere; nothing beside JSON. */
function progressOn(frame: Frame): { readonly to: Progress; readonly stop: () => void } {
  const terminal = 'isTTY' in frame.stderr && frame.stderr.isTTY === true;
  let last: Phase | null = null;
  return {
    to(phase, done, total) {
      if (frame.json) return;
      if (terminal) frame.stderr.write(`\r\x1b[K${say(frame, phases[phase])} ${done}/${total}`);
      else if (phase !== last) frame.stderr.write(`${say(frame, phases[phase])} …\n`);
      last = phase;
    },
    stop() {
      if (terminal && !frame.json && last !== null) frame.stderr.write('\r\x1b[K');
      last = null;
    },
  };
}
