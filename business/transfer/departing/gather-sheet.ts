import type { PlainDate, Text } from '#basics';
import { basedPeriodsOf, documentsOf, personById, recordsOf, standingOf } from '#business/registry';
import type { IdentityKind } from '#business/registry/public';
import { interestToDate, readAccount, readInterestEntries, readInterestRates } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import type { TransferPerson } from '../messages/person.ts';
import type { SheetFacts } from './write-sheet.ts';

/** Whom a transfer is about, as the record has them: name and first document in full, for the other agency only. */
export async function transferPerson(
  reader: Reader,
  { seal, owner }: { readonly seal: Seal; readonly owner: string },
): Promise<TransferPerson> {
  const person = await personById(reader, owner);
  const [document] = await documentsOf(reader, [owner]);
  if (!person || !document) throw new Error(`${owner} has no document on record`);
  const number = seal.open(document.numberSealed);
  const { kind, issuer } = document;
  const identity = { type: kind, number, ...(kind === 'passport' ? { issuer } : {}) };
  return { name: person.name, nameLatin: person.nameLatin, identity };
}

/** What the record says today of somebody whose cover ends here on a day. */
export async function gatherSheet(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly transfer: Transfer;
    readonly partnerName: Text;
    readonly endedOn: PlainDate;
  },
): Promise<SheetFacts> {
  const { context, transfer, partnerName, endedOn } = asked;
  const ownerId = transfer.owner;
  const person = await transferPerson(reader, { seal: context.seal, owner: ownerId });
  const { relationship } = await standingOf(reader, ownerId);
  return {
    person,
    sex: sexOf(person.identity),
    sending: { region: context.region, agency: context.desk.contact.unit },
    receiving: { region: transfer.partner, agency: partnerName.zh },
    periods: await basedPeriodsOf(reader, await recordsOf(reader, { owner: ownerId })),
    stoppedOn: relationship?.stoppedOn ?? endedOn,
    endedOn,
    account: await accountOn(reader, { owner: ownerId, on: endedOn }),
  };
}

/** What is in the account on a day, with the interest to it; null where there is none. */
export async function accountOn(
  reader: Reader,
  { owner, on }: { readonly owner: string; readonly on: PlainDate },
): Promise<SheetFacts['account']> {
  const account = await readAccount(reader, owner);
  if (!account || account.closedOn !== null) return null;
  const entries = await readInterestEntries(reader, owner);
  const interestFen = interestToDate(entries, { rates: await readInterestRates(reader), on });
  return { principalFen: account.balanceFen, interestFen };
}

/** Whether there is neither a balance nor interest. */
export function holdsNothing(account: SheetFacts['account']): boolean {
  return account === null || (account.principalFen === 0n && account.interestFen === 0n);
}

/** GB 11643: the seventeenth digit is odd for men; other documents do not tell. */
function sexOf({ type, number }: { readonly type: IdentityKind; readonly number: string }) {
  if (type !== 'citizen-id' && type !== 'residence-permit') return 'unknown';
  return Number(number[16]) % 2 === 1 ? 'male' : 'female';
}
