import {
  addDays,
  type Fen,
  isPlainDate,
  ok,
  type PlainDate,
  plainDate,
  type Refusal,
  type Result,
  refuse,
  type Text,
} from '#basics';
import type { Caller } from '#business/access/public';
import {
  type AccountEntry,
  type AccountOnDay,
  accountOnDay,
  accountStatement,
  purposeNames,
  readAccount,
} from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { maySeeAccount } from './may-see-account.ts';

/** One entry of a statement of account, with both its clocks. */
export interface PeriodEntry extends AccountEntry {
  readonly purposeName: Text;
}

/** A personal account between two days, page by page. */
export interface PeriodStatement extends AccountOnDay {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly known: Date | null;
  /** At the end of the day before the first. */
  readonly openingFen: Fen;
  readonly entries: readonly PeriodEntry[];
  readonly next: EntryPlace | null;
}

export interface EntryPlace {
  readonly effectiveOn: PlainDate;
  readonly entryNo: bigint;
}

export interface PeriodWish {
  readonly caller: Caller;
  readonly owner: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly known: Date | null;
  readonly after: EntryPlace | null;
  readonly limit: number;
}

/** The statement of an account. Refuses `personal-account.none` where there is no account that the caller may see. */
export async function readPeriod(
  reader: Reader,
  wish: PeriodWish,
): Promise<Result<PeriodStatement, Refusal>> {
  const { caller, owner, from, to, known } = wish;
  if (!(await isSeen(reader, { caller, owner }))) return refuse({ code: 'personal-account.none' });
  if (from > to) return refuse({ code: 'personal-account.days-wrong' });
  const told = await accountStatement(reader, { ...wish, knownBefore: known });
  const last = told.more ? told.entries.at(-1) : undefined;
  return ok({
    ...{ from, to, known, openingFen: told.openingFen, ...told.closing },
    entries: told.entries.map((entry) => ({ ...entry, purposeName: purposeNames[entry.purpose] })),
    next: last ? { effectiveOn: last.effectiveOn, entryNo: last.entryNo } : null,
  });
}

/** The balance at the end of any day, as known before an instant or now. */
export async function readAccountOnDay(
  reader: Reader,
  wish: {
    readonly caller: Caller;
    readonly owner: string;
    readonly on: PlainDate;
    readonly known: Date | null;
  },
): Promise<Result<AccountOnDay, Refusal>> {
  if (!(await isSeen(reader, wish))) return refuse({ code: 'personal-account.none' });
  return ok(await accountOnDay(reader, { owner: wish.owner, on: wish.on, knownBefore: wish.known }));
}

/**
 * A day in Shanghai (known until its end), or an instant; null where nothing is given. Refuses `personal-account.days-wrong`.
 */
export function readKnown(text: string | undefined): Result<Date | null> {
  if (text === undefined) return ok(null);
  if (isPlainDate(text)) return ok(new Date(`${addDays(plainDate(text), 1)}T00:00:00+08:00`));
  const at = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null;
  return at === null || Number.isNaN(at.getTime()) ? refuse({ code: 'personal-account.days-wrong' }) : ok(at);
}

async function isSeen(
  reader: Reader,
  { caller, owner }: { readonly caller: Caller; readonly owner: string },
): Promise<boolean> {
  return maySeeAccount(caller, owner) && (await readAccount(reader, owner)) !== undefined;
}
