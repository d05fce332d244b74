import { type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { actionsOf, type CaseFile, caseById, listCases, parentOf } from '#engines/casework';
import type { Account, HoldRefusal } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * The case that stands in the way of another on the same account: the one that holds it, or an application under way that
 * holds none because there is no account. The case that it follows is none.
 */
export async function competingCase(
  reader: Reader,
  { file, account }: { readonly file: CaseFile; readonly account: Account | undefined },
): Promise<CaseFile | null> {
  const parentId = (await parentOf(reader, file))?.parentId;
  const others = (id: string) => id !== file.id && id !== parentId;
  const holder = account?.hold?.caseId;
  if (holder !== undefined && others(holder)) return (await caseById(reader, file.ownerId, holder)) ?? null;
  const underWay = await listCases(reader, {
    processes: [withdrawalProcess.id],
    states: [...stillOpen, ...objecting],
    officeId: null,
    ownerIds: [file.ownerId],
    dueOnOrBefore: null,
    limit: 100,
    cursor: null,
  });
  for (const each of underWay.items) {
    if (others(each.id) && (stillOpen.includes(each.state) || (await isOverRefusal(reader, each))))
      return each;
  }
  return null;
}

/** Somebody’s application that is being decided on; null for none. */
export async function applicationUnderWay(
  reader: Reader,
  { ownerId }: Pick<CaseFile, 'ownerId'>,
): Promise<CaseFile | null> {
  const found = await listCases(reader, {
    ...{ processes: [withdrawalProcess.id], states: stillOpen, officeId: null, ownerIds: [ownerId] },
    ...{ dueOnOrBefore: null, limit: 1, cursor: null },
  });
  return found.items[0] ?? null;
}

const stillOpen = ['submitted', 'in-review', 'awaiting-materials', 'proposed', 'approved', 'came-back'];
const objecting = ['objection', 'objection-proposed'];

/** An objection to a payment empties nothing any more; one to a refusal may. */
async function isOverRefusal(reader: Reader, file: CaseFile): Promise<boolean> {
  const objected = (await actionsOf(reader, file)).findLast(({ action }) => action === 'object');
  return objected?.fromState === 'refused';
}

/** The number of the case that stands in the way, for whoever may know it: officers, the person, and who acted in it. */
export async function numberToldTo(
  reader: Reader,
  { caller, competing }: { readonly caller: Caller; readonly competing: CaseFile },
): Promise<string | null> {
  if (mayKnowByKind(caller)) return competing.number;
  const acted = (await actionsOf(reader, competing)).some(({ actorId }) => actorId === caller.id);
  return acted ? competing.number : null;
}

export async function refuseCompeting(
  reader: Reader,
  asked: { readonly caller: Caller; readonly competing: CaseFile },
): Promise<Result<never, Refusal>> {
  const number = await numberToldTo(reader, asked);
  return number === null
    ? refuse({ code: 'withdrawal.competing-case-of-another' })
    : refuse({ code: 'withdrawal.competing-case', figures: { number } });
}

/**
 * Somebody else was quicker to have the account held, at the same moment. Nothing can be asked any more in this transaction, so that
 * only whoever may know of every case is told the number.
 */
export function refuseHeld({
  caller,
  refusal,
}: {
  readonly caller: Caller;
  readonly refusal: HoldRefusal;
}): Result<never, Refusal> {
  const { heldBy: number, ...plain } = refusal;
  if (plain.code !== 'ledger.already-held' || number === null) return refuse(plain);
  return mayKnowByKind(caller)
    ? refuse({ code: 'withdrawal.competing-case', figures: { number } })
    : refuse({ code: 'withdrawal.competing-case-of-another' });
}

function mayKnowByKind({ kind }: Caller): boolean {
  return kind === 'officer' || kind === 'system' || kind === 'insured';
}
