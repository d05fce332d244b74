import { isPlainDate, plainDate, refuse, shanghaiDate } from '#basics';
import { printStatement, printYear, readKnown, readPeriod } from '#business/personal-account';
import { conclude, type ExitCode, type Frame } from './frame.ts';
import type { RegistryDesk } from './import.ts';
import { writePrinted } from './letters.ts';
import type { Desk } from './shell.ts';

export interface StatementAsked extends RegistryDesk {
  readonly owner: string;
  readonly from?: string;
  readonly to?: string;
  readonly known?: string;
}

/** As many entries as fit on one statement; a longer one is asked for in two periods. */
const entriesAtMost = 5000;

/** `suixing person statement PERSON [--from D] [--to D] [--known K]`: a statement of account, fit to be printed. */
export async function showStatement(frame: Frame, asked: StatementAsked): Promise<ExitCode> {
  const { agency, caller, owner } = asked;
  const known = readKnown(asked.known);
  if (!known.ok) return conclude(frame, known, () => '');
  const wrong = (['from', 'to'] as const).find(
    (name) => asked[name] !== undefined && !isPlainDate(asked[name]),
  );
  if (wrong)
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: `--${wrong}` } }), () => '');
  const to = asked.to === undefined ? shanghaiDate(agency.clock.now()) : plainDate(asked.to);
  const from = plainDate(asked.from ?? `${to.slice(0, 4)}-01-01`);
  const wish = { caller, owner, from, to, known: known.value, after: null, limit: entriesAtMost };
  const read = await readPeriod(agency.database, wish);
  return conclude(frame, read, (statement) => printStatement(statement, frame.lang));
}

/** `suixing person year-statement PERSON YEAR --out FILE`: the same on paper, signed. */
export async function printYearStatement(
  frame: Frame,
  asked: Desk & {
    readonly owner: string;
    readonly year: string;
    readonly out: string;
    readonly english?: boolean;
  },
): Promise<ExitCode> {
  const { agency: context, caller, owner, year, out } = asked;
  if (!/^(19|20)\d\d$/.test(year))
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: 'YEAR' } }), () => '');
  const lang = asked.english ? 'en' : 'zh';
  const printed = await printYear(context.database, { context, caller, owner, year, lang });
  if (printed.ok) frame.shown?.add(owner);
  return writePrinted(frame, { printed, name: year, out });
}
