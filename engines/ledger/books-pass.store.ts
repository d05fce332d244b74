import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';

/**
 * One reading of all postings, and one of all accounts, for the proofs that need every row. Sums per account are compared
 * without grouping by account: each account's figure is multiplied by a number drawn from its id and a seed that nobody knows
 * beforehand, twice, and the products are added up. Both sides then agree when the figures agree, and else do so by an
 * accident of one in 2^48. What differs is looked up row by row (`proofs.store.ts`).
 */
export interface Cell {
  readonly debit: string;
  readonly credit: string;
  readonly bucket: string | null;
  readonly effectiveOn: PlainDate;
  readonly recordedOn: PlainDate;
  /** The open year of the accounts whose lines these are; 0 or null where the account's own sums are not in use. */
  readonly openYear: number | null;
  /** After the account was last emptied. */
  readonly counts: boolean;
  /** Behind the horizon of the roll-up. */
  readonly rolled: boolean;
  readonly lines: bigint;
  readonly amountFen: string;
  /** Without a sign: `debit` and `credit` tell which way. */
  readonly drawnA: string;
  readonly drawnB: string;
  readonly drawnEntries: string;
  readonly withAuthority: bigint;
  readonly withCause: bigint;
  /** Lines with neither authority nor run, or with both; and likewise with causes. */
  readonly unsureAuthority: bigint;
  readonly unsureCause: bigint;
  /** The fingerprint of the authorities and causes that these lines name. */
  readonly backedPrint: string;
  readonly least: bigint;
  readonly most: bigint;
  readonly runLines: bigint;
  /** Of opening balances: how many, and a fingerprint with the day for which they were posted. */
  readonly openings: bigint;
  readonly openingPrint: string;
}

const drawA = (owner: string) => `(hashtextextended(${owner}, $1::bigint) & 16777215)`;
const drawB = (owner: string) => `((hashtextextended(${owner}, $1::bigint) >> 24) & 16777215)`;
const drawEntry = (entry: string) => `(hashint8extended(${entry}, $1::bigint) & 1048575)`;
/** A fingerprint under the seed of an owner, an amount, texts and an instant. */
const print = ({ owner, amount, texts, at }: PrintOf) =>
  texts.reduce(
    (inner, text) => `hashtextextended(${text}, ${inner})`,
    `hashfloat8extended(${at}, hashint8extended(${amount}, hashtextextended(${owner}, $1::bigint)))`,
  );

interface PrintOf {
  readonly owner: string;
  readonly amount: string;
  readonly texts: readonly string[];
  /** As a double: seconds of an instant, a day's number. */
  readonly at: string;
}

const seconds = (instant: string) => `date_part('epoch', ${instant})`;
const dayNumber = (day: string) => `(${day} - '2000-01-01'::date)::double precision`;

/** Larger amounts would leave bigint when multiplied; nobody has them, and a row that does is looked up. */
export const largestDrawn = 274_877_906_944n;
const largest = String(largestDrawn);

/** Drawn by the server, anew each time: nobody can change rows so that what is drawn from them cancels out. */
export async function drawSeed(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ seed: bigint }>(
    'SELECT hashtextextended(gen_random_uuid()::text || gen_random_uuid()::text, 0) AS seed',
  );
  return row?.seed ?? 0n;
}

export async function readClosedYear(reader: Reader): Promise<number> {
  const row = await reader.row<{ year: number }>('SELECT last_year AS year FROM closed_years');
  return row?.year ?? 0;
}

export async function mostCommonYear(reader: Reader): Promise<number | null> {
  const row = await reader.row<{ year: number }>(
    `SELECT open_year AS year FROM personal_account WHERE open_year IS NOT NULL GROUP BY open_year ORDER BY count(*) DESC LIMIT 1`,
  );
  return row?.year ?? null;
}

export interface PassOf {
  readonly seed: bigint;
  readonly year: number | null;
}

