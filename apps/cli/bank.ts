import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addDays,
  isPlainDate,
  ok,
  type PlainDate,
  plainDate,
  type Refusal,
  type Result,
  refuse,
  yuanToFen,
} from '#basics';
import { type BankProfile, type BankState, bankDay, bankProfiles, newBank } from '#business/payments';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

export interface BankAsked {
  /** Where our files to the bank lie. */
  readonly folder: string;
  /** Where its answers and statements go, with what it remembers (`bank.json`). */
  readonly out: string;
  readonly profile: string;
  readonly seed: string;
  readonly on: string;
  readonly days: string;
  /** Yuan on the account when the bank begins. */
  readonly opening: string;
  readonly account: string | null;
}

interface BankWork {
  readonly profile: BankProfile;
  readonly seed: number;
  readonly on: PlainDate;
  readonly days: number;
  readonly openingFen: bigint;
}

/**
 * `suixing bank FOLDER --out FOLDER`: a simulated bank. It reads the payment files in a folder, answers them by its profile,
 * and writes a statement for each day; what it delays or sends back comes on a later day. The same seed gives the same bytes.
 */
export function bankCommand(frame: Frame, asked: BankAsked): ExitCode {
  const work = readAsked(asked);
  if (!work.ok) return conclude(frame, work, () => '');
  const { profile, seed, on, days, openingFen } = work.value;
  const files = filesIn(asked.folder);
  const state = files && stateIn(asked.out, openingFen);
  if (!state) {
    const file = files ? asked.out : asked.folder;
    return conclude(frame, refuse({ code: 'cli.unreadable-file', figures: { file } }), () => '');
  }
  let bank = state;
  const written: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const today = addDays(on, day);
    const at = new Date(`${today}T17:00:00+08:00`);
    const account = asked.account === null ? {} : { accountNumber: asked.account };
    const done = bankDay(bank, { on: today, at, profile, seed, files, ...account });
    for (const { name, xml } of done.files) writeFileSync(join(asked.out, name), xml);
    written.push(...done.files.map(({ name }) => name));
    bank = done.state;
  }
  writeFileSync(join(asked.out, 'bank.json'), `${JSON.stringify(bank)}\n`);
  return conclude(frame, ok({ files: written }), ({ files: names }) =>
    [...names, say(frame, { zh: `写出 ${names.length} 个文件`, en: `${names.length} files written` })].join(
      '\n',
    ),
  );
}

function readAsked({ profile, seed, on, days, opening }: BankAsked): Result<BankWork, Refusal> {
  const openingFen = yuanToFen(opening);
  const checks: readonly (readonly [boolean, string])[] = [
    [profile in bankProfiles, '--profile'],
    [/^\d{1,9}$/.test(seed), '--seed'],
    [isPlainDate(on), '--on'],
    [/^[1-9]\d{0,2}$/.test(days), '--days'],
    [openingFen !== null, '--opening'],
  ];
  const wrong = checks.find(([holds]) => !holds);
  if (wrong || openingFen === null)
    return refuse({ code: 'cli.bad-value', figures: { name: wrong?.[1] ?? '' } });
  return ok({
    profile: profile as BankProfile, // one of the table's, as checked
    ...{ seed: Number(seed), on: plainDate(on), days: Number(days), openingFen },
  });
}

function filesIn(folder: string): readonly string[] | null {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch {
    return null;
  }
}

/** What the bank remembers; a new one where nothing does. Null where the folder cannot be used. */
function stateIn(out: string, openingFen: bigint): BankState | null {
  try {
    mkdirSync(out, { recursive: true });
    const kept = readdirSync(out).includes('bank.json');
    return kept ? JSON.parse(readFileSync(join(out, 'bank.json'), 'utf8')) : newBank(openingFen); // as written below
  } catch {
    return null;
  }
}
