import { type Fen, fen, ok, type PlainDate, type Refusal, type Result, refuse, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Journal,
  type JournalPlace,
  journalsOf,
  type Purpose,
  purposeNames,
  readAccount,
} from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { maySeeAccount } from './may-see-account.ts';

/** One entry of a statement: what changed the balance, when and why. */
export interface StatementEntry {
  readonly id: string;
  readonly purpose: Purpose;
  readonly purposeName: Text;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Date;
  readonly caseId: string | null;
  /** Positive where it came in, negative where it went out. */
  readonly changeFen: Fen;
}

export interface StatementWish {
  readonly caller: Caller;
  readonly owner: string;
  readonly before: JournalPlace | null;
  readonly limit: number;
}

export interface StatementPage {
  readonly entries: readonly StatementEntry[];
  readonly next: JournalPlace | null;
}

/** What moved a personal account, newest first, page by page. */
export async function readStatement(
  reader: Reader,
  { caller, owner, before, limit }: StatementWish,
): Promise<Result<StatementPage, Refusal>> {
  const account = maySeeAccount(caller, owner) ? await readAccount(reader, owner) : undefined;
  if (!account) return refuse({ code: 'personal-account.none' });
  const journals = await journalsOf(reader, { owner, before, limit: limit + 1, account: 'personal' });
  const shown = journals.slice(0, limit);
  const last = shown.at(-1);
  return ok({ entries: shown.map(entryOf), next: journals.length > limit && last ? last : null });
}

function entryOf({ postings, ...journal }: Journal): StatementEntry {
  const changeFen = postings.reduce((sum, { debit, credit, amountFen }) => {
    if (credit === 'personal') return sum + amountFen;
    return debit === 'personal' ? sum - amountFen : sum;
  }, 0n);
  return { ...journal, purposeName: purposeNames[journal.purpose], changeFen: fen(changeFen) };
}