export function readCells(reader: Reader, { seed, year }: PassOf): Promise<Cell[]> {
  const amount = `least(p.amount_fen, ${largest})`;
  const backing = print({
    owner: 'p.owner_id',
    amount: 'p.amount_fen',
    texts: ['p.purpose', 'coalesce(p.authority_id, p.cause_id)'],
    at: seconds('p.recorded_at'),
  });
  const opening = print({
    owner: 'p.owner_id',
    amount: 'p.amount_fen',
    texts: [],
    at: dayNumber('p.effective_on'),
  });
  // Shanghai has kept eight hours since 1991; written so, the day costs a tenth of what the name of the zone does.
  return reader.rows<Cell>(
    `SELECT p.debit, p.credit, p.bucket, p.effective_on AS "effectiveOn", (p.recorded_at AT TIME ZONE interval '8 hours')::date AS "recordedOn",
            coalesce(e.open_year, $2::integer) AS "openYear", (p.entry_no <= e.emptied) IS NOT TRUE AS counts,
            p.recorded_xid < (SELECT below_xid FROM fund_horizon) AS rolled,
            count(*) AS lines, sum(p.amount_fen)::text AS "amountFen", min(p.amount_fen) AS least, max(p.amount_fen) AS most,
            sum(${drawA('p.owner_id')} * ${amount})::text AS "drawnA", sum(${drawB('p.owner_id')} * ${amount})::text AS "drawnB",
            coalesce(sum(${drawA('p.owner_id')} * ${drawEntry('p.entry_no')}), 0)::text AS "drawnEntries",
            count(p.authority_id) AS "withAuthority", count(p.cause_id) AS "withCause",
            count(*) FILTER (WHERE (p.authority_id IS NULL) = (p.run_id IS NULL)) AS "unsureAuthority",
            count(*) FILTER (WHERE (p.cause_id IS NULL) = (p.run_id IS NULL)) AS "unsureCause",
            coalesce(sum(${backing}), 0)::text AS "backedPrint", count(p.run_id) AS "runLines",
            count(*) FILTER (WHERE p.purpose = 'opening') AS openings,
            coalesce(sum(CASE WHEN p.purpose = 'opening' THEN ${opening} END), 0)::text AS "openingPrint"
       FROM posting p
       LEFT JOIN (SELECT a.owner_id, CASE WHEN a.sums_by_replay THEN 0 ELSE coalesce(a.open_year, 0) END AS open_year,
                         coalesce(r.emptied, 0) AS emptied
                    FROM personal_account a
                    LEFT JOIN (SELECT owner_id, max(entry_no) AS emptied FROM posting WHERE bucket = 'reset' GROUP BY owner_id) r
                      ON r.owner_id = a.owner_id
                   WHERE a.open_year IS DISTINCT FROM $2::integer OR a.sums_by_replay OR r.owner_id IS NOT NULL) e
         ON e.owner_id = p.owner_id
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
    [seed, year],
  );
}

/** The accounts of one open year; the interest's sums drawn likewise, each times its account's number. */
export interface AccountCell {
  readonly openYear: number | null;
  readonly accounts: bigint;
  readonly balanceFen: string;
  readonly drawnA: string;
  readonly drawnB: string;
  readonly drawnEntries: string;
  /** Of the open year, then of the next: carried, inflow, debit, each A and B; then the weights. */
  readonly fen: readonly string[];
  readonly weights: readonly string[];
  /** Accounts that say of themselves what cannot be. */
  readonly odd: bigint;
  readonly unequal: bigint;
}

const fenFields = ['carried', 'inflow', 'debit', 'next_carried', 'next_inflow', 'next_debit'].map(
  (name) => `a.${name}_fen`,
);
const weightFields = [
  'carried_weight',
  'inflow_weight',
  'debit_inflow_weight',
  'debit_carried_weight',
  'next_carried_weight',
  'next_inflow_weight',
  'next_debit_inflow_weight',
  'next_debit_carried_weight',
].map((name) => `a.${name}`);

/** Larger figures would leave bigint when multiplied; where one is larger, the accounts are looked up. */
const drawable = (field: string) => `least(greatest(${field}, -${largest}), ${largest})`;

/** A hundred thousand entries are three centuries of daily payments; whoever has more is looked up. */
const entriesDrawn = 100_000;

/** What the entries 1 to n come to, drawn by their numbers, for every n that an account has. */
async function drawnCounts(reader: Reader, seed: bigint): Promise<readonly string[]> {
  const row = await reader.row<{ drawn: readonly string[] }>(
    `SELECT array_agg(drawn::text ORDER BY count) AS drawn
       FROM (SELECT count, sum(CASE WHEN count > 0 THEN ${drawEntry('count')} ELSE 0 END) OVER (ORDER BY count) AS drawn
               FROM generate_series(0, least((SELECT max(entry_count) FROM personal_account), ${entriesDrawn})) AS count) AS n`,
    [seed],
  );
  return row?.drawn ?? ['0'];
}

export async function readAccountCells(reader: Reader, { seed }: PassOf): Promise<AccountCell[]> {
  const drawnFen = fenFields.flatMap((field) =>
    [drawA, drawB].map((draw) => `sum(${draw('a.owner_id')} * ${drawable(field)})::text`),
  );
  // The open year's and the next one's weights are whole numbers beyond bigint; most accounts have none of the latter.
  const drawnWeights = weightFields.map(
    (field) => `coalesce(sum(${drawA('a.owner_id')} * ${field}) FILTER (WHERE ${field} <> 0), 0)::text`,
  );
  const fields = ['a.balance_fen', ...fenFields];
  return reader.rows<AccountCell>(
    `SELECT CASE WHEN a.sums_by_replay THEN NULL ELSE a.open_year END AS "openYear", count(*) AS accounts,
            sum(a.balance_fen)::text AS "balanceFen",
            sum(${drawA('a.owner_id')} * ${drawable('a.balance_fen')})::text AS "drawnA",
            sum(${drawB('a.owner_id')} * ${drawable('a.balance_fen')})::text AS "drawnB",
            coalesce(sum(${drawA('a.owner_id')} * ($2::bigint[])[least(greatest(a.entry_count, 0), ${entriesDrawn}) + 1]), 0)::text AS "drawnEntries",
            ARRAY[${drawnFen.join(', ')}] AS fen, ARRAY[${drawnWeights.join(', ')}] AS weights,
            count(*) FILTER (WHERE (a.closed_on IS NOT NULL AND a.balance_fen <> 0) OR a.entry_count NOT BETWEEN 0 AND ${entriesDrawn}
              OR greatest(${fields.join(', ')}) > ${largest} OR least(${fields.join(', ')}) < -${largest}) AS odd,
            count(*) FILTER (WHERE NOT a.sums_by_replay AND ${drawable('a.carried_fen')} + ${drawable('a.inflow_fen')}
              - ${drawable('a.debit_fen')} + ${drawable('a.next_carried_fen')} + ${drawable('a.next_inflow_fen')}
              - ${drawable('a.next_debit_fen')} <> ${drawable('a.balance_fen')}) AS unequal
       FROM personal_account a
      GROUP BY 1`,
    [seed, await drawnCounts(reader, seed)],
  );
}

export interface Backing {
  readonly rows: bigint;
  readonly print: string;
  /** Those that rest on a line of an import, with a fingerprint of which. */
  readonly imported: bigint;
  readonly importedPrint: string;
}

/** All authorities or causes with the same fingerprint as the lines that consume them. */
export async function readBacking(
  reader: Reader,
  { table, seed }: { readonly table: 'authority' | 'credit_cause'; readonly seed: bigint },
): Promise<Backing> {
  const of = { owner: 'a.owner_id', amount: 'a.amount_fen' };
  const whole = print({ ...of, texts: ['a.purpose', 'a.id'], at: seconds('a.made_at') });
  const line = print({ ...of, texts: ['a.basis_id'], at: '0::double precision' });
  const row = await reader.row<Backing>(
    `SELECT count(*) AS rows, coalesce(sum(${whole}), 0)::text AS print,
            count(*) FILTER (WHERE a.basis_kind = 'import-line') AS imported,
            coalesce(sum(CASE WHEN a.basis_kind = 'import-line' THEN ${line} END), 0)::text AS "importedPrint"
       FROM ${table === 'authority' ? 'authority' : 'credit_cause'} a`,
    [seed],
  );
  return row ?? { rows: 0n, print: '0', imported: 0n, importedPrint: '0' };
}

export interface ImportedLines {
  readonly rows: bigint;
  /** With the same fingerprints as the causes that rest on them, and as their postings. */
  readonly linePrint: string;
  readonly dayPrint: string;
}

/** The opening balances that two officers approved. */
export async function readImportedLines(reader: Reader, seed: bigint): Promise<ImportedLines> {
  const of = { owner: 'o.owner_id', amount: 'o.amount_fen' };
  const line = print({ ...of, texts: [`o.run_id || '/' || o.line_no`], at: '0::double precision' });
  const day = print({ ...of, texts: [], at: dayNumber('o.balance_on') });
  const row = await reader.row<ImportedLines>(
    `SELECT count(*) AS rows, coalesce(sum(${line}), 0)::text AS "linePrint", coalesce(sum(${day}), 0)::text AS "dayPrint"
       FROM opening_line o JOIN import_approval v ON v.run_id = o.run_id
      WHERE o.amount_fen > 0 AND v.checker_id <> v.maker_id`,
    [seed],
  );
  return row ?? { rows: 0n, linePrint: '0', dayPrint: '0' };
}

export interface DayIndex {
  readonly on: PlainDate;
  readonly carried: string;
  readonly inflow: string;
}

export function readIndices(reader: Reader, days: readonly PlainDate[]): Promise<DayIndex[]> {
  return reader.rows<DayIndex>(
    `SELECT d AS "on", interest_weight('carried-over', 1, d)::text AS carried, interest_weight('inflow', 1, d)::text AS inflow
       FROM unnest($1::date[]) AS d`,
    [days],
  );
}

export interface RolledDay {
  readonly account: string;
  readonly effectiveOn: PlainDate;
  readonly recordedOn: PlainDate;
  readonly debit: string;
  readonly credit: string;
  readonly lines: bigint;
}

export function readRolledDays(reader: Reader): Promise<RolledDay[]> {
  return reader.rows<RolledDay>(
    `SELECT account, effective_on AS "effectiveOn", recorded_on AS "recordedOn", debit_fen::text AS debit,
            credit_fen::text AS credit, lines FROM fund_day`,
  );
}

/** What one pass over everything may use; the server's own figure is for many small statements. */
export const passMemory = '64MB';

export async function preparePass(reader: Reader): Promise<void> {
  await reader.rows(`SELECT set_config('work_mem', $1, true), set_config('statement_timeout', '0', true)`, [
    passMemory,
  ]);
}
