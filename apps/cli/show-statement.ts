import { isPlainDate, plainDate, refuse, shanghaiDate } from '#basics';
import { printStatement, readKnown, readPeriod } from '#business/personal-account';
import { conclude, type ExitCode, type Frame } from './frame.ts';
import type { RegistryDesk } from './import.ts';

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
