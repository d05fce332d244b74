import { ok, type PlainDate, type Refusal, type Result } from '#basics';
import { linesInSuspense, readLineId, showLine } from '#business/payments';
import { maskName, personsById } from '#business/registry';
import { matchesToDecide } from '#engines/ledger';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { type Announced, matchesOfLines, matchesShown, transfersAnnounced } from './matches.store.ts';

/** Money that came in and is nobody's yet, with the transfers that it may belong to. */
export interface MoneyItem {
  readonly lineId: string;
  readonly bookedOn: PlainDate;
  readonly amountFen: string;
  readonly remittedUnder: string | null;
  /** Who paid, masked. */
  readonly counterpartName: string | null;
  readonly remark: string | null;
  /** Transfers that wait for money of which this reference, or this amount, was announced. */
  readonly mayBelongTo: readonly {
    readonly number: string;
    readonly partner: string;
    readonly amountFen: string;
    readonly reference: string | null;
    readonly by: 'reference' | 'amount';
    /** The balance was refused here: the money is not matched but sent back. */
    readonly refusedHere: boolean;
  }[];
  /** What another officer has said already; null where nobody has. */
  readonly match: {
    readonly matchId: string;
    readonly number: string;
    readonly reason: string;
    readonly by: string;
  } | null;
}

export interface Paged {
  readonly cursor: string | null;
  readonly limit: number;
}

export async function listMoney(
  reader: Reader,
  { context, cursor, limit }: Paged & { readonly context: Pick<TransferContext, 'seal'> },
): Promise<Result<{ readonly items: readonly MoneyItem[]; readonly next: string | null }, Refusal>> {
  const query = { list: 'transfer-money' };
  const place = readCursor(cursor, query);
  if (!place.ok) return place;
  const after = readLineId(String(place.value?.[0] ?? ''));
  const rows = await linesInSuspense(reader, { after, limit: limit + 1, direction: 'in' });
  const lines = rows.slice(0, limit);
  const references = lines.flatMap(({ remittedUnder }) => (remittedUnder === null ? [] : [remittedUnder]));
  const amounts = lines.map(({ amountFen }) => `${amountFen}`);
  const announced = await transfersAnnounced(reader, { references, amounts });
  const matches = await matchesOfLines(reader, lines);
  const items = lines.map((line): MoneyItem => {
    const { lineId, bookedOn, amountFen, counterpartName, remark } = showLine(line, context.seal);
    const { ownerId, key, remittedUnder } = line;
    const said = matches.find((match) => match.bankOwner === ownerId && match.lineKey === key);
    return {
      ...{ lineId, bookedOn, amountFen, remittedUnder, counterpartName, remark },
      mayBelongTo: announced.flatMap((each) => fits(each, { amountFen, remittedUnder })),
      match: said ? { matchId: said.matchId, number: said.number, reason: said.reason, by: said.by } : null,
    };
  });
  const last = rows.length > limit ? items.at(-1) : undefined;
  return ok({ items, next: last ? writeCursor({ position: [last.lineId], query }) : null });
}

function fits(
  announced: Announced,
  { amountFen, remittedUnder }: Pick<MoneyItem, 'amountFen' | 'remittedUnder'>,
): MoneyItem['mayBelongTo'] {
  if (announced.reference !== null && announced.reference === remittedUnder)
    return [{ ...announced, by: 'reference' }];
  return announced.amountFen === amountFen ? [{ ...announced, by: 'amount' }] : [];
}

/** What a finance officer said that money is, for another one to decide. */
export interface MatchItem {
  readonly matchId: string;
  readonly number: string;
  readonly direction: Transfer['direction'];
  readonly partner: string;
  readonly personId: string;
  readonly personName: string;
  readonly lineId: string;
  readonly bookedOn: PlainDate;
  readonly amountFen: string;
  readonly remittedUnder: string | null;
  readonly announcedFen: string | null;
  readonly announcedReference: string | null;
  readonly reason: string;
  readonly by: string;
  readonly madeAt: Date;
}

/** The oldest first. */
export async function listMatches(
  reader: Reader,
  { cursor, limit }: Paged,
): Promise<Result<{ readonly items: readonly MatchItem[]; readonly next: string | null }, Refusal>> {
  const query = { list: 'transfer-matches' };
  const place = readCursor(cursor, query);
  if (!place.ok) return place;
  const [at, owner, matchId] = place.value ?? [];
  const after =
    place.value === null
      ? null
      : { at: new Date(String(at)), owner: String(owner), matchId: String(matchId) };
  const rows = await matchesToDecide(reader, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const shown = await matchesShown(reader, page);
  const persons = await personsById(reader, [...new Set(shown.map((match) => match.owner))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, maskName(name)]));
  const items = shown.map(
    ({ owner: personId, bankOwner, lineNo, caseId: _, messageId: __, amountFen, ...match }) => ({
      ...{ ...match, personId, personName: names.get(personId) ?? '', amountFen: `${amountFen}` },
      lineId: `${bankOwner}-${lineNo}`,
    }),
  );
  const last = rows.length > limit ? page.at(-1) : undefined;
  const position = last ? [last.madeAt.toISOString(), last.owner, last.matchId] : null;
  return ok({ items, next: position ? writeCursor({ position, query }) : null });
}
