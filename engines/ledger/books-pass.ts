import { type PlainDate, plainDate, yearOf } from '#basics';
import type { Pass, Reader } from '#platform/postgres';
import {
  type AccountCell,
  type Backing,
  type Cell,
  type DayIndex,
  drawSeed,
  type ImportedLines,
  largestDrawn,
  mostCommonYear,
  preparePass,
  type RolledDay,
  readAccountCells,
  readBacking,
  readCells,
  readClosedYear,
  readImportedLines,
  readIndices,
  readRolledDays,
} from './books-pass.store.ts';

/** Everything that the proofs of the books read of the large tables, once. */
export interface BooksPass {
  readonly cells: readonly Cell[];
  readonly accounts: readonly AccountCell[];
  readonly authorities: Backing;
  readonly causes: Backing;
  readonly imported: ImportedLines;
  readonly indices: ReadonlyMap<string, DayIndex>;
  readonly rolled: readonly RolledDay[];
  /** The last year whose interest everybody has. */
  readonly closedYear: number;
}

export const booksPass: Pass<BooksPass> = { name: 'ledger.books', load };

async function load(reader: Reader): Promise<BooksPass> {
  await preparePass(reader);
  // Drawn anew each time, and known to nobody beforehand: changes cannot be made so that they cancel out.
  const seed = await drawSeed(reader);
  const of = { seed, year: await mostCommonYear(reader) };
  const cells = await readCells(reader, of);
  const accounts = await readAccountCells(reader, of);
  const years = accounts.flatMap(({ openYear }) => (openYear === null ? [] : [newYear(openYear)]));
  const days = [...new Set([...cells.map(({ effectiveOn }) => effectiveOn), ...years])];
  return {
    ...{ cells, accounts },
    authorities: await readBacking(reader, { table: 'authority', seed }),
    causes: await readBacking(reader, { table: 'credit_cause', seed }),
    imported: await readImportedLines(reader, seed),
    indices: new Map((await readIndices(reader, days)).map((index) => [index.on, index])),
    rolled: await readRolledDays(reader),
    closedYear: await readClosedYear(reader),
  };
}

/** Whether every stored balance is what its entries come to, and the entries are numbered without a gap. */
export function balancesAgree({ cells, accounts }: BooksPass): boolean {
  return (
    (['drawnA', 'drawnB'] as const).every(
      (name) =>
        total(cells, (cell) => signOf(cell) * BigInt(cell[name])) === total(accounts, (one) => one[name]),
    ) &&
    total(cells.filter(isPersonal), ({ drawnEntries }) => drawnEntries) ===
      total(accounts, ({ drawnEntries }) => drawnEntries) &&
    cells.every(isDrawn) &&
    accounts.every(({ odd }) => odd === 0n)
  );
}

/** Whether the debits (or credits) of personal accounts consume exactly the authorities (or causes) that there are. */
export function backingAgrees({ cells, authorities, causes }: BooksPass, side: 'debit' | 'credit'): boolean {
  const own = side === 'debit' ? 'withAuthority' : 'withCause';
  const unsure = side === 'debit' ? 'unsureAuthority' : 'unsureCause';
  const backing = side === 'debit' ? authorities : causes;
  const lines = cells.filter((cell) => cell[side] === 'personal');
  const others = cells.filter((cell) => cell[side] !== 'personal');
  return (
    others.every((cell) => cell[own] === 0n) &&
    lines.every((cell) => cell[unsure] === 0n && (cell.withAuthority === 0n || cell.withCause === 0n)) &&
    total(lines, (cell) => cell[own]) === backing.rows &&
    total(lines, ({ backedPrint }) => backedPrint) === BigInt(backing.print)
  );
}

/** What an account of the books holds by these postings, credits less debits. */
export function creditsLessDebits({ cells }: BooksPass, account: string): bigint {
  return cells.reduce((sum, { debit, credit, amountFen }) => {
    const amount = BigInt(amountFen);
    return sum + (credit === account ? amount : 0n) - (debit === account ? amount : 0n);
  }, 0n);
}

function signOf({ debit, credit }: Cell): bigint {
  if (credit === 'personal') return 1n;
  return debit === 'personal' ? -1n : 0n;
}

function isPersonal(cell: Cell): boolean {
  return signOf(cell) !== 0n;
}

function isDrawn({ least, most }: Cell): boolean {
  return least > 0n && most <= largestDrawn;
}

/** Whether every opening balance is a line of an approved import, posted for its day, and every such line was posted. */
export function openingsAgree({ cells, causes, imported }: BooksPass): boolean {
  return (
    causes.imported === imported.rows &&
    causes.importedPrint === imported.linePrint &&
    total(cells, ({ openings }) => openings) === imported.rows &&
    total(cells, ({ openingPrint }) => openingPrint) === BigInt(imported.dayPrint)
  );
}

