import { standingOf } from '#business/registry';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import { transferPerson } from '../departing/gather-sheet.ts';
import type { ContactLetter } from '../messages/contact-letter.ts';

/** Our contact letter (联系函), with the account that takes the balance. */
export async function writeLetter(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly transfer: Transfer;
    readonly applicant: ContactLetter['applicant'];
    readonly category: ContactLetter['category'];
    readonly certificateNumber: string | null;
  },
): Promise<ContactLetter> {
  const { context, transfer, applicant, category, certificateNumber } = asked;
  const ownerId = transfer.owner;
  const { relationship } = await standingOf(reader, ownerId);
  const { acceptsBalances, namesAccount = true, contact, account } = context.desk;
  return {
    person: await transferPerson(reader, { seal: context.seal, owner: ownerId }),
    scheme: 'employee',
    enrolledOn: relationship?.since ?? today(context),
    appliedOn: today(context),
    ...{ applicant, category, householdKind: null, certificateNumber },
    acceptsBalance: acceptsBalances,
    receivingAccount: acceptsBalances && namesAccount ? account : null,
    contact,
  };
}
