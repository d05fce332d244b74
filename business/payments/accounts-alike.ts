import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { heirAccountsOf } from './heir-payee.store.ts';

/** Which of these heirs of a case named one and the same account number as another of them; the last that each named counts. */
export async function accountsAlike(
  reader: Reader,
  asked: {
    readonly seal: Pick<Seal, 'open'>;
    readonly owner: string;
    readonly caseId: string;
    readonly successorIds: readonly string[];
  },
): Promise<ReadonlySet<string>> {
  const { seal, successorIds } = asked;
  const named = (await heirAccountsOf(reader, asked))
    .filter(({ successorId }) => successorIds.includes(successorId))
    .map(({ successorId, accountSealed }) => ({ successorId, number: seal.open(accountSealed) }));
  const alike = named.filter(({ number, successorId }) =>
    named.some((one) => one.number === number && one.successorId !== successorId),
  );
  return new Set(alike.map(({ successorId }) => successorId));
}
