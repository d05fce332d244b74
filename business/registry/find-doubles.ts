import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { inTransaction, type Reader, type Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { RegistryContext } from './context.ts';
import {
  callFindDoubles,
  callJudgeDouble,
  type DoubleSign,
  documentsWithoutLikeness,
  insertLikenesses,
  openPairs,
} from './doubles.store.ts';
import { guarded } from './guarded.ts';
import type { Page } from './list-facts.ts';
import { numberInText } from './number-in-text.ts';
import { numberLikeness } from './number-likeness.ts';
import { type PersonCard, personCardOfRecord } from './person-card.ts';

const pageSize = 500;

/**
 * Looks for records that may be one person, everywhere or among those whom an import brought: the same name and day of birth
 * with different documents, or one number written differently. Answers how many pairs are new; asked again it finds none.
 */
export async function findDoubles(
  context: Pick<RegistryContext, 'database' | 'clock' | 'seal'>,
  { runId, onProgress }: { readonly runId: string | null; readonly onProgress?: (done: number) => void },
): Promise<bigint> {
  const { database, clock, seal } = context;
  const [keyId = ''] = seal.keyIds;
  let after = '';
  let done = 0;
  for (;;) {
    const documents = await documentsWithoutLikeness(database, { keyId, runId, after, limit: pageSize });
    const rows = documents.map(({ ownerId, id, numberSealed }) => {
      const likeness = numberLikeness({ number: seal.open(numberSealed) });
      return { ownerId, documentId: id, hash: seal.keyedHash('identity-likeness', likeness) };
    });
    await inTransaction(database, async (tx) => ok(await insertLikenesses(tx, { keyId, rows })));
    done += rows.length;
    onProgress?.(done);
    if (rows.length < pageSize) break;
    after = documents.at(-1)?.ownerId ?? '';
  }
  const found = await inTransaction(database, async (tx) =>
    ok(await callFindDoubles(tx, { runId, at: clock.now() })),
  );
  return found.ok ? found.value : 0n;
}

/** Two records that may be one person, with what speaks for it. */
export interface ListedDouble {
  readonly signs: readonly DoubleSign[];
  readonly foundAt: Date;
  readonly one: PersonCard;
  readonly other: PersonCard;
}

export interface PairPlace {
  readonly oneId: string;
  readonly otherId: string;
}

/** Pairs that wait for somebody's judgement, each once. */
export async function listDoubles(
  reader: Reader,
  page: { readonly seal: Seal; readonly after: PairPlace | null; readonly limit: number },
): Promise<Page<ListedDouble, PairPlace>> {
  const { seal, after, limit } = page;
  const rows = await openPairs(reader, { after, limit: limit + 1 });
  const items: ListedDouble[] = [];
  for (const { oneId, otherId, signs, foundAt } of rows.slice(0, limit)) {
    const one = await personCardOfRecord(reader, { owner: oneId, seal });
    const other = await personCardOfRecord(reader, { owner: otherId, seal });
    if (one && other) items.push({ signs, foundAt, one, other });
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, next: last ? { oneId: last.oneId, otherId: last.otherId } : null };
}

/** A clerk finds that two records are two persons; they are not listed again. */
export async function judgeDouble(
  tx: Tx,
  asked: {
    readonly context: Pick<RegistryContext, 'clock'>;
    readonly caller: Caller;
    readonly judgement: PairPlace & { readonly reason: string };
  },
): Promise<Result<PairPlace, Refusal>> {
  const { context, caller, judgement } = asked;
  const { oneId, otherId, reason } = judgement;
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const given = { token: caller.token ?? '', oneId, otherId, reason, at: context.clock.now() };
  const told = await guarded(callJudgeDouble(tx, given));
  return told.ok ? ok({ oneId, otherId }) : told;
}
