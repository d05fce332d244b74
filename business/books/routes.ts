import { type Clock, ok, plainDate, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { entriesOf, equationOf, fundBalances, fundStatement, isAccount } from '#engines/ledger';
import { type Operation, type ReadOperation, readCursor, writeCursor } from '#platform/http';
import * as schemas from './schemas.ts';

/** What this folder needs of the app that runs it. */
export interface BooksContext {
  readonly clock: Clock;
}

type Read = ReadOperation<BooksContext, Caller>;

const tag = 'books';
const roles = ['finance', 'auditor'] as const;

const readFundBalances: Read = {
  id: 'readFundBalances',
  kind: 'read',
  method: 'GET',
  path: '/funds',
  ...{ tag, roles },
  summary: {
    zh: '某日日终各账户余额，按某日所知',
    en: 'The balance of every account at the end of a day, as known at the end of another',
  },
  query: schemas.asOf,
  answer: schemas.balances,
  refusals: [],
  shows: 'nobody',
  async run(reader, { context, query }) {
    const asked = schemas.asOf.parse(query);
    const on = asked.on ?? shanghaiDate(context.clock.now());
    const knownOn = asked.known ?? null;
    const accounts = await fundBalances(reader, { on, knownOn });
    const { leftFen, rightFen } = equationOf(accounts);
    return ok({
      on,
      knownOn,
      accounts: accounts.map(inText),
      leftFen: `${leftFen}`,
      rightFen: `${rightFen}`,
    });
  },
};

const readFundDays: Read = {
  id: 'readFundDays',
  kind: 'read',
  method: 'GET',
  path: '/funds/{account}/days',
  ...{ tag, roles },
  summary: {
    zh: '一个账户逐日的发生额和余额',
    en: 'The days of one account, with its balance after each',
  },
  params: schemas.account,
  query: schemas.daysWish,
  answer: schemas.days,
  refusals: ['books.no-account', 'http.cursor'],
  shows: 'nobody',
  async run(reader, { context, params, query }) {
    const { account } = schemas.account.parse(params);
    const { known, limit, cursor, ...given } = schemas.daysWish.parse(query);
    const to = given.to ?? shanghaiDate(context.clock.now());
    const from = given.from ?? plainDate(`${to.slice(0, 4)}-01-01`);
    const asked = { account, from, to, known: known ?? null };
    const place = readCursor(cursor, asked);
    if (!place.ok) return place;
    const start = place.value ? plainDate(`${place.value[0]}`) : from;
    const wish = { account, from: start, to, knownOn: asked.known, limit };
    const statement = await fundStatement(reader, wish);
    if (!statement) return refuse({ code: 'books.no-account', figures: { account } });
    const { normalSide, openingFen, days, next } = statement;
    return ok({
      ...{ account, normalSide, openingFen: `${openingFen}` },
      items: days.map((day) => ({ ...inText(day), lines: Number(day.lines) })),
      next: next && writeCursor({ position: [next], query: asked }),
    });
  },
};

const readFundEntries: Read = {
  id: 'readFundEntries',
  kind: 'read',
  method: 'GET',
  path: '/funds/{account}/entries',
  ...{ tag, roles },
  summary: { zh: '一个账户某日的分录', en: 'The entries of one account and day' },
  params: schemas.account,
  query: schemas.entriesWish,
  answer: schemas.entries,
  refusals: ['books.no-account', 'http.cursor'],
  async run(reader, { context, params, query }) {
    const { account } = schemas.account.parse(params);
    const { known, limit, cursor, ...given } = schemas.entriesWish.parse(query);
    const on = given.on ?? shanghaiDate(context.clock.now());
    if (!(await isAccount(reader, account)))
      return refuse({ code: 'books.no-account', figures: { account } });
    const asked = { account, on, known: known ?? null };
    const place = readCursor(cursor, asked);
    if (!place.ok) return place;
    const [ownerId, journalId, lineNo] = place.value ?? [];
    const after = place.value
      ? { ownerId: `${ownerId}`, journalId: `${journalId}`, lineNo: Number(lineNo) }
      : null;
    const found = await entriesOf(reader, { account, on, knownOn: asked.known, after, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return ok({
      items: items.map((entry) => ({
        ...entry,
        amountFen: `${entry.amountFen}`,
        recordedAt: entry.recordedAt.toISOString(),
      })),
      next: last
        ? writeCursor({ position: [last.ownerId, last.journalId, last.lineNo], query: asked })
        : null,
    });
  },
};

/** What finance and auditors read of the fund's books. */
export const booksOperations: readonly Operation<BooksContext, Caller>[] = [
  readFundBalances,
  readFundDays,
  readFundEntries,
];

/** The same with every amount as its digits. */
function inText<T extends object>(row: T): { readonly [K in keyof T]: T[K] extends bigint ? string : T[K] } {
  const texts = Object.entries(row).map(([name, held]) => [
    name,
    typeof held === 'bigint' ? held.toString() : held,
  ]);
  return Object.fromEntries(texts); // entries lose the keys' types; the mapped type above gives them back
}