/** Whether the sums on the accounts, from which interest is computed, are what the entries come to. */
export function interestSumsAgree(pass: BooksPass): boolean {
  return pass.accounts.every((cell) => cell.odd === 0n && cell.unequal === 0n && yearAgrees(pass, cell));
}

function yearAgrees(pass: BooksPass, account: AccountCell): boolean {
  const { openYear } = account;
  if (openYear === null) return true; // these accounts are told by replay, or have no entry yet
  const entries = pass.cells.filter((cell) => cell.openYear === openYear && cell.counts);
  const held = account.fen.map(BigInt);
  const weights = account.weights.map(BigInt);
  const atNewYear = BigInt(pass.indices.get(newYear(openYear))?.carried ?? 0);
  const found = [openYear, openYear + 1].map((year) => {
    const of = (bucket: string) =>
      entries.filter((cell) => cell.bucket === bucket && isIn(cell, { year, openYear }));
    const sum = (bucket: string) =>
      (['drawnA', 'drawnB'] as const).map((name) =>
        total(of(bucket), (cell) => signOf(cell) * BigInt(cell[name])),
      );
    const weight = (bucket: string, by: 'carried' | 'inflow') =>
      of(bucket).reduce(
        (sum_, cell) =>
          sum_ + signOf(cell) * BigInt(cell.drawnA) * BigInt(pass.indices.get(cell.effectiveOn)?.[by] ?? 0),
        0n,
      );
    return {
      ...{ carried: sum('carried-over'), inflow: sum('inflow'), debit: sum('debit').map((one) => -one) },
      weights: [
        weight('carried-over', 'carried'),
        weight('inflow', 'inflow'),
        -weight('debit', 'inflow'),
        -weight('debit', 'carried'),
      ],
    };
  });
  const [here, next] = found;
  if (!here || !next) return false;
  // What came over from the years before stands in no entry of this one; it bears from New Year's Day.
  const brought = (held[0] ?? 0n) - (here.carried[0] ?? 0n);
  const [carriedWeight = 0n, ...otherWeights] = here.weights;
  const expectedWeights = [carriedWeight + brought * atNewYear, ...otherWeights, ...next.weights];
  const expected = [...here.inflow, ...here.debit, ...next.carried, ...next.inflow, ...next.debit];
  return same(held.slice(2), expected) && same(weights, expectedWeights);
}

/** The next year takes whatever lies after the open one; accounts with entries beyond it are told by replay. */
function isIn(cell: Cell, { year, openYear }: { readonly year: number; readonly openYear: number }): boolean {
  const own = yearOf(cell.effectiveOn);
  return year === openYear ? own === openYear : own > openYear;
}

/** Whether the open year of every account is after the closed ones, and no run's interest after them. */
export function yearsAgree({ cells, accounts, closedYear }: BooksPass): boolean {
  return (
    accounts.every(({ openYear }) => openYear === null || openYear > closedYear) &&
    cells.every(({ effectiveOn, runLines }) => runLines === 0n || yearOf(effectiveOn) <= closedYear)
  );
}

/** Whether there is an entry before the open year of its account, or a line of a run, or an account whose open year is not told. */
export function entriesOfClosedYears({ cells }: BooksPass): boolean {
  return cells.some(
    (cell) =>
      cell.runLines > 0n ||
      (isPersonal(cell) && cell.counts && (cell.openYear ?? 0) <= 0) ||
      (cell.counts && yearOf(cell.effectiveOn) < (cell.openYear ?? 0)),
  );
}

/** Days of accounts on which the roll-up is not what the postings behind its horizon come to. */
export function rollUpDifferences({ cells, rolled }: BooksPass): readonly string[] {
  const found = new Map<string, readonly [bigint, bigint, bigint]>();
  const add = (key: string, ...[debit, credit, lines]: readonly [bigint, bigint, bigint]) => {
    const [a, b, c] = found.get(key) ?? [0n, 0n, 0n];
    found.set(key, [a + debit, b + credit, c + lines]);
  };
  for (const { debit, credit, effectiveOn, recordedOn, amountFen, lines, rolled: behind } of cells) {
    if (!behind) continue;
    add(`${debit}/${effectiveOn}/${recordedOn}`, BigInt(amountFen), 0n, lines);
    add(`${credit}/${effectiveOn}/${recordedOn}`, 0n, BigInt(amountFen), lines);
  }
  for (const { account, effectiveOn, recordedOn, debit, credit, lines } of rolled)
    add(`${account}/${effectiveOn}/${recordedOn}`, -BigInt(debit), -BigInt(credit), -lines);
  return [...found].filter(([, sums]) => sums.some((sum) => sum !== 0n)).map(([key]) => key);
}

function total<T>(rows: readonly T[], read: (row: T) => string | bigint): bigint {
  return rows.reduce((sum, row) => sum + BigInt(read(row)), 0n);
}

function same(one: readonly bigint[], other: readonly bigint[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function newYear(year: number): PlainDate {
  return plainDate(`${year}-01-01`);
}
