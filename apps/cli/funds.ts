import {
  isPlainDate,
  ok,
  type PlainDate,
  plainDate,
  type Result,
  refuse,
  shanghaiDate,
  showYuan,
} from '#basics';
import { type AccountTotal, fundBalances, fundStatement, rollUpFundDays } from '#engines/ledger';
import type { Database } from '#platform/postgres';
import { conclude, type ExitCode, type Frame } from './frame.ts';

export interface FundsAsked {
  readonly database: Database;
  readonly now: Date;
  readonly options: {
    readonly on?: string;
    readonly known?: string;
    readonly from?: string;
    readonly to?: string;
  };
}

/** `suixing funds [--on D] [--known K]`: every account of the books at the end of a day, as known at the end of another. */
export async function fundsCommand(frame: Frame, { database, now, options }: FundsAsked): Promise<ExitCode> {
  const days = readDays(options, ['on', 'known']);
  if (!days.ok) return conclude(frame, days, () => '');
  const on = days.value.on ?? shanghaiDate(now);
  const knownOn = days.value.known ?? null;
  // Read-only but for this: what ended since the last time is added, so that the next reader has less to add up.
  await rollUpFundDays(database);
  const accounts = await fundBalances(database, { on, knownOn });
  return conclude(frame, ok({ on, knownOn, accounts }), () => accounts.map(accountLine).join('\n'));
}

/** `suixing funds days ACCOUNT --from D --to D [--known K]`: the days of one account. */
export async function fundDaysCommand(
  frame: Frame,
  { database, now, options, account }: FundsAsked & { readonly account: string },
): Promise<ExitCode> {
  const days = readDays(options, ['from', 'to', 'known']);
  if (!days.ok) return conclude(frame, days, () => '');
  const to = days.value.to ?? shanghaiDate(now);
  const from = days.value.from ?? plainDate(`${to.slice(0, 4)}-01-01`);
  const wish = { account, from, to, knownOn: days.value.known ?? null, limit: 5000 };
  const statement = await fundStatement(database, wish);
  const told = statement ? ok(statement) : refuse({ code: 'books.no-account', figures: { account } });
  return conclude(frame, told, ({ openingFen, days: moved }) =>
    [
      showYuan(openingFen),
      ...moved.map(({ on, debitFen, creditFen, lines, balanceFen }) =>
        [on, showYuan(debitFen), showYuan(creditFen), lines, showYuan(balanceFen)].join('  '),
      ),
    ].join('\n'),
  );
}

function accountLine({ code, debitFen, creditFen, balanceFen }: AccountTotal): string {
  return [code.padEnd(20), showYuan(debitFen), showYuan(creditFen), showYuan(balanceFen)].join('  ');
}

type Days = Readonly<Partial<Record<keyof FundsAsked['options'], PlainDate>>>;

function readDays(
  options: FundsAsked['options'],
  names: readonly (keyof FundsAsked['options'])[],
): Result<Days> {
  const wrong = names.find((name) => options[name] !== undefined && !isPlainDate(options[name]));
  if (wrong) return refuse({ code: 'cli.bad-value', figures: { name: `--${wrong}` } });
  const given = names.flatMap((name) =>
    options[name] === undefined ? [] : [[name, plainDate(options[name])]],
  );
  return ok(Object.fromEntries(given) as Days); // made of the names above
}
