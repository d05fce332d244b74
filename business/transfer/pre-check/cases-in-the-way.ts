import type { Caller } from '#business/access/public';
import { actionsOf, type CaseFile, caseById } from '#engines/casework';
import { readAccount } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { openTransfersOf } from '../store.ts';
import type { CasesInTheWay } from './pre-check.ts';

/** Which cases stand in the way of a transfer: the one that holds the account, and another transfer of the person. */
export async function casesInTheWay(
  reader: Reader,
  asked: {
    readonly owner: string;
    /** The transfer itself; null before there is one. */
    readonly caseId: string | null;
    /** Officers, the person, and who acted in a case are told its number, nobody else. */
    readonly toldTo: Caller;
  },
): Promise<CasesInTheWay> {
  const { owner, caseId, toldTo } = asked;
  const holder = (await readAccount(reader, owner))?.hold?.caseId ?? null;
  const transfer = (await openTransfersOf(reader, owner)).find((other) => other.caseId !== caseId);
  const announced = transfer && (await caseById(reader, owner, transfer.caseId))?.state === 'announced';
  const number = async (id: string | null) => {
    const file = id === null || id === caseId ? undefined : await caseById(reader, owner, id);
    return file && (await mayKnow(reader, { file, toldTo })) ? file.number : null;
  };
  return {
    holder: await number(holder),
    transfer: await number(transfer?.caseId ?? null),
    announcedBy: announced ? transfer.partner : null,
  };
}

export async function mayKnow(
  reader: Reader,
  { file, toldTo }: { readonly file: CaseFile; readonly toldTo: Caller },
): Promise<boolean> {
  const { kind, id } = toldTo;
  if (kind === 'officer' || kind === 'system' || kind === 'insured') return true;
  return (await actionsOf(reader, file)).some(({ actorId }) => actorId === id);
}
